// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <optional>
#include <string>

namespace tocsin {

/// Reads the date of an HTTP header in any of the forms of RFC 9110, 5.6.7. Nothing when it is none of them.
std::optional<Instant> parseHeaderDate(const std::string &text);

} // namespace tocsin
