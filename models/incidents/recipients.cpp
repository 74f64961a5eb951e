// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/recipients.h"

#include "models/domain/notify/on_call.h"

#include <algorithm>

namespace tocsin {

namespace {

template<typename T> const T *named(const std::vector<T> &all, const std::string &name)
{
    const auto it = std::find_if(all.begin(), all.end(), [&name](const T &one) { return one.name == name; });
    return it == all.end() ? nullptr : &*it;
}

} // namespace

std::vector<Recipient> Recipients::of(const EscalationLevel &level)
{
    std::vector<Recipient> all;
    for (const EscalationTarget &target : level.who) {
        switch (target.kind) {
        case EscalationTarget::Kind::Person:
            add(target.name, level.channels, Instant::min(), all);
            break;
        case EscalationTarget::Kind::Rota:
            addOnCall(target.name, level.channels, all);
            break;
        case EscalationTarget::Kind::Role:
            for (const RoleHolder &holder : m_concern.roles) {
                if (holder.role.text() == target.name)
                    add(holder.person, level.channels, holder.since, all);
            }
            break;
        }
    }
    return all;
}

std::vector<Recipient> Recipients::of(const std::string &person) const
{
    std::vector<Recipient> all;
    add(person, {}, Instant::min(), all);
    return all;
}

void Recipients::addOnCall(const std::string &rota, const std::vector<ChannelId> &channels, std::vector<Recipient> &all)
{
    const Rota *found = named(m_rules.rotas, rota);
    if (!found)
        return;
    const OnCall duty = onCall(*found, m_now);
    for (const std::string &person : duty.people)
        add(person, channels, duty.since.value_or(Instant::min()), all);
    if (duty.until)
        m_nextChange = std::min(m_nextChange.value_or(*duty.until), *duty.until);
}

void Recipients::add(
    const std::string &person, const std::vector<ChannelId> &channels, Instant since, std::vector<Recipient> &all) const
{
    const Person *found = named(m_rules.people, person);
    if (!found)
        return;
    std::vector<Recipient> reached;
    for (const auto &[channel, to] : found->reach) {
        if (channels.empty() || std::find(channels.begin(), channels.end(), channel) != channels.end())
            reached.push_back(Recipient{person, channel, to, since});
    }
    addRecipients(reached, all);
}

void addRecipients(const std::vector<Recipient> &more, std::vector<Recipient> &all)
{
    for (const Recipient &one : more) {
        const auto it = std::find_if(all.begin(), all.end(),
            [&one](const Recipient &other) { return other.person == one.person && other.channel == one.channel; });
        if (it == all.end())
            all.push_back(one);
        else
            it->since = std::min(it->since, one.since);
    }
}

} // namespace tocsin
