// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/incidents/escalation_steps.h"

namespace tocsin {

/// Finds whom the targets of a policy mean at one moment. Lives as long as the rules and the concern it was made for.
class Recipients
{
public:
    Recipients(const EscalationRules &rules, const Concern &concern, Instant now)
        : m_rules(rules)
        , m_concern(concern)
        , m_now(now)
    {
    }

    /// Each person and channel once.
    std::vector<Recipient> of(const EscalationLevel &level);
    /// By all that this person can be reached by; empty for somebody unknown.
    std::vector<Recipient> of(const std::string &person) const;

    /// When a rota that was asked hands over next.
    const std::optional<Instant> &nextChange() const { return m_nextChange; }

private:
    void add(const std::string &person, const std::vector<ChannelId> &channels, Instant since, std::vector<Recipient> &all) const;
    void addOnCall(const std::string &rota, const std::vector<ChannelId> &channels, std::vector<Recipient> &all);

    const EscalationRules &m_rules;
    const Concern &m_concern;
    Instant m_now;
    std::optional<Instant> m_nextChange;
};

/// Adds those that are not there yet; who is there keeps the earlier `since`.
void addRecipients(const std::vector<Recipient> &more, std::vector<Recipient> &all);

} // namespace tocsin
