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

QString codes(const Pager &pager)
{
    QStringList all;
    for (const EscalationProblem &problem : pager.problems)
        all << QString::fromStdString(std::string(problem.reason.code()));
    return all.join(QLatin1Char(' '));
}

} // namespace

/// Who hears of it, when, and when no more.
class TestEscalation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anHour();
    void theHourIsQuick();
    void levelsFollowTheirWaits();
    void repeatsEnd();
    void aWorstCaseNeverStops_data();
    void aWorstCaseNeverStops();
    void anAckEndsIt();
    void anExpiredAckBeginsAgain();
    void whoComesOnCallIsTold();
    void aLateStartTellsEverybodyOnce();
    void aFailedLevelGoesOnAtOnce();
    void aPartlyFailedLevelWaits();
    void nobodyOnCallGoesOnAtOnce();
    void nobodyAtAllIsLoud();
    void everythingFailedIsLoud();
    void noPolicyIsLoudWhenItIsUrgent();
    void policiesAreChosenInOrder();
    void aRaisedSeverityIsDecidedAnew();
    void roles();
    void remindersOldestFirst();
    void aForgottenAckReachesTheNextLevel();
    void anUnknownHolderIsNotWaitedFor();
    void thoseWhoWereToldHearThatItIsOver();
    void anOldEndIsNoNews();
    void quietHoursHold();
    void quietHoursStopTheWaits();
    void quietHoursOverTheChangeOfClocks();
    void nothingUrgentIsQuiet();
};

void TestEscalation::anHour()
{
    Pager pager;
    std::vector<std::string> told;
    auto runTo = [&pager, &told, now = kNoon](Duration until) mutable {
        for (std::string &line : pager.run(now, kNoon + until))
            told.push_back(std::move(line));
        now = kNoon + until;
    };
    pager.concerns = {trouble(IncidentSeverity::Sev1, "2026-11-21T12:50:00Z")}; // Ada is on call until 13:00
    runTo(hours(1) + minutes(8)); // level 1 (Ada), level 2 (Cyd), Bob takes over at 13:00
    pager.concerns.front().held = Holding{"bob", kNoon + minutes(68), kNoon + minutes(92)}; // 13:08 to 13:32
    runTo(minutes(92));                                                                     // a reminder at 13:28
    runTo(minutes(98)); // the ack ran out at 13:32: a new phase, level 1 at 13:33, level 2 at 13:38 is not reached
    pager.concerns.front().held = Holding{"cyd", kNoon + minutes(98), std::nullopt};
    runTo(minutes(105));
    pager.concerns.front().held.reset(); // given back at 13:45
    pager.concerns.front().since = kNoon + minutes(105);
    runTo(minutes(108));
    pager.concerns.front().over = kNoon + minutes(108);
    runTo(minutes(110));
    QCOMPARE(lines(told),
        expected({"12:51 push ada: SEV1: %", "12:56 mail cyd: SEV1: %", "12:56 push cyd: SEV1: %", "13:00 push bob: SEV1: %",
            "13:28 mail bob: SEV1, do you still have it? %", "13:28 push bob: SEV1, do you still have it? %",
            "13:33 push bob: SEV1: %", "13:46 push bob: SEV1: %", "13:48 push ada: Over: %", "13:48 mail bob: Over: %",
            "13:48 push bob: Over: %", "13:48 mail cyd: Over: %", "13:48 push cyd: Over: %"}));
}

void TestEscalation::theHourIsQuick()
{
    QElapsedTimer timer;
    timer.start();
    Pager pager;
    for (int second = 0; second < 3600; ++second) {
        ManualClock clock(kNoon + minutes(30) + seconds(second)); // the rota changes half-way
        if (second == 1200)
            pager.concerns.front().held = Holding{"cyd", clock.now(), clock.now() + minutes(30)};
        pager.look(clock.now());
    }
    QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()).constData());
}

void TestEscalation::levelsFollowTheirWaits()
{
    Pager pager;
    QCOMPARE(lines(pager.run(kNoon, kNoon + minutes(42))),
        expected({"12:01 push ada: SEV1: %", "12:06 mail cyd: SEV1: %", "12:06 push cyd: SEV1: %", "12:21 mail dan: SEV1: %",
            "12:31 push ada: SEV1, still nobody has it: %", "12:31 mail cyd: SEV1, still nobody has it: %",
            "12:31 push cyd: SEV1, still nobody has it: %", "12:31 mail dan: SEV1, still nobody has it: %",
            "12:41 push ada: SEV1, still nobody has it: %", "12:41 mail cyd: SEV1, still nobody has it: %",
            "12:41 push cyd: SEV1, still nobody has it: %", "12:41 mail dan: SEV1, still nobody has it: %"}));
}

void TestEscalation::repeatsEnd()
{
    Pager pager;
    pager.concerns = {trouble(IncidentSeverity::Sev3)};
    const std::vector<std::string> told = pager.run(kNoon, kNoon + hours(30));
    QCOMPARE(
        std::count_if(told.begin(), told.end(), [](const std::string &line) { return line.find(" dan") != std::string::npos; }),
        3); // once, and two repeats
    QVERIFY(pager.problems.empty());
}

void TestEscalation::aWorstCaseNeverStops_data()
{
    QTest::addColumn<int>("severity");
    QTest::newRow("SEV1") << 1;
    QTest::newRow("SEV2") << 2;
}

void TestEscalation::aWorstCaseNeverStops()
{
    QFETCH(const int, severity);
    Pager pager;
    pager.concerns = {trouble(static_cast<IncidentSeverity>(severity))};
    pager.run(kNoon, kNoon + hours(72));
    QVERIFY(!pager.run(kNoon + hours(72), kNoon + hours(72) + minutes(10)).empty());
}

void TestEscalation::anAckEndsIt()
{
    Pager pager;
    pager.run(kNoon, kNoon + minutes(3));
    pager.concerns.front().held = Holding{"ada", kNoon + minutes(3), std::nullopt};
    QCOMPARE(lines(pager.run(kNoon + minutes(3), kNoon + minutes(23))), QString());
    QCOMPARE(pager.lookAgain, kNoon + minutes(23)); // to remind her
    pager.rules.policies.front().remindAfter = Duration(0);
    QCOMPARE(lines(pager.run(kNoon + minutes(23), kNoon + hours(24))), QString());
}

void TestEscalation::anExpiredAckBeginsAgain()
{
    Pager pager;
    pager.run(kNoon, kNoon + minutes(3));
    pager.concerns.front().held = Holding{"ada", kNoon + minutes(3), kNoon + minutes(13)};
    pager.look(kNoon + minutes(4));
    QCOMPARE(pager.lookAgain, kNoon + minutes(13));
    QCOMPARE(lines(pager.run(kNoon + minutes(13), kNoon + minutes(20))),
        expected({"12:14 push ada: SEV1: %", "12:19 mail cyd: SEV1: %", "12:19 push cyd: SEV1: %"}));
}

void TestEscalation::whoComesOnCallIsTold()
{
    Pager pager;
    pager.rules.policies.front().levels.resize(1);
    pager.concerns.front().since = kNoon + minutes(55);
    QCOMPARE(lines(pager.run(kNoon + minutes(55), kNoon + minutes(64))),
        expected({"12:56 push ada: SEV1: %", "13:00 push bob: SEV1: %"}));
}

void TestEscalation::aLateStartTellsEverybodyOnce()
{
    Pager pager;
    pager.rules.policies.front().levels.push_back({minutes(1), {who("cyd"), who("rota:checkout")}, {}});
    // Three levels and two repeats are due; then it goes on as if nothing had been.
    QCOMPARE(lines(pager.run(kNoon + minutes(45), kNoon + minutes(52))),
        expected({"12:45 push ada: SEV1, still nobody has it: %", "12:45 mail cyd: SEV1, still nobody has it: %",
            "12:45 push cyd: SEV1, still nobody has it: %", "12:45 mail dan: SEV1, still nobody has it: %",
            "12:45 mail ada: SEV1, still nobody has it: %"}));
    Pager levels;
    levels.rules.policies.front().levels[2].who.push_back(who("rota:checkout"));
    levels.rules.policies.front().levels[2].channels = {ChannelId("push"), ChannelId("mail")};
    QCOMPARE(lines(levels.look(kNoon + minutes(22))),
        expected({"12:22 push ada: SEV1: %", "12:22 mail cyd: SEV1: %", "12:22 push cyd: SEV1: %", "12:22 mail dan: SEV1: %",
            "12:22 push dan: SEV1: %", "12:22 mail ada: SEV1: %"}));
}

void TestEscalation::aFailedLevelGoesOnAtOnce()
{
    Pager pager;
    pager.broken = {"push"};
    QCOMPARE(lines(pager.run(kNoon, kNoon + minutes(15))),
        expected({"12:01 push ada: SEV1: % (failed)", "12:01 mail cyd: SEV1: %", "12:01 push cyd: SEV1: % (failed)"}));
    QVERIFY(pager.problems.empty());
    QCOMPARE(pager.lookAgain, kNoon + minutes(16)); // Dan, fifteen minutes after Cyd
}

void TestEscalation::aPartlyFailedLevelWaits()
{
    Pager pager;
    pager.rules.policies.front().levels.front().channels.clear();
    pager.broken = {"push"};
    QCOMPARE(
        lines(pager.run(kNoon, kNoon + minutes(5))), expected({"12:01 mail ada: SEV1: %", "12:01 push ada: SEV1: % (failed)"}));
}

void TestEscalation::nobodyOnCallGoesOnAtOnce()
{
    Pager pager;
    pager.rules.rotas.front().shifts.front().start += hours(240);
    QCOMPARE(lines(pager.run(kNoon, kNoon + minutes(5))), expected({"12:01 mail cyd: SEV1: %", "12:01 push cyd: SEV1: %"}));
    Pager unreachable;
    unreachable.rules.policies.front().levels.front().channels = {ChannelId("sms")};
    QCOMPARE(lines(unreachable.look(kNoon + minutes(1))), expected({"12:01 mail cyd: SEV1: %", "12:01 push cyd: SEV1: %"}));
}

void TestEscalation::nobodyAtAllIsLoud()
{
    Pager pager;
    pager.rules.policies.front().levels.resize(1);
    pager.rules.rotas.front().shifts.front().start = parseLocalTime("2026-11-21T15:00").value();
    pager.look(kNoon);
    QCOMPARE(codes(pager), QStringLiteral("escalation.unheard"));
    QVERIFY(english(pager.problems.front().reason).find("\"everything\"") != std::string::npos);
    pager.run(kNoon, at("2026-11-21T14:59:00Z"));
    QVERIFY(pager.lookAgain && *pager.lookAgain <= at("2026-11-21T15:00:00Z"));
    QCOMPARE(pager.look(at("2026-11-21T15:00:00Z")).size(), 1u);
    QCOMPARE(codes(pager), QString());
}

void TestEscalation::everythingFailedIsLoud()
{
    Pager pager;
    pager.broken = {"push", "mail"};
    pager.run(kNoon, kNoon + minutes(2));
    QCOMPARE(codes(pager), QStringLiteral("escalation.lost"));
    pager.broken.clear();
    pager.run(kNoon + minutes(2), kNoon + minutes(12)); // the next repeat arrives
    QCOMPARE(codes(pager), QString());
}

void TestEscalation::noPolicyIsLoudWhenItIsUrgent()
{
    Pager pager;
    pager.rules.policies.front().services = {"Search"};
    pager.look(kNoon);
    QCOMPARE(codes(pager), QStringLiteral("escalation.no_policy"));
    pager.concerns.front().held = Holding{"ada", kNoon, kNoon + minutes(10)};
    pager.look(kNoon);
    QCOMPARE(codes(pager), QString());
    QCOMPARE(pager.lookAgain, kNoon + minutes(10));
    pager.concerns = {trouble(IncidentSeverity::Sev3)};
    pager.look(kNoon);
    QCOMPARE(codes(pager), QString());
    pager.concerns = {trouble()};
    pager.rules.policies.clear(); // who wants no escalation gets no complaint
    pager.look(kNoon);
    QCOMPARE(codes(pager), QString());
}

void TestEscalation::policiesAreChosenInOrder()
{
    EscalationRules rules = usualRules();
    EscalationPolicy &first = rules.policies.front();
    first.severities = {IncidentSeverity::Sev1, IncidentSeverity::Sev2};
    first.services = {"Payments", "Cart"};
    rules.policies.push_back({.name = "rest"});
    Concern concern = trouble();
    concern.services = {"Search", "Cart"};
    QCOMPARE(policyFor(rules, concern)->name, std::string("everything"));
    concern.severity = IncidentSeverity::Sev3;
    QCOMPARE(policyFor(rules, concern)->name, std::string("rest"));
    concern.severity = IncidentSeverity::Sev1;
    concern.services = {"Search"};
    QCOMPARE(policyFor(rules, concern)->name, std::string("rest"));
    concern.services.clear(); // an incident about no service
    QCOMPARE(policyFor(rules, concern)->name, std::string("rest"));
}

void TestEscalation::aRaisedSeverityIsDecidedAnew()
{
    Pager pager;
    EscalationPolicy slow = pager.rules.policies.front();
    slow.name = "slow";
    slow.severities = {IncidentSeverity::Sev3};
    slow.levels = {{minutes(1), {who("ada")}, {ChannelId("push")}}, {hours(5), {who("cyd")}, {}}};
    pager.rules.policies.insert(pager.rules.policies.begin(), slow);
    pager.concerns = {trouble(IncidentSeverity::Sev3)};
    QCOMPARE(lines(pager.run(kNoon, kNoon + minutes(8))), expected({"12:01 push ada: SEV3: %"}));
    pager.concerns.front().severity = IncidentSeverity::Sev1;
    pager.concerns.front().settledAt = kNoon + minutes(8);
    QCOMPARE(lines(pager.run(kNoon + minutes(8), kNoon + minutes(22))),
        expected({"12:08 mail cyd: SEV1: %", "12:08 push cyd: SEV1: %", "12:21 mail dan: SEV1: %"}));
}

void TestEscalation::roles()
{
    Pager pager;
    pager.rules.policies.front().levels.front().who = {who("role:commander")};
    pager.concerns.front().roles = {{roles::scribe, "dan", kNoon}, {roles::commander, "bob", kNoon}};
    QCOMPARE(lines(pager.look(kNoon + minutes(1))), expected({"12:01 push bob: SEV1: %"}));
}

void TestEscalation::remindersOldestFirst()
{
    Pager pager;
    pager.rules.people[0].reach.erase(ChannelId("mail"));
    const auto held = [](const char *subject, Instant since) {
        Concern concern = trouble(IncidentSeverity::Sev4);
        concern.subject = subject;
        concern.title = subject;
        concern.held = Holding{"ada", since, std::nullopt};
        return concern;
    };
    pager.concerns = {held("service/A", kNoon + minutes(6)), held("service/B", kNoon + minutes(2)),
        held("service/C", kNoon + minutes(4)), trouble()};
    QCOMPARE(lines(pager.look(kNoon + minutes(26))).split(QLatin1Char('\n')).mid(4).join(QLatin1Char('\n')),
        expected({"12:26 push ada: SEV4, do you still have it? service/B",
            "12:26 push ada: SEV4, do you still have it? service/C", "12:26 push ada: SEV4, do you still have it? service/A"}));
}

void TestEscalation::aForgottenAckReachesTheNextLevel()
{
    Pager pager;
    pager.rules.people[0].reach.erase(ChannelId("mail"));
    pager.concerns.front().held = Holding{"ada", kNoon + minutes(3), std::nullopt};
    QCOMPARE(lines(pager.run(kNoon + minutes(3), kNoon + minutes(104))),
        expected({"12:23 push ada: SEV1, do you still have it? %", "12:43 push ada: SEV1, do you still have it? %",
            "13:03 push ada: SEV1, do you still have it? %", "13:23 push ada: SEV1, do you still have it? %",
            "13:23 mail cyd: SEV1, ada has it but does not react: %", "13:23 push cyd: SEV1, ada has it but does not react: %",
            "13:43 push ada: SEV1, do you still have it? %", "13:43 mail cyd: SEV1, ada has it but does not react: %",
            "13:43 push cyd: SEV1, ada has it but does not react: %"}));
}

void TestEscalation::anUnknownHolderIsNotWaitedFor()
{
    Pager pager;
    pager.concerns.front().held = Holding{"root", kNoon + minutes(8), std::nullopt}; // level 2 has been told by then
    QCOMPARE(lines(pager.run(kNoon + minutes(8), kNoon + minutes(30))),
        expected({"12:28 mail dan: SEV1, root has it but does not react: %"}));
}

void TestEscalation::thoseWhoWereToldHearThatItIsOver()
{
    Pager pager;
    pager.broken = {"mail"};
    pager.run(kNoon, kNoon + minutes(8));
    OutboxEntry earlier = pager.done.begin()->second.begin()->second;
    earlier.person = "dan";
    earlier.state = OutboxEntry::State::Accepted;
    earlier.at = kNoon - hours(5);
    pager.done[NotificationId("of an earlier outage")]["desk-1"] = earlier;
    earlier.at = kNoon;
    earlier.subject = "service/Search";
    pager.done[NotificationId("of something else")]["desk-1"] = earlier;
    pager.concerns.front().over = kNoon + minutes(8);
    const Escalation end = due(pager.rules, pager.concerns, pager.done, pager.stations, kNoon + minutes(8));
    QVERIFY(!end.notices.empty() && end.notices.front().urgency == Urgency::Low);
    QCOMPARE(end.notices.front().until, kNoon + minutes(68));
    QCOMPARE(lines(pager.run(kNoon + minutes(8), kNoon + hours(10))),
        expected({"12:08 push ada: Over: %", "12:08 push cyd: Over: %"}));
}

void TestEscalation::anOldEndIsNoNews()
{
    Pager pager;
    pager.run(kNoon, kNoon + minutes(2));
    pager.concerns.front().over = kNoon + minutes(8);
    QCOMPARE(lines(pager.look(kNoon + minutes(68))), QString());
    QCOMPARE(lines(pager.look(kNoon + minutes(67))), expected({"13:07 push ada: Over: %"}));
}

void TestEscalation::quietHoursHold()
{
    Pager pager;
    pager.rules.policies.front().quiet = QuietHours{hours(22), hours(7), "Europe/Berlin", {IncidentSeverity::Sev4}};
    pager.concerns = {trouble(IncidentSeverity::Sev4, "2026-11-21T22:30:00Z")}; // 23:30 in Berlin
    pager.rules.policies.front().levels.front().who = {who("ada")};
    QCOMPARE(lines(pager.run(at("2026-11-21T22:30:00Z"), at("2026-11-22T06:10:00Z"))),
        expected({"06:01 push ada: SEV4: %", "06:06 mail cyd: SEV4: %", "06:06 push cyd: SEV4: %"}));
    Pager other;
    other.rules = pager.rules;
    other.concerns = {trouble(IncidentSeverity::Sev3, "2026-11-21T22:30:00Z")}; // not listed, not held
    QCOMPARE(other.look(at("2026-11-21T22:31:00Z")).size(), 1u);
}

void TestEscalation::quietHoursStopTheWaits()
{
    Pager pager;
    pager.rules.policies.front().quiet = QuietHours{hours(22), hours(7), "UTC", {IncidentSeverity::Sev4}};
    pager.rules.policies.front().levels.front().who = {who("ada")};
    pager.concerns = {trouble(IncidentSeverity::Sev4, "2026-11-21T21:57:00Z")};
    // Level 1 at 21:58. Level 2 would fall on 22:03: two of its five minutes are left for the morning... and one for the begin
    // itself.
    QCOMPARE(lines(pager.run(at("2026-11-21T21:57:00Z"), at("2026-11-22T07:04:00Z"))),
        expected({"21:58 push ada: SEV4: %", "07:03 mail cyd: SEV4: %", "07:03 push cyd: SEV4: %"}));
    Pager exactly;
    exactly.rules = pager.rules;
    exactly.concerns = {trouble(IncidentSeverity::Sev4, "2026-11-21T21:59:00Z")};
    QCOMPARE(lines(exactly.run(at("2026-11-21T21:59:00Z"), at("2026-11-22T07:01:00Z"))), expected({"07:00 push ada: SEV4: %"}));
    Pager reminder;
    reminder.rules = pager.rules;
    reminder.rules.people[0].reach.erase(ChannelId("mail"));
    reminder.concerns = exactly.concerns;
    reminder.concerns.front().held = Holding{"ada", at("2026-11-21T21:40:00Z"), std::nullopt};
    QCOMPARE(lines(reminder.run(at("2026-11-21T21:40:00Z"), at("2026-11-22T07:19:00Z"))),
        expected({"07:00 push ada: SEV4, do you still have it? %"}));
}

void TestEscalation::quietHoursOverTheChangeOfClocks()
{
    Pager pager;
    pager.rules.policies.front().quiet = QuietHours{hours(2), minutes(170), "Europe/Berlin", {IncidentSeverity::Sev4}};
    pager.rules.policies.front().levels.front().who = {who("ada")};
    // On 29 March there is no time between 02:00 and 03:00 at all.
    pager.concerns = {trouble(IncidentSeverity::Sev4, "2026-03-29T00:58:30Z")};
    QVERIFY(!pager.run(at("2026-03-29T00:58:30Z"), at("2026-03-29T02:00:00Z")).empty());
}

void TestEscalation::nothingUrgentIsQuiet()
{
    Pager pager;
    pager.rules.policies.front().quiet
        = QuietHours{TimeOfDay(0), minutes(1439), "UTC", {IncidentSeverity::Sev1, IncidentSeverity::Sev2}};
    QCOMPARE(pager.look(kNoon + minutes(1)).size(), 1u);
}

QTEST_GUILESS_MAIN(TestEscalation)
#include "tst_escalation.moc"
