// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/silences.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace tocsin {

namespace {

using Json = nlohmann::json;
using Stage = KeptSilence::Stage;

constexpr std::string_view kSourceSubject = "source/";

std::string textOf(const Json &payload, const char *key)
{
    const auto it = payload.find(key);
    return it != payload.end() && it->is_string() ? it->get<std::string>() : std::string();
}

std::optional<KeptSilence> read(const Json &payload, const Event &event)
{
    const auto matchers = parseMatchers(textOf(payload, "matchers"));
    const std::optional<Instant> since = parseRfc3339(textOf(payload, "since"));
    const std::optional<Instant> until = parseRfc3339(textOf(payload, "until"));
    if (!matchers || matchers->empty() || !since || !until)
        return std::nullopt;
    KeptSilence silence;
    silence.action = ActionId(textOf(payload, "action"));
    silence.ending = ActionId(textOf(payload, "ending"));
    silence.source = SourceId(event.subject.substr(kSourceSubject.size()));
    silence.matchers = *matchers;
    silence.person = textOf(payload, "person");
    silence.comment = textOf(payload, "comment");
    silence.since = *since;
    silence.until = *until;
    silence.silence = SilenceId(textOf(payload, "silence"));
    if (!silence.ending.isEmpty())
        silence.endedBy = event.author;
    return silence;
}

std::optional<Stage> stageAfter(const std::string &kind)
{
    if (kind == "silence.requested")
        return Stage::Wanted;
    if (kind == "silence.created" || kind == "silence.end_failed")
        return Stage::Standing;
    if (kind == "silence.end_requested")
        return Stage::Ending;
    if (kind == "silence.failed" || kind == "silence.ended")
        return Stage::Over;
    return std::nullopt;
}

} // namespace

std::string silencePayload(const KeptSilence &silence)
{
    std::string matchers;
    for (const Matcher &matcher : silence.matchers)
        matchers.append(matchers.empty() ? "" : ", ").append(matcher.text());
    Json payload{{"action", silence.action.text()}, {"person", silence.person}, {"comment", silence.comment},
        {"matchers", matchers}, {"since", formatRfc3339(silence.since)}, {"until", formatRfc3339(silence.until)}};
    if (!silence.silence.isEmpty())
        payload["silence"] = silence.silence.text();
    if (!silence.ending.isEmpty())
        payload["ending"] = silence.ending.text();
    return payload.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<KeptSilence> unfinishedSilences(std::vector<Event> events)
{
    std::sort(events.begin(), events.end(),
        [](const Event &a, const Event &b) { return std::tie(a.time, a.id) < std::tie(b.time, b.id); });
    std::map<std::pair<std::string, std::string>, KeptSilence> known; // by source and action
    for (const Event &event : events) {
        const std::optional<Stage> stage = stageAfter(event.kind);
        if (!stage || event.subject.compare(0, kSourceSubject.size(), kSourceSubject) != 0)
            continue;
        const Json payload = Json::parse(event.payload, nullptr, false);
        std::optional<KeptSilence> silence = payload.is_object() ? read(payload, event) : std::nullopt;
        if (!silence)
            continue;
        silence->stage = *stage;
        known.insert_or_assign({event.subject, silence->action.text()}, std::move(*silence));
    }
    std::vector<KeptSilence> unfinished;
    for (auto &[key, silence] : known) {
        if (silence.stage == Stage::Wanted || silence.stage == Stage::Ending)
            unfinished.push_back(std::move(silence));
    }
    return unfinished;
}

} // namespace tocsin
