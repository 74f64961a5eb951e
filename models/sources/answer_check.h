// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/transport/http.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// Why an HTTP answer cannot be the JSON that was asked for: its status, then its content type, then an empty body or a
/// sign-in page under a good status. Nothing when it may be parsed. Pure; any thread.
std::optional<Error> answerProblem(const HttpResponse &answer);

/// As answerProblem, but only the status is judged: for answers whose body is allowed to be empty.
std::optional<Error> statusProblem(const HttpResponse &answer);

/// The server's own words in an error body of any of the shapes in use: a bare JSON string, an object with `error` or
/// `message`, or plain text. One line, at most 300 bytes, without control characters; empty when there are none.
std::string serverWords(std::string_view body);

/// Says that the body is a web page, and whether it asks to sign in; nothing when it is not a page.
std::optional<Reason> webPageReason(std::string_view body);

/// The largest list of alerts that is read, in bytes: some 200,000 alerts.
inline constexpr std::size_t largestListing = 192u << 20;

/// Why a good answer proves nothing about now, judged by its headers `Date` and `Age`: it was made too long ago, or in our
/// future, for then clocks differ and nobody can tell.
std::vector<Reason> ageTroubles(const HttpResponse &answer, Instant now);

/// The server's own time: its `Date` header, or `fallback` when that is missing or not a date (RFC 9110, 5.6.7).
Instant serverTime(const HttpResponse &answer, Instant fallback);
std::optional<Instant> parseHttpDate(std::string_view text);

} // namespace tocsin
