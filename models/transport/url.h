// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

/// An http or https address that was understood. A value, free of user information and of the fragment.
struct Url {
    std::string text;   ///< the whole address, as it is requested
    std::string scheme; ///< `http` or `https`
    std::string host;   ///< lower case; an IPv6 address in brackets
    std::string port;   ///< always there
    std::string path;
    std::string query;
    std::string user; ///< of `user:password@`, decoded; not part of `text`
    std::string password;

    std::string origin() const; ///< `https://host:port`: what credentials belong to
    std::string hostAndPort() const { return host + ':' + port; }
};

/// Nothing when it is not an absolute http or https address. Never throws.
std::optional<Url> parseUrl(const std::string &text);

/// Where a `Location` leads, relative or absolute. User information in it is cut.
std::optional<Url> resolveRedirect(const Url &from, const std::string &location);

/// The address as a person may see it: without user information, and with the values of query fields cut whose names look
/// like secrets (token, key, password, ...).
std::string shownUrl(const Url &url);

/// What was meant to be an address but is none, for a sentence: short, plain, and without what stands before an `@`.
std::string addressForPeople(const std::string &text);

/// `base` and `path` joined with one slash; a prefix in `base` stays.
std::string joinUrl(std::string_view base, std::string_view path);
/// RFC 3986 percent-encoding of all but the unreserved characters.
std::string percentEncoded(std::string_view text);

} // namespace tocsin
