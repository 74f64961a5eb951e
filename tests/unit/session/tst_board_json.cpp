// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/board_json.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <set>

using namespace tocsin;
using Json = nlohmann::json;

namespace {

constexpr Phrase kRefused{"test_refused", "connection refused by %1"};
const Instant kNow = *parseRfc3339("2026-11-21T12:00:00Z");

Board sampleBoard()
{
    auto alert = std::make_shared<Alert>();
    alert->key = {SourceId("am"), "c70af3fc5aeae1ee"};
    alert->name = "PaymentDeclineSpike";
    alert->severity = Severity::Unmapped;
    alert->severityText = "sev-blau";
    alert->service = ServiceId("Payments");
    alert->labels = Labels{{"alertname", "PaymentDeclineSpike"}, {"note", "a \xff byte that is not UTF-8"}};

    auto observation = std::make_shared<Observation>();
    observation->evidence.timings.total = Micros(2'014'500);

    CheckStatus check;
    check.id = CheckId("Payments/gateway");
    check.service = ServiceId("Payments");
    check.name = "gateway";
    check.type = "http";
    check.state = State::Down;
    check.reason = Reason(kRefused, {"pay.example.net"});
    check.last = observation;

    ServiceStatus service;
    service.id = ServiceId("Payments");
    service.state = State::Down;
    service.reason = check.reason;
    service.since = kNow - std::chrono::minutes(15);
    service.checks = {check.id};

    SourceStatus source;
    source.id = SourceId("am");
    source.type = "alertmanager";
    source.state = State::Ok;
    source.lastGood = kNow - std::chrono::seconds(9);

    Changes changes;
    changes.reset = true;
    changes.services = {service};
    changes.checks = {check};
    changes.sources = {source};
    changes.alerts = {alert};
    Board board;
    board.apply(changes);
    return board;
}

std::set<std::string> keysOf(const Json &object)
{
    std::set<std::string> keys;
    for (const auto &[key, value] : object.items())
        keys.insert(key);
    return keys;
}

} // namespace

/// Other programs rely on these names; a change here breaks somebody's pager.
class TestBoardJson final : public QObject
{
    Q_OBJECT

private slots:
    void hasExactlyThePromisedNames()
    {
        const Json json = Json::parse(boardJson(sampleBoard(), kNow));
        QCOMPARE(keysOf(json), (std::set<std::string>{"overall", "verdict", "services", "sources"}));
        QCOMPARE(keysOf(json["services"][0]), (std::set<std::string>{"name", "state", "reason", "since", "checks"}));
        QCOMPARE(keysOf(json["services"][0]["checks"][0]), (std::set<std::string>{"name", "type", "state", "reason", "latency_ms"}));
        QCOMPARE(keysOf(json["sources"][0]), (std::set<std::string>{"name", "type", "state", "reason", "age_s", "alerts"}));
        QCOMPARE(keysOf(json["sources"][0]["alerts"][0]),
            (std::set<std::string>{"id", "name", "severity", "state", "service", "labels", "unmapped"}));
    }

    void saysWhatTheBoardSays()
    {
        const Json json = Json::parse(boardJson(sampleBoard(), kNow));
        QCOMPARE(json["overall"], Json("down"));
        QVERIFY(json["verdict"].is_null());
        QCOMPARE(json["services"][0]["since"], Json("2026-11-21T11:45:00.000Z"));
        QCOMPARE(json["services"][0]["checks"][0]["reason"], Json("connection refused by pay.example.net"));
        QCOMPARE(json["services"][0]["checks"][0]["latency_ms"], Json(2014.5));
        QCOMPARE(json["sources"][0]["age_s"], Json(9.0));
        QCOMPARE(json["sources"][0]["alerts"][0]["severity"], Json("sev-blau"));
        QCOMPARE(json["sources"][0]["alerts"][0]["state"], Json("degraded"));
    }

    void nothingWatchedIsUnknown()
    {
        const Json json = Json::parse(boardJson(Board(), kNow));
        QCOMPARE(json["overall"], Json("unknown"));
        QVERIFY(json["services"].is_array());
        QVERIFY(json["sources"].is_array());
    }
};

QTEST_GUILESS_MAIN(TestBoardJson)
#include "tst_board_json.moc"
