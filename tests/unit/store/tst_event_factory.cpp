// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/event_factory.h"
#include "tests/support/manual_clock.h"

#include <QtTest>

#include <set>
#include <thread>

using namespace tocsin;
using namespace std::chrono_literals;

class EventFactoryTest : public QObject
{
    Q_OBJECT

private slots:
    void fillsEverything();
    void makesIdsOfVersion7();
    void growsWhateverTheClockDoes();
    void respectsWhatItHasSeen();
    void neverMakesAnIdTwice();
};

void EventFactoryTest::fillsEverything()
{
    const ManualClock clock;
    EventFactory factory("desk-1", clock);
    const Event event = factory.make("ada", "alert/am/1", "ack.requested", "{}", true);
    QCOMPARE(event.station, std::string("desk-1"));
    QCOMPARE(event.author, std::string("ada"));
    QCOMPARE(event.subject, std::string("alert/am/1"));
    QCOMPARE(event.kind, std::string("ack.requested"));
    QCOMPARE(event.payload, std::string("{}"));
    QVERIFY(event.drill);
    QCOMPARE(event.time.wallMs, std::int64_t(clock.now().time_since_epoch().count()));
}

void EventFactoryTest::makesIdsOfVersion7()
{
    // RFC 9562: 48 bits of milliseconds, the version, the variant.
    const ManualClock clock(Instant(Duration(0x017F22E279B0)));
    EventFactory factory("desk-1", clock);
    const auto id = QString::fromStdString(factory.make("", "s", "k", "{}").id.text());
    static const QRegularExpression pattern(QStringLiteral("^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    QVERIFY2(pattern.match(id).hasMatch(), qPrintable(id));
}

void EventFactoryTest::growsWhateverTheClockDoes()
{
    ManualClock clock;
    EventFactory factory("desk-1", clock);
    Event last = factory.make("", "s", "k", "{}");
    for (int i = 0; i < 20'000; ++i) {
        if (i == 5'000)
            clock.setNow(clock.now() - 1h);
        if (i == 15'000)
            clock.setNow(clock.now() + 2h);
        const Event next = factory.make("", "s", "k", "{}");
        QVERIFY(last.id < next.id);
        QVERIFY(last.time < next.time);
        last = next;
    }
}

void EventFactoryTest::respectsWhatItHasSeen()
{
    const ManualClock clock;
    EventFactory factory("desk-1", clock);
    const LogicalTime ahead{(clock.now() + 1h).time_since_epoch().count(), 5};
    factory.observe(ahead);
    QVERIFY(ahead < factory.make("", "s", "k", "{}").time);
}

void EventFactoryTest::neverMakesAnIdTwice()
{
    const ManualClock clock;
    EventFactory factory("desk-1", clock);
    std::vector<std::vector<EventId>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto &mine : made) {
            threads.emplace_back([&factory, &mine] {
                for (int i = 0; i < 2'000; ++i)
                    mine.push_back(factory.make("", "s", "k", "{}").id);
            });
        }
    }
    std::set<EventId> all;
    for (const auto &mine : made)
        all.insert(mine.begin(), mine.end());
    QCOMPARE(all.size(), 8'000u);
}

QTEST_GUILESS_MAIN(EventFactoryTest)
#include "tst_event_factory.moc"
