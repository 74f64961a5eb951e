// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/escalation_steps.h"
#include "tests/unit/incidents/escalation_bench.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <set>

using namespace tocsin;
using namespace tocsin::test;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Instant kNoon = at("2026-11-21T12:00:00Z");

QString lines(const std::vector<std::string> &told)
{
    QStringList all;
    for (const std::string &line : told)
        all << QString::fromStdString(line);
    return all.join(QLatin1Char('\n'));
}

/// `%` stands for the usual title.
QString expected(std::initializer_list<const char *> told)
{
    QStringList all;
    for (const char *line : told)
        all << QString::fromUtf8(line).replace(QStringLiteral("%"), QStringLiteral("Payments is DOWN"));
    return all.join(QLatin1Char('\n'));
}

EscalationTarget who(const char *text)
{
    return escalationTargetFrom(text);
}

} // namespace

/// What several stations make of the same, and what a notice is made of.
class TestEscalationStations : public QObject
{
    Q_OBJECT

private slots:
    void otherStationsWait();
    void whatAnotherStationHoldsMayDieWithIt();
    void aStationThatStartsWaitsAsWell();
    void ranksAreTheSameEverywhere();
    void idsStayTheSame();
    void aDrillStaysOne();
    void textsAreInTheTimeOfThePerson();
};

void TestEscalationStations::otherStationsWait()
{
    Pager pager;
    pager.stations.names = {"desk-1", "desk-2", "wall"};
    std::vector<std::pair<int, Pager>> all;
    EscalationStep step{EscalationStep::Kind::Level, 1, {}, kNoon, {}};
    const NotificationId id = idOf(trouble(), step, Recipient{"ada", ChannelId("push"), {}, {}});
    for (const char *name : {"desk-1", "desk-2", "wall"}) {
        pager.stations.self = name;
        const int rank = rankOf(id, pager.stations);
        Pager station = pager;
        const std::string minute = "12:0" + std::to_string(1 + rank);
        QCOMPARE(lines(station.run(kNoon, kNoon + minutes(5))),
            expected({}) + QString::fromStdString(minute) + QStringLiteral(" push ada: SEV1: Payments is DOWN")
                + (rank > 0 ? QStringLiteral(" (repeat?)") : QString()));
        Pager served = pager;
        served.done[id]["somewhere"] = OutboxEntry{OutboxEntry::State::Accepted, kNoon, {}, {}, {}, {}};
        QCOMPARE(lines(served.run(kNoon, kNoon + minutes(5))), QString());
    }
}

void TestEscalationStations::whatAnotherStationHoldsMayDieWithIt()
{
    Pager pager;
    pager.stations.names = {"desk-1", "desk-2"};
    const EscalationStep step{EscalationStep::Kind::Level, 1, {}, kNoon, {}};
    const NotificationId id = idOf(trouble(), step, Recipient{"ada", ChannelId("push"), {}, {}});
    pager.done[id]["desk-2"] = OutboxEntry{OutboxEntry::State::Sending, kNoon + minutes(1), {}, {}, {}, {}};
    QCOMPARE(pager.run(kNoon, kNoon + minutes(5)).size(), 1u);
    Pager own;
    own.done[id]["desk-1"] = OutboxEntry{OutboxEntry::State::Waiting, kNoon + minutes(1), {}, {}, {}, {}};
    QCOMPARE(lines(own.run(kNoon, kNoon + minutes(5))), QString());
}

void TestEscalationStations::aStationThatStartsWaitsAsWell()
{
    Pager pager;
    pager.stations.names = {"desk-1", "desk-2"};
    pager.stations.startedAt = kNoon + minutes(3);
    int atOnce = 0;
    for (const char *name : {"desk-1", "desk-2"}) {
        Pager station = pager;
        station.stations.self = name;
        atOnce += static_cast<int>(station.look(kNoon + minutes(3)).size());
    }
    QCOMPARE(atOnce, 1);
}

void TestEscalationStations::ranksAreTheSameEverywhere()
{
    // Made with sha256sum: what a version writes, the next one must find.
    QCOMPARE(notificationIdOf({"a", "bc"}).text(), std::string("5310a58788781ab25d5ad7c3f8503582"));
    Stations stations{{"a", "b", "c"}, "a", {}};
    std::set<int> ranks;
    for (const char *self : {"a", "b", "c"}) {
        stations.self = self;
        ranks.insert(rankOf(NotificationId("x"), stations));
    }
    QCOMPARE(ranks, (std::set<int>{0, 1, 2}));
    stations.self = "d"; // which nobody has told the others about
    QVERIFY(rankOf(NotificationId("x"), stations) >= 0);
    QVERIFY(notificationIdOf({"ab", "c"}) != notificationIdOf({"a", "bc"}));
}

void TestEscalationStations::idsStayTheSame()
{
    const Recipient ada{"ada", ChannelId("push"), "x", kNoon};
    const EscalationStep level{EscalationStep::Kind::Level, 1, kNoon, kNoon, {}};
    const auto differs = [&](auto change) {
        Concern concern = trouble();
        EscalationStep step = level;
        Recipient recipient = ada;
        change(concern, step, recipient);
        return idOf(concern, step, recipient) != idOf(trouble(), level, ada);
    };
    QVERIFY(differs([](Concern &concern, auto &, auto &) { concern.subject = "service/Cart"; }));
    QVERIFY(differs([](auto &, EscalationStep &step, auto &) { step.phase += seconds(1); }));
    QVERIFY(differs([](auto &, EscalationStep &step, auto &) { step.number = 2; }));
    QVERIFY(differs([](auto &, EscalationStep &step, auto &) { step.kind = EscalationStep::Kind::Repeat; }));
    QVERIFY(differs([](auto &, auto &, Recipient &recipient) { recipient.person = "bob"; }));
    QVERIFY(differs([](auto &, auto &, Recipient &recipient) { recipient.channel = ChannelId("mail"); }));
    QVERIFY(!differs([](Concern &concern, EscalationStep &step, Recipient &recipient) {
        concern.title = "other words";
        concern.severity = IncidentSeverity::Sev2;
        step.at += minutes(1);
        recipient.to = "another address";
    }));
}

void TestEscalationStations::aDrillStaysOne()
{
    Concern concern = trouble();
    concern.drill = true;
    concern.link = "https://shop.example.net/";
    const Escalation escalation = due(usualRules(), {concern}, {}, {{"a"}, "a", {}}, kNoon + minutes(1));
    QCOMPARE(escalation.notices.size(), 1u);
    const Notification &notice = escalation.notices.front();
    QVERIFY(notice.drill);
    QCOMPARE(notice.subject, std::string("service/Payments"));
    QCOMPARE(notice.link, concern.link);
    QCOMPARE(notice.urgency, Urgency::Critical);
    QCOMPARE(notice.to, std::string("ada"));
    QCOMPARE(notice.at, kNoon + minutes(1));
}

void TestEscalationStations::textsAreInTheTimeOfThePerson()
{
    EscalationRules rules = usualRules();
    rules.policies.front().levels.front().who.push_back(who("bob"));
    const Escalation escalation = due(rules, {trouble()}, {}, {{"a"}, "a", {}}, kNoon + minutes(1));
    QCOMPARE(escalation.notices.size(), 2u);
    QCOMPARE(escalation.notices[0].text,
        std::string("Nobody has it since 2026-11-21 13:00 (Europe/Berlin). You are level 1 of \"everything\". Acknowledge it in "
                    "Tocsin, and nobody else is told.\nServices: Payments"));
    QVERIFY(escalation.notices[1].text.find("07:00 (America/New_York)") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestEscalationStations)
#include "tst_escalation_stations.moc"
