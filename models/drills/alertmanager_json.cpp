// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/alertmanager_json.h"

#include <algorithm>

namespace tocsin {

using nlohmann::json;
using namespace std::chrono_literals;

namespace {

constexpr Duration kResolveTimeout = 5min;
constexpr int kRequired = 602;
constexpr int kTooFew = 612;
constexpr int kWrongType = 601;

Refusal said(int status, std::string text)
{
    return Refusal{status, json(std::move(text))};
}

tl::unexpected<Refusal> refuse(Refusal refusal)
{
    return tl::unexpected<Refusal>(std::move(refusal));
}

json labelsJson(const Labels &labels)
{
    json object = json::object();
    for (const auto &[name, value] : labels)
        object[name] = value;
    return object;
}

const char *stateWordOf(BoardSilence::State state)
{
    switch (state) {
    case BoardSilence::State::Active:
        return "active";
    case BoardSilence::State::Pending:
        return "pending";
    case BoardSilence::State::Expired:
        return "expired";
    }
    return "";
}

/// The keys that must be there, with the path that the message names them by.
std::optional<Refusal> missingKey(const json &object, const std::string &path, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (!object.is_object() || !object.contains(key) || object[key].is_null())
            return validationRefusal(422, kRequired, path + key + " in body is required");
    }
    return std::nullopt;
}

std::string textOf(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flagOf(const json &object, const char *key, bool fallback)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() ? found->get<bool>() : fallback;
}

/// Names of labels may hold letters, digits and the underscore only, as in the version that the board resembles.
bool isLabelName(std::string_view name)
{
    const auto isAllowed
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && !(name.front() >= '0' && name.front() <= '9') && std::all_of(name.begin(), name.end(), isAllowed);
}

tl::expected<Matcher, Refusal> readMatcher(const json &object, std::size_t index)
{
    const std::string path = "matchers." + std::to_string(index) + ".";
    if (auto missing = missingKey(object, path, {"isRegex", "name", "value"}))
        return refuse(std::move(*missing));
    const bool isEqual = flagOf(object, "isEqual", true);
    const bool isRegex = flagOf(object, "isRegex", false);
    const auto op = isRegex ? (isEqual ? Matcher::Operator::Matches : Matcher::Operator::DoesNotMatch)
                            : (isEqual ? Matcher::Operator::Equal : Matcher::Operator::NotEqual);
    auto matcher = Matcher::make(textOf(object, "name"), op, textOf(object, "value"));
    if (!matcher) {
        return refuse(said(400,
            "silence invalid: invalid label matcher " + std::to_string(index) + ": invalid regular expression \""
                + textOf(object, "value") + "\": error parsing regexp: " + matcher.error()));
    }
    return std::move(*matcher);
}

tl::expected<Labels, Refusal> readLabels(const json &object)
{
    Labels labels;
    for (const auto &[name, value] : object.items()) {
        if (!isLabelName(name))
            return refuse(said(400, "invalid label set: invalid name \"" + name + "\""));
        // An empty value means that there is no such label.
        if (value.is_string() && !value.get_ref<const std::string &>().empty())
            labels.set(name, value.get<std::string>());
    }
    return labels;
}

tl::expected<BoardAlert, Refusal> readAlert(const json &object, Instant now)
{
    auto labels = readLabels(object["labels"]);
    if (!labels)
        return refuse(std::move(labels.error()));
    BoardAlert alert;
    alert.labels = std::move(*labels);
    if (object.contains("annotations") && object["annotations"].is_object()) {
        for (const auto &[name, value] : object["annotations"].items())
            alert.annotations.set(name, value.is_string() ? value.get<std::string>() : value.dump());
    }
    const auto endsAt = parseRfc3339(textOf(object, "endsAt"));
    alert.startsAt = parseRfc3339(textOf(object, "startsAt")).value_or(endsAt.value_or(now));
    alert.endsAt = endsAt.value_or(now + kResolveTimeout);
    alert.updatedAt = now;
    alert.generatorUrl = textOf(object, "generatorURL");
    if (alert.endsAt < alert.startsAt)
        return refuse(said(400, "start time must be before end time"));
    return alert;
}

} // namespace

Refusal validationRefusal(int status, int code, std::string message)
{
    return Refusal{status, json{{"code", code}, {"message", std::move(message)}}};
}

json alertJson(const BoardEntry &entry)
{
    const BoardAlert &alert = entry.alert;
    json object{{"annotations", labelsJson(alert.annotations)}, {"endsAt", formatRfc3339(alert.endsAt)},
        {"fingerprint", entry.fingerprint}, {"receivers", json::array({json{{"name", alert.receiver}}})},
        {"startsAt", formatRfc3339(alert.startsAt)},
        {"status",
            json{{"inhibitedBy", entry.inhibitedBy}, {"silencedBy", entry.silencedBy},
                {"state", entry.isSuppressed() ? "suppressed" : "active"}}},
        {"updatedAt", formatRfc3339(alert.updatedAt)}, {"labels", labelsJson(alert.labels)}};
    if (!alert.generatorUrl.empty())
        object["generatorURL"] = alert.generatorUrl;
    return object;
}

json silenceJson(const BoardSilence &silence, Instant now)
{
    json matchers = json::array();
    for (const Matcher &matcher : silence.matchers) {
        const bool isRegex = matcher.op() == Matcher::Operator::Matches || matcher.op() == Matcher::Operator::DoesNotMatch;
        const bool isEqual = matcher.op() == Matcher::Operator::Equal || matcher.op() == Matcher::Operator::Matches;
        matchers.push_back(
            json{{"isEqual", isEqual}, {"isRegex", isRegex}, {"name", matcher.name()}, {"value", matcher.value()}});
    }
    return json{{"id", silence.id}, {"status", json{{"state", stateWordOf(silence.state(now))}}},
        {"updatedAt", formatRfc3339(silence.updatedAt)}, {"comment", silence.comment}, {"createdBy", silence.createdBy},
        {"endsAt", formatRfc3339(silence.endsAt)}, {"matchers", std::move(matchers)},
        {"startsAt", formatRfc3339(silence.startsAt)}};
}

tl::expected<BoardSilence, Refusal> readSilence(const json &body, Instant now)
{
    if (!body.is_object())
        return refuse(validationRefusal(400, 400, "parsing silence body from \"\" failed, because json: cannot unmarshal"));
    if (auto missing = missingKey(body, "", {"comment", "createdBy", "endsAt", "matchers", "startsAt"}))
        return refuse(std::move(*missing));
    if (!body["matchers"].is_array() || body["matchers"].empty())
        return refuse(validationRefusal(422, kTooFew, "matchers in body should have at least 1 items"));
    const auto startsAt = parseRfc3339(textOf(body, "startsAt"));
    const auto endsAt = parseRfc3339(textOf(body, "endsAt"));
    if (!startsAt || !endsAt)
        return refuse(validationRefusal(400, 400, "parsing silence body from \"\" failed, because a time does not parse"));
    BoardSilence silence;
    silence.id = textOf(body, "id");
    silence.comment = textOf(body, "comment");
    silence.createdBy = textOf(body, "createdBy");
    silence.startsAt = *startsAt;
    silence.endsAt = *endsAt;
    for (std::size_t i = 0; i < body["matchers"].size(); ++i) {
        auto matcher = readMatcher(body["matchers"][i], i);
        if (!matcher)
            return refuse(std::move(matcher.error()));
        silence.matchers.push_back(std::move(*matcher));
    }
    if (silence.startsAt >= silence.endsAt)
        return refuse(said(400, "Failed to create silence: start time must be before end time"));
    if (silence.endsAt < now)
        return refuse(said(400, "Failed to create silence: end time can't be in the past"));
    const bool matchesEmpty
        = std::all_of(silence.matchers.begin(), silence.matchers.end(), [](const Matcher &one) { return one.matchesValue(""); });
    if (matchesEmpty)
        return refuse(said(400, "silence invalid: at least one matcher must not match the empty string"));
    return silence;
}

tl::expected<std::vector<BoardAlert>, Refusal> readAlerts(const json &body, Instant now)
{
    if (!body.is_array()) {
        const std::string kind = body.is_object() ? "object" : body.type_name();
        return refuse(validationRefusal(400, 400,
            "parsing alerts body from \"\" failed, because json: cannot unmarshal " + kind
                + " into Go value of type models.PostableAlerts"));
    }
    std::vector<BoardAlert> alerts;
    for (std::size_t i = 0; i < body.size(); ++i) {
        const std::string path = std::to_string(i) + ".";
        if (auto missing = missingKey(body[i], path, {"labels"}))
            return refuse(std::move(*missing));
        if (!body[i]["labels"].is_object())
            return refuse(validationRefusal(422, kWrongType, path + "labels in body must be of type object"));
        auto alert = readAlert(body[i], now);
        if (!alert)
            return refuse(std::move(alert.error()));
        alerts.push_back(std::move(*alert));
    }
    return alerts;
}

tl::expected<Matchers, Refusal> readFilters(const std::vector<std::string> &filters)
{
    Matchers all;
    for (const std::string &filter : filters) {
        auto matchers = parseMatchers(filter);
        if (!matchers || matchers->size() != 1)
            return refuse(said(400, "bad matcher format: " + filter));
        all.push_back(matchers->front());
    }
    return all;
}

} // namespace tocsin
