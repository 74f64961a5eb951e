// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/domain/ids.h"
#include "models/domain/matcher.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace tocsin {

/// Which services an alert belongs to: all whose matchers all match. Finds candidates by the value of
/// an equality matcher, so that thousands of alerts do not meet every service. Immutable after construction.
class ServiceMatcher
{
public:
    explicit ServiceMatcher(const std::vector<ServiceConfig> &services);

    /// The indexes of the services, ascending; none: "Other alerts".
    std::vector<std::size_t> servicesOf(const Labels &labels) const;

    /// Whether alerts can belong to this service at all.
    bool takesAlerts(std::size_t service) const { return !m_matchers[service].empty(); }
    std::size_t serviceCount() const { return m_matchers.size(); }
    const ServiceId &name(std::size_t service) const { return m_names[service]; }

private:
    using Candidates = std::vector<std::size_t>;

    std::vector<ServiceId> m_names;
    std::vector<Matchers> m_matchers; ///< per service; empty: none
    std::unordered_map<std::string, std::unordered_map<std::string, Candidates>> m_byLabel;
    Candidates m_others; ///< services without an equality matcher
};

} // namespace tocsin
