// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/incident_scope.h"

#include <algorithm>
#include <map>
#include <set>

namespace tocsin {

namespace {

/// Elements in the order in which they were linked first.
template<typename Key, typename Value> class Linked
{
public:
    void link(const Key &key, Value value)
    {
        const auto it = std::find_if(m_all.begin(), m_all.end(), [&](const auto &entry) { return entry.first == key; });
        if (it == m_all.end())
            m_all.emplace_back(key, std::move(value));
    }
    void unlink(const Key &key)
    {
        std::erase_if(m_all, [&](const auto &entry) { return entry.first == key; });
    }
    const std::vector<std::pair<Key, Value>> &all() const { return m_all; }

private:
    std::vector<std::pair<Key, Value>> m_all;
};

struct ScopeFold {
    Linked<AlertKey, LinkedAlert> alerts;
    Linked<ServiceId, bool> services;
    Linked<CheckId, bool> checks;

    void link(const IncidentScope &scope, Instant at)
    {
        for (const IncidentAlert &alert : scope.alerts)
            alerts.link(alert.key, LinkedAlert{alert, at, {}});
        for (const ServiceId &service : scope.services)
            services.link(service, true);
        for (const CheckId &check : scope.checks)
            checks.link(check, true);
    }
    void unlink(const IncidentScope &scope)
    {
        for (const IncidentAlert &alert : scope.alerts)
            alerts.unlink(alert.key);
        for (const ServiceId &service : scope.services)
            services.unlink(service);
        for (const CheckId &check : scope.checks)
            checks.unlink(check);
    }
};

bool isCheckOf(const std::string &subject, const ServiceId &service)
{
    return subject.starts_with("check/" + service.text() + "/");
}

} // namespace

std::string subjectOf(const AlertKey &alert)
{
    return "alert/" + alert.source.text() + "/" + alert.externalId;
}

void foldScope(const std::vector<FactPtr> &acts, Incident &incident)
{
    ScopeFold fold;
    for (const FactPtr &fact : acts) {
        const auto *act = std::get_if<IncidentAct>(&fact->content);
        if (!act)
            continue;
        if (const auto *declared = std::get_if<acts::Declare>(act))
            fold.link(declared->scope, fact->entry.at);
        else if (const auto *linked = std::get_if<acts::Link>(act))
            fold.link(linked->scope, fact->entry.at);
        else if (const auto *unlinked = std::get_if<acts::Unlink>(act))
            fold.unlink(unlinked->scope);
    }
    for (const auto &[service, isNamed] : fold.services.all())
        incident.services.push_back(service);
    for (const auto &[key, linked] : fold.alerts.all()) {
        incident.alerts.push_back(linked);
        const ServiceId &service = linked.alert.service;
        const bool isNew = std::find(incident.services.begin(), incident.services.end(), service) == incident.services.end();
        if (!service.isEmpty() && isNew)
            incident.services.push_back(service);
    }
    for (const auto &[check, isNamed] : fold.checks.all())
        incident.checks.push_back(check);
}

bool concerns(const Incident &incident, const std::string &subject)
{
    const auto isOfService
        = [&](const ServiceId &service) { return subject == "service/" + service.text() || isCheckOf(subject, service); };
    return std::any_of(incident.services.begin(), incident.services.end(), isOfService)
        || std::any_of(incident.checks.begin(), incident.checks.end(),
            [&](const CheckId &check) { return subject == "check/" + check.text(); })
        || std::any_of(incident.alerts.begin(), incident.alerts.end(),
            [&](const LinkedAlert &linked) { return subject == subjectOf(linked.alert.key); });
}

std::vector<FactPtr> observedOf(const Incident &incident, const ObservedFacts &observed)
{
    std::set<std::string> subjects;
    for (const LinkedAlert &linked : incident.alerts)
        subjects.insert(subjectOf(linked.alert.key));
    for (const CheckId &check : incident.checks)
        subjects.insert("check/" + check.text());
    for (const ServiceId &service : incident.services) {
        subjects.insert("service/" + service.text());
        for (const std::string &check : observed.subjectsBelow("check/" + service.text() + "/"))
            subjects.insert(check);
    }
    std::vector<FactPtr> all;
    for (const std::string &subject : subjects)
        all.insert(all.end(), observed.about(subject).begin(), observed.about(subject).end());
    std::sort(all.begin(), all.end(), isBefore);
    return all;
}

} // namespace tocsin
