// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"
#include "app/commands/terminal.h"
#include "app/workspace.h"
#include "models/items/incident_words.h"
#include "models/items/time_words.h"
#include "models/items/words.h"
#include "models/session/incident_archive.h"
#include "models/session/incident_report.h"
#include "models/session/system_clock.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace tocsin {

namespace {

ExitStatus cannotRead(const Error &error)
{
    complain(QCoreApplication::translate("ReportCommand", "The journal cannot be read: %1\n").arg(words::sentence(error.reason)));
    return ExitStatus::InternalError;
}

/// One line for each incident, the newest first.
void list(const std::map<IncidentId, IncidentPtr> &incidents)
{
    std::vector<IncidentPtr> all;
    for (const auto &[id, incident] : incidents)
        all.push_back(incident);
    std::sort(all.begin(), all.end(), [](const IncidentPtr &a, const IncidentPtr &b) { return a->declaredAt > b->declaredAt; });
    for (const IncidentPtr &incident : all)
        print(
            QStringLiteral("%1  %2  %3  %4\n")
                .arg(QString::fromStdString(shortName(incident->id)), QString::fromStdString(formatRfc3339(incident->declaredAt)),
                    words::statusName(incident->status).leftJustified(14), words::incidentTitle(*incident)));
    if (all.empty())
        complain(QCoreApplication::translate("ReportCommand", "There is no incident in this journal.\n"));
}

ExitStatus write(const QString &text, const QString &out)
{
    if (out.isEmpty()) {
        print(text);
        return ExitStatus::Ok;
    }
    QFile file(out);
    const QByteArray bytes = text.toUtf8();
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size() && file.flush())
        return ExitStatus::Ok;
    complain(QCoreApplication::translate("ReportCommand", "%1 cannot be written.\n").arg(out));
    return ExitStatus::InternalError;
}

} // namespace

ExitStatus runReportCommand(const CommandLine &line)
{
    const SystemClock clock;
    const Workspace workspace = openWorkspace(line, clock); // a report needs no configuration, but says more with it
    const auto incidents = readIncidents(workspace.dataFolder);
    if (!incidents)
        return cannotRead(incidents.error());
    if (line.incident.isEmpty()) {
        list(*incidents);
        return ExitStatus::Ok;
    }
    const IncidentPtr incident = findIncident(*incidents, line.incident.toStdString());
    if (!incident) {
        complain(QCoreApplication::translate("ReportCommand", "There is no incident \"%1\"; tocsin report lists all.\n")
                     .arg(line.incident));
        return ExitStatus::Usage;
    }
    const ReportFormat format = line.format == QLatin1String("json") ? ReportFormat::Json : ReportFormat::Markdown;
    const std::string text = incidentReport(incident, workspace.config.incidents, workspace.config.shop, clock.now(), format);
    return write(QString::fromStdString(text) + QLatin1Char('\n'), line.out);
}

ExitStatus runJournalCommand(const CommandLine &line)
{
    const SystemClock clock;
    const Workspace workspace = openWorkspace(line, clock);
    const auto read = readJournal(
        workspace.dataFolder, [](const Event &event) { print(QString::fromStdString(eventJson(event)) + QLatin1Char('\n')); });
    return read ? ExitStatus::Ok : cannotRead(read.error());
}

} // namespace tocsin
