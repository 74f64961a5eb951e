// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/incidents/escalation.h"
#include "tests/support/manual_clock.h"

#include <string>
#include <vector>

namespace tocsin::test {

inline Instant at(const std::string &text)
{
    return parseRfc3339(text).value();
}

/// Ada and Bob take turns, at 13:00 UTC on the day of the story; Cyd leads them; Dan owns the shop.
inline EscalationRules usualRules()
{
    using std::chrono::minutes;
    EscalationRules rules;
    const auto person = [](const char *name, const char *zone) {
        return Person{name, zone, {{ChannelId("mail"), std::string(name) + "@shop.example.net"}, {ChannelId("push"), name}}};
    };
    rules.people
        = {person("ada", "Europe/Berlin"), person("bob", "America/New_York"), person("cyd", "UTC"), person("dan", "UTC")};
    rules.rotas = {{.name = "checkout",
        .zone = "UTC",
        .shifts
        = {{.people = {"ada", "bob"}, .start = parseLocalTime("2026-11-20T13:00").value(), .every = std::chrono::hours(24)}}}};
    EscalationPolicy policy;
    policy.name = "everything";
    policy.levels = {{minutes(1), {escalationTargetFrom("rota:checkout")}, {ChannelId("push")}},
        {minutes(5), {escalationTargetFrom("cyd")}, {}}, {minutes(15), {escalationTargetFrom("dan")}, {ChannelId("mail")}}};
    policy.repeatEvery = minutes(10);
    policy.repeats = 2;
    policy.remindAfter = minutes(20);
    rules.policies = {policy};
    return rules;
}

inline Concern trouble(IncidentSeverity severity = IncidentSeverity::Sev1, const std::string &since = "2026-11-21T12:00:00Z")
{
    Concern concern;
    concern.subject = "service/Payments";
    concern.severity = severity;
    concern.services = {"Payments"};
    concern.title = "Payments is DOWN";
    concern.began = concern.since = concern.settledAt = at(since);
    return concern;
}

/// One station with its outbox: whatever is due is taken at once, and delivered unless its channel is broken. Time is that of the
/// caller.
class Pager
{
public:
    EscalationRules rules = usualRules();
    std::vector<Concern> concerns{trouble()};
    Stations stations{{"desk-1"}, "desk-1", Instant::min()};
    OutboxEntries done;
    std::vector<std::string> broken; ///< channels that fail for good
    std::vector<EscalationProblem> problems;
    std::optional<Instant> lookAgain;

    /// Looks once; what was told, `12:01 push ada: SEV1: Payments is DOWN`, a line each.
    std::vector<std::string> look(Instant now)
    {
        std::vector<std::string> told;
        // What fails may make the next level due in the same breath.
        for (int i = 0; i < 10; ++i) {
            Escalation escalation = due(rules, concerns, done, stations, now);
            problems = std::move(escalation.problems);
            lookAgain = escalation.lookAgain;
            if (escalation.notices.empty())
                break;
            for (const Notification &notice : escalation.notices)
                told.push_back(deliver(notice, now));
        }
        return told;
    }

    /// Looks whenever it is asked to, from now on until a moment, without it.
    std::vector<std::string> run(Instant from, Instant until)
    {
        std::vector<std::string> told;
        for (std::optional<Instant> now = from; now && *now < until; now = lookAgain) {
            for (std::string &line : look(*now))
                told.push_back(std::move(line));
        }
        return told;
    }

private:
    std::string deliver(const Notification &notice, Instant now)
    {
        const bool isBroken = std::find(broken.begin(), broken.end(), notice.channel.text()) != broken.end();
        done[notice.id][stations.self] = OutboxEntry{isBroken ? OutboxEntry::State::Failed : OutboxEntry::State::Accepted, now,
            notice.subject, notice.person, notice.channel, notice.to};
        return formatRfc3339(now).substr(11, 5) + ' ' + notice.channel.text() + ' ' + notice.person + ": " + notice.title
            + (notice.mayBeRepeat ? " (repeat?)" : "") + (isBroken ? " (failed)" : "");
    }
};

} // namespace tocsin::test
