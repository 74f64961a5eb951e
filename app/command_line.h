// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <filesystem>

#include <tl/expected.hpp>

namespace tocsin {

/// What somebody asked for, word by word checked. Both programs read the same language (decision 25).
struct CommandLine {
    enum class Command { Desk, Wall, Check, Validate, Schema, Shop, Watch, Report, Journal, NotifyTest, Snapshot, Help, Version };

    Command command = Command::Desk;
    std::filesystem::path config; ///< empty: the usual place
    std::filesystem::path data;   ///< empty: the usual place
    QString profile;
    bool simulated = false; ///< watch the built-in simulated shop, whatever the configuration says
    QString theme;          ///< dark, light, contrast; empty: follow the desktop
    QString language;       ///< empty: the system's

    QStringList names; ///< check: only these services and sources
    bool json = false;

    QString screen;       ///< wall
    Duration rotate{};    ///< wall; zero: the default
    bool onePage = false; ///< wall: never more than one page
    int nightDim = 0;     ///< wall: percent darker at night while nothing is DOWN

    QString view = QStringLiteral("overview"); ///< snapshot
    QSize size{1280, 800};
    Duration after{};
    QString out; ///< and report; there empty: the terminal

    QString incident;                      ///< report; empty: list them
    QString format = QStringLiteral("md"); ///< report

    QString channel; ///< notify-test
    QString to;      ///< notify-test; empty: where the channel goes by itself

    int port = 0; ///< shop; 0: a free one
};

/// Reads the arguments without the program's name. The error is a sentence for the terminal.
tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);

/// What `--help` prints.
QString helpText();

} // namespace tocsin
