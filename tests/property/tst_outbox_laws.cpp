// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/channels/courier_station.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <random>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr Phrase kBusy{"test_busy", "busy"};

const std::vector<std::string> kIds{"a", "b", "c"};

DeliveryStep anyStep(const std::string &id)
{
    const int attempt = *rc::gen::inRange(1, 4);
    const bool flag = *rc::gen::arbitrary<bool>();
    switch (*rc::gen::inRange(0, 7)) {
    case 0:
        return deliveries::Asked{message(id)};
    case 1:
        return deliveries::Sending{attempt};
    case 2:
        return deliveries::Accepted{attempt, "r", "ok"};
    case 3:
        return deliveries::Failed{attempt, "busy", "busy", flag, *rc::gen::arbitrary<bool>(), {}};
    case 4:
        return deliveries::Failed{0, "late", "too late", true, false, {}};
    case 5:
        return deliveries::Bundled{NotificationId(*rc::gen::elementOf(kIds) + "+2")};
    default:
        return deliveries::Arrived{};
    }
}

std::vector<Event> anyEvents()
{
    std::vector<Event> events;
    const int count = *rc::gen::inRange(0, 25);
    for (int i = 0; i < count; ++i) {
        const std::string id = *rc::gen::elementOf(kIds);
        const DeliveryStep step = anyStep(id);
        Event event;
        event.id = EventId(std::to_string(i));
        event.time = {*rc::gen::inRange(1000, 1010), static_cast<std::uint32_t>(i)};
        event.subject = deliverySubject(NotificationId(id));
        event.kind = kindOf(step);
        event.payload = payloadOf(step, message(id));
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<Event> shuffledWithRepetitions(std::vector<Event> events)
{
    std::vector<Event> all = events;
    for (const Event &event : events) {
        if (*rc::gen::arbitrary<bool>())
            all.push_back(event);
    }
    std::shuffle(all.begin(), all.end(), std::mt19937(static_cast<unsigned>(*rc::gen::inRange(0, 1 << 30))));
    return all;
}

Sent anyAnswer()
{
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return tl::unexpected(refusedBecause(kBusy, false, false));
    case 1:
        return tl::unexpected(refusedBecause(kBusy, false, true));
    default:
        return Receipt();
    }
}

} // namespace

class TestOutboxLaws : public QObject
{
    Q_OBJECT

private slots:
    void theFoldIsTheSameForEveryOrderAndRepetition();
    void nothingIsLostAndRepeatsAreMarkedWhereverItDies();
};

void TestOutboxLaws::theFoldIsTheSameForEveryOrderAndRepetition()
{
    QVERIFY(rc::check([] {
        const std::vector<Event> events = anyEvents();
        Outbox straight;
        straight.take(events);
        Outbox mixed;
        for (const Event &event : shuffledWithRepetitions(events))
            mixed.take({event});
        RC_ASSERT(straight.deliveries() == mixed.deliveries());
    }));
}

/// A program that is killed within any of its writes, any number of times, over a place that fails as it likes.
void TestOutboxLaws::nothingIsLostAndRepeatsAreMarkedWhereverItDies()
{
    QVERIFY(rc::check([] {
        Station station;
        station.config.perMinute = 600;
        std::set<NotificationId> confirmed;
        const int lives = *rc::gen::inRange(1, 6);
        for (int life = 0; life < lives; ++life) {
            station.live();
            const int answers = *rc::gen::inRange(0, 5);
            for (int i = 0; i < answers; ++i)
                station.script.answers.push_back(anyAnswer());
            station.script.holds = *rc::gen::inRange(0, 3) == 0;
            station.diesAtWrite = *rc::gen::inRange(1, 12);
            station.lastWriteCounts = *rc::gen::arbitrary<bool>();
            station.ask({message("m" + std::to_string(life))});
            station.wait(std::chrono::seconds(*rc::gen::inRange(0, 30)));
            station.isDead = true;
            for (const auto &[id, delivery] : station.courier->outbox().deliveries())
                confirmed.insert(id);
        }
        station.live();
        station.wait(12min);
        std::set<NotificationId> mayHaveArrived;
        for (const ChannelScript::Given &given : station.script.given) {
            RC_ASSERT(mayHaveArrived.count(given.message.id()) == 0 || given.message.mayBeRepeat());
            if (given.mayHaveArrived)
                mayHaveArrived.insert(given.message.id());
        }
        for (const NotificationId &id : confirmed) {
            RC_ASSERT(mayHaveArrived.count(id) > 0);
            RC_ASSERT(station.courier->outbox().find(id)->state == DeliveryState::Accepted);
        }
        RC_CLASSIFY(mayHaveArrived.size() < station.script.given.size(), "sent again");
    }));
}

QTEST_GUILESS_MAIN(TestOutboxLaws)
#include "tst_outbox_laws.moc"
