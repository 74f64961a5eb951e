// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace tocsin {

/// What a body is when a person would see it in a browser.
enum class PageKind {
    NoPage, ///< not HTML
    Page,   ///< HTML
    SignIn, ///< HTML that asks for a login, or sends the browser on to one
};

/// Judges by the Content-Type and by the body's own beginning, since login pages are sent under any type. Looks for what
/// sign-in pages have in common: a password field, a SAML hand-over, a form or a refresh that leads to a login address.
PageKind pageKind(std::string_view contentType, std::string_view body);

/// The page without its head (the title too), scripts, styles and comments: what stands for its content. A page without a body
/// tag is taken as it stands after its head.
std::string contentOf(std::string_view page);

/// What a person would read of it: `contentOf` without tags, blanks folded.
std::string readableText(std::string_view page);

/// Whether a text, such as an address or a condition, speaks of logging in.
bool speaksOfSigningIn(std::string_view text);

} // namespace tocsin
