// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/watch_output.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace tocsin {

Outbox::Outbox(EventMaker maker, bool tellsStates, Redact redact)
    : m_maker(std::move(maker))
    , m_tellsStates(tellsStates)
    , m_redact(std::move(redact))
{
}

void Outbox::stateChanged(const std::string &subject, State from, State to, const Reason &reason, Instant since)
{
    if (!m_tellsStates || from == to)
        return;
    // The reason may quote bytes from outside, which need not be UTF-8.
    const nlohmann::json payload{{"from", stateWord(from)}, {"to", stateWord(to)}, {"code", reason.code()},
        {"reason", english(reason)}, {"since", formatRfc3339(since)}};
    event(subject, "state.changed", payload.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void Outbox::event(const std::string &subject, const char *kind, const std::string &payload, const std::string &author)
{
    if (!m_maker)
        return;
    std::string text = payload;
    // Only what failed quotes a server here; labels must stay as they are, for something is found again by them.
    if (m_redact && std::string_view(kind).ends_with("failed"))
        m_redact(text);
    m_output.events.push_back(m_maker(subject, kind, text, author));
}

void Outbox::action(const ActionStatus &status)
{
    auto &actions = m_output.changes.actions;
    const auto it = std::find_if(actions.begin(), actions.end(), [&](const ActionStatus &a) { return a.id == status.id; });
    ActionStatus &told = it == actions.end() ? actions.emplace_back() : *it;
    told = status;
    redactReason(m_redact, told.reason);
}

WatchOutput Outbox::take()
{
    return std::exchange(m_output, WatchOutput());
}

} // namespace tocsin
