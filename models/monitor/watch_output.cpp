// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/watch_output.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace tocsin {

namespace {

/// "dns 1.2 ms, connect 0.8 ms, tls 14 ms, first byte 120 ms, total 137 ms": what did not happen is left out.
std::string timingsText(const PhaseTimings &timings)
{
    std::string text;
    const auto add = [&text](const char *name, const std::optional<Micros> &phase) {
        if (!phase)
            return;
        const auto tenths = (phase->count() + 50) / 100;
        text += (text.empty() ? "" : ", ") + std::string(name) + " " + std::to_string(tenths / 10) + "."
            + std::to_string(tenths % 10) + " ms";
    };
    add("dns", timings.dns);
    add("connect", timings.connect);
    add("tls", timings.tls);
    add("first byte", timings.firstByte);
    add("total", timings.total);
    return text;
}

nlohmann::json evidenceJson(const Evidence &evidence)
{
    nlohmann::json json{{"request", evidence.request}, {"timings", timingsText(evidence.timings)}};
    if (evidence.status > 0) {
        json["status"] = static_cast<unsigned>(evidence.status);
        json["content_type"] = evidence.contentType;
        json["bytes"] = evidence.bytes;
    }
    if (!evidence.firstBytes.empty())
        json["first_bytes"] = evidence.firstBytes;
    if (!evidence.remoteAddress.empty())
        json["address"] = evidence.remoteAddress;
    return json;
}

} // namespace

WatchNews::WatchNews(EventMaker maker, bool tellsStates, Redact redact)
    : m_maker(std::move(maker))
    , m_tellsStates(tellsStates)
    , m_redact(std::move(redact))
{
}

void WatchNews::stateChanged(
    const std::string &subject, State from, State to, const Reason &reason, Instant since, const Evidence *evidence)
{
    if (!m_tellsStates || from == to)
        return;
    // The reason may quote bytes from outside, which need not be UTF-8.
    nlohmann::json payload{{"from", stateWord(from)}, {"to", stateWord(to)}, {"code", reason.code()}, {"reason", english(reason)},
        {"since", formatRfc3339(since)}};
    if (evidence)
        payload["evidence"] = evidenceJson(*evidence);
    event(subject, "state.changed", payload.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void WatchNews::event(const std::string &subject, const char *kind, const std::string &payload, const std::string &author)
{
    if (!m_maker)
        return;
    std::string text = payload;
    // Only what failed quotes a server here; labels must stay as they are, for something is found again by them.
    if (m_redact && std::string_view(kind).ends_with("failed"))
        m_redact(text);
    m_output.events.push_back(m_maker(subject, kind, text, author));
}

void WatchNews::action(const ActionStatus &status)
{
    auto &actions = m_output.changes.actions;
    const auto it = std::find_if(actions.begin(), actions.end(), [&](const ActionStatus &a) { return a.id == status.id; });
    ActionStatus &told = it == actions.end() ? actions.emplace_back() : *it;
    told = status;
    redactReason(m_redact, told.reason);
}

WatchOutput WatchNews::take()
{
    return std::exchange(m_output, WatchOutput());
}

} // namespace tocsin
