// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/incident/related.h"

#include <QtGlobal>

#include <algorithm>
#include <set>
#include <tuple>

namespace tocsin {

namespace {

constexpr Phrase kSameService{"related.service", QT_TRANSLATE_NOOP("Phrase", "same service: %1")};
constexpr Phrase kSameProvider{"related.provider", QT_TRANSLATE_NOOP("Phrase", "same provider: %1")};
constexpr Phrase kSameTime{"related.time", QT_TRANSLATE_NOOP("Phrase", "began within minutes of it")};
constexpr std::chrono::minutes kNear(10);
constexpr std::size_t kOfEach = 5;

struct Candidate {
    int rank;
    RelatedAlert related;
};

class Kinship
{
public:
    Kinship(const Incident &incident, const Board &board)
        : m_services(incident.services.begin(), incident.services.end())
        , m_started(incident.milestone(MilestoneKind::Started).at.value_or(incident.declaredAt))
    {
        for (const LinkedAlert &linked : incident.alerts) {
            m_linked.insert(linked.alert.key);
            if (const auto it = board.alerts.find(linked.alert.key); it != board.alerts.end())
                addProvider(*it->second);
        }
    }

    std::optional<Candidate> judge(const AlertPtr &alert) const
    {
        if (m_linked.count(alert->key) > 0 || alert->phase != AlertPhase::Firing || !stateOf(*alert))
            return std::nullopt;
        if (!alert->service.isEmpty() && m_services.count(alert->service) > 0)
            return Candidate{0, {alert, Reason(kSameService, {alert->service.text()})}};
        const std::string provider(alert->labels.value("provider"));
        if (!provider.empty() && m_providers.count(provider) > 0)
            return Candidate{1, {alert, Reason(kSameProvider, {provider})}};
        const bool isNear = alert->startsAt && std::chrono::abs(*alert->startsAt - m_started) <= kNear;
        return isNear ? std::optional(Candidate{2, {alert, Reason(kSameTime)}}) : std::nullopt;
    }

private:
    void addProvider(const Alert &alert)
    {
        if (const std::string provider(alert.labels.value("provider")); !provider.empty())
            m_providers.insert(provider);
    }

    std::set<ServiceId> m_services;
    std::set<AlertKey> m_linked;
    std::set<std::string> m_providers;
    Instant m_started;
};

} // namespace

std::vector<RelatedAlert> relatedAlerts(const Incident &incident, const Board &board, std::size_t most)
{
    const Kinship kinship(incident, board);
    std::set<AlertKey> joined; // the same alert under another source's name
    for (const auto &[service, keys] : board.joinedAlerts)
        joined.insert(keys.begin(), keys.end());
    std::vector<Candidate> candidates;
    for (const auto &[key, alert] : board.alerts) {
        if (joined.count(key) > 0)
            continue;
        if (std::optional<Candidate> candidate = kinship.judge(alert))
            candidates.push_back(std::move(*candidate));
    }
    const auto isLikelier = [](const Candidate &a, const Candidate &b) {
        return std::tie(a.rank, b.related.alert->severity, a.related.alert->startsAt, a.related.alert->key)
            < std::tie(b.rank, a.related.alert->severity, b.related.alert->startsAt, b.related.alert->key);
    };
    const std::size_t count = std::min(most, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count), candidates.end(), isLikelier);
    std::vector<RelatedAlert> related;
    for (std::size_t i = 0; i < count; ++i)
        related.push_back(std::move(candidates[i].related));
    return related;
}

IncidentAlert snapshotOf(const Alert &alert)
{
    return {alert.key, alert.name, alert.severityText, alert.service, alert.startsAt};
}

Brief briefOf(const Incident &incident)
{
    Brief brief;
    std::set<std::string> told;
    const auto add = [](std::vector<TimelineEntryPtr> &list, const TimelineEntryPtr &entry) {
        if (list.size() < kOfEach)
            list.push_back(entry);
    };
    for (auto it = incident.timeline.rbegin(); it != incident.timeline.rend(); ++it) {
        const TimelineEntryPtr &entry = *it;
        const bool isOfSubject = entry->kind == EntryKind::State || entry->kind == EntryKind::Alert;
        if (isOfSubject && told.insert(entry->subject).second && entry->state >= State::Unknown)
            add(brief.conditions, entry);
        else if (entry->kind == EntryKind::Action || entry->kind == EntryKind::Decision)
            add(brief.actions, entry);
        else if (entry->kind == EntryKind::Need)
            add(brief.needs, entry);
    }
    return brief;
}

} // namespace tocsin
