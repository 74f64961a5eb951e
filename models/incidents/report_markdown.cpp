// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/report.h"

#include <QtGlobal>

#include <algorithm>
#include <string_view>

namespace tocsin {

namespace {

constexpr Phrase kDrill{
    "report.drill", QT_TRANSLATE_NOOP("Phrase", "DRILL: nothing in this report has happened to a real shop.")};
constexpr Phrase kOngoing{
    "report.ongoing", QT_TRANSLATE_NOOP("Phrase", "%1, %2. Declared by %3; running for %4 when this was written.")};
constexpr Phrase kOver{
    "report.over", QT_TRANSLATE_NOOP("Phrase", "%1, %2. Declared by %3; it took %4 from the start to the end.")};
constexpr Phrase kMergedInto{"report.merged_into", QT_TRANSLATE_NOOP("Phrase", "Merged into %1.")};
constexpr Phrase kImpact{"report.impact", QT_TRANSLATE_NOOP("Phrase", "Impact")};
constexpr Phrase kService{"report.service", QT_TRANSLATE_NOOP("Phrase", "Service")};
constexpr Phrase kDown{"report.down", QT_TRANSLATE_NOOP("Phrase", "Down")};
constexpr Phrase kDegraded{"report.degraded", QT_TRANSLATE_NOOP("Phrase", "Degraded")};
constexpr Phrase kNoService{"report.no_service", QT_TRANSLATE_NOOP("Phrase", "No service is linked to this incident.")};
constexpr Phrase kTimes{"report.times", QT_TRANSLATE_NOOP("Phrase", "Times")};
constexpr Phrase kMoment{"report.moment", QT_TRANSLATE_NOOP("Phrase", "Moment")};
constexpr Phrase kAt{"report.at", QT_TRANSLATE_NOOP("Phrase", "At (UTC)")};
constexpr Phrase kAfter{"report.after", QT_TRANSLATE_NOOP("Phrase", "After the start")};
constexpr Phrase kObjective{"report.objective", QT_TRANSLATE_NOOP("Phrase", "Objective")};
constexpr Phrase kMissed{"report.missed", QT_TRANSLATE_NOOP("Phrase", "%1, missed")};
constexpr Phrase kByHand{"report.by_hand", QT_TRANSLATE_NOOP("Phrase", "%1 (set by %2: %3)")};
constexpr Phrase kRoles{"report.roles", QT_TRANSLATE_NOOP("Phrase", "Roles")};
constexpr Phrase kAlerts{"report.alerts", QT_TRANSLATE_NOOP("Phrase", "Alerts")};
constexpr Phrase kAlert{"report.alert", QT_TRANSLATE_NOOP("Phrase", "Alert")};
constexpr Phrase kSource{"report.source", QT_TRANSLATE_NOOP("Phrase", "Source")};
constexpr Phrase kBegan{"report.began", QT_TRANSLATE_NOOP("Phrase", "Began (UTC)")};
constexpr Phrase kEnded{"report.ended", QT_TRANSLATE_NOOP("Phrase", "Over (UTC)")};
constexpr Phrase kTimeline{"report.timeline", QT_TRANSLATE_NOOP("Phrase", "Timeline (UTC)")};
constexpr Phrase kCorrection{"report.correction", QT_TRANSLATE_NOOP("Phrase", "Corrected by %1: %2")};
constexpr Phrase kWell{"report.well", QT_TRANSLATE_NOOP("Phrase", "What went well")};
constexpr Phrase kBadly{"report.badly", QT_TRANSLATE_NOOP("Phrase", "What went badly")};
constexpr Phrase kFollowUps{"report.follow_ups", QT_TRANSLATE_NOOP("Phrase", "To follow")};
constexpr Phrase kNobodyWrote{"report.nobody_wrote", QT_TRANSLATE_NOOP("Phrase", "Nobody has written anything here.")};

/// Outside text as a piece of a line: nothing in it formats, links or breaks a table.
std::string escaped(std::string_view text)
{
    constexpr std::string_view kSpecial = "\\`*_{}[]()<>#+-!|~&";
    std::string safe;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == '\t') {
            safe += ' ';
            continue;
        }
        const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        if (isControl)
            continue;
        if (kSpecial.find(c) != std::string_view::npos)
            safe += '\\';
        safe += c;
    }
    return safe;
}

/// `2026-11-27 12:49:20`.
std::string moment(std::optional<Instant> at)
{
    if (!at)
        return "–";
    std::string text = formatRfc3339(*at).substr(0, 19);
    text[10] = ' ';
    return text;
}

std::string lengthText(std::optional<Duration> length)
{
    return length ? formatDuration(std::chrono::duration_cast<std::chrono::seconds>(*length)) : "–";
}

class Writer
{
public:
    Writer(const IncidentReport &report, const Say &say)
        : m_report(report)
        , m_incident(*report.incident)
        , m_say(say)
    {
    }

    std::string write()
    {
        line("# " + shortName(m_incident.id) + ": " + escaped(m_incident.title));
        if (m_incident.drill)
            line("**" + say(kDrill) + "**");
        writeSummary();
        writeImpact();
        writeTimes();
        writeRoles();
        writeAlerts();
        writeLessons(kWell, "act.went_well");
        writeLessons(kBadly, "act.went_badly");
        writeLessons(kFollowUps, "act.follow_up");
        writeTimeline();
        return std::move(m_text);
    }

private:
    std::string say(const Reason &reason) const { return escaped(m_say(reason)); }
    std::string say(const Phrase &phrase) const { return say(Reason(phrase)); }
    void line(const std::string &text) { m_text += text + "\n\n"; }
    void heading(const Phrase &phrase) { line("## " + say(phrase)); }
    void row(const std::vector<std::string> &cells)
    {
        m_text += '|';
        for (const std::string &cell : cells)
            m_text += ' ' + cell + " |";
        m_text += '\n';
    }
    void head(const std::vector<std::string> &cells)
    {
        row(cells);
        row(std::vector<std::string>(cells.size(), "---"));
    }

    void writeSummary()
    {
        const bool isOver = m_incident.milestone(MilestoneKind::Resolved).at.has_value();
        line(say(Reason(isOver ? kOver : kOngoing,
            {std::string(severityName(m_incident.severity)), statusName(m_incident.status), m_incident.declaredBy,
                lengthText(m_report.length())})));
        if (!m_report.criterion.empty())
            line("> " + std::string(severityName(m_incident.severity)) + ": " + escaped(m_report.criterion));
        if (!m_incident.mergedInto.isEmpty())
            line(say(Reason(kMergedInto, {shortName(m_incident.mergedInto)})));
    }

    void writeImpact()
    {
        heading(kImpact);
        if (m_report.impact.empty())
            return line(say(kNoService));
        head({say(kService), say(kDown), say(kDegraded)});
        for (const ServiceImpact &impact : m_report.impact)
            row({escaped(impact.service.text()), lengthText(impact.down), lengthText(impact.degraded)});
        m_text += '\n';
    }

    void writeTimes()
    {
        heading(kTimes);
        head({say(kMoment), say(kAt), say(kAfter), say(kObjective)});
        for (const ReportedTime &time : m_report.times) {
            Reason name = milestoneName(time.kind);
            if (time.milestone.isByHand)
                name = Reason(kByHand, {name, time.milestone.author, time.milestone.reason});
            const std::string after = lengthText(time.after);
            row({say(name), moment(time.milestone.at), time.isMissed() ? say(Reason(kMissed, {after})) : after,
                lengthText(time.objective)});
        }
        m_text += '\n';
    }

    void writeRoles()
    {
        if (m_incident.roles.empty())
            return;
        heading(kRoles);
        for (const RoleHolder &holder : m_incident.roles)
            m_text += "- " + say(roleName(holder.role)) + ": " + escaped(holder.person) + '\n';
        m_text += '\n';
    }

    void writeAlerts()
    {
        if (m_incident.alerts.empty())
            return;
        heading(kAlerts);
        head({say(kAlert), say(kSource), say(kBegan), say(kEnded)});
        for (const LinkedAlert &linked : m_incident.alerts)
            row({escaped(linked.alert.name), escaped(linked.alert.key.source.text()), moment(linked.alert.startsAt),
                moment(linked.resolvedAt)});
        m_text += '\n';
    }

    void writeLessons(const Phrase &title, std::string_view code)
    {
        heading(title);
        bool isEmpty = true;
        for (const TimelineEntryPtr &entry : m_incident.timeline) {
            if (entry->what.code() != code)
                continue;
            isEmpty = false;
            m_text += "- " + escaped(entry->what.arguments().at(1)) + " (" + escaped(entry->author) + ")\n";
        }
        isEmpty ? line(say(kNobodyWrote)) : void(m_text += '\n');
    }

    void writeTimeline()
    {
        heading(kTimeline);
        for (const TimelineEntryPtr &entry : m_incident.timeline)
            writeEntry(*entry);
    }

    void writeEntry(const TimelineEntry &entry)
    {
        const bool isPinned = m_incident.pinned.count(entry.id) > 0;
        const std::string what = say(entry.what);
        m_text += "- `" + moment(entry.at) + "` " + (isPinned ? "**" + what + "**" : what);
        if (!entry.detail.isEmpty())
            m_text += ": " + say(entry.detail);
        m_text += '\n';
        if (const auto it = m_incident.corrections.find(entry.id); it != m_incident.corrections.end())
            m_text += "  - " + say(Reason(kCorrection, {it->second.author, it->second.text})) + '\n';
        if (!entry.evidence.empty())
            writeEvidence(entry.evidence);
    }

    /// As code that is indented, which no sequence of characters can end.
    void writeEvidence(const std::string &evidence)
    {
        m_text += "\n      ";
        for (const char c : evidence) {
            const bool isControl = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
            if (c == '\n')
                m_text += "\n      ";
            else if (!isControl)
                m_text += c;
        }
        m_text += "\n\n";
    }

    const IncidentReport &m_report;
    const Incident &m_incident;
    const Say &m_say;
    std::string m_text;
};

} // namespace

std::string reportMarkdown(const IncidentReport &report, const Say &say)
{
    return Writer(report, say).write();
}

} // namespace tocsin
