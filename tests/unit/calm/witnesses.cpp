// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/calm/witnesses.h"

#include <algorithm>

namespace tocsin::test {

namespace {

class NoSecrets final : public SecretsLookup
{
public:
    Result<Secret> secret(const SecretReference &) const override { return Secret("planted"); }
};

const NoSecrets kSecrets;

const Key *findKey(KeyTable keys, std::string_view name)
{
    const auto it = std::find_if(keys.begin(), keys.end(), [&](const Key &key) { return key.name == name; });
    return it == keys.end() ? nullptr : &*it;
}

bool isTarget(const Key &key)
{
    return key.type == KeyType::Url || key.type == KeyType::Address;
}

/// Settings that make a kind ask this server: every address of its table, and something for what else it cannot do without.
Settings pointedAt(const Lie &lie, KeyTable keys, const std::string &caFile)
{
    Settings settings;
    for (const Key &key : keys) {
        if (key.type == KeyType::Url)
            settings.set(std::string(key.name), lie.url());
        else if (key.type == KeyType::Address)
            settings.set(std::string(key.name), lie.address());
        else if (key.required && key.type == KeyType::Text)
            settings.set(
                std::string(key.name), key.choices.empty() ? std::string("shop.invalid") : std::string(key.choices.front()));
    }
    if (findKey(keys, "tls")) {
        Settings tls;
        tls.set("ca_file", caFile);
        settings.set("tls", std::vector<Settings>{tls});
    }
    return settings;
}

std::string troubleOf(std::string_view type, KeyTable keys)
{
    if (std::any_of(keys.begin(), keys.end(), isTarget))
        return {};
    return std::string(type) + " has no key of type Url or Address: nobody can tell whether it believes a lie";
}

QCoro::Task<Statement> askCheck(std::unique_ptr<Check> check)
{
    const Observation observation = co_await check->run();
    co_return Statement{observation.outcome == Outcome::Good || observation.outcome == Outcome::Impaired,
        !observation.reason.isEmpty(), english(observation.reason)};
}

QCoro::Task<Statement> askSource(std::unique_ptr<Source> source)
{
    const Result<SourceReading> reading = co_await source->poll();
    if (reading)
        co_return Statement{true, true, std::to_string(reading->alerts.size()) + " alerts"};
    co_return Statement{false, !reading.error().reason.isEmpty(), english(reading.error().reason)};
}

void addCheck(std::vector<Witness> &all, const CheckKind &kind, const std::vector<std::string> &conditions,
    const std::string &caFile, const Clock &clock, Duration timeout)
{
    const std::string name
        = std::string(kind.section.type) + (conditions.empty() ? std::string() : " with " + conditions.front());
    const bool asksForStatusOnly = !conditions.empty() && conditions.front().find("[STATUS]") != std::string::npos;
    all.push_back({name, kind.claim, asksForStatusOnly, troubleOf(kind.section.type, kind.section.keys),
        [&kind, conditions, caFile, &clock, timeout](const Lie &lie, Transport &transport) {
            CheckConfig config;
            config.type = kind.section.type;
            config.policy.timeout = timeout;
            config.settings = pointedAt(lie, kind.section.keys, caFile);
            if (!conditions.empty())
                config.settings.set("conditions", conditions);
            return askCheck(kind.make(config, CheckTools{transport, transport, clock, kSecrets, &transport}));
        }});
}

} // namespace

std::vector<Witness> witnesses(const std::string &caFile, const Clock &clock, Duration timeout)
{
    std::vector<Witness> all;
    for (const CheckKind &kind : checkKinds()) {
        addCheck(all, kind, {}, caFile, clock, timeout);
        if (!findKey(kind.section.keys, "conditions"))
            continue;
        for (const char *condition :
            {"[STATUS] == 200", "[STATUS] < 400", "[BODY].status == UP", "[BODY] != pat(*error*)", "[RESPONSE_TIME] < 1h"}) {
            Settings settings;
            settings.set("conditions", std::vector<std::string>{condition});
            if (kind.section.validate && kind.section.validate(settings).empty())
                addCheck(all, kind, {condition}, caFile, clock, timeout);
        }
    }
    for (const SourceKind &kind : sourceKinds()) {
        all.push_back({std::string(kind.section.type), Claim::Content, false, troubleOf(kind.section.type, kind.section.keys),
            [&kind, caFile, &clock, timeout](const Lie &lie, Transport &transport) {
                SourceConfig config;
                config.name = "witness";
                config.type = kind.section.type;
                config.policy.timeout = timeout;
                config.settings = pointedAt(lie, kind.section.keys, caFile);
                return askSource(kind.make(config, SourceTools{transport, transport, clock, kSecrets}));
            }});
    }
    return all;
}

} // namespace tocsin::test
