// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alert_set.h"

namespace tocsin {

AlertPtr AlertSet::add(Alert alert, const AlertSet &previous)
{
    const AlertPtr known = previous.find(alert.key.externalId);
    AlertPtr added = known && *known == alert ? known : std::make_shared<const Alert>(std::move(alert));
    m_alerts.erase(added->key.externalId); // a key must not outlive its alert
    m_alerts.emplace(added->key.externalId, added);
    return added;
}

AlertPtr AlertSet::find(std::string_view externalId) const
{
    const auto it = m_alerts.find(externalId);
    return it == m_alerts.end() ? nullptr : it->second;
}

std::vector<AlertPtr> AlertSet::others(const AlertKey &than) const
{
    std::vector<AlertPtr> others;
    others.reserve(m_alerts.size());
    for (const auto &[id, alert] : m_alerts) {
        if (alert->key != than)
            others.push_back(alert);
    }
    return others;
}

std::string alertName(const Labels &labels)
{
    if (const std::string_view name = labels.value("alertname"); !name.empty())
        return std::string(name);
    std::string all;
    for (const auto &[name, value] : labels)
        all.append(all.empty() ? "{" : ", ").append(name).append("=\"").append(value).append("\"");
    return all.empty() ? "{}" : all + '}';
}

std::string alertSummary(const Labels &annotations)
{
    for (const std::string_view name : {"summary", "description", "message"}) {
        if (const std::string_view text = annotations.value(name); !text.empty())
            return std::string(text);
    }
    return {};
}

} // namespace tocsin
