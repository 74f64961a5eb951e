// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alert_sheet.h"

#include <algorithm>

namespace tocsin {

namespace {

bool isQuiet(const Alert &alert)
{
    return alert.acknowledgement || alert.handling.silenced || alert.handling.inhibited || alert.handling.muted;
}

/// A failure needs a person, what is on its way needs patience, what is confirmed needs nothing.
bool needsMore(const ActionStatus &a, const ActionStatus &b)
{
    const auto need = [](const ActionStatus &action) {
        return action.progress == ActionStatus::Progress::Failed ? 2 : action.progress == ActionStatus::Progress::Pending ? 1 : 0;
    };
    return need(a) > need(b);
}

} // namespace

void AlertSheet::apply(const Changes &changes)
{
    if (changes.reset) {
        m_actions.clear();
        m_joined.clear();
        for (const auto &entry : m_entries) {
            entry->action.reset();
            drop(*entry);
        }
    }
    for (const AlertKey &key : changes.goneAlerts) {
        m_actions.erase(key); // what is wished of it when it comes again is another wish
        if (const auto it = m_entries.find(key); it != m_entries.end())
            drop(**it);
    }
    m_entries.reserve(m_entries.size() + changes.alerts.size());
    for (const AlertPtr &alert : changes.alerts)
        put(alert);
    for (const JoinedAlerts &joined : changes.joinedAlerts)
        join(joined);
    for (const ActionStatus &action : changes.actions)
        note(action);
}

void AlertSheet::put(const AlertPtr &alert)
{
    AlertEntry *entry = nullptr;
    if (const auto it = m_entries.find(alert->key); it != m_entries.end()) {
        entry = it->get();
        touch(*entry);
        --entry->group->total;
    } else {
        auto made = std::make_unique<AlertEntry>();
        entry = made.get();
        entry->alert = alert;
        m_entries.insert(std::move(made));
        if (const auto action = m_actions.find(alert->key); action != m_actions.end())
            entry->action = action->second;
    }
    AlertPlace place = placeOf(*alert, m_order);
    const bool mayMove = !entry->group || entry->isGone || entry->place != place;
    entry->isGone = false;
    entry->alert = alert;
    entry->group = groupOf(*alert);
    ++entry->group->total;
    entry->group->differences.take(alert->labels);
    entry->place = std::move(place);
    entry->isJudged = false;
    m_unjudged.push_back(entry);
    if (mayMove && !entry->isMoved) {
        entry->isMoved = true;
        m_moved.push_back(entry);
    }
}

void AlertSheet::drop(AlertEntry &entry)
{
    entry.isGone = true;
    if (!std::exchange(entry.isListedGone, true))
        m_gone.push_back(&entry);
}

void AlertSheet::note(const ActionStatus &action)
{
    const auto shared = std::make_shared<const ActionStatus>(action);
    for (const AlertKey &key : action.alerts) {
        std::shared_ptr<const ActionStatus> &newest = m_actions[key];
        if (newest && action.id < newest->id)
            continue; // a late word on an earlier wish
        newest = shared;
        if (const auto it = m_entries.find(key); it != m_entries.end()) {
            (*it)->action = shared;
            touch(**it);
        }
    }
}

void AlertSheet::join(const JoinedAlerts &joined)
{
    const auto judgeAnew = [this](const AlertKey &key) {
        if (const auto it = m_entries.find(key); it != m_entries.end()) {
            (*it)->isJudged = false;
            m_unjudged.push_back(it->get());
        }
    };
    std::unordered_set<AlertKey> now(joined.alerts.begin(), joined.alerts.end());
    std::unordered_set<AlertKey> &known = m_joined[joined.service];
    for (const AlertKey &key : known) {
        if (now.count(key) == 0)
            judgeAnew(key);
    }
    for (const AlertKey &key : now) {
        if (known.count(key) == 0)
            judgeAnew(key);
    }
    known = std::move(now);
    if (known.empty())
        m_joined.erase(joined.service);
}

void AlertSheet::touch(const AlertEntry &entry)
{
    m_touched.insert(&entry);
    m_touched.insert(entry.group);
}

AlertGroup *AlertSheet::groupOf(const Alert &alert)
{
    std::string key;
    key.reserve(alert.name.size() + alert.service.text().size() + 1);
    key.append(alert.name).append(1, '\0').append(alert.service.text());
    std::unique_ptr<AlertGroup> &group = m_groups[std::move(key)];
    if (!group)
        group = std::make_unique<AlertGroup>();
    return group.get();
}

void AlertSheet::setFilter(AlertFilter filter)
{
    m_filter = std::move(filter);
    m_unjudged.clear();
    for (const auto &entry : m_entries) {
        entry->isJudged = false;
        m_unjudged.push_back(entry.get());
    }
}

bool AlertSheet::judge(std::size_t most)
{
    for (std::size_t judged = 0; !m_unjudged.empty() && judged < most; m_unjudged.pop_back()) {
        AlertEntry &entry = *m_unjudged.back();
        if (entry.isJudged || entry.isGone)
            continue;
        const auto joined = m_joined.find(entry.alert->service.isEmpty() ? otherAlerts : entry.alert->service);
        entry.isJoined = joined != m_joined.end() && joined->second.count(entry.alert->key) != 0;
        entry.passes = !entry.isJoined && (m_filter.isEmpty() || m_filter.matches(*entry.alert));
        entry.isJudged = true;
        ++judged;
    }
    return m_unjudged.empty();
}

void AlertSheet::setOrder(const AlertOrder &order)
{
    m_order = order;
    m_sorted.clear();
    m_moved.clear();
    for (const auto &entry : m_entries) {
        entry->isMoved = true;
        entry->hasPlace = false;
        m_moved.push_back(entry.get());
    }
}

bool AlertSheet::sort(std::size_t most)
{
    std::erase_if(m_sorted, [](const AlertEntry *entry) { return entry->isGone || entry->isMoved; });
    const std::size_t left = m_moved.size() - std::min(most, m_moved.size());
    const auto first = m_sorted.insert(m_sorted.end(), m_moved.begin() + static_cast<std::ptrdiff_t>(left), m_moved.end());
    m_moved.resize(left);
    const auto last = std::remove_if(first, m_sorted.end(), [](AlertEntry *entry) {
        entry->isMoved = false;
        return entry->isGone;
    });
    for (auto it = first; it != last; ++it) {
        if (!std::exchange((*it)->hasPlace, true))
            (*it)->place = placeOf(*(*it)->alert, m_order);
    }
    const auto ahead = [this](const AlertEntry *a, const AlertEntry *b) {
        return isAhead(m_order, a->place, a->alert->key, b->place, b->alert->key);
    };
    std::sort(first, last, ahead);
    std::inplace_merge(m_sorted.begin(), first, last, ahead);
    m_sorted.erase(last, m_sorted.end());
    return m_moved.empty();
}

void AlertSheet::refreshFaces(bool isGrouped)
{
    std::unordered_map<AlertGroup *, AlertGroup::Face> before;
    for (const auto &[key, group] : m_groups) {
        if (group->hasHead)
            before.emplace(group.get(), std::exchange(group->face, {}));
        else
            group->face = {};
    }
    for (const AlertEntry *entry : m_sorted) {
        if (!entry->passes)
            continue;
        ++m_passing;
        if (!isGrouped)
            continue;
        AlertGroup::Face &face = entry->group->face;
        face.members.push_back(entry);
        if (!face.worst || isWorse(entry->place, entry->alert->key, face.worst->place, face.worst->alert->key))
            face.worst = entry;
        face.owned += entry->alert->acknowledgement ? 1 : 0;
        face.isOutlined = face.isOutlined && isQuiet(*entry->alert);
        face.isStale = face.isStale || entry->alert->handling.stale;
        if (entry->action && (!face.action || needsMore(*entry->action, *face.action)))
            face.action = entry->action;
    }
    for (const auto &[key, group] : m_groups)
        group->hasHead = isGrouped && group->face.members.size() >= stormSize;
    for (const auto &[group, face] : before) {
        if (group->hasHead && !(group->face == face))
            m_touched.insert(group);
    }
}

std::vector<AlertRow> AlertSheet::rows(bool isGrouped)
{
    m_size = static_cast<std::size_t>(
        std::count_if(m_sorted.begin(), m_sorted.end(), [](const AlertEntry *entry) { return !entry->isJoined; }));
    m_passing = 0;
    refreshFaces(isGrouped);
    std::vector<AlertRow> rows;
    rows.reserve(isGrouped ? m_groups.size() : m_passing);
    for (const AlertEntry *entry : m_sorted) {
        if (!entry->passes)
            continue;
        const AlertGroup *group = entry->group;
        if (!group->hasHead) {
            rows.push_back({entry, nullptr});
        } else if (group->face.members.front() == entry) { // the group stands where its first alert would
            rows.push_back({nullptr, group});
            for (const AlertEntry *member : group->isExpanded ? group->face.members : std::vector<const AlertEntry *>())
                rows.push_back({member, nullptr});
        }
    }
    return rows;
}

void AlertSheet::forgetGone()
{
    for (AlertEntry *entry : m_gone) {
        entry->isListedGone = false;
        if (!entry->isGone)
            continue; // it came back
        --entry->group->total;
        m_touched.erase(entry);
        m_entries.erase(m_entries.find(entry->alert->key));
    }
    m_gone.clear();
    std::erase_if(m_groups, [this](const auto &item) {
        if (item.second->total == 0)
            m_touched.erase(item.second.get());
        return item.second->total == 0;
    });
}

void AlertSheet::setExpanded(const AlertGroup *group, bool isExpanded)
{
    for (const auto &[key, own] : m_groups) {
        if (own.get() == group)
            own->isExpanded = isExpanded;
    }
    m_touched.insert(group);
}

const AlertEntry *AlertSheet::find(const AlertKey &key) const
{
    const auto it = m_entries.find(key);
    return it == m_entries.end() || (*it)->isGone ? nullptr : it->get();
}

} // namespace tocsin
