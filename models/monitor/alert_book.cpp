// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/alert_book.h"

#include <algorithm>
#include <utility>

namespace tocsin {

AlertBook::AlertBook(const ServiceMatcher &matcher, std::vector<SourceId> sources)
    : m_matcher(matcher)
    , m_otherAlerts(matcher.serviceCount())
{
    for (SourceId &source : sources)
        m_pages.push_back(Page{std::move(source), {}, false, 0});
}

void AlertBook::update(std::size_t source, const std::vector<AlertPtr> &alerts, Monotonic asked, Missing missing)
{
    Page &page = m_pages[source];
    ++page.poll;
    for (const AlertPtr &alert : alerts) {
        Entry &entry = page.entries[alert->key.externalId];
        if (entry.seen == page.poll)
            continue; // listed twice: the first stands
        entry.seen = page.poll;
        const bool overlayEnds = entry.overlay && entry.overlay->moment < asked;
        if (overlayEnds)
            entry.overlay.reset();
        const bool isSame = entry.said && (entry.said == alert || *entry.said == *alert);
        const bool wasUnproven = std::exchange(entry.isUnproven, false);
        if (isSame && !overlayEnds && !wasUnproven)
            continue;
        if (!entry.said || entry.said->labels != alert->labels) {
            if (entry.said)
                m_touched.insert(entry.services.begin(), entry.services.end());
            entry.services = assign(alert->labels);
        }
        entry.said = alert;
        show(page, entry);
    }
    dropMissing(page, missing);
}

void AlertBook::dropMissing(Page &page, Missing missing)
{
    for (auto it = page.entries.begin(); it != page.entries.end();) {
        Entry &entry = it->second;
        if (entry.seen == page.poll) {
            ++it;
        } else if (missing == Missing::Unproven) {
            if (!std::exchange(entry.isUnproven, true))
                show(page, entry);
            ++it;
        } else {
            remove(page, it->first, entry);
            it = page.entries.erase(it);
        }
    }
}

void AlertBook::setStale(std::size_t source, bool isStale)
{
    Page &page = m_pages[source];
    if (page.isStale == isStale)
        return;
    page.isStale = isStale;
    for (auto &[id, entry] : page.entries)
        show(page, entry);
}

void AlertBook::overlay(const AlertKey &key, std::optional<Acknowledgement> acknowledgement, Monotonic moment)
{
    Entry *entry = entryOf(key);
    if (!entry)
        return;
    entry->overlay = Overlay{std::move(acknowledgement), moment};
    show(*pageOf(key.source), *entry);
}

void AlertBook::setLocal(const AlertKey &key, std::optional<Acknowledgement> acknowledgement)
{
    if (acknowledgement)
        m_local.insert_or_assign(key, std::move(*acknowledgement));
    else
        m_local.erase(key);
    if (Entry *entry = entryOf(key))
        show(*pageOf(key.source), *entry);
}

AlertPtr AlertBook::find(const AlertKey &key) const
{
    const Page *page = pageOf(key.source);
    if (!page)
        return nullptr;
    const auto it = page->entries.find(key.externalId);
    return it == page->entries.end() ? nullptr : it->second.shown;
}

std::vector<AlertPtr> AlertBook::othersOf(const AlertKey &key) const
{
    std::vector<AlertPtr> others;
    if (const Page *page = pageOf(key.source)) {
        others.reserve(page->entries.size());
        for (const auto &[id, entry] : page->entries) {
            if (id != key.externalId)
                others.push_back(entry.said);
        }
    }
    return others;
}

std::vector<AlertPtr> AlertBook::allOf(std::size_t source) const
{
    std::vector<AlertPtr> all;
    all.reserve(m_pages[source].entries.size());
    for (const auto &[id, entry] : m_pages[source].entries)
        all.push_back(entry.said);
    return all;
}

AlertBook::Difference AlertBook::takeDifference()
{
    Difference difference;
    difference.changed.reserve(m_changed.size());
    for (const AlertKey &key : m_changed) {
        Entry *entry = entryOf(key);
        if (!entry || !std::exchange(entry->isChanged, false))
            continue;
        difference.changed.push_back(entry->shown);
        if (beginsNow(*entry))
            difference.began.push_back(entry->shown);
    }
    difference.ended = std::exchange(m_ended, {});
    difference.gone.assign(m_gone.begin(), m_gone.end());
    difference.services = std::move(m_touched);
    m_changed.clear();
    m_gone.clear();
    m_touched.clear();
    return difference;
}

/// Whether it is to be told that this alert fires; once for each of its occurrences.
bool AlertBook::beginsNow(Entry &entry)
{
    const Alert &alert = *entry.shown;
    if (alert.phase != AlertPhase::Firing || !stateOf(alert))
        return false;
    const bool isAnew = alert.startsAt && entry.began && *alert.startsAt > *entry.began;
    if (entry.hasBegun && !isAnew)
        return false;
    entry.hasBegun = true;
    entry.began = alert.startsAt;
    return true;
}

std::unordered_map<std::size_t, std::vector<AlertPtr>> AlertBook::alertsOf(const std::unordered_set<std::size_t> &services) const
{
    std::unordered_map<std::size_t, std::vector<AlertPtr>> alerts;
    if (services.empty())
        return alerts;
    for (const Page &page : m_pages) {
        for (const auto &[id, entry] : page.entries) {
            for (const std::size_t service : entry.services) {
                if (services.count(service) > 0)
                    alerts[service].push_back(entry.shown);
            }
        }
    }
    return alerts;
}

AlertBook::Entry *AlertBook::entryOf(const AlertKey &key)
{
    Page *page = pageOf(key.source);
    const auto it = page ? page->entries.find(key.externalId) : decltype(page->entries.end())();
    return page && it != page->entries.end() ? &it->second : nullptr;
}

AlertBook::Page *AlertBook::pageOf(const SourceId &source)
{
    const auto it = std::find_if(m_pages.begin(), m_pages.end(), [&](const Page &page) { return page.source == source; });
    return it == m_pages.end() ? nullptr : &*it;
}

const AlertBook::Page *AlertBook::pageOf(const SourceId &source) const
{
    const auto it = std::find_if(m_pages.begin(), m_pages.end(), [&](const Page &page) { return page.source == source; });
    return it == m_pages.end() ? nullptr : &*it;
}

std::vector<std::size_t> AlertBook::assign(const Labels &labels) const
{
    std::vector<std::size_t> services = m_matcher.servicesOf(labels);
    if (services.empty())
        services.push_back(m_otherAlerts);
    return services;
}

void AlertBook::show(Page &page, Entry &entry)
{
    const Alert &said = *entry.said;
    const auto local = m_local.find(said.key);
    const std::size_t first = entry.services.front();
    const bool isServed = first < m_otherAlerts;
    const bool isStale = page.isStale || entry.isUnproven;
    const bool asSaid = !isStale && !entry.overlay && local == m_local.end() && !isServed && said.service.isEmpty();
    m_touched.insert(entry.services.begin(), entry.services.end());
    m_gone.erase(said.key);
    if (!std::exchange(entry.isChanged, true))
        m_changed.push_back(said.key);
    if (asSaid) {
        entry.shown = entry.said;
        return;
    }
    auto shown = std::make_shared<Alert>(said);
    shown->handling.stale = isStale || said.handling.stale;
    shown->service = isServed ? m_matcher.name(first) : ServiceId();
    if (entry.overlay)
        shown->acknowledgement = entry.overlay->acknowledgement;
    else if (local != m_local.end())
        shown->acknowledgement = local->second;
    entry.shown = std::move(shown);
}

void AlertBook::remove(const Page &page, const std::string &id, const Entry &entry)
{
    m_gone.insert(AlertKey{page.source, id});
    if (entry.hasBegun)
        m_ended.push_back(entry.shown);
    m_touched.insert(entry.services.begin(), entry.services.end());
}

} // namespace tocsin
