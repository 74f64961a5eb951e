// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/tile.h"

#include <QTest>

using namespace tocsin;

namespace {

constexpr Phrase kWhy{"why", "%1"};
const Instant kNow{std::chrono::hours(480'000)};

CheckStatus checkIn(State state, Duration ago = std::chrono::minutes(5))
{
    CheckStatus check;
    check.name = std::string(stateWord(state));
    check.state = state;
    check.reason = state == State::Ok ? Reason() : Reason(kWhy, {"check is " + check.name});
    check.since = kNow - ago;
    check.lastProof = kNow - std::chrono::seconds(3);
    return check;
}

SourceStatus sourceIn(State state)
{
    SourceStatus source;
    source.id = SourceId("am");
    source.state = state;
    source.since = kNow - std::chrono::minutes(1);
    if (state == State::Unknown)
        source.reason = Reason(kWhy, {"connection refused"});
    return source;
}

AlertPtr alertOf(const std::string &source, const std::string &id, Severity severity, const std::string &owner = {})
{
    auto alert = std::make_shared<Alert>();
    alert->key = {SourceId(source), id};
    alert->name = "PaymentsDown";
    alert->severity = severity;
    alert->severityText = "weird";
    alert->startsAt = kNow - std::chrono::minutes(10);
    alert->actions.acknowledge = source == "am";
    alert->labels = Labels{{"alertname", "PaymentsDown"}, {"instance", id}};
    if (!owner.empty())
        alert->acknowledgement = Acknowledgement{owner, "", kNow - std::chrono::minutes(2), std::nullopt, SilenceId("s"), true};
    return alert;
}

ServiceStatus tileFrom(const std::vector<CheckStatus> &checks, const std::vector<SourceStatus> &sources = {},
    std::vector<AlertPtr> alerts = {}, const ServiceStatus &before = {})
{
    TileParts parts;
    for (const CheckStatus &check : checks)
        parts.checks.push_back(&check);
    for (const SourceStatus &source : sources)
        parts.sources.push_back(&source);
    parts.alerts = sumOf(joinedOnce(std::move(alerts), {}).alerts, kNow);
    parts.isWatched = !checks.empty() || !sources.empty();
    parts.now = kNow;
    return tileOf(before, parts);
}

} // namespace

class TestTile : public QObject
{
    Q_OBJECT

private slots:
    void theWorstWins_data()
    {
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("b");
        for (int a = 0; a < 6; ++a) {
            for (int b = 0; b < 6; ++b)
                QTest::addRow("%d and %d", a, b) << a << b;
        }
    }
    void theWorstWins()
    {
        QFETCH(int, a);
        QFETCH(int, b);
        const ServiceStatus tile = tileFrom({checkIn(static_cast<State>(a)), checkIn(static_cast<State>(b))});
        QCOMPARE(static_cast<int>(tile.state), std::max(a, b));
        QCOMPARE(tile.reason.isEmpty(), std::max(a, b) == 0);
    }

    void whatNothingWatchesIsUnknown()
    {
        const ServiceStatus tile = tileFrom({});
        QCOMPARE(tile.state, State::Unknown);
        QCOMPARE(tile.reason.code(), std::string_view("nothing_watches"));
    }

    void anEmptyListOfAFreshSourceIsProof()
    {
        QCOMPARE(tileFrom({}, {sourceIn(State::Ok)}).state, State::Ok);
        QCOMPARE(tileFrom({}, {sourceIn(State::Pending)}).state, State::Pending);
    }

    void aSilentSourceIsNamed()
    {
        const ServiceStatus tile = tileFrom({checkIn(State::Ok)}, {sourceIn(State::Ok), sourceIn(State::Unknown)});
        QCOMPARE(tile.state, State::Unknown);
        QCOMPARE(QByteArray::fromStdString(english(tile.reason)), "am proves nothing now: connection refused");
        QCOMPARE(tileFrom({checkIn(State::Down)}, {sourceIn(State::Unknown)}).state, State::Down);
    }

    void aStaleAlertStaysAsLastKnown()
    {
        auto stale = std::make_shared<Alert>(*alertOf("am", "a", Severity::Critical));
        stale->handling.stale = true;
        const ServiceStatus tile = tileFrom({}, {sourceIn(State::Unknown)}, {stale});
        QCOMPARE(tile.state, State::Down);
        QCOMPARE(tile.reason.code(), std::string_view("alert_stale"));
    }

    void silencedAndInhibitedAreNeverGreen()
    {
        auto silenced = std::make_shared<Alert>(*alertOf("am", "a", Severity::Critical));
        silenced->handling.silenced = true;
        silenced->handling.inhibited = true;
        QCOMPARE(tileFrom({}, {sourceIn(State::Ok)}, {silenced}).state, State::Down);
    }

    void severities()
    {
        QCOMPARE(tileFrom({}, {sourceIn(State::Ok)}, {alertOf("am", "a", Severity::Info)}).state, State::Ok);
        const ServiceStatus unmapped = tileFrom({}, {sourceIn(State::Ok)}, {alertOf("am", "a", Severity::Unmapped)});
        QCOMPARE(unmapped.state, State::Degraded);
        QVERIFY(english(unmapped.reason).find("\"weird\" is not mapped") != std::string::npos);
    }

    void ownedOnlyWhenAllOfTheWorstAre()
    {
        const std::vector<SourceStatus> fine{sourceIn(State::Ok)};
        const AlertPtr adas = alertOf("am", "a", Severity::Critical, "ada");
        QVERIFY(tileFrom({}, fine, {adas}).owned);
        QCOMPARE(tileFrom({}, fine, {adas}).owner, std::string("ada"));
        QVERIFY(!tileFrom({}, fine, {adas, alertOf("am", "b", Severity::Critical)}).owned);
        QVERIFY(!tileFrom({checkIn(State::Down)}, fine, {adas}).owned);
        QVERIFY(tileFrom({checkIn(State::Degraded)}, fine, {adas}).owned); // decision 6 speaks of DOWN items only
        QVERIFY(!tileFrom({checkIn(State::Ok)}, fine).owned);
    }

    void twoViewsOfOneAlertCountOnce()
    {
        auto prometheus = std::make_shared<Alert>(*alertOf("prom", "p", Severity::Critical));
        prometheus->labels = alertOf("am", "a", Severity::Critical)->labels;
        const AlertPtr acknowledged = alertOf("am", "a", Severity::Critical, "ada");
        QCOMPARE(joinedOnce({prometheus, acknowledged}, {}).alerts.size(), std::size_t(1));
        QVERIFY(joinedOnce({prometheus, acknowledged}, {}).joined == std::vector<AlertKey>{prometheus->key});
        QVERIFY(tileFrom({}, {sourceIn(State::Ok)}, {prometheus, acknowledged}).owned);
        auto stale = std::make_shared<Alert>(*acknowledged);
        stale->handling.stale = true;
        QCOMPARE(joinedOnce({prometheus, stale}, {}).alerts.size(), std::size_t(2));
        QVERIFY(joinedOnce({prometheus, stale}, {}).joined.empty());
        // Each source has its own words for how bad it is: the worse one is not hidden.
        auto harmless = std::make_shared<Alert>(*acknowledged);
        harmless->severity = Severity::Info;
        QCOMPARE(joinedOnce({prometheus, harmless}, {}).alerts.size(), std::size_t(2));
    }

    void sinceIsWhenItBecameSo()
    {
        const ServiceStatus down = tileFrom({checkIn(State::Down, std::chrono::minutes(7))});
        QCOMPARE(down.since, kNow - std::chrono::minutes(7));
        ServiceStatus before = down;
        QCOMPARE(tileFrom({checkIn(State::Down, std::chrono::minutes(1))}, {}, {}, before).since, before.since);
        QCOMPARE(tileFrom({checkIn(State::Degraded, std::chrono::hours(3))}, {}, {}, before).since, kNow);
    }

    void theAgeOfTheClaimIsThatOfItsOldestProof()
    {
        CheckStatus old = checkIn(State::Ok);
        old.lastProof = kNow - std::chrono::seconds(50);
        QCOMPARE(tileFrom({checkIn(State::Ok), old}).lastProof, old.lastProof);
    }

    void maintenanceStandsAbove()
    {
        const MaintenanceWindow window{{}, kNow - std::chrono::minutes(1), std::chrono::hours(2), "index rebuild"};
        CheckStatus check = checkIn(State::Down);
        TileParts parts;
        parts.checks = {&check};
        parts.maintenance = &window;
        parts.now = kNow;
        const ServiceStatus tile = tileOf({}, parts);
        QCOMPARE(tile.state, State::Maintenance);
        QCOMPARE(tile.maintenanceReason, std::string("index rebuild"));
        QVERIFY(!tile.owned);
    }

    void worstAlertsComeFirst()
    {
        std::vector<AlertPtr> alerts{alertOf("am", "c", Severity::Info), alertOf("am", "b", Severity::Critical),
            alertOf("am", "a", Severity::Critical), alertOf("am", "d", Severity::Warning)};
        sortForTile(alerts);
        QByteArray order;
        for (const AlertPtr &alert : alerts)
            order += QByteArray::fromStdString(alert->key.externalId);
        QCOMPARE(order, "abdc");
    }
};

QTEST_GUILESS_MAIN(TestTile)
#include "tst_tile.moc"
