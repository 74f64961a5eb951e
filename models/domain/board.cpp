// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/board.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

namespace tocsin {

namespace {

constexpr std::size_t kMostActions = 500; // settled ones are shown for a while and then looked up by nobody

/// Puts `later` behind `earlier`, replacing what has the same key.
template<typename T, typename KeyOf> void mergeByKey(std::vector<T> &earlier, std::vector<T> &&later, KeyOf keyOf)
{
    if (later.empty())
        return;
    std::unordered_map<std::decay_t<decltype(keyOf(earlier.front()))>, std::size_t> index;
    index.reserve(earlier.size() + later.size());
    for (std::size_t i = 0; i < earlier.size(); ++i)
        index.insert_or_assign(keyOf(earlier[i]), i); // of equal keys the last one stands
    for (T &item : later) {
        const auto [it, isNew] = index.try_emplace(keyOf(item), earlier.size());
        if (isNew)
            earlier.push_back(std::move(item));
        else
            earlier[it->second] = std::move(item);
    }
}

/// Alerts that went and came back (or the reverse) within one batch: only the last word on each counts. Every list is
/// walked once: a batch may hold 20,000 alerts.
void mergeAlerts(Changes &earlier, Changes &later)
{
    const auto keyOf = [](const AlertPtr &alert) { return alert->key; };
    if (!later.goneAlerts.empty()) {
        const std::unordered_set<AlertKey> gone(later.goneAlerts.begin(), later.goneAlerts.end());
        std::erase_if(earlier.alerts, [&](const AlertPtr &alert) { return gone.count(alert->key) > 0; });
        mergeByKey(earlier.goneAlerts, std::move(later.goneAlerts), [](const AlertKey &key) { return key; });
    }
    mergeByKey(earlier.alerts, std::move(later.alerts), keyOf);
    if (earlier.goneAlerts.empty())
        return;
    std::unordered_set<AlertKey> present;
    for (const AlertPtr &alert : earlier.alerts)
        present.insert(alert->key);
    std::erase_if(earlier.goneAlerts, [&](const AlertKey &key) { return present.count(key) > 0; });
}

/// A wall runs for months. Ids begin with their time, so the first ones are the oldest.
void forgetOldActions(std::map<ActionId, ActionStatus> &actions)
{
    for (auto it = actions.begin(); actions.size() > kMostActions && it != actions.end();)
        it = it->second.progress == ActionStatus::Progress::Pending ? std::next(it) : actions.erase(it);
}

} // namespace

bool Changes::isEmpty() const
{
    return !reset && services.empty() && goneServices.empty() && checks.empty() && sources.empty() && alerts.empty()
        && goneAlerts.empty() && joinedAlerts.empty() && actions.empty() && !station;
}

void Changes::merge(Changes later)
{
    if (later.reset || isEmpty()) {
        *this = std::move(later);
        return;
    }
    std::erase_if(goneServices, [&](const ServiceId &id) {
        return std::any_of(later.services.begin(), later.services.end(), [&](const ServiceStatus &s) { return s.id == id; });
    });
    mergeByKey(services, std::move(later.services), [](const ServiceStatus &s) { return s.id; });
    mergeByKey(goneServices, std::move(later.goneServices), [](const ServiceId &id) { return id; });
    mergeByKey(checks, std::move(later.checks), [](const CheckStatus &c) { return c.id; });
    mergeByKey(sources, std::move(later.sources), [](const SourceStatus &s) { return s.id; });
    mergeByKey(actions, std::move(later.actions), [](const ActionStatus &a) { return a.id; });
    mergeByKey(joinedAlerts, std::move(later.joinedAlerts), [](const JoinedAlerts &j) { return j.service; });
    mergeAlerts(*this, later);
    if (later.station)
        station = std::move(later.station);
}

void Board::apply(const Changes &changes)
{
    if (changes.reset) {
        *this = Board();
        shop = changes.shop;
        currency = changes.currency;
        simulated = changes.simulated;
    }
    for (const ServiceStatus &service : changes.services) {
        if (services.insert_or_assign(service.id, service).second)
            serviceOrder.push_back(service.id);
    }
    for (const ServiceId &gone : changes.goneServices) {
        services.erase(gone);
        std::erase(serviceOrder, gone);
    }
    for (const CheckStatus &check : changes.checks)
        checks.insert_or_assign(check.id, check);
    for (const SourceStatus &source : changes.sources)
        sources.insert_or_assign(source.id, source);
    for (const AlertKey &key : changes.goneAlerts)
        alerts.erase(key);
    auto next = alerts.begin(); // a source lists thousands in the order of their keys: none is looked for then
    for (const AlertPtr &alert : changes.alerts)
        next = std::next(alerts.insert_or_assign(next, alert->key, alert));
    for (const JoinedAlerts &joined : changes.joinedAlerts) {
        if (joined.alerts.empty())
            joinedAlerts.erase(joined.service);
        else
            joinedAlerts.insert_or_assign(joined.service, joined.alerts);
    }
    for (const ActionStatus &action : changes.actions)
        actions.insert_or_assign(action.id, action);
    forgetOldActions(actions);
    if (changes.station)
        station = *changes.station;
}

State Board::overall() const
{
    State overall = services.empty() ? State::Unknown : State::Ok;
    for (const auto &[id, service] : services)
        overall = worst(overall, service.state);
    for (const auto &[id, source] : sources)
        overall = worst(overall, source.state);
    return overall;
}

} // namespace tocsin
