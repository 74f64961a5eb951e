// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/secret.h"

#include <string>
#include <string_view>

namespace tocsin {

/// HMAC-SHA256 (RFC 2104, FIPS 180-4) as hexadecimal digits in lower case.
std::string hmacSha256(const Secret &key, std::string_view message);

} // namespace tocsin
