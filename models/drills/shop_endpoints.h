// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drills/exchange.h"
#include "models/drills/shop_model.h"

namespace tocsin {

/// Where the check of a service asks, as path and query.
std::string healthTarget(const ShopService &service);

/// The health endpoints of the shop: each in its service's flavour, and as slow as the service is at that moment. Paths that
/// belong to no service get a 404. Pure.
ShopAnswer answerHealth(const ShopModel &model, const ShopRequest &request, Instant now);

} // namespace tocsin
