// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/json_schema.h"

#include "models/config/config_keys.h"

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace tocsin {

namespace {

// Keeps the keys in the order of the tables: editors offer them in it.
using Json = nlohmann::ordered_json;

constexpr double kNoLimit = 1e18;
constexpr const char *kVariable = R"(\$\{[A-Za-z_][A-Za-z0-9_]*\})";
constexpr const char *kDuration = R"(^(0|([0-9]+(\.[0-9]+)?(ms|us|ns|y|w|d|h|m|s))+|.*\$\{.+\}.*)$)";
constexpr const char *kUrl = R"(^(https?://[^@\s]+|.*\$\{.+\}.*)$)";
constexpr const char *kAddress = R"(^(.+:[0-9]{1,5}|.*\$\{.+\}.*)$)";

Json objectOf(std::initializer_list<KeyTable> tables);

/// The plain type, or a text that holds a variable.
Json orVariable(Json schema)
{
    return Json{{"anyOf", Json::array({std::move(schema), Json{{"type", "string"}, {"pattern", kVariable}}})}};
}

Json numeric(const Key &key, const char *type)
{
    Json schema{{"type", type}};
    if (key.minimum > -kNoLimit)
        schema["minimum"] = key.minimum;
    if (key.maximum < kNoLimit)
        schema["maximum"] = key.maximum;
    return orVariable(std::move(schema));
}

Json patterned(const char *pattern)
{
    return Json{{"type", "string"}, {"pattern", pattern}};
}

/// What a plain value may be: YAML reads `name: 7` as a number, and it is a text here all the same.
Json text()
{
    return Json{{"type", Json::array({"string", "number", "boolean"})}};
}

Json choice(const Key &key)
{
    Json choices = Json::array();
    for (const std::string_view word : key.choices)
        choices.push_back(word);
    return orVariable(Json{{"enum", std::move(choices)}});
}

Json secret()
{
    const auto place = [](const char *name, Json value) {
        return Json{{"type", "object"}, {"properties", Json{{name, std::move(value)}}}, {"required", Json::array({name})},
            {"additionalProperties", false}};
    };
    const Json word{{"type", "string"}, {"minLength", 1}};
    const Json words{{"type", "array"}, {"items", Json{{"type", "string"}}}, {"minItems", 1}};
    return Json{
        {"oneOf", Json::array({place("env", word), place("file", word), place("keyring", word), place("command", words)})}};
}

Json listOf(Json item)
{
    // A list whose members are all commented out reads as null.
    return Json{{"type", Json::array({"array", "null"})}, {"items", std::move(item)}};
}

Json typeOf(const Key &key)
{
    switch (key.type) {
    case KeyType::Text:
        return key.choices.empty() ? text() : choice(key);
    case KeyType::Integer:
        return numeric(key, "integer");
    case KeyType::Number:
        return numeric(key, "number");
    case KeyType::Boolean:
        return orVariable(Json{{"type", "boolean"}});
    case KeyType::Duration:
        return Json{{"anyOf", Json::array({patterned(kDuration), Json{{"const", 0}}})}};
    case KeyType::Instant:
        return Json{{"type", "string"}, {"format", "date-time"}};
    case KeyType::Url:
        return patterned(kUrl);
    case KeyType::Address:
        return patterned(kAddress);
    case KeyType::Path:
        return Json{{"type", "string"}, {"minLength", 1}};
    case KeyType::Matchers:
        return Json{{"type", "string"}};
    case KeyType::TextList:
        return Json{{"anyOf", Json::array({text(), listOf(text())})}};
    case KeyType::TextMap:
        return Json{{"type", "object"}, {"additionalProperties", text()}};
    case KeyType::Secret:
        return secret();
    case KeyType::Section:
        return objectOf({key.section});
    case KeyType::SectionList:
        return listOf(objectOf({key.section}));
    }
    return Json::object();
}

Json schemaOf(const Key &key)
{
    Json schema = typeOf(key);
    schema["description"] = key.help;
    if (!key.fallback.empty())
        schema["default"] = key.fallback;
    return schema;
}

Json objectOf(std::initializer_list<KeyTable> tables)
{
    Json properties = Json::object();
    Json required = Json::array();
    for (const KeyTable table : tables) {
        for (const Key &key : table) {
            if (properties.contains(key.name))
                continue; // of two tables the first one decides
            properties[std::string(key.name)] = schemaOf(key);
            if (key.required)
                required.push_back(key.name);
        }
    }
    Json schema{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty())
        schema["required"] = std::move(required);
    return schema;
}

/// One alternative for each kind, told apart by its `type`.
Json kindsOf(const std::vector<KindOfSection> &kinds, KeyTable common)
{
    Json alternatives = Json::array();
    for (const KindOfSection &kind : kinds) {
        Json alternative = objectOf({common, kind.keys});
        alternative["title"] = kind.type;
        alternative["description"] = kind.help;
        alternative["properties"]["type"] = Json{{"const", kind.type}, {"description", kind.help}};
        alternatives.push_back(std::move(alternative));
    }
    return listOf(Json{{"anyOf", std::move(alternatives)}});
}

void replaceItems(Json &schema, const char *key, Json list)
{
    Json &property = schema["properties"][key];
    list["description"] = property["description"];
    property = std::move(list);
}

} // namespace

std::string jsonSchema(const Vocabulary &vocabulary)
{
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "Tocsin configuration"}};
    schema.update(objectOf({config_keys::kTop}));
    replaceItems(schema, "sources", kindsOf(vocabulary.sources, config_keys::kSource));
    replaceItems(schema, "channels", kindsOf(vocabulary.channels, config_keys::kChannel));
    Json service = objectOf({config_keys::kService});
    replaceItems(service, "checks", kindsOf(vocabulary.checks, config_keys::kCheck));
    replaceItems(schema, "services", listOf(std::move(service)));
    return schema.dump(2) + '\n';
}

} // namespace tocsin
