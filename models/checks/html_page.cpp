// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/html_page.h"

#include "models/checks/json_document.h"

#include <re2/re2.h>

#include <string>

namespace tocsin {

namespace {

constexpr std::size_t kLookedAt = 256u << 10;

bool contains(std::string_view text, const RE2 &pattern)
{
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

bool isHtml(std::string_view contentType, std::string_view body)
{
    const std::string type = mediaType(contentType);
    if (type == "text/html" || type == "application/xhtml+xml")
        return true;
    static const RE2 kBeginning(
        R"((?is)^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b)", RE2::Latin1);
    return contains(body.substr(0, 4096), kBeginning);
}

bool asksForLogin(std::string_view body)
{
    static const RE2 kPassword(R"((?i)<input[^>]*\btype\s*=\s*["']?password)", RE2::Latin1);
    static const RE2 kSaml(R"((?i)\bname\s*=\s*["']?SAML(?:Request|Response))", RE2::Latin1);
    static const std::string kLogin = R"((?:/oauth2?/|/saml|/adfs/|/login|/log-in|/signin|/sign-in|/sso\b|/openid-connect/)"
                                      R"(|login\.microsoftonline\.com|accounts\.google\.com))";
    static const RE2 kTagToLogin(R"((?i)<(?:form[^>]*\baction|meta[^>]*\brefresh)\b[^>]{0,500})" + kLogin, RE2::Latin1);
    static const RE2 kScriptToLogin(R"((?i)\blocation(?:\.href|\.replace|\.assign)?\s*[=(][^;>]{0,500})" + kLogin, RE2::Latin1);
    return contains(body, kPassword) || contains(body, kSaml) || contains(body, kTagToLogin) || contains(body, kScriptToLogin);
}

} // namespace

PageKind pageKind(std::string_view contentType, std::string_view body)
{
    if (!isHtml(contentType, body))
        return PageKind::NoPage;
    return asksForLogin(body.substr(0, kLookedAt)) ? PageKind::SignIn : PageKind::Page;
}

std::string contentOf(std::string_view page)
{
    static const RE2 kUnread(
        R"((?is)<!--.*?-->|<(?:head|title|script|style|noscript)\b.*?</(?:head|title|script|style|noscript)\s*>)"
        R"(|<meta\b[^>]*>)",
        RE2::Latin1);
    std::string content(page.substr(0, kLookedAt));
    RE2::GlobalReplace(&content, kUnread, " ");
    return content;
}

std::string readableText(std::string_view page)
{
    static const RE2 kTag(R"((?s)<[^>]*>)", RE2::Latin1);
    static const RE2 kBlanks(R"(\s+)", RE2::Latin1);
    std::string text = contentOf(page);
    RE2::GlobalReplace(&text, kTag, " ");
    RE2::GlobalReplace(&text, kBlanks, " ");
    return text;
}

bool speaksOfSigningIn(std::string_view text)
{
    static const RE2 kWords(
        R"((?i)passw|(?:\b|_)(?:log|sign)[ _-]?(?:in|on)\b|\bsso\b|saml|o?auth\d?\b|anmeld|einlogg)", RE2::Latin1);
    return contains(text, kWords);
}

} // namespace tocsin
