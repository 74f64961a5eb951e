// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/tile_keeper.h"

#include "models/domain/alert_join.h"

#include <utility>

namespace tocsin {

namespace {

constexpr Duration kAgedEvery{250};

} // namespace

TileKeeper::TileKeeper(const Config &config, Surroundings surroundings)
    : m_around(surroundings)
    , m_lastAged(surroundings.clock.monotonic())
{
    for (std::size_t source = 0; source < m_around.sources.count(); ++source) {
        if (m_around.sources.readsAlerts(source))
            m_alertSources.push_back(source);
    }
    for (std::size_t i = 0; i < config.services.size(); ++i) {
        Slot &slot = m_slots.emplace_back();
        slot.status.id = ServiceId(config.services[i].name);
        slot.status.tier = config.services[i].tier;
        slot.status.dependsOn = config.services[i].dependsOn;
        slot.status.since = m_around.clock.now();
        slot.restsOnSources = m_around.matcher.takesAlerts(i) && !m_alertSources.empty();
        for (const std::size_t check : m_around.checks.checksOf(i))
            slot.status.checks.push_back(m_around.checks.status(check).id);
        m_urgent.insert(i);
    }
    m_externalLabels.assign(usualExternalLabels.begin(), usualExternalLabels.end());
    for (const SourceConfig &source : config.sources) {
        const std::vector<std::string> own = source.settings.texts("external_labels_ignored");
        m_externalLabels.insert(m_externalLabels.end(), own.begin(), own.end());
    }
    Slot &others = m_slots.emplace_back();
    others.status.id = otherAlerts;
}

void TileKeeper::touch(std::size_t service, bool isUrgent)
{
    (isUrgent ? m_urgent : m_aged).insert(service);
}

void TileKeeper::touchThoseThatRestOnSources()
{
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].restsOnSources)
            m_urgent.insert(i);
    }
}

void TileKeeper::flush()
{
    takeAlerts();
    const Monotonic now = m_around.clock.monotonic();
    if (now - m_lastAged >= kAgedEvery && !m_aged.empty()) {
        m_urgent.merge(m_aged);
        m_aged.clear();
        m_lastAged = now;
    }
    const std::set<std::size_t> due = std::exchange(m_urgent, {});
    for (const std::size_t service : due) {
        m_aged.erase(service);
        if (service + 1 < m_slots.size())
            remake(service);
        else
            remakeOtherAlerts();
    }
}

std::optional<Monotonic> TileKeeper::nextFlush() const
{
    return m_aged.empty() ? std::nullopt : std::optional(m_lastAged + kAgedEvery);
}

void TileKeeper::takeAlerts()
{
    AlertBook::Difference difference = m_around.alerts.takeDifference();
    if (difference.services.empty())
        return;
    m_diary.tell(difference, m_around.clock.monotonic(), m_around.news);
    Changes &changes = m_around.news.changes();
    changes.alerts = std::move(difference.changed);
    changes.goneAlerts = std::move(difference.gone);
    auto alerts = m_around.alerts.alertsOf(difference.services);
    for (const std::size_t service : difference.services) {
        Slot &slot = m_slots[service];
        auto [own, joined] = joinedOnce(std::move(alerts[service]), m_externalLabels);
        takeJoined(service, std::move(joined));
        sortForTile(own);
        slot.alerts = sumOf(own, m_around.clock.now());
        slot.status.alerts.clear();
        for (const AlertPtr &alert : own)
            slot.status.alerts.push_back(alert->key);
        slot.isNew = true;
        m_urgent.insert(service);
    }
}

void TileKeeper::takeJoined(std::size_t service, std::vector<AlertKey> joined)
{
    Slot &slot = m_slots[service];
    if (slot.joinedAlerts == joined)
        return;
    slot.joinedAlerts = std::move(joined);
    m_around.news.changes().joinedAlerts.push_back({slot.status.id, slot.joinedAlerts});
}

void TileKeeper::remake(std::size_t service)
{
    Slot &slot = m_slots[service];
    TileParts parts;
    parts.alerts = slot.alerts;
    for (const std::size_t check : m_around.checks.checksOf(service))
        parts.checks.push_back(&m_around.checks.status(check));
    if (slot.restsOnSources) {
        for (const std::size_t source : m_alertSources)
            parts.sources.push_back(&m_around.sources.status(source));
    }
    parts.maintenance = m_around.maintenance.active(service);
    parts.isWatched = !parts.checks.empty() || slot.restsOnSources;
    parts.now = m_around.clock.now();
    ServiceStatus after = tileOf(slot.status, parts);
    after.metrics = m_around.metrics.statusesOf(service);
    const bool isChanged = slot.isNew || after != slot.status;
    if (!isChanged)
        return;
    slot.isNew = false;
    tell(slot.status, after);
    slot.status = std::move(after);
    m_around.news.changes().services.push_back(slot.status);
}

void TileKeeper::remakeOtherAlerts()
{
    Slot &slot = m_slots.back();
    const bool isNeeded = !slot.alerts.isEmpty;
    if (!isNeeded && !m_showsOtherAlerts)
        return;
    TileParts parts;
    parts.alerts = slot.alerts;
    parts.now = m_around.clock.now();
    if (!m_showsOtherAlerts)
        slot.status.state = State::Pending;
    ServiceStatus after = tileOf(slot.status, parts);
    tell(slot.status, after);
    slot.status = std::move(after);
    m_around.news.changes().services.push_back(slot.status);
    if (!isNeeded)
        m_around.news.changes().goneServices.push_back(slot.status.id);
    m_showsOtherAlerts = isNeeded;
}

void TileKeeper::tell(const ServiceStatus &before, const ServiceStatus &after)
{
    m_around.news.stateChanged("service/" + after.id.text(), before.state, after.state, after.reason, after.since);
}

std::map<ServiceId, ServiceStatus> TileKeeper::carryOver() const
{
    std::map<ServiceId, ServiceStatus> carried;
    for (const Slot &slot : m_slots)
        carried.emplace(slot.status.id, slot.status);
    return carried;
}

void TileKeeper::restore(const std::map<ServiceId, ServiceStatus> &carried)
{
    for (std::size_t i = 0; i + 1 < m_slots.size(); ++i) {
        if (const auto it = carried.find(m_slots[i].status.id); it != carried.end()) {
            m_slots[i].status.state = it->second.state;
            m_slots[i].status.since = it->second.since;
        }
        m_urgent.insert(i);
    }
}

} // namespace tocsin
