// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/service_matcher.h"

#include <algorithm>

namespace tocsin {

ServiceMatcher::ServiceMatcher(const std::vector<ServiceConfig> &services)
{
    m_matchers.reserve(services.size());
    for (std::size_t i = 0; i < services.size(); ++i) {
        m_names.emplace_back(services[i].name);
        auto parsed = services[i].alerts.empty() ? Matchers() : parseMatchers(services[i].alerts);
        Matchers &matchers = m_matchers.emplace_back(parsed ? std::move(*parsed) : Matchers());
        if (matchers.empty())
            continue;
        const auto key = std::find_if(matchers.begin(), matchers.end(),
            [](const Matcher &matcher) { return matcher.op() == Matcher::Operator::Equal && !matcher.value().empty(); });
        if (key == matchers.end())
            m_others.push_back(i);
        else
            m_byLabel[key->name()][key->value()].push_back(i);
    }
}

std::vector<std::size_t> ServiceMatcher::servicesOf(const Labels &labels) const
{
    std::vector<std::size_t> found;
    const auto consider = [&](const Candidates &candidates) {
        for (const std::size_t service : candidates) { // each stands in one list only
            if (allMatch(m_matchers[service], labels))
                found.push_back(service);
        }
    };
    for (const auto &[name, byValue] : m_byLabel) {
        if (const auto it = byValue.find(std::string(labels.value(name))); it != byValue.end())
            consider(it->second);
    }
    consider(m_others);
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace tocsin
