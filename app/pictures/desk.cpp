// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/desk.h"

#include "app/commands/terminal.h"
#include "app/pictures/station.h"
#include "widgets/shell/desk_window.h"

#include <QApplication>

namespace tocsin {

ExitStatus runDesk(const CommandLine &line)
{
    Station station(line);
    DeskWindow window(station.feed(), station.session(), station.clock());
    station.follow([&window](const Message &message) { window.handle(message); });
    window.show();
    quitOnSignals();
    return QApplication::exec() == 0 ? ExitStatus::Ok : ExitStatus::InternalError;
}

} // namespace tocsin
