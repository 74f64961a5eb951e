// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/board.h"

#include <algorithm>
#include <unordered_map>

namespace tocsin {

namespace {

/// Puts `later` behind `earlier`, replacing what has the same key.
template<typename T, typename KeyOf>
void mergeByKey(std::vector<T> &earlier, std::vector<T> &&later, KeyOf keyOf)
{
    std::unordered_map<std::decay_t<decltype(keyOf(earlier.front()))>, std::size_t> index;
    for (std::size_t i = 0; i < earlier.size(); ++i)
        index.emplace(keyOf(earlier[i]), i);
    for (T &item : later) {
        const auto [it, isNew] = index.try_emplace(keyOf(item), earlier.size());
        if (isNew)
            earlier.push_back(std::move(item));
        else
            earlier[it->second] = std::move(item);
    }
}

} // namespace

bool Changes::isEmpty() const
{
    return !reset && services.empty() && checks.empty() && sources.empty() && alerts.empty() && goneAlerts.empty()
        && actions.empty() && !station;
}

void Changes::merge(Changes later)
{
    if (later.reset || isEmpty()) {
        *this = std::move(later);
        return;
    }
    mergeByKey(services, std::move(later.services), [](const ServiceStatus &s) { return s.id; });
    mergeByKey(checks, std::move(later.checks), [](const CheckStatus &c) { return c.id; });
    mergeByKey(sources, std::move(later.sources), [](const SourceStatus &s) { return s.id; });
    mergeByKey(actions, std::move(later.actions), [](const ActionStatus &a) { return a.id; });
    // An alert that went and came back (or the reverse) within one batch: only its last word counts.
    std::erase_if(goneAlerts, [&](const AlertKey &key) {
        return std::any_of(later.alerts.begin(), later.alerts.end(), [&](const AlertPtr &a) { return a->key == key; });
    });
    mergeByKey(alerts, std::move(later.alerts), [](const AlertPtr &a) { return a->key; });
    if (!later.goneAlerts.empty()) {
        std::erase_if(alerts, [&](const AlertPtr &a) {
            return std::find(later.goneAlerts.begin(), later.goneAlerts.end(), a->key) != later.goneAlerts.end();
        });
        mergeByKey(goneAlerts, std::move(later.goneAlerts), [](const AlertKey &key) { return key; });
    }
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
    for (const CheckStatus &check : changes.checks)
        checks.insert_or_assign(check.id, check);
    for (const SourceStatus &source : changes.sources)
        sources.insert_or_assign(source.id, source);
    for (const AlertKey &key : changes.goneAlerts)
        alerts.erase(key);
    for (const AlertPtr &alert : changes.alerts)
        alerts.insert_or_assign(alert->key, alert);
    for (const ActionStatus &action : changes.actions)
        actions.insert_or_assign(action.id, action);
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
