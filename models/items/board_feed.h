// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/latency_sample.h"

#include <QObject>

namespace tocsin {

/// The UI thread's own copy of the Board, and the one signal that item models and views follow. UI thread only; owned by
/// whoever composes the window.
class BoardFeed final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const Board &board() const { return m_board; }

    /// Takes one batch of differences over, then tells of it.
    void apply(const tocsin::Changes &changes);

    /// Tells what the journal remembers of a service: the latencies of its first check from before the board began.
    void recall(const tocsin::ServiceId &service, const std::vector<tocsin::LatencySample> &samples);

signals:
    /// The board has these changes in it already.
    void changed(const tocsin::Changes &changes);
    /// Oldest first. The board knows nothing of them: they are for whoever draws a curve.
    void recalled(const tocsin::ServiceId &service, const std::vector<tocsin::LatencySample> &samples);

private:
    Board m_board;
};

} // namespace tocsin
