// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/evaluator.h"

#include <QTest>

using namespace tocsin;

namespace {

constexpr Phrase kWhy{"why", "refused"};
constexpr Duration kInterval = std::chrono::seconds(30);

Stamp stampAt(Duration after)
{
    return {Instant(std::chrono::hours(480'000)) + after, Monotonic(std::chrono::hours(1)) + after};
}

ObservationPtr observe(Outcome outcome, Duration after)
{
    auto observation = std::make_shared<Observation>();
    observation->outcome = outcome;
    observation->at = stampAt(after).at;
    observation->moment = stampAt(after).moment;
    if (outcome != Outcome::Good)
        observation->reason = Reason(kWhy);
    return observation;
}

Outcome outcomeOf(char letter)
{
    switch (letter) {
    case 'g':
        return Outcome::Good;
    case 'i':
        return Outcome::Impaired;
    case 'f':
        return Outcome::Failed;
    default:
        return Outcome::Unproven;
    }
}

/// The states after each letter of a run: g good, i impaired, f failed, u unproven, - a missed interval.
QByteArray statesAfter(const char *run, const Policy &policy)
{
    static constexpr char kLetters[] = {'O', 'M', 'P', 'U', 'S', 'D'}; // S: slow, degraded
    CheckHistory history = beginHistory(stampAt(Duration(0)));
    QByteArray states;
    Duration time{0};
    for (const char *letter = run; *letter; ++letter) {
        time += kInterval;
        if (*letter != '-')
            remember(history, observe(outcomeOf(*letter), time), policy);
        states += kLetters[static_cast<int>(judge(history, policy, {stampAt(time), nullptr, std::nullopt}).state)];
    }
    return states;
}

} // namespace

class TestEvaluator : public QObject
{
    Q_OBJECT

private slots:
    void runs_data()
    {
        QTest::addColumn<QByteArray>("run");
        QTest::addColumn<QByteArray>("states");
        QTest::newRow("the first good answer is OK") << QByteArray("g") << QByteArray("O");
        QTest::newRow("failures are soft, then DOWN") << QByteArray("gfff") << QByteArray("OOOD");
        QTest::newRow("pending until decided") << QByteArray("fff") << QByteArray("PPD");
        QTest::newRow("a good one between ends the run") << QByteArray("gffg") << QByteArray("OOOO");
        QTest::newRow("fails two times in three") << QByteArray("ffgffgffgffg") << QByteArray("PPOSSSSSSSSS");
        QTest::newRow("fails one time in three") << QByteArray("fggfggfggfgg") << QByteArray("POOOOOSSSSSS");
        QTest::newRow("slow every other time")
            << QByteArray("gigigigigigi").repeated(2) << QByteArray("OOOOOO") + QByteArray(18, 'S');
        QTest::newRow("fails now and then") << QByteArray("fgggggggggg").repeated(4) << 'P' + QByteArray(43, 'O');
        QTest::newRow("good again for long") << "gfgfgf" + QByteArray(18, 'g') << "OOOOO" + QByteArray(18, 'S') + 'O';
        QTest::newRow("an outage that ended") << QByteArray("gffffffggggg") << QByteArray("OOODDDDDOOOO");
        QTest::newRow("up and down") << QByteArray("fffgg").repeated(4) << QByteArray("PPDDOOODDOOODDOSSDDS");
        QTest::newRow("back after two") << QByteArray("fffgg") << QByteArray("PPDDO");
        QTest::newRow("one good answer is not back") << QByteArray("fffgfg") << QByteArray("PPDDDD");
        QTest::newRow("slow is soft where OK stands") << QByteArray("giii") << QByteArray("OOOS");
        QTest::newRow("slow at once where nothing stands") << QByteArray("i") << QByteArray("S");
        QTest::newRow("slow and failing in turns") << QByteArray("gfif") << QByteArray("OOOS");
        QTest::newRow("from slow back to OK") << QByteArray("igg") << QByteArray("SSO");
        QTest::newRow("from DOWN to slow") << QByteArray("fffii") << QByteArray("PPDDS");
        QTest::newRow("from slow to DOWN") << QByteArray("ifff") << QByteArray("SSSD");
        QTest::newRow("proves nothing: UNKNOWN at once") << QByteArray("gu") << QByteArray("OU");
        QTest::newRow("first answer proves nothing") << QByteArray("u") << QByteArray("U");
        QTest::newRow("one proof ends UNKNOWN") << QByteArray("gug") << QByteArray("OUO");
        QTest::newRow("a failure proves no calm") << QByteArray("guff") << QByteArray("OUUU");
        QTest::newRow("failures count across UNKNOWN") << QByteArray("gufff") << QByteArray("OUUUD");
        QTest::newRow("UNKNOWN is no shortcut from DOWN") << QByteArray("fffugg") << QByteArray("PPDUUO");
        QTest::newRow("DOWN again at once") << QByteArray("fffuf") << QByteArray("PPDUD");
        QTest::newRow("stale after three intervals") << QByteArray("g---") << QByteArray("OOOO");
        QTest::newRow("stale") << QByteArray("g----") << QByteArray("OOOOU");
        QTest::newRow("DOWN goes stale too") << QByteArray("fff----") << QByteArray("PPDDDDU");
        QTest::newRow("never answered") << QByteArray("----") << QByteArray("PPPU");
        QTest::newRow("a failure after a gap proves no calm") << QByteArray("g----f") << QByteArray("OOOOUU");
        QTest::newRow("failures before a gap do not count") << QByteArray("gff----f") << QByteArray("OOOOOOUU");
        QTest::newRow("good after a gap") << QByteArray("g----g") << QByteArray("OOOOUO");
    }
    void runs()
    {
        QFETCH(QByteArray, run);
        QTEST(statesAfter(run.constData(), Policy()), "states");
    }

    void onePassNeedsNoSecondLook()
    {
        const Policy policy = Policy::forOnePass(Policy());
        QCOMPARE(statesAfter("f", policy), "D");
        QCOMPARE(statesAfter("i", policy), "S");
        QCOMPARE(statesAfter("u", policy), "U");
        QCOMPARE(statesAfter("g", policy), "O");
    }

    void thresholdsAreThoseOfThePolicy()
    {
        Policy policy;
        policy.failureThreshold = 5;
        policy.successThreshold = 1;
        QCOMPARE(statesAfter("gfffffg", policy), "OOOOODO");
    }

    void everyReasonIsSaid()
    {
        const Policy policy;
        CheckHistory history = beginHistory(stampAt(Duration(0)));
        remember(history, observe(Outcome::Good, Duration(0)), policy);
        QVERIFY(judge(history, policy, {stampAt(Duration(0)), nullptr, std::nullopt}).reason.isEmpty());
        remember(history, observe(Outcome::Failed, kInterval), policy);
        const Reason soft = judge(history, policy, {stampAt(kInterval), nullptr, std::nullopt}).reason;
        QCOMPARE(QByteArray::fromStdString(english(soft)), "failed 1 of 3 times before it counts: refused");
        const CheckJudgement stale = judge(history, policy, {stampAt(kInterval * 5), nullptr, std::nullopt});
        QCOMPARE(stale.state, State::Unknown);
        QVERIFY(english(stale.reason).find("1m30s") != std::string::npos);
        QVERIFY(english(stale.reason).find(formatRfc3339(stampAt(kInterval).at)) != std::string::npos);
    }

    void saysWhenItWillBeStale()
    {
        const Policy policy;
        CheckHistory history = beginHistory(stampAt(Duration(0)));
        remember(history, observe(Outcome::Good, kInterval), policy);
        const CheckJudgement now = judge(history, policy, {stampAt(kInterval), nullptr, std::nullopt});
        QVERIFY(now.expires.has_value());
        const Duration until = *now.expires - stampAt(kInterval).moment;
        QCOMPARE(judge(history, policy, {stampAt(kInterval + until - Duration(1)), nullptr, std::nullopt}).state, State::Ok);
        QCOMPARE(judge(history, policy, {stampAt(kInterval + until), nullptr, std::nullopt}).state, State::Unknown);
    }

    void aSlowAnswerIsNotAStaleOne()
    {
        Policy policy;
        policy.interval = std::chrono::seconds(5);
        policy.timeout = std::chrono::seconds(20);
        CheckHistory history = beginHistory(stampAt(Duration(0)));
        remember(history, observe(Outcome::Good, Duration(0)), policy);
        QCOMPARE(judge(history, policy, {stampAt(std::chrono::seconds(40)), nullptr, std::nullopt}).state, State::Ok);
        QCOMPARE(judge(history, policy, {stampAt(std::chrono::seconds(61)), nullptr, std::nullopt}).state, State::Unknown);
    }

    void maintenanceStandsAboveAndLooksOn()
    {
        const Policy policy;
        CheckHistory history = beginHistory(stampAt(Duration(0)));
        remember(history, observe(Outcome::Good, Duration(0)), policy);
        const MaintenanceWindow window{{}, stampAt(kInterval).at, std::chrono::hours(1), "index rebuild"};
        for (int i = 1; i <= 3; ++i)
            remember(history, observe(Outcome::Failed, kInterval * i), policy);
        const CheckJudgement inside = judge(history, policy, {stampAt(kInterval * 3), &window, std::nullopt});
        QCOMPARE(inside.state, State::Maintenance);
        QCOMPARE(inside.since, window.start);
        QVERIFY(english(inside.reason).find("index rebuild") != std::string::npos);
        QCOMPARE(judge(history, policy, {stampAt(kInterval * 3), nullptr, std::nullopt}).state, State::Down);
    }

    void blindnessTakesWhatWasProvenBefore()
    {
        const Policy policy;
        CheckHistory history = beginHistory(stampAt(Duration(0)));
        remember(history, observe(Outcome::Good, Duration(0)), policy);
        const Stamp blindSince = stampAt(std::chrono::seconds(10));
        const CheckJudgement blind = judge(history, policy, {stampAt(std::chrono::seconds(11)), nullptr, blindSince});
        QCOMPARE(blind.state, State::Unknown);
        QCOMPARE(blind.reason.code(), std::string_view("blind"));
        QCOMPARE(blind.since, blindSince.at);
        remember(history, observe(Outcome::Good, std::chrono::seconds(12)), policy);
        QCOMPARE(judge(history, policy, {stampAt(std::chrono::seconds(13)), nullptr, blindSince}).state, State::Ok);
    }

    void flappingIsMarkedAndEnds()
    {
        const Policy policy;
        CheckHistory history = beginHistory(stampAt(Duration(0)));
        int time = 0;
        for (; time < 12; ++time)
            remember(history, observe(time % 2 ? Outcome::Failed : Outcome::Good, kInterval * time), policy);
        QVERIFY(judge(history, policy, {stampAt(kInterval * time), nullptr, std::nullopt}).flapping);
        for (; time < 32; ++time)
            remember(history, observe(Outcome::Good, kInterval * time), policy);
        QVERIFY(!judge(history, policy, {stampAt(kInterval * time), nullptr, std::nullopt}).flapping);
    }

    void aSingleOutageIsNotFlapping()
    {
        const Policy policy;
        CheckHistory history = beginHistory(stampAt(Duration(0)));
        for (int time = 0; time < 40; ++time) {
            remember(history, observe(time >= 10 && time < 20 ? Outcome::Failed : Outcome::Good, kInterval * time), policy);
            QVERIFY(!history.flapping);
        }
    }

    void sinceIsWhenTheStateBegan()
    {
        const Policy policy;
        CheckHistory history = beginHistory(stampAt(Duration(0)));
        for (int i = 0; i < 6; ++i)
            remember(history, observe(Outcome::Failed, kInterval * i), policy);
        const CheckJudgement down = judge(history, policy, {stampAt(kInterval * 6), nullptr, std::nullopt});
        QCOMPARE(down.since, stampAt(kInterval * 2).at);
        QCOMPARE(down.lastProof, std::optional(stampAt(kInterval * 5).at));
    }
};

QTEST_GUILESS_MAIN(TestEvaluator)
#include "tst_evaluator.moc"
