// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tocsin {

/// The alerts of one poll by the source's own id, before any filter. An immutable value once the poll is over.
class AlertSet
{
public:
    /// Adds the alert. One that `previous` holds unchanged is shared with it, so that whoever compares two polls compares
    /// pointers.
    AlertPtr add(Alert alert, const AlertSet &previous);

    AlertPtr find(std::string_view externalId) const;
    std::size_t size() const { return m_alerts.size(); }
    void reserve(std::size_t count) { m_alerts.reserve(count); }
    std::vector<AlertPtr> others(const AlertKey &than) const; ///< all but this one

private:
    std::unordered_map<std::string_view, AlertPtr> m_alerts; ///< the keys are texts of the alerts themselves
};

using AlertSetPtr = std::shared_ptr<const AlertSet>;

/// The label `alertname`; of an alert without one all its labels, so that it can be spoken of.
std::string alertName(const Labels &labels);

/// The line that tells what an alert means: the first of the annotations `summary`, `description`, `message`.
std::string alertSummary(const Labels &annotations);

} // namespace tocsin
