// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/incident_words.h"

#include "models/items/time_words.h"
#include "models/items/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace tocsin::words {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

/// The plural form of the reader's language; English is made from the "(s)" of the source text when there is no translator.
QString counted(const char *text, int count)
{
    QString words = QCoreApplication::translate("Words", text, nullptr, count);
    return words.replace(QStringLiteral("(s)"), count == 1 ? QString() : QStringLiteral("s"));
}

Instant startOf(const Incident &incident)
{
    return incident.milestone(MilestoneKind::Started).at.value_or(incident.declaredAt);
}

QString commandOf(const Incident &incident)
{
    const std::string commander = incident.holderOf(roles::commander);
    if (commander.empty())
        return translated(QT_TRANSLATE_NOOP("Words", "nobody commands"));
    return fill(translated(QT_TRANSLATE_NOOP("Words", "%1 commands")), {QString::fromStdString(commander)});
}

QString paragraph(const char *title, const std::vector<TimelineEntryPtr> &entries, const char *nothing)
{
    QString text = translated(title) + QLatin1Char('\n');
    for (const TimelineEntryPtr &entry : entries) {
        text += QStringLiteral("– ") + sentence(entry->what);
        if (const QString detail = sentence(entry->detail); !detail.isEmpty())
            text += QStringLiteral(": ") + detail;
        text += QLatin1Char('\n');
    }
    return entries.empty() ? text + translated(nothing) + QLatin1Char('\n') : text;
}

} // namespace

QString severity(IncidentSeverity severity)
{
    const std::string_view name = severityName(severity);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QString statusName(IncidentStatus status)
{
    return sentence(tocsin::statusName(status));
}

QString roleName(const RoleId &role)
{
    return sentence(tocsin::roleName(role));
}

QString milestoneName(MilestoneKind milestone)
{
    return sentence(tocsin::milestoneName(milestone));
}

QString incidentTitle(const Incident &incident)
{
    return severity(incident.severity) + QLatin1Char(' ') + QString::fromStdString(incident.title);
}

QString incidentLine(const Incident &incident, Instant now)
{
    return QStringList{QString::fromStdString(incident.title), words::statusName(incident.status), commandOf(incident),
        stopwatch(runningTime(incident, now))}
        .join(QStringLiteral(" · "));
}

QString incidentsFromAfar(const std::vector<IncidentPtr> &open, Instant now)
{
    if (open.empty())
        return {};
    const Incident &worst = *open.front();
    QStringList parts{
        QString::fromStdString(worst.title), commandOf(worst), span(runningTime(worst, now)), words::statusName(worst.status)};
    if (open.size() > 1)
        parts << fill(translated(QT_TRANSLATE_NOOP("Words", "%1 more")), {QLocale().toString(static_cast<int>(open.size()) - 1)});
    return severity(worst.severity) + QLatin1Char(' ') + parts.join(QStringLiteral(" · "));
}

Duration runningTime(const Incident &incident, Instant now)
{
    return std::max(Duration(0), incident.milestone(MilestoneKind::Resolved).at.value_or(now) - startOf(incident));
}

QString milestoneTime(const Incident &incident, MilestoneKind milestone, const IncidentRules &rules)
{
    const std::optional<Instant> &at = incident.milestone(milestone).at;
    const std::optional<Duration> &objective = rules.objectives[static_cast<std::size_t>(milestone)];
    const QString time = at ? stopwatch(*at - startOf(incident)) : QStringLiteral("–");
    return objective ? fill(translated(QT_TRANSLATE_NOOP("Words", "%1 of %2")), {time, stopwatch(*objective)}) : time;
}

bool isMissed(const Incident &incident, MilestoneKind milestone, const IncidentRules &rules, Instant now)
{
    const std::optional<Duration> &objective = rules.objectives[static_cast<std::size_t>(milestone)];
    if (!objective)
        return false;
    const std::optional<Instant> &over = incident.milestone(MilestoneKind::Resolved).at;
    const std::optional<Instant> &at = incident.milestone(milestone).at;
    // What never came counts until it was over: nobody writes to customers about what has passed.
    return at.value_or(over.value_or(now)) - startOf(incident) > *objective;
}

QString milestoneSource(const Milestone &milestone, const QTimeZone &zone)
{
    if (!milestone.at)
        return translated(QT_TRANSLATE_NOOP("Words", "not yet"));
    const QString at = localAndUtc(*milestone.at, zone);
    if (milestone.isByHand)
        return fill(translated(QT_TRANSLATE_NOOP("Words", "%1, set by %2: %3")),
            {at, QString::fromStdString(milestone.author), QString::fromStdString(milestone.reason)});
    return fill(translated(QT_TRANSLATE_NOOP("Words", "%1, from the evidence")), {at});
}

QString entryCount(int count)
{
    return counted(QT_TRANSLATE_N_NOOP("Words", "%Ln line(s)"), count);
}

QString moreIncidents(int count)
{
    return counted(QT_TRANSLATE_N_NOOP("Words", "and %Ln more incident(s)"), count);
}

QString correction(const Correction &correction)
{
    return fill(translated(QT_TRANSLATE_NOOP("Words", "corrected by %1: %2")),
        {QString::fromStdString(correction.author), QString::fromStdString(correction.text)});
}

QString spokenEntry(const TimelineEntry &entry)
{
    QStringList parts{clockTime(entry.at, QTimeZone::systemTimeZone()), sentence(entry.what)};
    if (const QString detail = sentence(entry.detail); !detail.isEmpty())
        parts << detail;
    return parts.join(QStringLiteral(", "));
}

QString briefText(const Incident &incident)
{
    const Brief brief = briefOf(incident);
    return paragraph(QT_TRANSLATE_NOOP("Words", "Conditions"), brief.conditions,
               QT_TRANSLATE_NOOP("Words", "– nothing is known to be wrong now"))
        + paragraph(QT_TRANSLATE_NOOP("Words", "Actions"), brief.actions, QT_TRANSLATE_NOOP("Words", "– nothing is being done"))
        + paragraph(QT_TRANSLATE_NOOP("Words", "Needs"), brief.needs, QT_TRANSLATE_NOOP("Words", "– nothing is asked for"));
}

} // namespace tocsin::words
