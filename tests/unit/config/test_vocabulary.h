// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/config/environment.h"
#include "models/config/http_keys.h"

#include <array>
#include <map>
#include <string>

/// Kinds as the registries might describe them, so that these tests do not hang on any real kind.
namespace tocsin::test {

inline constexpr std::array<std::string_view, 2> kMethods{"GET", "POST"};

inline constexpr std::array kPartKeys{
    Key{.name = "path", .help = "A key.", .required = true},
    Key{.name = "weight", .type = KeyType::Number, .help = "A key.", .minimum = 0, .maximum = 1},
};

inline constexpr std::array kHttpCheckKeys = withHttpKeys(std::array{
    Key{.name = "url", .type = KeyType::Url, .help = "A key.", .required = true},
    Key{.name = "method", .help = "A key.", .fallback = "GET", .choices = kMethods},
    Key{.name = "conditions", .type = KeyType::TextList, .help = "A key."},
    Key{.name = "degraded", .type = KeyType::TextList, .help = "A key."},
    Key{.name = "redirects", .type = KeyType::Integer, .help = "A key.", .minimum = 0, .maximum = 10},
    Key{.name = "keep_alive", .type = KeyType::Boolean, .help = "A key."},
    Key{.name = "parts", .type = KeyType::SectionList, .help = "A key.", .section = kPartKeys},
});
inline constexpr std::array kAddressKeys{
    Key{.name = "address", .type = KeyType::Address, .help = "A key.", .required = true},
    Key{.name = "degraded", .type = KeyType::TextList, .help = "A key."},
};
inline constexpr std::array kDnsKeys{
    Key{.name = "query", .help = "A key.", .required = true},
    Key{.name = "record", .help = "A key.", .fallback = "A"},
    Key{.name = "resolver", .type = KeyType::Address, .help = "A key."},
};
inline constexpr std::array kAlertmanagerKeys = withHttpKeys(std::array{
    Key{.name = "url", .type = KeyType::Url, .help = "A key."},
    Key{.name = "urls", .type = KeyType::TextList, .help = "A key."},
    Key{.name = "watchdog", .help = "A key."},
    Key{.name = "filter", .type = KeyType::Matchers, .help = "A key."},
});
inline constexpr std::array kPrometheusKeys = withHttpKeys(std::array{
    Key{.name = "url", .type = KeyType::Url, .help = "A key.", .required = true},
});

inline std::vector<SettingProblem> validateHttp(const Settings &settings)
{
    for (const std::string &condition : settings.texts("conditions")) {
        if (condition.find("==") == std::string::npos && condition.find('>') == std::string::npos)
            return {{"conditions", "\"" + condition + "\" is not a condition", "[STATUS] == 200"}};
    }
    return {};
}

inline std::vector<SettingProblem> validateAlertmanager(const Settings &settings)
{
    if (settings.contains("url") == settings.contains("urls"))
        return {{"url", "it needs one of url and urls", {}}};
    return {};
}

inline std::string nameFromUrl(const Settings &settings)
{
    return "http " + settings.text("url");
}

inline Vocabulary vocabulary()
{
    Vocabulary words;
    words.checks.push_back({"http", "Asks a web server.", kHttpCheckKeys, validateHttp, nameFromUrl});
    words.checks.push_back({"tcp", "Opens a connection.", kAddressKeys});
    words.checks.push_back({"tls", "Looks at a certificate.", kAddressKeys});
    words.checks.push_back({"dns", "Asks a name server.", kDnsKeys});
    words.sources.push_back({"alertmanager", "Alertmanager.", kAlertmanagerKeys, validateAlertmanager});
    words.sources.push_back({"prometheus", "Prometheus.", kPrometheusKeys});
    return words;
}

/// An environment of exactly these variables.
inline Environment environmentOf(std::map<std::string, std::string> variables)
{
    return [variables = std::move(variables)](const std::string &name) -> std::optional<std::string> {
        const auto it = variables.find(name);
        return it == variables.end() ? std::nullopt : std::optional(it->second);
    };
}

} // namespace tocsin::test
