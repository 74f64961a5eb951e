// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/tile_history.h"
#include "tests/support/idle_commands.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

/// Keeps the questions.
class Questions final : public test::IdleCommands
{
public:
    void loadHistory(CheckId check, Instant from, Instant to) override { asked.push_back({std::move(check), from, to, {}}); }

    std::vector<History> asked;
};

ServiceStatus service(const char *name, bool hasHeadline, std::vector<CheckId> checks)
{
    ServiceStatus status;
    status.id = ServiceId(name);
    status.checks = std::move(checks);
    if (hasHeadline)
        status.metrics.push_back({"orders", "", true, {}, {}, {}, {}});
    return status;
}

} // namespace

/// Tiles begin with what the journal knows.
class TestTileHistory : public QObject
{
    Q_OBJECT

private slots:
    void asksOnceForEachTileThatShowsLatency()
    {
        ManualClock clock;
        BoardFeed feed;
        Questions questions;
        TileHistory history(feed, questions, clock);
        Changes changes;
        changes.reset = true;
        changes.services = {service("Cart", false, {CheckId("Cart/health"), CheckId("Cart/tls")}),
            service("Payments", true, {CheckId("Payments/health")}), service("Backups", false, {})};
        history.take(changes);
        QCOMPARE(questions.asked.size(), std::size_t(1));
        QCOMPARE(questions.asked[0].check, CheckId("Cart/health"));
        QVERIFY(questions.asked[0].from == clock.now() - 1h);
        clock.advance(10s);
        changes.reset = false;
        history.take(changes);
        QCOMPARE(questions.asked.size(), std::size_t(1));
        changes.reset = true; // another configuration: whoever draws has forgotten
        history.take(changes);
        QCOMPARE(questions.asked.size(), std::size_t(2));
    }

    void handsItsOwnAnswersOnly()
    {
        ManualClock clock;
        BoardFeed feed;
        Questions questions;
        TileHistory history(feed, questions, clock);
        std::vector<std::pair<ServiceId, std::size_t>> told;
        QObject::connect(&feed, &BoardFeed::recalled, &feed,
            [&](const ServiceId &id, const std::vector<LatencySample> &samples) { told.emplace_back(id, samples.size()); });
        Changes changes;
        changes.services = {service("Cart", false, {CheckId("Cart/health")})};
        history.take(changes);
        History answer = questions.asked.at(0);
        answer.samples.resize(3);
        History other = answer;
        other.from += 1s; // what the chart asked for
        QVERIFY(!history.take(other));
        QVERIFY(history.take(answer));
        QCOMPARE(told, (std::vector<std::pair<ServiceId, std::size_t>>{{ServiceId("Cart"), 3}}));
    }
};

QTEST_GUILESS_MAIN(TestTileHistory)
#include "tst_tile_history.moc"
