// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/environment.h"

#include <algorithm>
#include <cstdlib>

namespace tocsin {

Environment processEnvironment()
{
    return [](const std::string &name) -> std::optional<std::string> {
        const char *value = std::getenv(name.c_str());
        return value ? std::optional<std::string>(value) : std::nullopt;
    };
}

bool isVariableName(std::string_view text)
{
    const auto isNameChar
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    return !text.empty() && !(text.front() >= '0' && text.front() <= '9') && std::all_of(text.begin(), text.end(), isNameChar);
}

std::string expandVariables(const std::string &text, const Environment &environment, Place place, ProblemList &problems)
{
    std::string expanded;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t dollar = text.find('$', at);
        expanded.append(text, at, dollar - at);
        if (dollar == std::string::npos)
            break;
        at = dollar + 1;
        const char next = at < text.size() ? text[at] : '\0';
        if (next != '{') {
            expanded += '$';
            at += next == '$' ? 1 : 0;
            continue;
        }
        const std::size_t close = text.find('}', at);
        const std::string name = text.substr(at + 1, close == std::string::npos ? close : close - at - 1);
        if (close == std::string::npos || !isVariableName(name)) {
            problems.error(place, "${...} must name an environment variable; a $ as such is written $$");
            return text;
        }
        std::optional<std::string> value = environment(name);
        if (!value) {
            problems.error(place, "the environment variable " + name + " is not set");
            return text;
        }
        expanded += *value;
        problems.hide(*std::move(value), "${" + name + '}');
        at = close + 1;
    }
    return expanded;
}

} // namespace tocsin
