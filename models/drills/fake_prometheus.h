// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drills/exchange.h"
#include "models/drills/shop_model.h"

namespace tocsin {

/// The Prometheus of the simulated shop: the HTTP API v1, for the queries of `shopMetrics()` and a real error for any other
/// (decision 36). Stateless: every number comes from the model. The shop's thread; `model` outlives it.
/// Sources: Prometheus documentation, "HTTP API"; answers recorded from 2.42.
class FakePrometheus
{
public:
    FakePrometheus(const ShopModel &model, std::string ownUrl);

    /// `request.path` begins after the path prefix: `/api/v1/query`.
    ShopAnswer answer(const ShopRequest &request, Instant now) const;

private:
    ShopAnswer answerQuery(const ShopRequest &request, Instant now) const;
    ShopAnswer answerRange(const ShopRequest &request) const;
    ShopAnswer answerAlerts(Instant now) const;
    ShopAnswer answerRules(const ShopRequest &request, Instant now) const;

    const ShopModel &m_model;
    const std::string m_ownUrl;
};

} // namespace tocsin
