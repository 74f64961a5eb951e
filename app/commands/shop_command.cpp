// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"
#include "app/commands/terminal.h"
#include "models/items/words.h"
#include "models/session/simulation.h"
#include "models/session/system_clock.h"

#include <QCoreApplication>

namespace tocsin {

ExitStatus runShopCommand(const CommandLine &line)
{
    const SystemClock clock;
    const auto simulation = Simulation::start(clock, static_cast<std::uint16_t>(line.port));
    if (!simulation) {
        complain(words::sentence(simulation.error().reason) + QLatin1Char('\n'));
        return ExitStatus::InternalError;
    }
    const QString address = QStringLiteral("http://127.0.0.1:%1").arg((*simulation)->port());
    print(QCoreApplication::translate("ShopCommand",
        "The simulated shop serves at %1.\nAlertmanager: %1/alertmanager\nPrometheus: %1/prometheus\nCtrl+C ends it.\n")
              .arg(address));
    quitOnSignals();
    return QCoreApplication::exec() == 0 ? ExitStatus::Ok : ExitStatus::InternalError;
}

} // namespace tocsin
