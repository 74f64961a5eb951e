// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/alert_diary.h"

#include <nlohmann/json.hpp>

namespace tocsin {

namespace {

constexpr std::chrono::minutes kMinute(1);

std::string payloadOf(const Alert &alert, const Redact &redact)
{
    const auto shown = [&redact](std::string text) {
        if (redact)
            redact(text);
        return text;
    };
    nlohmann::json payload{{"source", alert.key.source.text()}, {"id", alert.key.externalId}, {"name", shown(alert.name)},
        {"severity", alert.severityText}, {"service", alert.service.text()}, {"summary", shown(alert.summary)}};
    if (alert.startsAt)
        payload["started"] = formatRfc3339(*alert.startsAt);
    if (const std::optional<State> state = stateOf(alert))
        payload["state"] = stateWord(*state);
    return payload.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

void AlertDiary::tell(const AlertBook::Difference &difference, Monotonic now, WatchNews &news)
{
    if (!news.tellsStates())
        return;
    if (!m_minuteBegan || now - *m_minuteBegan >= kMinute) {
        m_minuteBegan = now;
        m_told = 0;
    }
    // What is over comes first: it makes sense of what began anew.
    for (const AlertPtr &alert : difference.ended)
        tellOne(*alert, "alert.resolved", news);
    for (const AlertPtr &alert : difference.began)
        tellOne(*alert, "alert.fired", news);
    const std::size_t all = difference.ended.size() + difference.began.size();
    if (m_told > mostPerMinute && all > 0) {
        const std::size_t left = std::min(all, m_told - mostPerMinute);
        news.event("station", "alert.more", nlohmann::json{{"count", left}}.dump());
    }
}

void AlertDiary::tellOne(const Alert &alert, const char *kind, WatchNews &news)
{
    if (++m_told > mostPerMinute)
        return;
    news.event("alert/" + alert.key.source.text() + "/" + alert.key.externalId, kind, payloadOf(alert, news.redact()));
}

} // namespace tocsin
