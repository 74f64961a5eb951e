// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/channel_rules.h"

#include "models/transport/url.h"

#include <algorithm>

namespace tocsin {

void refuseOtherLogins(const Settings &settings, std::string_view login, SettingProblems &problems)
{
    for (const char *key : {"basic_auth", "bearer_token"}) {
        if (settings.contains(key))
            problems.push_back({key, "this kind of channel has a login of its own", std::string(login)});
    }
}

void refuseClearText(const Settings &settings, std::string_view key, SettingProblems &problems)
{
    const std::optional<Url> url = parseUrl(settings.text(key));
    if (url && url->scheme != "https" && !isLoopbackHost(url->host))
        problems.push_back({std::string(key), "the login would go over the network in the clear: the address must be https", {}});
}

void requireOneOf(const Settings &settings, std::string_view first, std::string_view second, SettingProblems &problems)
{
    if (settings.contains(first) == settings.contains(second))
        problems.push_back({std::string(settings.contains(second) ? second : first),
            "this channel needs exactly one of " + std::string(first) + " and " + std::string(second), {}});
}

void checkAddress(
    const Settings &settings, std::string_view key, std::string (*addressProblem)(const std::string &), SettingProblems &problems)
{
    if (!settings.contains(key))
        return;
    if (std::string problem = addressProblem(settings.text(key)); !problem.empty())
        problems.push_back({std::string(key), std::move(problem), {}});
}

bool consistsOf(std::string_view text, std::string_view more)
{
    const auto fits = [more](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || more.find(c) != std::string_view::npos;
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

bool isLoopbackHost(std::string_view host)
{
    // Digits only: `127.example.net` is a name like any other.
    const bool isNumber = host.find_first_not_of("0123456789.") == std::string_view::npos;
    return host == "localhost" || host == "[::1]" || (isNumber && host.starts_with("127."));
}

} // namespace tocsin
