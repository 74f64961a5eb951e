// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alert_sheet.h"

#include <algorithm>

namespace tocsin {

namespace {

int rankOf(const Alert &alert)
{
    const std::optional<State> state = stateOf(alert);
    const int stateRank = state ? static_cast<int>(*state) + 1 : 0;
    return stateRank * 8 + static_cast<int>(alert.severity);
}

/// The first eight bytes as a number that compares as they do: most ties are broken without touching the text.
std::uint64_t tieOf(const AlertKey &key)
{
    std::uint64_t tie = 0;
    for (std::size_t i = 0; i < 8; ++i)
        tie = tie << 8 | (i < key.externalId.size() ? static_cast<unsigned char>(key.externalId[i]) : 0U);
    return tie;
}

bool isAhead(const AlertEntry *a, const AlertEntry *b)
{
    if (a->rank != b->rank)
        return a->rank > b->rank;
    if (a->startsAtMs != b->startsAtMs)
        return a->startsAtMs > b->startsAtMs;
    if (a->tie != b->tie)
        return a->tie < b->tie;
    const AlertKey &keyA = a->alert->key;
    const AlertKey &keyB = b->alert->key;
    return keyA.externalId != keyB.externalId ? keyA.externalId < keyB.externalId : keyA.source < keyB.source;
}

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
    const bool mayMove
        = !entry->group || entry->isGone || entry->rank != rankOf(*alert) || entry->alert->startsAt != alert->startsAt;
    entry->isGone = false;
    entry->alert = alert;
    entry->group = groupOf(*alert);
    ++entry->group->total;
    entry->rank = rankOf(*alert);
    entry->startsAtMs = alert->startsAt ? alert->startsAt->time_since_epoch().count() : 0;
    entry->tie = tieOf(alert->key);
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

void AlertSheet::sortMoved()
{
    std::erase_if(m_order, [](const AlertEntry *entry) { return entry->isGone || entry->isMoved; });
    std::erase_if(m_moved, [](const AlertEntry *entry) { return entry->isGone; });
    std::sort(m_moved.begin(), m_moved.end(), isAhead);
    const auto middle = m_order.insert(m_order.end(), m_moved.begin(), m_moved.end());
    std::inplace_merge(m_order.begin(), middle, m_order.end(), isAhead);
    for (AlertEntry *entry : m_moved)
        entry->isMoved = false;
    m_moved.clear();
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
    for (const AlertEntry *entry : m_order) {
        if (!entry->passes)
            continue;
        ++m_passing;
        if (!isGrouped)
            continue;
        AlertGroup::Face &face = entry->group->face;
        face.members.push_back(entry);
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
    sortMoved();
    m_size = static_cast<std::size_t>(
        std::count_if(m_order.begin(), m_order.end(), [](const AlertEntry *entry) { return !entry->isJoined; }));
    m_passing = 0;
    refreshFaces(isGrouped);
    std::vector<AlertRow> rows;
    rows.reserve(isGrouped ? m_groups.size() : m_passing);
    for (const AlertEntry *entry : m_order) {
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
