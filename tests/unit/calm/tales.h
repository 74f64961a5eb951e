// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/key_table.h"
#include "models/domain/settings.h"
#include "tests/support/raw_server.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin::test {

/// What a monitoring system tells, in good form and over a good connection; whether it is true of now is another matter.
struct Tale {
    std::string name;
    Duration told{0};    ///< how long ago it was true
    Duration dated{0};   ///< how long ago the header Date says
    std::string headers; ///< more of them, whole lines
    std::vector<Labels> alerts;
    std::optional<Labels> silenced; ///< one alert that somebody has in hand, by a silence as old as the rest
};

/// A server on loopback that speaks the API of every kind of source at once, and tells anybody else that it is UP. Who adds
/// a kind of source teaches it its language here: until then the test of honest tales fails.
std::unique_ptr<RawServer> teller(const Tale &tale);

/// A kind of check or source that can be pointed at a teller: it has a key of type Url.
bool canListen(KeyTable keys);

/// The board of one pass over one service: a check of this kind, or its alerts from a source of this kind with a number
/// from a query. `clock` is ours.
Board heardByCheck(std::string_view type, KeyTable keys, const std::string &url, const Clock &clock);
Board heardBySource(std::string_view type, KeyTable keys, const std::string &url, const Clock &clock);

} // namespace tocsin::test
