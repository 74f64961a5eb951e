// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/escalation.h"

#include "models/incidents/escalation_steps.h"
#include "models/incidents/escalation_words.h"

#include <QtGlobal>

#include <algorithm>
#include <set>
#include <tuple>

namespace tocsin {

namespace {

constexpr Phrase kNoPolicy{"escalation.no_policy",
    QT_TRANSLATE_NOOP("Phrase",
        "Nobody has \"%1\", and no escalation policy takes %2 of its services: nobody is told. Take it, and add a policy.")};
constexpr Phrase kUnheard{"escalation.unheard",
    QT_TRANSLATE_NOOP("Phrase",
        "Nobody has \"%1\", and the policy \"%2\" finds nobody who can be told now: nobody is on call, or nobody "
        "can be reached by its channels. Take it, or call somebody.")};
constexpr Phrase kLost{"escalation.lost",
    QT_TRANSLATE_NOOP("Phrase",
        "Nobody has \"%1\", and no message about it has arrived: every channel of the policy \"%2\" has failed. Take "
        "it, or call somebody.")};

template<typename T> bool takes(const std::vector<T> &listed, const T &one)
{
    return listed.empty() || std::find(listed.begin(), listed.end(), one) != listed.end();
}

/// Why a concern comes before another: what nobody has, then what somebody may have forgotten, then what is over.
auto placeOf(const Concern &concern, Instant now)
{
    const bool held = isHeld(concern, now);
    const int group = concern.over ? 2 : held ? 1 : 0;
    const Instant time = concern.over ? *concern.over : held ? concern.held->at : concern.since;
    return std::tuple(group, group == 0 ? concern.severity : IncidentSeverity::Sev1, time, concern.subject);
}

class Decision
{
public:
    Decision(const EscalationRules &rules, const OutboxEntries &done, const Stations &stations, Instant now)
        : m_rules(rules)
        , m_done(done)
        , m_stations(stations)
        , m_now(now)
        , m_wait(std::max(Duration(0), rules.waitForOwner))
    {
    }

    void take(const Concern &concern)
    {
        const EscalationPolicy *policy = policyFor(m_rules, concern);
        if (concern.over) {
            follow(concern, policy, endOf(concern, policy, m_done, m_now));
            return;
        }
        if (!policy) {
            if (isUrgent(concern.severity) && !isHeld(concern, m_now))
                complain(concern, Reason(kNoPolicy, {concern.title, std::string(severityName(concern.severity))}));
            if (concern.held && concern.held->until)
                lookAgainAt(*concern.held->until);
            return;
        }
        const Duration lookBack = m_wait * static_cast<int>(m_stations.names.size());
        const EscalationCourse course = courseOf(concern, *policy, m_rules, m_done, lookBack, m_now);
        follow(concern, policy, course);
        if (course.isUnheard)
            complain(concern, Reason(kUnheard, {concern.title, policy->name}));
        else if (!isHeld(concern, m_now) && isLost(concern, course))
            complain(concern, Reason(kLost, {concern.title, policy->name}));
    }

    Escalation result() { return std::move(m_result); }

private:
    void follow(const Concern &concern, const EscalationPolicy *policy, const EscalationCourse &course)
    {
        if (course.next)
            lookAgainAt(*course.next);
        std::vector<Recipient> everybody;
        for (const EscalationStep &step : course.steps)
            addRecipients(step, everybody);
        for (const Recipient &recipient : everybody)
            tell(concern, policy, course.steps, recipient);
    }

    static void addRecipients(const EscalationStep &step, std::vector<Recipient> &all)
    {
        for (const Recipient &one : step.recipients) {
            if (!find(all, one))
                all.push_back(one);
        }
    }

    static const Recipient *find(const std::vector<Recipient> &all, const Recipient &wanted)
    {
        const auto it = std::find_if(all.begin(), all.end(),
            [&wanted](const Recipient &one) { return one.person == wanted.person && one.channel == wanted.channel; });
        return it == all.end() ? nullptr : &*it;
    }

    /// The last step that this station has to tell this recipient. An earlier one counts only when it was this station's business
    /// before the later one came: while the stations before it do not send, and the steps come faster than the wait for them.
    void tell(
        const Concern &concern, const EscalationPolicy *policy, const std::vector<EscalationStep> &steps, const Recipient &whom)
    {
        std::optional<Instant> later;
        for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
            const Recipient *recipient = find(step->recipients, whom);
            if (!recipient)
                continue;
            const NotificationId id = idOf(concern, *step, *recipient);
            const Instant known = std::max({step->at, recipient->since, m_stations.startedAt, concern.settledAt});
            if (isDone(id) || (later && *later <= known))
                return;
            const int rank = rankOf(id, m_stations);
            const Instant at = known + rank * m_wait;
            if (at <= m_now) {
                Notification notice = notificationOf(concern, policy, *step, *recipient, m_rules);
                notice.id = id;
                notice.mayBeRepeat = rank > 0;
                if (m_asked.insert(id).second)
                    m_result.notices.push_back(std::move(notice));
                return;
            }
            lookAgainAt(at);
            later = step->at;
        }
    }

    /// What this station was asked for once it goes on with by itself. What another one holds may die with it.
    bool isDone(const NotificationId &id) const
    {
        const auto it = m_done.find(id);
        return it != m_done.end() && std::any_of(it->second.begin(), it->second.end(), [this](const auto &entry) {
            return entry.first == m_stations.self || entry.second.state == OutboxEntry::State::Accepted;
        });
    }

    bool isLost(const Concern &concern, const EscalationCourse &course) const
    {
        std::vector<Recipient> everybody;
        for (const EscalationStep &step : course.steps)
            addRecipients(step, everybody);
        return !everybody.empty() && std::all_of(everybody.begin(), everybody.end(), [&](const Recipient &recipient) {
            return isLost(concern, course.steps, recipient);
        });
    }

    /// Whether the last message to this recipient has failed for good.
    bool isLost(const Concern &concern, const std::vector<EscalationStep> &steps, const Recipient &whom) const
    {
        for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
            const auto it = find(step->recipients, whom) ? m_done.find(idOf(concern, *step, whom)) : m_done.end();
            if (it == m_done.end() || it->second.empty())
                continue;
            return std::all_of(it->second.begin(), it->second.end(),
                [](const auto &entry) { return entry.second.state == OutboxEntry::State::Failed; });
        }
        return false;
    }

    void lookAgainAt(Instant at)
    {
        if (at > m_now)
            m_result.lookAgain = std::min(m_result.lookAgain.value_or(at), at);
    }

    void complain(const Concern &concern, Reason reason)
    {
        m_result.problems.push_back({concern.subject, concern.severity, std::move(reason)});
    }

    const EscalationRules &m_rules;
    const OutboxEntries &m_done;
    const Stations &m_stations;
    const Instant m_now;
    const Duration m_wait;
    std::set<NotificationId> m_asked;
    Escalation m_result;
};

} // namespace

const EscalationPolicy *policyFor(const EscalationRules &rules, const Concern &concern)
{
    const auto it = std::find_if(rules.policies.begin(), rules.policies.end(), [&concern](const EscalationPolicy &policy) {
        const bool takesService = policy.services.empty()
            || std::any_of(concern.services.begin(), concern.services.end(),
                [&policy](const std::string &service) { return takes(policy.services, service); });
        return takesService && takes(policy.severities, concern.severity);
    });
    return it == rules.policies.end() ? nullptr : &*it;
}

Escalation due(const EscalationRules &rules, const std::vector<Concern> &concerns, const OutboxEntries &done,
    const Stations &stations, Instant now)
{
    if (rules.policies.empty())
        return {}; // nobody asked for it
    std::vector<Concern> ordered = concerns;
    std::sort(
        ordered.begin(), ordered.end(), [now](const Concern &a, const Concern &b) { return placeOf(a, now) < placeOf(b, now); });
    Decision decision(rules, done, stations, now);
    for (const Concern &concern : ordered)
        decision.take(concern);
    return decision.result();
}

} // namespace tocsin
