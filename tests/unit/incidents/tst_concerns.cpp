// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/concerns.h"
#include "tests/unit/incidents/story.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Instant kNoon = Story::at("12:00:00");

ServiceStatus service(State state, int tier = 1, Instant since = kNoon)
{
    ServiceStatus status;
    status.id = ServiceId("Payments");
    status.tier = tier;
    status.state = state;
    status.since = since;
    return status;
}

/// The shop at one moment, and what has been made of it so far.
class Shop
{
public:
    Board board;
    std::vector<IncidentPtr> incidents;
    Takings takings;
    std::vector<Concern> concerns;

    const Concern *look(Instant now)
    {
        concerns = concernsOf(concerns, board, incidents, takings, minutes(10), now);
        return concerns.empty() ? nullptr : &concerns.front();
    }
    const Concern *look(const ServiceStatus &status, Instant now)
    {
        board.services[status.id] = status;
        return look(now);
    }
    void tell(const Story &story)
    {
        IncidentBook book;
        book.take(story.facts());
        incidents.clear();
        for (const auto &[id, incident] : book.incidents())
            incidents.push_back(incident);
    }
};

acts::Declare declare(IncidentSeverity severity)
{
    IncidentScope scope;
    scope.services.emplace_back("Payments");
    return {"Nobody can pay", severity, scope, {}};
}

} // namespace

/// What somebody must take, and since when nobody has.
class TestConcerns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severities_data();
    void severities();
    void aServiceDown();
    void unknownIsNotSilence();
    void whatIsNotProvenToBeOverGoesOn();
    void aChangeOfColourIsTheSameTrouble();
    void maintenanceEndsIt();
    void anOwnedServiceIsHeld();
    void anIncidentSpeaksForItsServices();
    void anIncidentBegins();
    void theCommanderHasIt();
    void whoTookItComesFirst();
    void anIncidentThatIsTakenUpAgain();
    void aMergedIncidentIsNone();
    void theSimulatedShopIsADrill();
};

void TestConcerns::severities_data()
{
    QTest::addColumn<int>("tier");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("severity");
    const char *const states[] = {"down", "degraded", "unknown", "ok", "maintenance", "pending"};
    const int severities[][6]
        = {{1, 2, 2, 0, 0, 0}, {2, 3, 0, 0, 0, 0}, {3, 4, 0, 0, 0, 0}, {4, 5, 0, 0, 0, 0}, {4, 5, 0, 0, 0, 0}};
    for (int tier = 1; tier <= 5; ++tier) {
        for (int i = 0; i < 6; ++i)
            QTest::addRow("tier %d %s", tier, states[i]) << tier << QString::fromLatin1(states[i]) << severities[tier - 1][i];
    }
}

void TestConcerns::severities()
{
    QFETCH(const int, tier);
    QFETCH(const QString, state);
    QFETCH(const int, severity);
    const auto found = severityOf(service(stateFromWord(state.toStdString()).value(), tier));
    QCOMPARE(found ? static_cast<int>(*found) : 0, severity);
}

void TestConcerns::aServiceDown()
{
    Shop shop;
    const Concern *concern = shop.look(service(State::Down), kNoon + minutes(1));
    QVERIFY(concern);
    QCOMPARE(concern->subject, std::string("service/Payments"));
    QCOMPARE(concern->severity, IncidentSeverity::Sev1);
    QCOMPARE(concern->title, std::string("Payments is DOWN"));
    QCOMPARE(concern->services, std::vector<std::string>{"Payments"});
    QCOMPARE(concern->began, kNoon);
    QCOMPARE(concern->since, kNoon);
    QVERIFY(!concern->held && !concern->over);
    concern = shop.look(service(State::Ok, 1, kNoon + minutes(5)), kNoon + minutes(6));
    QCOMPARE(concern->over, kNoon + minutes(5));
    QVERIFY(shop.look(kNoon + hours(24)));
    QVERIFY(!shop.look(kNoon + hours(25)));
    concern = shop.look(service(State::Down, 1, kNoon + hours(26)), kNoon + hours(26));
    QCOMPARE(concern->since, kNoon + hours(26));
}

void TestConcerns::unknownIsNotSilence()
{
    Shop shop;
    QVERIFY(!shop.look(service(State::Unknown), kNoon + minutes(10) - Duration(1)));
    const Concern *concern = shop.look(service(State::Unknown), kNoon + minutes(10));
    QVERIFY(concern);
    QCOMPARE(concern->severity, IncidentSeverity::Sev2);
    QCOMPARE(concern->since, kNoon + minutes(10));
    QCOMPARE(concern->title, std::string("Payments is UNKNOWN: nothing proves that it works"));
    Shop lower;
    QVERIFY(!lower.look(service(State::Unknown, 2), kNoon + hours(10)));
}

void TestConcerns::whatIsNotProvenToBeOverGoesOn()
{
    for (const State state : {State::Unknown, State::Pending}) {
        Shop shop;
        shop.look(service(State::Down, 2), kNoon);
        const Concern *concern = shop.look(service(state, 2, kNoon + minutes(5)), kNoon + minutes(6));
        QVERIFY(concern && !concern->over);
        QCOMPARE(concern->severity, IncidentSeverity::Sev2);
        QCOMPARE(concern->since, kNoon);
        QCOMPARE(concern->title, std::string("Payments is DOWN"));
    }
}

void TestConcerns::aChangeOfColourIsTheSameTrouble()
{
    Shop shop;
    shop.look(service(State::Degraded), kNoon);
    const Concern *concern = shop.look(service(State::Down, 1, kNoon + minutes(5)), kNoon + minutes(5));
    QCOMPARE(concern->severity, IncidentSeverity::Sev1);
    QCOMPARE(concern->began, kNoon);
    QCOMPARE(concern->since, kNoon);
    QCOMPARE(concern->settledAt, kNoon + minutes(5));
    concern = shop.look(kNoon + minutes(9));
    QCOMPARE(concern->settledAt, kNoon + minutes(5));
}

void TestConcerns::maintenanceEndsIt()
{
    Shop shop;
    shop.look(service(State::Down), kNoon);
    QCOMPARE(shop.look(service(State::Maintenance, 1, kNoon + minutes(5)), kNoon + minutes(6))->over, kNoon + minutes(5));
}

void TestConcerns::anOwnedServiceIsHeld()
{
    Shop shop;
    shop.look(service(State::Down), kNoon);
    ServiceStatus owned = service(State::Down);
    owned.owned = true;
    owned.owner = "ada";
    owned.ownedSince = kNoon + minutes(3);
    QCOMPARE(shop.look(owned, kNoon + minutes(3))->held, (Holding{"ada", kNoon + minutes(3), std::nullopt}));
    // Not hers any more, and nothing tells since when: from now on.
    const Concern *concern = shop.look(service(State::Down), kNoon + minutes(30));
    QVERIFY(!concern->held);
    QCOMPARE(concern->since, kNoon + minutes(30));
    QCOMPARE(shop.look(kNoon + minutes(40))->since, kNoon + minutes(30));
    // The journal knows it better.
    shop.look(owned, kNoon + minutes(41));
    shop.takings["service/Payments"].givenBack = kNoon + minutes(45);
    QCOMPARE(shop.look(service(State::Down), kNoon + minutes(46))->since, kNoon + minutes(45));
}

void TestConcerns::anIncidentSpeaksForItsServices()
{
    Story story;
    Shop shop;
    shop.board.services[ServiceId("Payments")] = service(State::Down);
    story.act("12:05:00", "ada", declare(IncidentSeverity::Sev2));
    shop.tell(story);
    shop.look(kNoon + minutes(6));
    QCOMPARE(shop.concerns.size(), 1u);
    QCOMPARE(shop.concerns.front().subject, std::string("incident/i1"));
    // Resolved, and still down: the service speaks for itself again, from then on.
    story.act("12:20:00", "ada", acts::SetStatus{IncidentStatus::Resolved, {}});
    shop.tell(story);
    shop.look(kNoon + minutes(21));
    QCOMPARE(shop.concerns.size(), 2u);
    QCOMPARE(shop.concerns.front().over, kNoon + minutes(20));
    QCOMPARE(shop.concerns.back().subject, std::string("service/Payments"));
    QCOMPARE(shop.concerns.back().since, kNoon + minutes(20));
}

void TestConcerns::anIncidentBegins()
{
    Story story;
    Shop shop;
    story.act("12:05:00", "ada", declare(IncidentSeverity::Sev3));
    story.act("12:10:00", "ada", acts::SetSeverity{IncidentSeverity::Sev1, {}});
    story.act("12:11:00", "ada", acts::SetTitle{"Nobody can pay at all"});
    shop.tell(story);
    const Concern *concern = shop.look(kNoon + minutes(12));
    QVERIFY(concern && !concern->held && !concern->over && !concern->drill);
    QCOMPARE(concern->severity, IncidentSeverity::Sev1);
    QCOMPARE(concern->title, std::string("Nobody can pay at all"));
    QCOMPARE(concern->since, kNoon + minutes(5));
    QCOMPARE(concern->settledAt, kNoon + minutes(10));
    QCOMPARE(concern->services, std::vector<std::string>{"Payments"});
}

void TestConcerns::theCommanderHasIt()
{
    Story story;
    Shop shop;
    story.act("12:05:00", "ada", declare(IncidentSeverity::Sev1));
    story.act("12:06:00", "ada", acts::GiveRole{roles::scribe, "cyd", {}});
    story.act("12:07:00", "ada", acts::GiveRole{roles::commander, "bob", {}});
    shop.tell(story);
    QCOMPARE(shop.look(kNoon + minutes(8))->held, (Holding{"bob", kNoon + minutes(7), std::nullopt}));
    story.act("12:20:00", "bob", acts::GiveRole{roles::commander, {}, {}});
    story.act("12:30:00", "cyd", acts::GiveRole{roles::scribe, {}, {}});
    shop.tell(story);
    const Concern *concern = shop.look(kNoon + minutes(31));
    QVERIFY(!concern->held);
    QCOMPARE(concern->since, kNoon + minutes(20));
}

void TestConcerns::whoTookItComesFirst()
{
    Story story;
    Shop shop;
    story.act("12:05:00", "ada", declare(IncidentSeverity::Sev1));
    story.act("12:07:00", "ada", acts::GiveRole{roles::commander, "bob", {}});
    shop.tell(story);
    const Holding cyd{"cyd", kNoon + minutes(9), kNoon + minutes(20)};
    shop.takings["incident/i1"].held = cyd;
    QCOMPARE(shop.look(kNoon + minutes(10))->held, cyd);
    QCOMPARE(shop.look(kNoon + minutes(20))->held->person, std::string("bob"));
    shop.takings["incident/i1"] = {Holding{"cyd", kNoon, std::nullopt}, std::nullopt}; // of before it began
    QCOMPARE(shop.look(kNoon + minutes(10))->held->person, std::string("bob"));
}

void TestConcerns::anIncidentThatIsTakenUpAgain()
{
    Story story;
    Shop shop;
    story.act("12:05:00", "ada", declare(IncidentSeverity::Sev1));
    story.act("12:07:00", "ada", acts::SetStatus{IncidentStatus::Monitoring, {}});
    story.act("12:10:00", "ada", acts::SetStatus{IncidentStatus::Resolved, {}});
    story.act("12:12:00", "ada", acts::SetStatus{IncidentStatus::Closed, {}});
    shop.tell(story);
    QCOMPARE(shop.look(kNoon + minutes(13))->over, kNoon + minutes(10));
    story.act("12:20:00", "ada", acts::SetStatus{IncidentStatus::Investigating, {}});
    shop.tell(story);
    const Concern *concern = shop.look(kNoon + minutes(21));
    QVERIFY(!concern->over);
    QCOMPARE(concern->began, kNoon + minutes(20));
    QCOMPARE(concern->since, kNoon + minutes(20));
}

void TestConcerns::aMergedIncidentIsNone()
{
    Story story;
    Shop shop;
    story.act("12:05:00", "ada", declare(IncidentSeverity::Sev1));
    story.act("12:06:00", "ada", declare(IncidentSeverity::Sev2), "i2");
    story.act("12:07:00", "ada", acts::Merge{IncidentId("i1")}, "i2");
    // What was said there counts there.
    story.act("12:08:00", "ada", acts::SetStatus{IncidentStatus::Resolved, {}}, "i2");
    shop.tell(story);
    const Concern *concern = shop.look(kNoon + minutes(9));
    QCOMPARE(shop.concerns.size(), 1u);
    QCOMPARE(concern->subject, std::string("incident/i1"));
    QVERIFY(!concern->over);
    QCOMPARE(concern->began, kNoon + minutes(5));
}

void TestConcerns::theSimulatedShopIsADrill()
{
    Shop shop;
    shop.board.simulated = true;
    QVERIFY(shop.look(service(State::Down), kNoon)->drill);
}

QTEST_GUILESS_MAIN(TestConcerns)
#include "tst_concerns.moc"
