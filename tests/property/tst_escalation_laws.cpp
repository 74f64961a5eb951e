// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/notify/on_call.h"
#include "tests/unit/incidents/escalation_bench.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <random>
#include <set>

using namespace tocsin;
using namespace tocsin::test;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Instant kNoon = at("2026-11-21T12:00:00Z");
const std::vector<std::string> kPeople{"ada", "bob", "cyd", "dan"};
const std::vector<std::string> kStations{"desk-1", "desk-2", "wall"};

template<typename T> T anyOf(const std::vector<T> &all)
{
    return *rc::gen::elementOf(all);
}

int anyFrom(int least, int most)
{
    return *rc::gen::inRange(least, most + 1);
}

std::vector<std::string> anyPeople()
{
    std::vector<std::string> people;
    for (int i = anyFrom(1, 3); i > 0; --i)
        people.push_back(anyOf(kPeople));
    return people;
}

Rota anyRota()
{
    Rota rota{.name = "checkout", .zone = anyOf<std::string>({"UTC", "Europe/Berlin", "America/New_York"})};
    for (int i = anyFrom(0, 2); i > 0; --i) {
        Shift shift{.people = anyPeople(),
            .start = parseLocalTime("2026-11-21T06:00").value() + minutes(anyFrom(0, 600)),
            .every = minutes(anyFrom(1, 300))};
        if (anyFrom(0, 3) == 0)
            shift.from = minutes(anyFrom(0, 1439));
        if (anyFrom(0, 3) == 0)
            shift.to = minutes(anyFrom(0, 1439));
        if (anyFrom(0, 3) == 0)
            shift.end = shift.start + minutes(anyFrom(-60, 900));
        rota.shifts.push_back(shift);
    }
    for (int i = anyFrom(0, 2); i > 0; --i) {
        const Instant from = kNoon + minutes(anyFrom(-60, 120));
        rota.overrides.push_back({from, from + minutes(anyFrom(-5, 60)), anyPeople(), anyOf<std::string>({"", "ada", "bob"})});
    }
    return rota;
}

EscalationPolicy anyPolicy()
{
    EscalationPolicy policy{.name = "any"};
    for (int i = anyFrom(1, 4); i > 0; --i) {
        EscalationLevel level{.wait = minutes(anyFrom(0, 15))};
        for (int j = anyFrom(1, 3); j > 0; --j)
            level.who.push_back(
                escalationTargetFrom(anyOf<std::string>({"ada", "bob", "cyd", "dan", "rota:checkout", "role:commander"})));
        if (anyFrom(0, 2) == 0)
            level.channels = {ChannelId(anyOf<std::string>({"mail", "push", "sms"}))};
        policy.levels.push_back(level);
    }
    policy.repeatEvery = minutes(anyFrom(0, 20));
    policy.repeats = anyFrom(0, 4);
    policy.remindAfter = minutes(anyFrom(0, 30));
    if (anyFrom(0, 1) == 0)
        policy.quiet
            = QuietHours{minutes(anyFrom(0, 1439)), minutes(anyFrom(0, 1439)), anyOf<std::string>({"UTC", "Europe/Berlin"}),
                {IncidentSeverity::Sev1, IncidentSeverity::Sev3, IncidentSeverity::Sev4}};
    return policy;
}

Concern anyConcern(const std::string &subject)
{
    Concern concern = trouble(static_cast<IncidentSeverity>(anyFrom(1, 5)));
    concern.subject = subject;
    concern.began = concern.since = concern.settledAt = kNoon + minutes(anyFrom(0, 60));
    if (anyFrom(0, 2) == 0)
        concern.roles = {{roles::commander, anyOf(kPeople), kNoon}};
    return concern;
}

/// What people do to a concern in the course of time.
void happen(Concern &concern, Instant now)
{
    switch (anyFrom(0, 12)) {
    case 0:
        concern.held = Holding{anyOf(kPeople), now, std::nullopt};
        break;
    case 1:
        concern.held = Holding{anyOf(kPeople), now, now + minutes(anyFrom(1, 30))};
        break;
    case 2:
        if (concern.held)
            concern.since = now;
        concern.held.reset();
        break;
    case 3:
        concern.severity = static_cast<IncidentSeverity>(anyFrom(1, 5));
        concern.settledAt = now;
        break;
    case 4:
        if (!concern.over)
            concern.over = now;
        break;
    default:
        break;
    }
}

Pager anyPager()
{
    Pager pager;
    pager.rules.rotas = {anyRota()};
    pager.rules.policies = {anyPolicy()};
    pager.rules.waitForOwner = seconds(anyFrom(0, 180));
    pager.concerns = {anyConcern("service/Payments"), anyConcern("incident/i1")};
    if (anyFrom(0, 2) == 0)
        pager.broken = {anyOf<std::string>({"mail", "push"})};
    return pager;
}

std::set<NotificationId> idsOf(const Escalation &escalation)
{
    std::set<NotificationId> ids;
    for (const Notification &notice : escalation.notices)
        ids.insert(notice.id);
    return ids;
}

Duration allWaits(const EscalationPolicy &policy)
{
    Duration all{};
    for (const EscalationLevel &level : policy.levels)
        all += level.wait;
    return all + std::max<Duration>(policy.repeatEvery, minutes(1));
}

} // namespace

class TestEscalationLaws final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each stretch of its waits and one repeat brings a message, or a problem that is as loud; and it is known when to look
    /// again.
    void nothingUrgentEverGoesSilent()
    {
        QVERIFY(rc::check([] {
            Pager pager = anyPager();
            const int alive = anyFrom(1, 3);
            pager.stations.names.assign(kStations.begin(), kStations.begin() + alive); // all but this one are dead
            pager.stations.self = anyOf(pager.stations.names);
            pager.concerns.resize(1);
            Concern &concern = pager.concerns.front();
            concern.severity = static_cast<IncidentSeverity>(anyFrom(1, 2));
            const Duration patience = allWaits(pager.rules.policies.front()) + alive * pager.rules.waitForOwner + minutes(1);
            Instant heard = concern.since;
            Instant now = concern.since;
            while (now < concern.since + hours(6)) {
                const bool wasTold = !pager.look(now).empty();
                RC_ASSERT(pager.lookAgain.has_value());
                RC_ASSERT(*pager.lookAgain > now);
                if (wasTold || !pager.problems.empty())
                    heard = now;
                RC_ASSERT(now - heard <= patience);
                now = *pager.lookAgain;
            }
        }));
    }

    /// Whatever happens, whenever the station looks: a notification once, and a person by a channel once for each moment of
    /// looking.
    void nothingIsToldTwice()
    {
        QVERIFY(rc::check([] {
            Pager pager = anyPager();
            std::set<NotificationId> told;
            Instant now = kNoon;
            for (int i = 0; i < 60; ++i) {
                const Escalation escalation = due(pager.rules, pager.concerns, pager.done, pager.stations, now);
                std::set<std::tuple<std::string, std::string, ChannelId>> heard;
                for (const Notification &notice : escalation.notices) {
                    RC_ASSERT(told.insert(notice.id).second);
                    RC_ASSERT(heard.emplace(notice.subject, notice.person, notice.channel).second);
                }
                pager.look(now);
                for (const auto &[id, stations] : pager.done)
                    told.insert(id);
                for (Concern &concern : pager.concerns)
                    happen(concern, now);
                now += seconds(anyFrom(0, 400));
            }
        }));
    }

    /// Of several stations that hear of each other exactly one speaks, and is not marked; who has to take over is marked.
    void ofSeveralStationsOneSpeaks()
    {
        QVERIFY(rc::check([] {
            Pager pager = anyPager();
            pager.stations.names = kStations;
            pager.rules.waitForOwner = seconds(anyFrom(60, 180));
            pager.rules.policies.front().repeatEvery = minutes(20);
            pager.broken.clear();
            std::map<NotificationId, int> told;
            for (Instant now = kNoon; now < kNoon + hours(3); now += seconds(30)) {
                OutboxEntries news;
                for (const std::string &self : kStations) {
                    pager.stations.self = self;
                    for (const Notification &notice : due(pager.rules, pager.concerns, pager.done, pager.stations, now).notices) {
                        RC_ASSERT(!notice.mayBeRepeat);
                        RC_ASSERT(++told[notice.id] == 1);
                        news[notice.id][self] = OutboxEntry{
                            OutboxEntry::State::Accepted, now, notice.subject, notice.person, notice.channel, notice.to};
                    }
                }
                pager.done.merge(news);
            }
        }));
    }

    void whoTakesOverSaysSo()
    {
        QVERIFY(rc::check([] {
            Pager pager = anyPager();
            pager.stations.names = kStations;
            pager.stations.self = anyOf(kStations);
            pager.rules.waitForOwner = seconds(anyFrom(1, 180));
            for (Instant now = kNoon; now < kNoon + hours(2); now += seconds(anyFrom(10, 90))) {
                for (const Notification &notice : due(pager.rules, pager.concerns, pager.done, pager.stations, now).notices) {
                    const int rank = rankOf(notice.id, pager.stations);
                    RC_ASSERT(notice.mayBeRepeat == (rank > 0));
                    RC_ASSERT(now >= notice.at + rank * pager.rules.waitForOwner);
                }
                pager.look(now);
            }
        }));
    }

    /// Concerns, stations and what is done are sets: in whatever order they come, the answer is the same.
    void orderMeansNothing()
    {
        QVERIFY(rc::check([] {
            Pager pager = anyPager();
            pager.stations.names = kStations;
            for (int i = 0; i < anyFrom(0, 20); ++i) {
                pager.look(kNoon + minutes(i * 3));
                for (Concern &concern : pager.concerns)
                    happen(concern, kNoon + minutes(i * 3));
            }
            const Instant now = kNoon + minutes(anyFrom(60, 120));
            Pager other = pager;
            std::mt19937 random(*rc::gen::arbitrary<unsigned>());
            std::shuffle(other.concerns.begin(), other.concerns.end(), random);
            std::shuffle(other.stations.names.begin(), other.stations.names.end(), random);
            other.stations.names.push_back(other.stations.names.front());
            RC_ASSERT(due(pager.rules, pager.concerns, pager.done, pager.stations, now)
                == due(other.rules, other.concerns, other.done, other.stations, now));
        }));
    }

    /// Every station comes to the same messages, and only waits differently for its turn.
    void everyStationFindsTheSame()
    {
        QVERIFY(rc::check([] {
            Pager pager = anyPager();
            const Instant now = kNoon + minutes(anyFrom(0, 300));
            pager.stations.names = kStations;
            pager.rules.waitForOwner = Duration(0);
            const std::set<NotificationId> first = idsOf(due(pager.rules, pager.concerns, {}, pager.stations, now));
            for (const std::string &self : kStations) {
                pager.stations.self = self;
                RC_ASSERT(idsOf(due(pager.rules, pager.concerns, {}, pager.stations, now)) == first);
            }
        }));
    }

    /// However long the quiet hours are: nobody hears of it in them, and at the end of a waking day everybody of the first level
    /// has.
    void quietHoursHoldAndNeverDrop()
    {
        QVERIFY(rc::check([] {
            Pager pager = anyPager();
            EscalationPolicy &policy = pager.rules.policies.front();
            policy.levels.resize(1);
            policy.levels.front() = {minutes(anyFrom(0, 15)), {escalationTargetFrom("ada")}, {}};
            policy.quiet
                = QuietHours{minutes(anyFrom(0, 1439)), minutes(anyFrom(0, 1439)), "Europe/Berlin", {IncidentSeverity::Sev4}};
            const int quiet = static_cast<int>((policy.quiet->until - policy.quiet->from).count() + 1440) % 1440;
            RC_PRE(quiet < 1380);
            pager.concerns.resize(1);
            pager.concerns.front().severity = IncidentSeverity::Sev4;
            const Instant since = pager.concerns.front().since;
            std::size_t told = 0;
            for (std::optional<Instant> now = since; now && *now < since + hours(25); now = pager.lookAgain) {
                const std::size_t count = pager.look(*now).size();
                const auto local = Zone::orUtc("Europe/Berlin").local(*now);
                const auto time = std::chrono::floor<minutes>(local - std::chrono::floor<std::chrono::days>(local)).count();
                const bool isQuiet = (time - policy.quiet->from.count() + 1440) % 1440 < quiet;
                RC_ASSERT(count == 0 || !isQuiet);
                told += count;
            }
            RC_ASSERT(told >= 2u); // by mail and by push
        }));
    }

    /// What the rota says of its changes is true.
    void aRotaKeepsItsWord()
    {
        QVERIFY(rc::check([] {
            const Rota rota = anyRota();
            const Instant now = kNoon + minutes(anyFrom(-600, 600));
            const OnCall duty = onCall(rota, now);
            RC_ASSERT(duty.people == onCallAt(rota, now));
            RC_ASSERT(!duty.until || *duty.until > now);
            RC_ASSERT(!duty.since || *duty.since <= now);
            const Instant first = duty.since.value_or(now - hours(10));
            const Instant last = duty.until.value_or(now + hours(10));
            for (int i = 0; i < 50; ++i) {
                const auto length = std::min<std::int64_t>((last - first).count(), 1'000'000'000);
                const Instant inside = first + Duration(*rc::gen::inRange<std::int64_t>(0, length));
                RC_ASSERT(onCallAt(rota, inside) == duty.people);
            }
            RC_ASSERT(!duty.until || onCallAt(rota, *duty.until) != duty.people);
            RC_ASSERT(!duty.since || onCallAt(rota, *duty.since - Duration(1)) != duty.people);
        }));
    }
};

QTEST_APPLESS_MAIN(TestEscalationLaws)
#include "tst_escalation_laws.moc"
