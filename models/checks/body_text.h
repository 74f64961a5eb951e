// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace tocsin {

/// A body as text.
struct BodyText {
    std::string text;           ///< in UTF-8; the bytes as they came where nobody knows how to read them
    std::string unknownCharset; ///< the name that nobody knows, else empty
};

/// Reads a body by the charset of its Content-Type, else by that of its meta tag, else as UTF-8, and as Latin-1 when it is none.
/// JSON is always UTF-8 (RFC 8259, 8.1).
BodyText bodyText(std::string_view contentType, std::string_view body);

} // namespace tocsin
