// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/fake_alertmanager.h"

#include "models/drills/alertmanager_json.h"
#include "models/drills/running_alerts.h"

#include <QUuid>

#include <algorithm>

namespace tocsin {

using nlohmann::json;
using namespace std::chrono_literals;

namespace {

constexpr Duration kToldFor = 4min; // what Prometheus promises with its usual settings
constexpr Duration kToldEvery = 15s;

constexpr const char *kVersion = "0.25.0";
constexpr const char *kConfiguration
    = "# The simulated shop: a drill.\nroute:\n  receiver: ops\n  group_by:\n  - alertname\n  - service\n"
      "inhibit_rules:\n- source_matchers:\n  - severity=\"critical\"\n  target_matchers:\n  - severity=\"warning\"\n"
      "  equal:\n  - service\nreceivers:\n- name: ops\n- name: payments\n- name: watchdog\n";

ShopAnswer refused(const Refusal &refusal)
{
    return jsonAnswer(refusal.status, refusal.body);
}

ShopAnswer notAllowed(const ShopRequest &request, const char *allowed)
{
    return jsonAnswer(
        405, json{{"code", 405}, {"message", "method " + request.method + " is not allowed, but [" + allowed + "] are"}});
}

/// Anything but `true` reads as false, silently, as in the real one.
bool wants(const ShopRequest &request, std::string_view name)
{
    const auto value = request.field(name);
    return !value || *value == "true";
}

/// What the query of a request lets through.
struct AlertChoice {
    bool active = true;
    bool silenced = true;
    bool inhibited = true;
    Matchers filters;
    std::optional<Matcher> receiver;

    bool takes(const BoardEntry &entry) const
    {
        const bool isActive = !entry.isSuppressed();
        const bool isUnwanted
            = (isActive && !active) || (!entry.silencedBy.empty() && !silenced) || (!entry.inhibitedBy.empty() && !inhibited);
        return !isUnwanted && allMatch(filters, entry.alert.labels)
            && (!receiver || receiver->matchesValue(entry.alert.receiver));
    }
};

tl::expected<AlertChoice, Refusal> readChoice(const ShopRequest &request)
{
    auto filters = readFilters(request.allFields("filter"));
    if (!filters)
        return tl::unexpected<Refusal>(std::move(filters.error()));
    AlertChoice choice{
        wants(request, "active"), wants(request, "silenced"), wants(request, "inhibited"), std::move(*filters), {}};
    if (const auto receiver = request.field("receiver")) {
        auto matcher = Matcher::make("receiver", Matcher::Operator::Matches, *receiver);
        if (!matcher)
            return tl::unexpected<Refusal>(
                Refusal{400, json("failed to parse receiver param: error parsing regexp: " + matcher.error())});
        choice.receiver = std::move(*matcher);
    }
    return choice;
}

/// The body as JSON, or the refusal of a wrong content type or of what does not parse.
tl::expected<json, Refusal> readBody(const ShopRequest &request, const char *what)
{
    const std::string type = request.contentType.substr(0, request.contentType.find(';'));
    if (type != "application/json") {
        return tl::unexpected<Refusal>(validationRefusal(415, 415,
            "unsupported media type \"" + (type.empty() ? "application/octet-stream" : type)
                + "\", only [application/json] are allowed"));
    }
    json body = json::parse(request.body, nullptr, false);
    if (body.is_discarded()) {
        return tl::unexpected<Refusal>(validationRefusal(
            400, 400, std::string("parsing ") + what + " body from \"\" failed, because invalid character in JSON"));
    }
    return body;
}

} // namespace

FakeAlertmanager::FakeAlertmanager(const ShopModel &model, std::string prometheusUrl)
    : m_model(model)
    , m_prometheusUrl(std::move(prometheusUrl))
{
}

void FakeAlertmanager::listenToScript(Instant now)
{
    const Duration sinceStart = m_model.scriptTime(now);
    // Prometheus tells of a rule that is true no more with its end.
    for (const ScriptedAlert &rule : m_model.script().alerts) {
        if (sinceStart < rule.to)
            continue;
        const Instant end = m_model.calendarTime(rule.to);
        m_board.tell(BoardAlert{labelsOf(rule), annotationsOf(rule), m_model.calendarTime(rule.from + rule.holds), now, end, {},
            std::string(rule.receiver)});
    }
    for (const RunningAlert &running : runningAlerts(m_model, m_prometheusUrl, now)) {
        if (!running.isFiring)
            continue;
        const Instant toldAt = running.firesAt + (now - running.firesAt) / kToldEvery * kToldEvery;
        m_board.tell(BoardAlert{running.labels, running.annotations, running.firesAt, toldAt, toldAt + kToldFor,
            running.generatorUrl, std::string(running.rule->receiver)});
    }
}

ShopAnswer FakeAlertmanager::answer(const ShopRequest &request, Instant now)
{
    if (request.path == "/-/healthy" || request.path == "/-/ready")
        return textAnswer(200, "OK");
    if (pathUnder(request.path, "/api/v1"))
        return jsonAnswer(
            410, json{{"status", "deprecated"}, {"error", "The Alertmanager v1 API was deprecated in version 0.16.0; use v2"}});
    listenToScript(now);
    if (request.path == "/api/v2/alerts")
        return answerAlerts(request, now);
    if (request.path == "/api/v2/alerts/groups")
        return request.method == "GET" ? answerGroups(request, now) : notAllowed(request, "GET");
    if (request.path == "/api/v2/silences")
        return answerSilences(request, now);
    if (request.path == "/api/v2/status")
        return request.method == "GET" ? answerStatus() : notAllowed(request, "GET");
    if (request.path == "/api/v2/receivers")
        return jsonAnswer(200, json::array({json{{"name", "ops"}}, json{{"name", "payments"}}, json{{"name", "watchdog"}}}));
    constexpr std::string_view kSilence = "/api/v2/silence/";
    if (request.path.starts_with(kSilence))
        return answerSilence(request, request.path.substr(kSilence.size()), now);
    if (!pathUnder(request.path, "/api/v2"))
        return textAnswer(404, "404 page not found\n");
    return jsonAnswer(404, json{{"code", 404}, {"message", "path " + request.path + " was not found"}});
}

ShopAnswer FakeAlertmanager::answerAlerts(const ShopRequest &request, Instant now)
{
    if (request.method == "POST")
        return takeAlerts(request, now);
    if (request.method != "GET")
        return notAllowed(request, "GET,POST");
    const auto choice = readChoice(request);
    if (!choice)
        return refused(choice.error());
    json alerts = json::array();
    for (const BoardEntry &entry : m_board.entries(now)) {
        if (choice->takes(entry))
            alerts.push_back(alertJson(entry));
    }
    return jsonAnswer(200, alerts);
}

ShopAnswer FakeAlertmanager::answerGroups(const ShopRequest &request, Instant now) const
{
    const auto choice = readChoice(request);
    if (!choice)
        return refused(choice.error());
    std::map<std::pair<std::string, Labels>, json> groups;
    for (const BoardEntry &entry : m_board.entries(now)) {
        if (!choice->takes(entry))
            continue;
        Labels labels;
        for (const char *name : {"alertname", "service"}) {
            if (entry.alert.labels.contains(name))
                labels.set(name, std::string(entry.alert.labels.value(name)));
        }
        json &alerts = groups[{entry.alert.receiver, labels}];
        alerts.push_back(alertJson(entry));
    }
    json list = json::array();
    for (const auto &[key, alerts] : groups) {
        json labels = json::object();
        for (const auto &[name, value] : key.second)
            labels[name] = value;
        list.push_back(json{{"alerts", alerts}, {"labels", std::move(labels)}, {"receiver", json{{"name", key.first}}}});
    }
    return jsonAnswer(200, list);
}

ShopAnswer FakeAlertmanager::takeAlerts(const ShopRequest &request, Instant now)
{
    const auto body = readBody(request, "alerts");
    if (!body)
        return refused(body.error());
    auto alerts = readAlerts(*body, now);
    if (!alerts)
        return refused(alerts.error());
    for (BoardAlert &alert : *alerts)
        m_board.tell(std::move(alert));
    return emptyAnswer(200);
}

ShopAnswer FakeAlertmanager::answerSilences(const ShopRequest &request, Instant now)
{
    if (request.method == "POST")
        return takeSilence(request, now);
    if (request.method != "GET")
        return notAllowed(request, "GET,POST");
    const auto filters = readFilters(request.allFields("filter"));
    if (!filters)
        return refused(filters.error());
    json list = json::array();
    for (const BoardSilence &silence : m_board.silences(now)) {
        // A filter is held against the names and values of the silence's matchers, as if they were labels.
        Labels labels;
        for (const Matcher &matcher : silence.matchers)
            labels.set(matcher.name(), matcher.value());
        if (allMatch(*filters, labels))
            list.push_back(silenceJson(silence, now));
    }
    return jsonAnswer(200, list);
}

ShopAnswer FakeAlertmanager::takeSilence(const ShopRequest &request, Instant now)
{
    const auto body = readBody(request, "silence");
    if (!body)
        return refused(body.error());
    auto silence = readSilence(*body, now);
    if (!silence)
        return refused(silence.error());
    const auto id = m_board.setSilence(std::move(*silence), now);
    if (!id)
        return jsonAnswer(404, json("silence not found"));
    return jsonAnswer(200, json{{"silenceID", *id}});
}

ShopAnswer FakeAlertmanager::answerSilence(const ShopRequest &request, const std::string &id, Instant now)
{
    if (request.method != "GET" && request.method != "DELETE")
        return notAllowed(request, "DELETE,GET");
    if (QUuid::fromString(QString::fromStdString(id)).isNull())
        return refused(validationRefusal(422, 601, "silenceID in path must be of type uuid: \"" + id + "\""));
    if (request.method == "DELETE")
        return m_board.expireSilence(id, now) ? emptyAnswer(200) : jsonAnswer(500, json("silence not found"));
    const BoardSilence *silence = m_board.findSilence(id);
    return silence ? jsonAnswer(200, silenceJson(*silence, now)) : emptyAnswer(404);
}

ShopAnswer FakeAlertmanager::answerStatus() const
{
    return jsonAnswer(200,
        json{{"cluster", json{{"peers", json::array()}, {"status", "disabled"}}}, {"config", json{{"original", kConfiguration}}},
            {"uptime", formatRfc3339(m_model.start())},
            {"versionInfo",
                json{{"branch", "drill"}, {"buildDate", "20261121-00:00:00"}, {"buildUser", "drill"}, {"goVersion", "none"},
                    {"revision", "drill"}, {"version", kVersion}}}});
}

} // namespace tocsin
