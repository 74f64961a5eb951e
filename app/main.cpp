// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/terminal.h"
#include "app/pictures/picture_commands.h"
#include "app/program.h"
#include "widgets/style/typography.h"

#include <QApplication>

#include <memory>
#include <optional>

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));

    QCoreApplication::setApplicationName(QStringLiteral("tocsin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TOCSIN_VERSION));
    // `tocsin check` must run where there is no display at all.
    std::unique_ptr<QCoreApplication> application;
    std::optional<tocsin::FontReading> fontReading;
    if (tocsin::needsPicture(arguments)) {
        if (!tocsin::choosePlatform(arguments)) {
            tocsin::complain(
                QStringLiteral("There is no display: tocsin check, tocsin snapshot and tocsin-cli watch need none.\n"));
            return static_cast<int>(tocsin::ExitStatus::NotInThisProgram);
        }
        application = std::make_unique<QApplication>(argc, argv);
        fontReading.emplace();
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    return static_cast<int>(tocsin::runProgram(arguments, tocsin::runPictureCommand));
}
