// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QListWidget>

namespace tocsin {

/// What an action will hit, one line each, as plain text. Only reads. UI thread; owned by its panel.
class MatchList final : public QListWidget
{
    Q_OBJECT

public:
    static constexpr int mostRows = 200;

    explicit MatchList(QWidget *parent = nullptr);

    /// How a line is meant.
    enum class Tone { Plain, Warning, Muted };

    void addAlert(const Alert &alert, const QString &remark, Tone tone = Tone::Plain);
    void addCheck(const CheckStatus &check, const QString &remark);
    void addService(const ServiceStatus &service);
    /// Says how many were left out, and takes as much height as `most` lines need at the most.
    void finish(std::size_t all, int most = 5);

private:
    void addLine(tocsin::State state, const QString &what, const QString &remark, Tone tone);
};

} // namespace tocsin
