// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/evaluator.h"
#include "tests/unit/monitor/watch_bench.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tocsin;
using namespace tocsin::test;

namespace {

constexpr Phrase kWhy{"why", "not good"};

/// One observation of a run, and how long after the one before it came.
struct Look {
    Outcome outcome = Outcome::Good;
    int secondsLater = 30;
};

std::ostream &operator<<(std::ostream &out, const Look &look)
{
    return out << "+" << look.secondsLater << "s:"
               << "gifu"[static_cast<int>(look.outcome)];
}

rc::Gen<Look> anyLook()
{
    return rc::gen::build<Look>(
        rc::gen::set(&Look::outcome,
            rc::gen::element(Outcome::Good, Outcome::Good, Outcome::Impaired, Outcome::Failed, Outcome::Unproven)),
        rc::gen::set(&Look::secondsLater, rc::gen::element(1, 10, 30, 30, 30, 45, 89, 91, 4000)));
}

Policy anyPolicy()
{
    Policy policy;
    policy.failureThreshold = *rc::gen::inRange(1, 6);
    policy.successThreshold = *rc::gen::inRange(1, 5);
    policy.staleAfter = *rc::gen::inRange(1, 5);
    return policy;
}

Stamp stampAt(int seconds)
{
    return {Instant(std::chrono::seconds(1'795'000'000 + seconds)), Monotonic(std::chrono::seconds(100 + seconds))};
}

ObservationPtr observationOf(const Look &look, int seconds)
{
    auto observation = std::make_shared<Observation>();
    observation->outcome = look.outcome;
    observation->at = stampAt(seconds).at;
    observation->moment = stampAt(seconds).moment;
    if (look.outcome != Outcome::Good)
        observation->reason = Reason(kWhy);
    return observation;
}

bool run(const char *what, bool held)
{
    if (!held)
        qWarning("property does not hold: %s", what);
    return held;
}

} // namespace

class TestMonitorProperties : public QObject
{
    Q_OBJECT

private slots:
    void noCalmWithoutProof()
    {
        QVERIFY(run("OK only with a recent good answer and nothing unproven since", rc::check([] {
            const Policy policy = anyPolicy();
            const auto looks = *rc::gen::container<std::vector<Look>>(anyLook());
            CheckHistory history = beginHistory(stampAt(0));
            int seconds = 0;
            std::optional<int> lastGood;
            bool unprovenSince = true;
            for (const Look &look : looks) {
                seconds += look.secondsLater;
                remember(history, observationOf(look, seconds), policy);
                if (look.outcome == Outcome::Good) {
                    lastGood = seconds;
                    unprovenSince = false;
                } else if (look.outcome == Outcome::Unproven) {
                    unprovenSince = true;
                }
                const int later = seconds + *rc::gen::element(0, 30, 60, 200);
                const CheckJudgement judgement = judge(history, policy, {stampAt(later), nullptr, std::nullopt});
                if (judgement.state != State::Ok)
                    continue;
                const auto limit = std::chrono::duration_cast<std::chrono::seconds>(staleLimit(policy)).count();
                RC_ASSERT(lastGood.has_value());
                RC_ASSERT(!unprovenSince);
                RC_ASSERT(later - seconds <= limit);
                // Soft failures may follow the good answer, fewer than the threshold, none of them late.
                RC_ASSERT(later - *lastGood <= limit * policy.failureThreshold);
            }
        })));
    }

    void askingChangesNothing()
    {
        QVERIFY(run("the judgement is indifferent to how often it is asked", rc::check([] {
            const Policy policy = anyPolicy();
            const auto looks = *rc::gen::container<std::vector<Look>>(anyLook());
            CheckHistory asked = beginHistory(stampAt(0));
            CheckHistory unasked = asked;
            int seconds = 0;
            for (const Look &look : looks) {
                for (int at = seconds; at < seconds + look.secondsLater; at += 7)
                    judge(asked, policy, {stampAt(at), nullptr, std::nullopt});
                seconds += look.secondsLater;
                remember(asked, observationOf(look, seconds), policy);
                remember(unasked, observationOf(look, seconds), policy);
            }
            const Circumstances end{stampAt(seconds + 50), nullptr, std::nullopt};
            RC_ASSERT(judge(asked, policy, end) == judge(unasked, policy, end));
            RC_ASSERT(judge(asked, policy, end) == judge(asked, policy, end));
        })));
    }

    void downTakesItsThreshold()
    {
        QVERIFY(run("DOWN is entered by that many failures only", rc::check([] {
            const Policy policy = anyPolicy();
            const auto looks = *rc::gen::container<std::vector<Look>>(anyLook());
            CheckHistory history = beginHistory(stampAt(0));
            int seconds = 0;
            int failuresSinceWorking = 0;
            bool wasDown = false;
            for (const Look &look : looks) {
                seconds += look.secondsLater;
                remember(history, observationOf(look, seconds), policy);
                const bool works = look.outcome == Outcome::Good || look.outcome == Outcome::Impaired;
                failuresSinceWorking = works ? 0 : failuresSinceWorking + (look.outcome == Outcome::Failed ? 1 : 0);
                const bool isDown = history.decided == State::Down;
                if (isDown && !wasDown)
                    RC_ASSERT(failuresSinceWorking >= policy.failureThreshold);
                wasDown = isDown;
            }
        })));
    }

    void aTileIsTheWorstOfWhatItHas()
    {
        QVERIFY(run("a tile is never calmer than its checks and sources, and UNKNOWN never hides DOWN", rc::check([] {
            WatchBench bench;
            bench.addSource("am");
            ServiceConfig &service = bench.addService("Shop", "service=\"shop\"");
            const int count = *rc::gen::inRange(1, 4);
            for (int i = 0; i < count; ++i) {
                const std::string name = std::to_string(i);
                bench.addCheck(service, name, std::chrono::seconds(10)).policy = anyPolicy();
                bench.config.services[0].checks.back().policy.interval = std::chrono::seconds(10);
                for (const Look &look : *rc::gen::container<std::vector<Look>>(10, anyLook()))
                    bench.stage.checks[name].next.push_back(look.outcome);
            }
            bench.start();
            for (const int what : *rc::gen::container<std::vector<int>>(12, rc::gen::inRange(0, 6))) {
                Stage::SourceScript &am = bench.stage.sources["am"];
                am.error = what == 0 ? std::optional(ErrorKind::Timeout) : std::nullopt;
                am.alerts.clear();
                if (what == 1)
                    am.alerts.push_back(makeAlert("am", "a", "shop"));
                bench.stage.checks["0"].hangs = what == 2;
                if (what != 2)
                    bench.stage.release(bench.stage.checks["0"].waiting);
                if (what == 3)
                    bench.stage.clock.advance(std::chrono::minutes(5));
                bench.run(std::chrono::seconds(*rc::gen::inRange(1, 45)));
                State worstOfAll = bench.source("am").state;
                for (const auto &[id, check] : bench.board.checks)
                    worstOfAll = worst(worstOfAll, check.state);
                for (const auto &[key, alert] : bench.board.alerts)
                    worstOfAll = worst(worstOfAll, stateOf(*alert).value_or(State::Ok));
                RC_ASSERT(bench.service("Shop").state == worstOfAll);
                RC_ASSERT(bench.board.overall() >= worstOfAll);
            }
        })));
    }
};

QTEST_GUILESS_MAIN(TestMonitorProperties)
#include "tst_monitor_properties.moc"
