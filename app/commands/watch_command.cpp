// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"
#include "app/commands/terminal.h"
#include "app/workspace.h"
#include "models/items/words.h"
#include "models/session/session.h"
#include "models/session/system_clock.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin {

namespace {

/// Prints a line for each change of state, so that a log of the terminal is a log of the shop.
class StateLog
{
public:
    explicit StateLog(const Clock &clock)
        : m_clock(clock)
    {
    }

    void take(const Message &message)
    {
        if (const auto *changes = std::get_if<Changes>(&message))
            takeChanges(*changes);
        else if (const auto *notice = std::get_if<StationNotice>(&message))
            takeNotice(*notice);
        else if (const auto *report = std::get_if<ConfigurationReport>(&message))
            takeReport(*report);
    }

    const Board &board() const { return m_board; }

private:
    void takeChanges(const Changes &changes)
    {
        if (changes.station && changes.station->blind != m_board.station.blind) // before anything else: it explains the rest
            printLine(QCoreApplication::translate("WatchCommand", "station"),
                changes.station->blind
                    ? QCoreApplication::translate("WatchCommand", "is blind. ") + words::sentence(changes.station->reason)
                    : QCoreApplication::translate("WatchCommand", "sees again"));
        for (const ServiceStatus &service : changes.services) {
            const auto it = m_board.services.find(service.id);
            if (it == m_board.services.end() || it->second.state != service.state)
                printState(QString::fromStdString(service.id.text()), service.state, service.reason);
        }
        for (const SourceStatus &source : changes.sources) {
            const auto it = m_board.sources.find(source.id);
            if (it == m_board.sources.end() || it->second.state != source.state)
                printState(QString::fromStdString(source.id.text()), source.state, source.reason);
        }
        m_board.apply(changes);
    }

    void takeNotice(const StationNotice &notice)
    {
        const bool isTrouble = !notice.reason.isEmpty();
        if (isTrouble || m_isInTrouble)
            printLine(QCoreApplication::translate("WatchCommand", "station"),
                isTrouble ? words::sentence(notice.reason) : QCoreApplication::translate("WatchCommand", "all is well again"));
        m_isInTrouble = isTrouble;
        for (const Reason &remark : notice.remarks) {
            if (std::find(m_remarks.begin(), m_remarks.end(), remark) == m_remarks.end())
                printLine(QCoreApplication::translate("WatchCommand", "station"), words::sentence(remark));
        }
        m_remarks = notice.remarks;
    }

    void takeReport(const ConfigurationReport &report)
    {
        for (const std::string &error : report.errors)
            complain(QString::fromStdString(error) + QLatin1Char('\n'));
        for (const std::string &warning : report.warnings)
            complain(QString::fromStdString(warning) + QLatin1Char('\n'));
        printLine(QCoreApplication::translate("WatchCommand", "configuration"),
            report.keptOld ? QCoreApplication::translate("WatchCommand", "is wrong; the one before stays in force")
                           : QCoreApplication::translate("WatchCommand", "read again"));
    }

    void printState(const QString &name, State state, const Reason &reason)
    {
        printLine(
            name, words::stateName(state) + (reason.isEmpty() ? QString() : QStringLiteral(": ") + words::sentence(reason)));
    }

    void printLine(const QString &name, const QString &text)
    {
        print(QStringLiteral("%1 %2 %3\n").arg(QString::fromStdString(formatRfc3339(m_clock.now())), name, text));
    }

    const Clock &m_clock;
    Board m_board;
    bool m_isInTrouble = false;
    std::vector<Reason> m_remarks;
};

} // namespace

ExitStatus runWatchCommand(const CommandLine &line)
{
    const SystemClock clock;
    const Workspace workspace = openWorkspace(line, clock);
    if (const QString why = whyNothingIsWatched(workspace); !why.isEmpty()) {
        complain(why);
        return ExitStatus::BadConfiguration;
    }
    complain(problemText(workspace.problems));
    StateLog log(clock);
    Session session(workspace.config, {workspace.dataFolder, workspace.configPath}, clock);
    session.guard(log.board());
    QObject::connect(
        &session.door(), &MessageDoor::arrived, &session.door(), [&log](const Message &message) { log.take(message); });
    quitOnSignals();
    return QCoreApplication::exec() == 0 ? ExitStatus::Ok : ExitStatus::InternalError;
}

} // namespace tocsin
