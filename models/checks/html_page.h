// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

} // namespace tocsin
