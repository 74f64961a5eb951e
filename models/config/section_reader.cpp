// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/section_reader.h"

#include "models/config/scalar_values.h"
#include "models/config/suggestion.h"
#include "models/domain/matcher.h"
#include "models/domain/time.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tocsin {

namespace {

const Key *findKey(std::initializer_list<KeyTable> tables, std::string_view name)
{
    for (const KeyTable table : tables) {
        const auto it = std::find_if(table.begin(), table.end(), [name](const Key &key) { return key.name == name; });
        if (it != table.end())
            return &*it;
    }
    return nullptr;
}

std::vector<std::string_view> namesOf(std::initializer_list<KeyTable> tables)
{
    std::vector<std::string_view> names;
    for (const KeyTable table : tables) {
        for (const Key &key : table)
            names.push_back(key.name);
    }
    return names;
}

std::string joined(const std::vector<std::string_view> &words)
{
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

std::string numberText(double number)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return std::string(text.data(), end);
}

std::string limitText(double limit, const Key &key)
{
    return key.type == KeyType::Duration ? formatDuration(Duration(static_cast<std::int64_t>(limit * 1000))) : numberText(limit);
}

} // namespace

SectionReader::SectionReader(ProblemList &problems, const Environment &environment, std::vector<std::filesystem::path> folders)
    : m_problems(problems)
    , m_environment(environment)
    , m_folders(std::move(folders))
{
}

Settings SectionReader::read(const YamlNode &map, std::initializer_list<KeyTable> tables, const std::string &what)
{
    Settings settings;
    settings.setPosition(m_problems.position(map.place));
    if (!map.isMap()) {
        m_problems.error(map.place, what + " must be a map of keys, this is " + std::string(map.kindName()));
        return settings;
    }
    for (const YamlNode &child : map.children) {
        const Key *key = findKey(tables, child.key);
        if (!key) {
            const std::string nearest = nearestWord(child.key, namesOf(tables));
            const std::string known = nearest.empty() ? "; known are " + joined(namesOf(tables)) : std::string();
            m_problems.error(child.keyPlace, "unknown key " + inQuotes(child.key) + " in " + what + known, nearest);
            continue;
        }
        if (Value value = readValue(child, *key))
            settings.set(child.key, *std::move(value), m_problems.position(child.keyPlace));
    }
    const auto isMisspelt = [&](std::string_view name) {
        return std::any_of(map.children.begin(), map.children.end(), [&](const YamlNode &child) {
            return !findKey(tables, child.key) && nearestWord(child.key, namesOf(tables)) == name;
        });
    };
    for (const KeyTable table : tables) {
        for (const Key &key : table) {
            if (key.required && !map.find(key.name) && !isMisspelt(key.name))
                m_problems.error(map.place, what + " needs the key " + inQuotes(key.name));
        }
    }
    return settings;
}

bool SectionReader::hasUnreadKey(const YamlNode &map, std::initializer_list<KeyTable> tables, const Settings &settings)
{
    return std::any_of(map.children.begin(), map.children.end(), [&](const YamlNode &child) {
        const bool isKnown = findKey(tables, child.key) != nullptr;
        return isKnown ? !settings.contains(child.key) : !nearestWord(child.key, namesOf(tables)).empty();
    });
}

SectionReader::Value SectionReader::readValue(const YamlNode &node, const Key &key)
{
    const bool isSections = key.type == KeyType::SectionList;
    if (node.kind == YamlNode::Kind::Null) {
        // A list whose members are all commented out is a list all the same.
        if (!isSections && key.type != KeyType::TextList)
            m_problems.error(node.keyPlace, inQuotes(key.name) + " has no value");
        return std::nullopt;
    }
    switch (key.type) {
    case KeyType::TextList:
        return readTextList(node, key);
    case KeyType::TextMap:
        return readTextMap(node, key);
    case KeyType::Secret:
        return readSecret(node, key);
    case KeyType::SectionList:
        return readSections(node, key);
    case KeyType::Section: {
        if (!node.isMap())
            return wrongType(node, key, "a map of keys");
        return Settings::Value(std::vector<Settings>{read(node, {key.section}, inQuotes(key.name))});
    }
    default:
        return readScalar(node, key);
    }
}

SectionReader::Value SectionReader::readScalar(const YamlNode &node, const Key &key)
{
    if (!node.isScalar())
        return wrongType(node, key, "a single value");
    switch (key.type) {
    case KeyType::Boolean: {
        const std::optional<bool> value = parseBoolean(node.text);
        const bool isYes = node.text == "yes" || node.text == "on" || node.text == "True";
        const bool isNo = node.text == "no" || node.text == "off" || node.text == "False";
        return value ? Value(*value) : wrongType(node, key, "true or false", isYes ? "true" : isNo ? "false" : "");
    }
    case KeyType::Integer: {
        const std::optional<std::int64_t> value = parseInteger(node.text);
        if (!value)
            return wrongType(node, key, "a whole number");
        return isInRange(static_cast<double>(*value), node, key) ? Value(*value) : std::nullopt;
    }
    case KeyType::Number: {
        const std::optional<double> value = parseNumber(node.text);
        if (!value)
            return wrongType(node, key, "a number");
        return isInRange(*value, node, key) ? Value(*value) : std::nullopt;
    }
    case KeyType::Duration:
        return readDuration(node, key);
    case KeyType::Instant: {
        const std::optional<Instant> value = parseRfc3339(node.text);
        return value ? Value(*value) : wrongType(node, key, "a time such as 2026-11-22T01:00:00Z");
    }
    default:
        return readText(node, key);
    }
}

SectionReader::Value SectionReader::readDuration(const YamlNode &node, const Key &key)
{
    const std::optional<Duration> value = parseDuration(node.text);
    if (!value) {
        const bool isBare = parseNumber(node.text).has_value();
        return wrongType(node, key, "a duration such as 30s or 1h30m", isBare ? node.shown + "s" : std::string());
    }
    return isInRange(static_cast<double>(value->count()) / 1000, node, key) ? Value(*value) : std::nullopt;
}

SectionReader::Value SectionReader::readText(const YamlNode &node, const Key &key)
{
    if (!key.choices.empty() && std::find(key.choices.begin(), key.choices.end(), node.text) == key.choices.end()) {
        const std::vector<std::string_view> choices(key.choices.begin(), key.choices.end());
        return wrongType(node, key, "one of " + joined(choices), nearestWord(node.text, choices));
    }
    if (key.type == KeyType::Url) {
        const std::string problem = urlProblem(node.text);
        if (!problem.empty()) {
            m_problems.error(node.place, inQuotes(key.name) + ' ' + problem);
            return std::nullopt;
        }
    }
    if (key.type == KeyType::Address && !isAddress(node.text))
        return wrongType(node, key, "an address such as shop.example.net:443");
    if (key.type == KeyType::Matchers) {
        if (const auto matchers = parseMatchers(node.text); !matchers) {
            const std::string where = " (character " + std::to_string(matchers.error().offset + 1) + ')';
            m_problems.error(
                node.place, inQuotes(key.name) + " is not a list of label matchers: " + matchers.error().detail + where);
            return std::nullopt;
        }
    }
    if (key.type == KeyType::Path)
        return Settings::Value(resolvedPath(node, key.name));
    if (key.required && node.text.empty()) {
        m_problems.error(node.place, inQuotes(key.name) + " is empty");
        return std::nullopt;
    }
    return Settings::Value(node.text);
}

SectionReader::Value SectionReader::readTextList(const YamlNode &node, const Key &key)
{
    if (node.isScalar())
        return Settings::Value(std::vector<std::string>{node.text});
    if (!node.isList())
        return wrongType(node, key, "a list");
    std::vector<std::string> texts;
    for (const YamlNode &item : node.children) {
        if (item.isScalar())
            texts.push_back(item.text);
        else
            m_problems.error(
                item.place, inQuotes(key.name) + " is a list of single values, this is " + std::string(item.kindName()));
    }
    return Settings::Value(std::move(texts));
}

SectionReader::Value SectionReader::readTextMap(const YamlNode &node, const Key &key)
{
    if (!node.isMap())
        return wrongType(node, key, "a map of names to values");
    Settings::TextMap map;
    for (const YamlNode &item : node.children) {
        if (item.isScalar())
            map[item.key] = item.text;
        else
            m_problems.error(item.place, inQuotes(item.key) + " must be a single value, this is " + std::string(item.kindName()));
    }
    return Settings::Value(std::move(map));
}

SectionReader::Value SectionReader::readSections(const YamlNode &node, const Key &key)
{
    if (!node.isList())
        return wrongType(node, key, "a list");
    std::vector<Settings> sections;
    if (key.section.empty())
        return std::nullopt;
    for (const YamlNode &item : node.children)
        sections.push_back(read(item, {key.section}, "an entry of " + inQuotes(key.name)));
    return Settings::Value(std::move(sections));
}

bool SectionReader::isInRange(double number, const YamlNode &node, const Key &key)
{
    if (number < key.minimum)
        m_problems.error(node.place, inQuotes(key.name) + " must be at least " + limitText(key.minimum, key));
    else if (number > key.maximum)
        m_problems.error(node.place, inQuotes(key.name) + " must be at most " + limitText(key.maximum, key));
    else
        return true;
    return false;
}

std::string SectionReader::resolvedPath(const YamlNode &node, std::string_view key)
{
    const auto file = static_cast<std::size_t>(node.place.file);
    const std::filesystem::path folder = file < m_folders.size() ? m_folders[file] : std::filesystem::path();
    const std::filesystem::path path = (folder / node.text).lexically_normal();
    if (node.text.empty() || node.text.find('\0') != std::string::npos)
        m_problems.error(node.place, inQuotes(key) + " is empty");
    else
        m_files.push_back({node.place, std::string(key), path});
    return path.string();
}

SectionReader::Value SectionReader::wrongType(
    const YamlNode &node, const Key &key, std::string_view wanted, std::string suggestion)
{
    // What stands where a map or a list belongs may be a password: `basic_auth: name:password`.
    const bool isShown = node.isScalar() && key.type < KeyType::TextList;
    const std::string found = isShown ? inQuotes(node.shown) : std::string(node.kindName());
    m_problems.error(
        node.place, inQuotes(key.name) + " must be " + std::string(wanted) + ", not " + found, std::move(suggestion));
    return std::nullopt;
}

} // namespace tocsin
