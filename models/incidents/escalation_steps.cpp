// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/escalation_steps.h"

#include "models/incidents/recipients.h"
#include "models/incidents/station_order.h"
#include "models/incidents/waking_time.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace tocsin {

namespace {

using Kind = EscalationStep::Kind;

// Who has it is asked so often before others hear that nobody reacts.
constexpr std::int64_t kRemindersAlone = 3;

std::string_view wordOf(Kind kind)
{
    switch (kind) {
    case Kind::Level:
        return "level";
    case Kind::Repeat:
        return "repeat";
    case Kind::Reminder:
        return "reminder";
    case Kind::Over:
        break;
    }
    return "over";
}

/// When it was known that this message will never arrive; nothing while it still may.
std::optional<Instant> failedAt(const NotificationId &id, const OutboxEntries &done)
{
    const auto it = done.find(id);
    if (it == done.end() || it->second.empty())
        return std::nullopt;
    Instant first = Instant::max();
    for (const auto &[station, delivery] : it->second) {
        if (delivery.state != OutboxEntry::State::Failed)
            return std::nullopt;
        first = std::min(first, delivery.at);
    }
    return first;
}

/// When everybody of a step was lost; at once when there was nobody.
std::optional<Instant> lostAt(const Concern &concern, const EscalationStep &step, const OutboxEntries &done)
{
    Instant last = step.at;
    for (const Recipient &recipient : step.recipients) {
        const std::optional<Instant> failed = failedAt(idOf(concern, step, recipient), done);
        if (!failed)
            return std::nullopt;
        last = std::max(last, *failed);
    }
    return last;
}

void soonest(std::optional<Instant> &next, std::optional<Instant> at, Instant now)
{
    if (at && *at > now)
        next = std::min(next.value_or(*at), *at);
}

class Course
{
public:
    Course(const Concern &concern, const EscalationPolicy &policy, const EscalationRules &rules, const OutboxEntries &done,
        Duration lookBack, Instant now)
        : m_concern(concern)
        , m_policy(policy)
        , m_done(done)
        , m_lookBack(lookBack)
        , m_now(now)
        , m_recipients(rules, concern, now)
        , m_time(policy, concern.severity)
    {
    }

    EscalationCourse run()
    {
        isHeld(m_concern, m_now) ? remind() : page();
        soonest(m_course.next, m_recipients.nextChange(), m_now);
        return std::move(m_course);
    }

private:
    /// A level begins after its wait, or as soon as nobody of the one before can be told.
    std::vector<EscalationStep> levelsFrom(Instant phase)
    {
        std::vector<EscalationStep> levels;
        Instant before = phase;
        std::optional<Instant> lost;
        for (const EscalationLevel &level : m_policy.levels) {
            EscalationStep step{Kind::Level, static_cast<std::int64_t>(levels.size()) + 1, m_time.after(before, level.wait),
                phase, m_recipients.of(level)};
            if (lost)
                step.at = std::min(step.at, m_time.after(*lost, Duration(0)));
            lost = lostAt(m_concern, step, m_done);
            before = step.at;
            levels.push_back(std::move(step));
        }
        return levels;
    }

    void page()
    {
        const bool isExpired = m_concern.held && m_concern.held->until;
        const std::vector<EscalationStep> levels = levelsFrom(isExpired ? *m_concern.held->until : m_concern.since);
        std::vector<Recipient> everybody;
        for (const EscalationStep &level : levels) {
            addRecipients(level.recipients, everybody);
            add(level);
        }
        m_course.isUnheard = everybody.empty();
        if (!levels.empty())
            repeat(levels.back(), everybody);
    }

    void repeat(const EscalationStep &last, const std::vector<Recipient> &everybody)
    {
        const std::int64_t most = isUrgent(m_concern.severity) ? std::numeric_limits<std::int64_t>::max() : m_policy.repeats;
        addSeries(Series(m_time, last.at, m_policy.repeatEvery), {Kind::Repeat, 0, {}, last.phase, everybody}, most);
    }

    void remind()
    {
        const Holding &held = *m_concern.held;
        soonest(m_course.next, held.until, m_now);
        if (m_policy.remindAfter <= Duration(0))
            return;
        const Series series(m_time, held.at, m_policy.remindAfter);
        std::vector<Recipient> whom = m_recipients.of(held.person);
        if (whom.empty() || series.countAt(m_now) > kRemindersAlone)
            addRecipients(nextLevel(held.at), whom);
        addSeries(series, {Kind::Reminder, 0, {}, held.at, whom}, std::numeric_limits<std::int64_t>::max());
    }

    /// Those who would have been told next had nobody taken it; the last ones when everybody was.
    std::vector<Recipient> nextLevel(Instant heldAt)
    {
        const std::vector<EscalationStep> levels = levelsFrom(m_concern.since);
        for (const EscalationStep &level : levels) {
            if (level.at > heldAt && !level.recipients.empty())
                return level.recipients;
        }
        return levels.empty() ? std::vector<Recipient>() : levels.back().recipients;
    }

    void add(EscalationStep step)
    {
        if (step.at > m_now)
            soonest(m_course.next, step.at, m_now);
        else
            m_course.steps.push_back(std::move(step));
    }

    /// Of a series that may be endless only what may still matter: the last ones.
    void addSeries(const Series &series, EscalationStep step, std::int64_t most)
    {
        const std::int64_t count = series.countAt(m_now);
        const std::int64_t matter = m_lookBack / series.every() + 2;
        for (std::int64_t i = std::max<std::int64_t>(1, std::min(count, most) - matter); i <= std::min(count, most); ++i) {
            step.number = i;
            step.at = series.at(i);
            add(step);
        }
        if (count < most)
            soonest(m_course.next, series.at(count + 1), m_now);
    }

    const Concern &m_concern;
    const EscalationPolicy &m_policy;
    const OutboxEntries &m_done;
    const Duration m_lookBack;
    const Instant m_now;
    Recipients m_recipients;
    const WakingTime m_time;
    EscalationCourse m_course;
};

} // namespace

NotificationId idOf(const Concern &concern, const EscalationStep &step, const Recipient &recipient)
{
    return notificationIdOf({concern.subject, formatRfc3339(step.phase), std::string(wordOf(step.kind)),
        std::to_string(step.number), recipient.person, recipient.channel.text()});
}

EscalationCourse courseOf(const Concern &concern, const EscalationPolicy &policy, const EscalationRules &rules,
    const OutboxEntries &done, Duration lookBack, Instant now)
{
    return Course(concern, policy, rules, done, lookBack, now).run();
}

EscalationCourse endOf(const Concern &concern, const EscalationPolicy *policy, const OutboxEntries &done, Instant now)
{
    EscalationStep end{Kind::Over, 0, concern.over.value_or(now), concern.over.value_or(now), {}};
    if (policy)
        end.at = WakingTime(*policy, concern.severity).after(end.at, Duration(0));
    for (const auto &[id, stations] : done) {
        for (const auto &[station, delivery] : stations) {
            const bool isOfThis = delivery.subject == concern.subject && delivery.at >= concern.began;
            if (isOfThis && delivery.state == OutboxEntry::State::Accepted)
                addRecipients({Recipient{delivery.person, delivery.channel, delivery.to, Instant::min()}}, end.recipients);
        }
    }
    std::sort(end.recipients.begin(), end.recipients.end(),
        [](const Recipient &a, const Recipient &b) { return std::tie(a.person, a.channel) < std::tie(b.person, b.channel); });
    EscalationCourse course;
    if (end.at > now)
        course.next = end.at;
    else if (now < end.at + endIsNews)
        course.steps.push_back(std::move(end));
    return course;
}

} // namespace tocsin
