// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/concerns.h"

#include "models/incidents/act_codec.h"

#include <QtGlobal>

#include <algorithm>
#include <set>

namespace tocsin {

namespace {

constexpr Phrase kDown{"concern.down", QT_TRANSLATE_NOOP("Phrase", "%1 is DOWN")};
constexpr Phrase kDegraded{"concern.degraded", QT_TRANSLATE_NOOP("Phrase", "%1 is DEGRADED")};
constexpr Phrase kUnknown{"concern.unknown", QT_TRANSLATE_NOOP("Phrase", "%1 is UNKNOWN: nothing proves that it works")};
constexpr Phrase kBecause{"concern.because", QT_TRANSLATE_NOOP("Phrase", "%1: %2")};

constexpr int kLowestTier = 4;
constexpr std::size_t kLongestTitle = 200;
constexpr auto kKeptAfterwards = std::chrono::hours(24);

bool isUnproven(State state)
{
    return state == State::Unknown || state == State::Pending;
}

std::string titleOf(const ServiceStatus &service)
{
    const Phrase &phrase = service.state == State::Down ? kDown : service.state == State::Degraded ? kDegraded : kUnknown;
    const Reason what(phrase, {service.id.text()});
    const std::string whole = service.reason.isEmpty() ? std::string() : english(Reason(kBecause, {what, service.reason}));
    return whole.empty() || whole.size() > kLongestTitle ? english(what) : whole;
}

/// What the timeline tells of an incident beside its present state.
struct Course {
    Instant began;     ///< declared, or taken up again after it was over
    Instant settledAt; ///< its severity
    std::optional<Instant> over;
    Instant withoutCommander;
};

std::string_view innerCode(const Reason &reason)
{
    const Reason *inner = reason.inner(1);
    return inner ? inner->code() : std::string_view();
}

Course courseOf(const Incident &incident)
{
    Course course{incident.declaredAt, incident.declaredAt, {}, incident.declaredAt};
    const std::string own = subjectOf(incident.id);
    for (const TimelineEntryPtr &entry : incident.timeline) {
        if (entry->subject != own)
            continue;
        const std::string_view code = entry->what.code();
        if (code == "act.severity") {
            course.settledAt = entry->at;
        } else if (code == "act.role.left" && innerCode(entry->what) == "role.commander") {
            course.withoutCommander = entry->at;
        } else if (code == "act.status") {
            const std::string_view status = innerCode(entry->what);
            const bool isOver = status == "incident.status.resolved" || status == "incident.status.closed";
            if (isOver && !course.over)
                course.over = entry->at;
            if (!isOver && course.over) {
                course.over.reset();
                course.began = entry->at;
            }
        }
    }
    return course;
}

class Gathering
{
public:
    Gathering(const std::vector<Concern> &before, const Takings &takings, Duration unknownAfter, Instant now)
        : m_takings(takings)
        , m_unknownAfter(unknownAfter)
        , m_now(now)
    {
        for (const Concern &concern : before)
            m_before.insert_or_assign(concern.subject, &concern);
    }

    void take(const Incident &incident)
    {
        if (!incident.mergedInto.isEmpty())
            return; // it goes on in the other one
        const Course course = courseOf(incident);
        Concern concern;
        concern.subject = subjectOf(incident.id);
        concern.severity = incident.severity;
        concern.title = incident.title;
        concern.began = course.began;
        concern.since = std::max(course.began, course.withoutCommander);
        concern.settledAt = std::max(course.began, course.settledAt);
        concern.roles = incident.roles;
        concern.drill = incident.drill;
        for (const ServiceId &service : incident.services)
            concern.services.push_back(service.text());
        if (incident.isBurning())
            m_spokenFor.insert(concern.services.begin(), concern.services.end());
        else
            concern.over = course.over.value_or(incident.closedAt.value_or(m_now));
        for (const std::string &service : concern.services) {
            if (concern.over)
                m_handedBack[service] = std::max(m_handedBack[service], *concern.over);
        }
        holdBy(commanderOf(incident), concern);
        keep(std::move(concern));
    }

    void take(const ServiceStatus &service, bool drill)
    {
        Concern concern;
        concern.subject = "service/" + service.id.text();
        if (m_spokenFor.count(service.id.text()) > 0)
            return;
        const auto before = m_before.find(concern.subject);
        const Concern *open = before == m_before.end() || before->second->over ? nullptr : before->second;
        const std::optional<IncidentSeverity> severity = severityNow(service, open);
        if (severity) {
            keep(trouble(service, *severity, open, drill));
        } else if (before != m_before.end()) {
            concern = *before->second;
            if (!concern.over)
                concern.over = std::max(service.since, concern.began);
            keep(std::move(concern));
        }
    }

    std::vector<Concern> result() { return std::move(m_concerns); }

private:
    static std::optional<Holding> commanderOf(const Incident &incident)
    {
        for (const RoleHolder &holder : incident.roles) {
            if (holder.role == roles::commander)
                return Holding{holder.person, holder.since, std::nullopt};
        }
        return std::nullopt;
    }

    std::optional<IncidentSeverity> severityNow(const ServiceStatus &service, const Concern *open) const
    {
        if (open && isUnproven(service.state))
            return open->severity;
        const bool isFreshUnknown = service.state == State::Unknown && m_now < service.since + m_unknownAfter;
        return isFreshUnknown ? std::nullopt : severityOf(service);
    }

    Concern trouble(const ServiceStatus &service, IncidentSeverity severity, const Concern *open, bool drill)
    {
        const Instant noticed = service.state == State::Unknown ? service.since + m_unknownAfter : service.since;
        const auto handedBack = m_handedBack.find(service.id.text());
        const Instant own = handedBack == m_handedBack.end() ? noticed : std::max(noticed, handedBack->second);
        Concern concern;
        concern.subject = "service/" + service.id.text();
        concern.severity = severity;
        concern.services = {service.id.text()};
        concern.title = open && isUnproven(service.state) ? open->title : titleOf(service);
        concern.began = open ? open->began : own;
        concern.since = open ? open->since : own;
        concern.settledAt = !open ? own : open->severity == severity ? open->settledAt : std::max(own, open->settledAt);
        concern.drill = drill;
        std::optional<Holding> holding;
        if (service.owned)
            holding = Holding{service.owner, service.ownedSince.value_or(service.since), std::nullopt};
        else if (open && open->held && !open->held->until)
            concern.since = std::max(concern.since, goneSince(*open)); // whoever had it has it no more
        holdBy(holding, concern);
        return concern;
    }

    /// When somebody gave it back; now, when nothing tells.
    Instant goneSince(const Concern &concern) const
    {
        const auto it = m_takings.find(concern.subject);
        const bool isTold = it != m_takings.end() && it->second.givenBack && *it->second.givenBack >= concern.held->at;
        return isTold ? *it->second.givenBack : m_now;
    }

    /// Who took it in so many words comes before who has it by their office.
    void holdBy(const std::optional<Holding> &office, Concern &concern) const
    {
        const auto it = m_takings.find(concern.subject);
        const bool isTaken = it != m_takings.end() && it->second.held && it->second.held->at >= concern.began;
        if (it != m_takings.end() && it->second.givenBack)
            concern.since = std::max(concern.since, *it->second.givenBack);
        concern.held = isTaken ? it->second.held : std::nullopt;
        if (office && !isHeld(concern, m_now))
            concern.held = office;
    }

    void keep(Concern concern)
    {
        if (!concern.over || m_now < *concern.over + kKeptAfterwards)
            m_concerns.push_back(std::move(concern));
    }

    const Takings &m_takings;
    const Duration m_unknownAfter;
    const Instant m_now;
    std::map<std::string, const Concern *> m_before;
    std::set<std::string> m_spokenFor;
    std::map<std::string, Instant> m_handedBack; ///< when an incident that had the service was over
    std::vector<Concern> m_concerns;
};

} // namespace

std::optional<IncidentSeverity> severityOf(const ServiceStatus &service)
{
    const int tier = std::clamp(service.tier, 1, kLowestTier);
    switch (service.state) {
    case State::Down:
        return static_cast<IncidentSeverity>(tier);
    case State::Degraded:
        return static_cast<IncidentSeverity>(tier + 1);
    case State::Unknown:
        return tier == 1 ? std::optional(IncidentSeverity::Sev2) : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::vector<Concern> concernsOf(const std::vector<Concern> &before, const Board &board, const std::vector<IncidentPtr> &incidents,
    const Takings &takings, Duration unknownAfter, Instant now)
{
    Gathering gathering(before, takings, unknownAfter, now);
    for (const IncidentPtr &incident : incidents)
        gathering.take(*incident);
    for (const auto &[id, service] : board.services)
        gathering.take(service, board.simulated);
    return gathering.result();
}

} // namespace tocsin
