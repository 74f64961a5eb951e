// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "widgets/style/palette.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <vector>

namespace tocsin {

/// What a tile says, in words ready to paint. A value; made anew when the service or the displayed age changed.
struct TileFacts {
    State state = State::Pending;
    bool owned = false;
    QString name;
    QString age; ///< of the oldest newest proof
    QString value;
    QString unit;
    QStringList lines; ///< why it is so, the most important first; as many as there is room for
    std::vector<double> recent;

    friend bool operator==(const TileFacts &, const TileFacts &) = default;
};

/// `latencies` stand in for the history of a headline metric where the service has none.
TileFacts tileFacts(const ServiceStatus &service, const std::vector<double> &latencies, Instant now, const QTimeZone &zone,
    TileLoudness loudness);

/// What is drawn larger on the wall: DOWN is largest, also when somebody has it.
bool needsAttention(State state);

} // namespace tocsin
