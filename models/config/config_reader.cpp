// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_reader.h"

#include "models/config/config_keys.h"
#include "models/config/config_rules.h"
#include "models/config/http_keys.h"
#include "models/config/scalar_values.h"
#include "models/config/suggestion.h"
#include "models/domain/board.h"
#include "models/domain/matcher.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kLongestName = 200;

const std::vector<YamlNode> &membersOf(const YamlNode &map, std::string_view key)
{
    static const std::vector<YamlNode> kNone;
    const YamlNode *list = map.find(key);
    return list && list->isList() ? list->children : kNone;
}

/// The place of a key within a section, or of the section when the key is not written there.
Place placeOf(const YamlNode &section, std::string_view key)
{
    const YamlNode *node = section.find(key);
    return node ? node->place : section.place;
}

std::vector<std::string_view> typesOf(const std::vector<KindOfSection> &kinds)
{
    std::vector<std::string_view> types;
    for (const KindOfSection &kind : kinds)
        types.push_back(kind.type);
    return types;
}

} // namespace

ConfigReader::ConfigReader(ProblemList &problems, SectionReader &sections, const Vocabulary &vocabulary)
    : m_problems(problems)
    , m_sections(sections)
    , m_vocabulary(vocabulary)
{
}

Config ConfigReader::read(const YamlNode &root)
{
    Config config;
    const Settings top = m_sections.read(root, {config_keys::kTop}, "the configuration");
    config.shop = top.text("shop", "Shop");
    config.currency = top.text("currency");
    config.person = top.text("person");
    readBeacons(root, config);
    if (const YamlNode *defaults = root.find("defaults"); defaults && defaults->isMap())
        config.defaults = readPolicy(top.section("defaults"), *defaults, Policy());
    for (const YamlNode &node : membersOf(root, "sources"))
        readSource(node, config);
    for (const YamlNode &node : membersOf(root, "services"))
        readService(node, config);
    for (const YamlNode &node : membersOf(root, "channels"))
        readChannel(node, config);
    for (const Settings &window : top.sections("maintenance"))
        readMaintenance(window, config);
    config.incidents = incidentRulesFrom(top.section("incidents"));
    if (membersOf(root, "sources").empty() && membersOf(root, "services").empty())
        m_problems.error(root.place, "there is nothing to watch: the configuration has neither services nor sources");
    checkReferences(root, config, m_problems);
    return config;
}

Policy ConfigReader::readPolicy(const Settings &settings, const YamlNode &node, const Policy &defaults)
{
    Policy policy;
    policy.interval = settings.duration("interval", defaults.interval);
    policy.timeout = settings.duration("timeout", defaults.timeout);
    policy.failureThreshold = static_cast<int>(settings.integer("failure_threshold", defaults.failureThreshold));
    policy.successThreshold = static_cast<int>(settings.integer("success_threshold", defaults.successThreshold));
    policy.staleAfter = static_cast<int>(settings.integer("stale_after", defaults.staleAfter));
    const bool isSaidHere = settings.contains("interval") || settings.contains("timeout");
    if (policy.timeout > policy.interval && isSaidHere)
        m_problems.warning(placeOf(node, settings.contains("timeout") ? "timeout" : "interval"),
            "the timeout (" + formatDuration(policy.timeout) + ") is longer than the interval (" + formatDuration(policy.interval)
                + "): a slow answer delays the next look");
    return policy;
}

void ConfigReader::readBeacons(const YamlNode &root, Config &config)
{
    const YamlNode *beacons = root.find("beacons");
    if (!beacons)
        return;
    const std::vector<YamlNode> items = beacons->isScalar() ? std::vector<YamlNode>{*beacons} : beacons->children;
    for (const YamlNode &item : items) {
        if (!item.isScalar())
            continue; // said already
        if (isAddress(item.text))
            config.beacons.push_back(item.text);
        else
            m_problems.error(item.place, "a beacon must be an address such as 192.0.2.1:443, not " + inQuotes(item.shown));
    }
}

const KindOfSection *ConfigReader::findKind(
    const YamlNode &node, const std::vector<KindOfSection> &kinds, const std::string &what)
{
    const YamlNode *type = node.find("type");
    if (!type || !type->isScalar())
        return nullptr;
    const auto it
        = std::find_if(kinds.begin(), kinds.end(), [type](const KindOfSection &kind) { return kind.type == type->text; });
    if (it != kinds.end())
        return &*it;
    std::string known;
    for (const KindOfSection &kind : kinds)
        known.append(known.empty() ? "" : ", ").append(kind.type);
    m_problems.error(type->place, "unknown type " + inQuotes(type->shown) + " of " + what + "; known are " + known,
        nearestWord(type->text, typesOf(kinds)));
    return nullptr;
}

Settings ConfigReader::readKind(const YamlNode &node, KeyTable common, const KindOfSection *kind, const std::string &what)
{
    if (!kind) {
        // Of an unknown kind only the common keys can be judged.
        YamlNode known = node;
        const auto isForeign = [common](const YamlNode &child) {
            return std::none_of(common.begin(), common.end(), [&child](const Key &key) { return key.name == child.key; });
        };
        known.children.erase(std::remove_if(known.children.begin(), known.children.end(), isForeign), known.children.end());
        return m_sections.read(node.isMap() ? known : node, {common}, what);
    }
    Settings settings = m_sections.read(node, {common, kind->keys}, what + " of type " + std::string(kind->type));
    std::vector<SettingProblem> found = httpKeyProblems(settings);
    if (kind->validate) {
        const std::vector<SettingProblem> own = kind->validate(settings);
        found.insert(found.end(), own.begin(), own.end());
    }
    // A key that was misspelt or could not be read is said already; it is not missing as well.
    const bool mayMiss = !SectionReader::hasUnreadKey(node, {common, kind->keys}, settings);
    for (const SettingProblem &problem : found) {
        if (mayMiss || settings.contains(problem.key))
            report(problem, node);
    }
    return settings;
}

void ConfigReader::report(const SettingProblem &problem, const YamlNode &node)
{
    const YamlNode *child = node.find(problem.key);
    m_problems.error(child ? child->keyPlace : node.place, problem.message, problem.suggestion);
}

void ConfigReader::checkName(const std::string &name, const YamlNode &node, bool mayHaveSlash)
{
    const bool hasControl = std::any_of(name.begin(), name.end(), [](char c) { return c >= 0 && c < ' '; });
    if (name.size() > kLongestName)
        m_problems.error(placeOf(node, "name"), "the name is longer than " + std::to_string(kLongestName) + " characters");
    else if (hasControl)
        m_problems.error(placeOf(node, "name"), "the name must be one line of text");
    else if (!mayHaveSlash && name.find('/') != std::string::npos)
        m_problems.error(placeOf(node, "name"), "the name must not contain a slash: it is written as service/check");
    else if (name == otherAlerts.text())
        m_problems.error(placeOf(node, "name"), inQuotes(name) + " is the tile for alerts that match no service");
}

void ConfigReader::readSource(const YamlNode &node, Config &config)
{
    const KindOfSection *kind = findKind(node, m_vocabulary.sources, "a source");
    SourceConfig source;
    source.settings = readKind(node, config_keys::kSource, kind, "a source");
    source.name = source.settings.text("name");
    source.type = source.settings.text("type");
    source.policy = readPolicy(source.settings, node, config.defaults);
    checkName(source.name, node, false);
    config.sources.push_back(std::move(source));
}

void ConfigReader::readChannel(const YamlNode &node, Config &config)
{
    const KindOfSection *kind = findKind(node, m_vocabulary.channels, "a channel");
    ChannelConfig channel;
    channel.settings = readKind(node, config_keys::kChannel, kind, "a channel");
    channel.name = channel.settings.text("name");
    channel.type = channel.settings.text("type");
    channel.timeout = channel.settings.duration("timeout", std::chrono::seconds(15));
    channel.perMinute = static_cast<int>(channel.settings.integer("per_minute", 6));
    checkName(channel.name, node, false);
    config.channels.push_back(std::move(channel));
}

void ConfigReader::readService(const YamlNode &node, Config &config)
{
    const Settings settings = m_sections.read(node, {config_keys::kService}, "a service");
    ServiceConfig service;
    service.name = settings.text("name");
    service.tier = static_cast<int>(settings.integer("tier", 2));
    service.alerts = settings.text("alerts");
    service.dependsOn = settings.texts("depends_on");
    checkName(service.name, node, false);
    for (const YamlNode &check : membersOf(node, "checks"))
        readCheck(check, service, config.defaults);
    for (const Settings &metric : settings.sections("metrics"))
        readMetric(metric, service, config);
    const YamlNode *alerts = node.find("alerts");
    const auto matchers = parseMatchers(alerts && alerts->isScalar() ? alerts->text : "a=b");
    if (matchers && matchers->empty()) // Alertmanager means every alert by {}, and others mean none
        m_problems.error(alerts->keyPlace,
            "no matcher stands here, and no alert is meant; leave the key out, or match every alert with alertname=~\".+\"");
    if (service.checks.empty() && !alerts && node.isMap())
        m_problems.warning(
            node.place, "nothing can prove service " + inQuotes(service.name) + ": it has neither checks nor alerts");
    config.services.push_back(std::move(service));
}

void ConfigReader::readMetric(const Settings &settings, ServiceConfig &service, const Config &config)
{
    MetricConfig metric;
    metric.name = settings.text("name");
    metric.source = settings.text("source");
    metric.query = settings.text("query");
    metric.unit = settings.text("unit");
    metric.headline = settings.boolean("headline", false);
    const auto source = std::find_if(config.sources.begin(), config.sources.end(),
        [&metric](const SourceConfig &other) { return other.name == metric.source; });
    metric.interval
        = settings.duration("interval", source == config.sources.end() ? config.defaults.interval : source->policy.interval);
    service.metrics.push_back(std::move(metric));
}

void ConfigReader::readCheck(const YamlNode &node, ServiceConfig &service, const Policy &defaults)
{
    const KindOfSection *kind = findKind(node, m_vocabulary.checks, "a check");
    CheckConfig check;
    check.settings = readKind(node, config_keys::kCheck, kind, "a check");
    check.type = check.settings.text("type");
    check.name = check.settings.text("name");
    if (check.name.empty() && kind)
        check.name = kind->defaultName ? kind->defaultName(check.settings) : check.type;
    check.policy = readPolicy(check.settings, node, defaults);
    checkName(check.name, node, true);
    service.checks.push_back(std::move(check));
}

void ConfigReader::readMaintenance(const Settings &settings, Config &config)
{
    MaintenanceWindow window;
    window.services = settings.texts("services");
    window.start = settings.instant("start").value_or(Instant());
    window.duration = settings.duration("duration", Duration(0));
    window.reason = settings.text("reason");
    config.maintenance.push_back(std::move(window));
}

} // namespace tocsin
