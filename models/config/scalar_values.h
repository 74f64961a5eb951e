// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

std::optional<bool> parseBoolean(std::string_view text);
/// A decimal number without anything around it.
std::optional<std::int64_t> parseInteger(std::string_view text);
/// A finite decimal number.
std::optional<double> parseNumber(std::string_view text);
/// `host:port` with a port from 1 to 65535; an IPv6 address stands in brackets.
bool isAddress(std::string_view text);
/// What is wrong with an http or https address, as the end of a sentence, or an empty text. Never quotes the address: it
/// may hold a password.
std::string urlProblem(std::string_view text);

} // namespace tocsin
