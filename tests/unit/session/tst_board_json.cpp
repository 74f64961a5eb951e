// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/board_json.h"

#include <nlohmann/json.hpp>

#include <QTest>

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

/// The keys of an object, in order of name.
std::string keysOf(const Json &object)
{
    std::string keys;
    for (const auto &[key, value] : object.items())
        keys += (keys.empty() ? "" : " ") + key;
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
        QCOMPARE(keysOf(json), std::string("overall services sources verdict"));
        QCOMPARE(keysOf(json["services"][0]), std::string("checks name reason since state"));
        QCOMPARE(keysOf(json["services"][0]["checks"][0]), std::string("latency_ms name reason state type"));
        QCOMPARE(keysOf(json["sources"][0]), std::string("age_s alerts name reason state type"));
        QCOMPARE(keysOf(json["sources"][0]["alerts"][0]), std::string("id labels name service severity state unmapped"));
    }

    void saysWhatTheBoardSays()
    {
        const Json json = Json::parse(boardJson(sampleBoard(), kNow));
        QCOMPARE(json["overall"].dump(), Json("down").dump());
        QVERIFY(json["verdict"].is_null());
        QCOMPARE(json["services"][0]["since"].dump(), Json("2026-11-21T11:45:00.000Z").dump());
        QCOMPARE(json["services"][0]["checks"][0]["reason"].dump(), Json("connection refused by pay.example.net").dump());
        QCOMPARE(json["services"][0]["checks"][0]["latency_ms"].dump(), Json(2014.5).dump());
        QCOMPARE(json["sources"][0]["age_s"].dump(), Json(9.0).dump());
        QCOMPARE(json["sources"][0]["alerts"][0]["severity"].dump(), Json("sev-blau").dump());
        QCOMPARE(json["sources"][0]["alerts"][0]["state"].dump(), Json("degraded").dump());
    }

    void nothingWatchedIsUnknown()
    {
        const Json json = Json::parse(boardJson(Board(), kNow));
        QCOMPARE(json["overall"].dump(), Json("unknown").dump());
        QVERIFY(json["services"].is_array());
        QVERIFY(json["sources"].is_array());
    }
};

QTEST_GUILESS_MAIN(TestBoardJson)
#include "tst_board_json.moc"
