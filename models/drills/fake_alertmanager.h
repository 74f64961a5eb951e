// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drills/alert_board.h"
#include "models/drills/exchange.h"
#include "models/drills/shop_model.h"

namespace tocsin {

/// The Alertmanager of the simulated shop: API v2 as version 0.25 answers, errors included. Its alerts are those of the
/// script and whatever is posted; silences really keep them quiet. The shop's thread; owned by the shop. `model` outlives it.
/// Sources: Alertmanager API v2, OpenAPI description; answers recorded from 0.25.
class FakeAlertmanager
{
public:
    FakeAlertmanager(const ShopModel &model, std::string prometheusUrl);

    /// `request.path` begins after the path prefix: `/api/v2/alerts`.
    ShopAnswer answer(const ShopRequest &request, Instant now);

private:
    void listenToScript(Instant now);
    ShopAnswer answerAlerts(const ShopRequest &request, Instant now);
    ShopAnswer answerGroups(const ShopRequest &request, Instant now) const;
    ShopAnswer answerSilences(const ShopRequest &request, Instant now);
    ShopAnswer answerSilence(const ShopRequest &request, const std::string &id, Instant now);
    ShopAnswer answerStatus() const;
    ShopAnswer takeAlerts(const ShopRequest &request, Instant now);
    ShopAnswer takeSilence(const ShopRequest &request, Instant now);

    const ShopModel &m_model;
    const std::string m_prometheusUrl;
    AlertBoard m_board;
};

} // namespace tocsin
