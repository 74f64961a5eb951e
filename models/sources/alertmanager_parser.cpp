// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_parser.h"

#include "models/sources/json_document.h"

#include <QtGlobal>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace tocsin {

namespace {

constexpr Phrase kNotAList{"alertmanager_not_a_list", QT_TRANSLATE_NOOP("Phrase", "The answer is JSON, but not a list of %1")};
constexpr Phrase kNotAnObject{"alertmanager_not_an_object", QT_TRANSLATE_NOOP("Phrase", "The answer is JSON, but not %1")};
constexpr Phrase kBadItem{"alertmanager_bad_item", QT_TRANSLATE_NOOP("Phrase", "Entry %1 of the list of %2 has no valid \"%3\"")};

/// Which member of an entry is not as it must be.
using BadMember = const char *;

Failure notAList(const char *of)
{
    return failure(ErrorKind::Schema, Reason(kNotAList, {of}));
}

BadMember readStatus(JsonObject object, AlertmanagerAlert &alert)
{
    const std::optional<JsonObject> status = jsonObject(object, "status");
    const std::optional<std::string_view> state = status ? jsonText(*status, "state") : std::nullopt;
    if (!state) // a word that a newer server may use counts as active: never as calm
        return "status";
    auto silencedBy = jsonTexts(*status, "silencedBy");
    const auto inhibitedBy = jsonList(*status, "inhibitedBy");
    const auto mutedBy = jsonList(*status, "mutedBy");
    if (!silencedBy || !inhibitedBy || !mutedBy)
        return "status";
    alert.suppressed = *state == "suppressed";
    alert.silencedBy = std::move(*silencedBy);
    alert.inhibited = !inhibitedBy->empty();
    alert.muted = !mutedBy->empty();
    return nullptr;
}

BadMember readAlert(JsonObject object, AlertmanagerAlert &alert)
{
    const auto fingerprint = jsonText(object, "fingerprint");
    if (!fingerprint || fingerprint->empty())
        return "fingerprint";
    auto labels = jsonLabels(object, "labels");
    if (!labels || labels->isEmpty())
        return "labels";
    auto annotations = jsonLabels(object, "annotations");
    if (!annotations)
        return "annotations";
    alert.fingerprint = *fingerprint;
    alert.labels = std::move(*labels);
    alert.annotations = std::move(*annotations);
    alert.startsAt = jsonTime(object, "startsAt");
    alert.updatedAt = jsonTime(object, "updatedAt");
    alert.endsAt = jsonTime(object, "endsAt");
    alert.generatorUrl = jsonText(object, "generatorURL").value_or(std::string_view());
    return readStatus(object, alert);
}

BadMember readMatcher(JsonObject object, SilenceMatcher &matcher)
{
    const auto name = jsonText(object, "name");
    const auto value = jsonText(object, "value");
    bool isRegex = false;
    if (!name || !value || object.at_key("isRegex").get(isRegex))
        return "matchers";
    matcher.name = *name;
    matcher.value = *value;
    matcher.isRegex = isRegex;
    bool isEqual = true;
    if (!object.at_key("isEqual").get(isEqual)) // servers before 0.22 do not know it
        matcher.isEqual = isEqual;
    return nullptr;
}

BadMember readSilence(JsonObject object, AlertmanagerSilence &silence)
{
    const auto id = jsonText(object, "id");
    if (!id || id->empty())
        return "id";
    const std::optional<JsonObject> status = jsonObject(object, "status");
    const auto state = status ? jsonText(*status, "state") : std::nullopt;
    if (!state || (*state != "active" && *state != "pending" && *state != "expired"))
        return "status";
    const auto matchers = jsonList(object, "matchers");
    if (!matchers)
        return "matchers";
    for (const JsonValue value : *matchers) {
        JsonObject member;
        SilenceMatcher matcher;
        if (value.get(member) || readMatcher(member, matcher))
            return "matchers";
        silence.matchers.push_back(std::move(matcher));
    }
    std::sort(silence.matchers.begin(), silence.matchers.end());
    const auto endsAt = jsonTime(object, "endsAt");
    if (!endsAt)
        return "endsAt";
    silence.silence = Silence{SilenceId(std::string(*id)), std::string(jsonText(object, "createdBy").value_or("")),
        std::string(jsonText(object, "comment").value_or("")), jsonTime(object, "startsAt").value_or(Instant{}), *endsAt,
        *state == "active"};
    silence.pending = *state == "pending";
    silence.updatedAt = jsonTime(object, "updatedAt");
    return nullptr;
}

/// Reads a list of objects, each by `readOne`. An entry that it cannot read goes to `takeBad`, or is an error without one.
template<typename Item>
Result<std::vector<Item>> readList(std::string_view body, const char *of, BadMember (*readOne)(JsonObject, Item &),
    const std::function<void(Reason)> &takeBad = {})
{
    const Result<JsonDocument> document = JsonDocument::read(body);
    if (!document)
        return Failure(document.error());
    JsonArray array;
    if (document->root().get(array))
        return notAList(of);
    std::vector<Item> items;
    items.reserve(array.size());
    std::size_t number = 0;
    for (const JsonValue value : array) {
        ++number;
        JsonObject object;
        if (value.get(object))
            return notAList(of);
        const BadMember bad = readOne(object, items.emplace_back());
        if (!bad)
            continue;
        Reason problem(kBadItem, {std::to_string(number), of, bad});
        if (!takeBad)
            return failure(ErrorKind::Schema, std::move(problem));
        takeBad(std::move(problem));
        items.pop_back();
    }
    return items;
}

Result<JsonObject> rootObject(const JsonDocument &document, const char *what)
{
    JsonObject object;
    if (document.root().get(object))
        return failure(ErrorKind::Schema, Reason(kNotAnObject, {what}));
    return object;
}

} // namespace

Result<std::vector<AlertmanagerAlert>> parseAlertmanagerAlerts(std::string_view body)
{
    return readList<AlertmanagerAlert>(body, "alerts", readAlert);
}

Result<AlertListing> parseAlertListing(std::string_view body)
{
    AlertListing listing;
    const auto takeBad = [&listing](Reason problem) {
        if (listing.unreadable++ == 0)
            listing.firstProblem = std::move(problem);
    };
    auto alerts = readList<AlertmanagerAlert>(body, "alerts", readAlert, takeBad);
    if (!alerts)
        return Failure(std::move(alerts).error());
    if (alerts->empty() && listing.unreadable > 0)
        return failure(ErrorKind::Schema, std::move(listing.firstProblem));
    listing.alerts = std::move(*alerts);
    return listing;
}

Result<std::vector<std::string>> parseMutedFingerprints(std::string_view body)
{
    using Group = std::vector<std::string>;
    const auto readGroup = [](JsonObject object, Group &group) -> BadMember {
        const auto alerts = jsonList(object, "alerts");
        if (!alerts)
            return "alerts";
        for (const JsonValue value : *alerts) {
            JsonObject alert;
            const auto fingerprint = value.get(alert) ? std::nullopt : jsonText(alert, "fingerprint");
            const auto status = fingerprint ? jsonObject(alert, "status") : std::nullopt;
            const auto mutedBy = status ? jsonList(*status, "mutedBy") : std::nullopt;
            if (!mutedBy)
                return "alerts";
            if (!mutedBy->empty())
                group.emplace_back(*fingerprint);
        }
        return nullptr;
    };
    Result<std::vector<Group>> groups = readList<Group>(body, "alert groups", readGroup);
    if (!groups)
        return Failure(std::move(groups).error());
    std::vector<std::string> muted;
    for (Group &group : *groups)
        std::move(group.begin(), group.end(), std::back_inserter(muted));
    std::sort(muted.begin(), muted.end());
    muted.erase(std::unique(muted.begin(), muted.end()), muted.end());
    return muted;
}

Result<std::vector<AlertmanagerSilence>> parseSilences(std::string_view body)
{
    return readList<AlertmanagerSilence>(body, "silences", readSilence);
}

Result<AlertmanagerSilence> parseSilence(std::string_view body)
{
    const Result<JsonDocument> document = JsonDocument::read(body);
    if (!document)
        return Failure(document.error());
    const Result<JsonObject> object = rootObject(*document, "a silence");
    if (!object)
        return Failure(object.error());
    AlertmanagerSilence silence;
    if (readSilence(*object, silence))
        return failure(ErrorKind::Schema, Reason(kNotAnObject, {"a silence"}));
    return silence;
}

Result<SilenceId> parseSilenceId(std::string_view body)
{
    const Result<JsonDocument> document = JsonDocument::read(body);
    if (!document)
        return Failure(document.error());
    const Result<JsonObject> object = rootObject(*document, "the id of a silence");
    if (!object)
        return Failure(object.error());
    const auto id = jsonText(*object, "silenceID");
    if (!id || id->empty())
        return failure(ErrorKind::Schema, Reason(kNotAnObject, {"the id of a silence"}));
    return SilenceId(std::string(*id));
}

Result<AlertmanagerStatus> parseAlertmanagerStatus(std::string_view body)
{
    const Result<JsonDocument> document = JsonDocument::read(body);
    if (!document)
        return Failure(document.error());
    const Result<JsonObject> object = rootObject(*document, "the status of an Alertmanager");
    if (!object)
        return Failure(object.error());
    const auto cluster = jsonObject(*object, "cluster");
    const auto state = cluster ? jsonText(*cluster, "status") : std::nullopt;
    const auto versionInfo = jsonObject(*object, "versionInfo");
    if (!state || !versionInfo)
        return failure(ErrorKind::Schema, Reason(kNotAnObject, {"the status of an Alertmanager"}));
    AlertmanagerStatus status;
    status.cluster = *state;
    status.version = jsonText(*versionInfo, "version").value_or(std::string_view());
    status.startedAt = jsonTime(*object, "uptime"); // so it is called, and holds the time of the start
    const auto config = jsonObject(*object, "config");
    const auto original = config ? jsonText(*config, "original") : std::nullopt;
    if (original && !original->empty()) {
        status.mayMute = original->find("mute_time_intervals:") != std::string_view::npos
            || original->find("active_time_intervals:") != std::string_view::npos;
    }
    return status;
}

std::optional<Matchers> AlertmanagerSilence::readMatchers() const
{
    Matchers result;
    result.reserve(matchers.size());
    for (const SilenceMatcher &wire : matchers) {
        using Operator = Matcher::Operator;
        const Operator op = wire.isRegex ? (wire.isEqual ? Operator::Matches : Operator::DoesNotMatch)
                                         : (wire.isEqual ? Operator::Equal : Operator::NotEqual);
        auto matcher = Matcher::make(wire.name, op, wire.value);
        if (!matcher)
            return std::nullopt;
        result.push_back(std::move(*matcher));
    }
    return result;
}

SilenceMatcher wireMatcher(const Matcher &matcher)
{
    using Operator = Matcher::Operator;
    return SilenceMatcher{matcher.name(), matcher.value(),
        matcher.op() == Operator::Matches || matcher.op() == Operator::DoesNotMatch,
        matcher.op() == Operator::Equal || matcher.op() == Operator::Matches};
}

std::string silenceBody(const AlertmanagerSilence &silence)
{
    nlohmann::json matchers = nlohmann::json::array();
    for (const SilenceMatcher &matcher : silence.matchers)
        matchers.push_back(
            {{"name", matcher.name}, {"value", matcher.value}, {"isRegex", matcher.isRegex}, {"isEqual", matcher.isEqual}});
    nlohmann::json body{{"matchers", std::move(matchers)}, {"startsAt", formatRfc3339(silence.silence.startsAt)},
        {"endsAt", formatRfc3339(silence.silence.endsAt)}, {"createdBy", silence.silence.author},
        {"comment", silence.silence.comment}};
    if (!silence.silence.id.isEmpty())
        body["id"] = silence.silence.id.text();
    return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace tocsin
