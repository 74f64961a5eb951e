// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/http_keys.h"

#include <algorithm>
#include <string_view>

namespace tocsin {

namespace {

constexpr std::array<std::string_view, 6> kProxySchemes{
    "http://", "https://", "socks4a://", "socks5h://", "socks5://", "socks4://"};

/// RFC 9110, 5.6.2: the characters of a token.
bool isToken(std::string_view text)
{
    const auto isTokenChar = [](char c) {
        const bool isAlphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return isAlphanumeric || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool isFieldValue(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; });
}

std::string lower(std::string text)
{
    std::transform(
        text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

void checkHeaders(const Settings &settings, std::vector<SettingProblem> &problems)
{
    for (const auto &[name, value] : settings.textMap("headers")) {
        if (!isToken(name))
            problems.push_back({"headers", "\"" + name + "\" is not the name of a header", {}});
        else if (!isFieldValue(value))
            problems.push_back({"headers", "the value of header " + name + " has a character that headers cannot carry", {}});
        const std::string known = lower(name);
        if (known == "authorization" || known == "proxy-authorization")
            problems.push_back({"headers", "header " + name + " carries a secret", "basic_auth, bearer_token or secret_headers"});
    }
    for (const Settings &header : settings.sections("secret_headers")) {
        if (!isToken(header.text("name")))
            problems.push_back({"secret_headers", "\"" + header.text("name") + "\" is not the name of a header", {}});
    }
}

void checkProxy(const Settings &settings, std::vector<SettingProblem> &problems)
{
    const std::string proxy = settings.text("proxy", "none");
    if (proxy == "none")
        return;
    const auto startsProxy = [&proxy](std::string_view scheme) {
        return proxy.size() > scheme.size() && std::string_view(proxy).substr(0, scheme.size()) == scheme;
    };
    if (std::none_of(kProxySchemes.begin(), kProxySchemes.end(), startsProxy))
        problems.push_back({"proxy", "a proxy is written as http://host:port, https://host:port or socks5h://host:port", {}});
    if (proxy.find('@') != std::string::npos)
        problems.push_back({"proxy", "a proxy's address cannot carry a user name or password", {}});
}

} // namespace

std::vector<SettingProblem> httpKeyProblems(const Settings &settings)
{
    std::vector<SettingProblem> problems;
    if (settings.contains("basic_auth") && settings.contains("bearer_token"))
        problems.push_back({"bearer_token", "basic_auth and bearer_token exclude each other", {}});
    const Settings tls = settings.section("tls");
    if (tls.contains("cert_file") != tls.contains("key_file"))
        problems.push_back({"tls", "cert_file and key_file belong together", {}});
    checkHeaders(settings, problems);
    checkProxy(settings, problems);
    return problems;
}

} // namespace tocsin
