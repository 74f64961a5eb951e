// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_rules.h"

#include "models/config/suggestion.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

namespace {

// Suggestions compare a word with every name; beyond this many names nobody waits for them.
constexpr std::size_t kMostNamesCompared = 2'000;

using Names = std::map<std::string_view, Place>;

const YamlNode &memberAt(const YamlNode &map, std::string_view key, std::size_t index)
{
    const YamlNode *list = map.find(key);
    return list && list->isList() && index < list->children.size() ? list->children[index] : map;
}

Place placeOf(const YamlNode &section, std::string_view key)
{
    const YamlNode *node = section.find(key);
    return node ? node->place : section.place;
}

/// Notes a name, or says that another has it already.
void addName(Names &names, std::string_view name, Place place, const std::string &what, ProblemList &problems)
{
    if (name.empty())
        return; // said already
    const auto [first, isNew] = names.try_emplace(name, place);
    if (!isNew)
        problems.error(
            place, "two " + what + " have the name " + inQuotes(name) + "; the first stands at " + problems.name(first->second));
}

void requireName(const Names &names, std::string_view name, Place place, const std::string &message, ProblemList &problems)
{
    if (name.empty() || names.count(name) > 0)
        return;
    std::vector<std::string_view> known;
    for (const auto &[candidate, position] : names) {
        if (known.size() < kMostNamesCompared)
            known.push_back(candidate);
    }
    problems.error(place, message + ' ' + inQuotes(name), nearestWord(name, known));
}

/// The places of the single names of a list, which may also be written as one value.
void requireNames(const Names &names, const std::vector<std::string> &wanted, const YamlNode *list, const std::string &message,
    ProblemList &problems)
{
    for (std::size_t i = 0; list && i < wanted.size(); ++i) {
        const bool hasMember = list->isList() && list->children.size() == wanted.size();
        requireName(names, wanted[i], hasMember ? list->children[i].place : list->place, message, problems);
    }
}

void checkWithinServices(const YamlNode &root, const Config &config, const Names &sources, ProblemList &problems)
{
    for (std::size_t i = 0; i < config.services.size(); ++i) {
        const ServiceConfig &service = config.services[i];
        const YamlNode &node = memberAt(root, "services", i);
        Names checks;
        for (std::size_t j = 0; j < service.checks.size(); ++j)
            addName(
                checks, service.checks[j].name, placeOf(memberAt(node, "checks", j), "name"), "checks of one service", problems);
        Names metrics;
        for (std::size_t j = 0; j < service.metrics.size(); ++j) {
            const YamlNode &metric = memberAt(node, "metrics", j);
            addName(metrics, service.metrics[j].name, placeOf(metric, "name"), "metrics of one service", problems);
            requireName(sources, service.metrics[j].source, placeOf(metric, "source"), "there is no source", problems);
        }
    }
}

/// Finds circles in `depends_on` by walking down; every circle is told once.
class CircleFinder
{
public:
    CircleFinder(const YamlNode &root, const Config &config, ProblemList &problems)
        : m_root(root)
        , m_config(config)
        , m_problems(problems)
        , m_marks(config.services.size(), Mark::New)
    {
        for (std::size_t i = 0; i < config.services.size(); ++i)
            m_indexes.try_emplace(config.services[i].name, i);
    }

    void run()
    {
        for (std::size_t i = 0; i < m_config.services.size(); ++i)
            walkFrom(i);
    }

private:
    enum class Mark { New, OnPath, Done };
    struct Step {
        std::size_t service = 0;
        std::size_t next = 0; ///< which of its dependencies to follow next
    };

    // With its own stack: a chain of thousands of services must not exhaust the program's.
    void walkFrom(std::size_t start)
    {
        if (m_marks[start] != Mark::New)
            return;
        m_path = {{start, 0}};
        m_marks[start] = Mark::OnPath;
        while (!m_path.empty()) {
            Step &step = m_path.back();
            const std::vector<std::string> &dependencies = m_config.services[step.service].dependsOn;
            if (step.next == dependencies.size()) {
                m_marks[step.service] = Mark::Done;
                m_path.pop_back();
                continue;
            }
            const auto it = m_indexes.find(dependencies[step.next++]);
            if (it == m_indexes.end())
                continue; // said already
            if (m_marks[it->second] == Mark::OnPath) {
                tell(it->second);
            } else if (m_marks[it->second] == Mark::New) {
                m_marks[it->second] = Mark::OnPath;
                m_path.push_back({it->second, 0});
            }
        }
    }

    void tell(std::size_t first)
    {
        std::string circle;
        bool isInside = false;
        for (const Step &step : m_path) {
            isInside = isInside || step.service == first;
            if (isInside)
                circle += m_config.services[step.service].name + " -> ";
        }
        circle += m_config.services[first].name;
        const YamlNode &node = memberAt(m_root, "services", m_path.back().service);
        m_problems.error(placeOf(node, "depends_on"), "services depend on each other in a circle: " + circle);
    }

    const YamlNode &m_root;
    const Config &m_config;
    ProblemList &m_problems;
    std::vector<Mark> m_marks;
    std::map<std::string_view, std::size_t> m_indexes;
    std::vector<Step> m_path;
};

} // namespace

void checkReferences(const YamlNode &root, const Config &config, ProblemList &problems)
{
    Names sources;
    for (std::size_t i = 0; i < config.sources.size(); ++i)
        addName(sources, config.sources[i].name, placeOf(memberAt(root, "sources", i), "name"), "sources", problems);
    Names channels;
    for (std::size_t i = 0; i < config.channels.size(); ++i)
        addName(channels, config.channels[i].name, placeOf(memberAt(root, "channels", i), "name"), "channels", problems);
    Names services;
    for (std::size_t i = 0; i < config.services.size(); ++i)
        addName(services, config.services[i].name, placeOf(memberAt(root, "services", i), "name"), "services", problems);
    checkWithinServices(root, config, sources, problems);
    for (std::size_t i = 0; i < config.services.size(); ++i) {
        const YamlNode *list = memberAt(root, "services", i).find("depends_on");
        requireNames(services, config.services[i].dependsOn, list, "there is no service", problems);
    }
    for (std::size_t i = 0; i < config.maintenance.size(); ++i) {
        const YamlNode *list = memberAt(root, "maintenance", i).find("services");
        requireNames(services, config.maintenance[i].services, list, "there is no service", problems);
        if (list && config.maintenance[i].services.empty() && (list->isList() || list->kind == YamlNode::Kind::Null))
            problems.error(list->keyPlace, "this window covers no service; leave the key out to cover the whole shop");
    }
    CircleFinder(root, config, problems).run();
}

} // namespace tocsin
