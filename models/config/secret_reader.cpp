// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a secret is named in the configuration. Nothing here may put a value into a message.

#include "models/config/section_reader.h"
#include "models/config/suggestion.h"

#include <array>

namespace tocsin {

namespace {

constexpr std::array<std::string_view, 4> kPlaces{"env", "file", "keyring", "command"};

} // namespace

SectionReader::Value SectionReader::readSecret(const YamlNode &node, const Key &key)
{
    const std::string name(key.name);
    if (!node.isMap()) {
        m_problems.error(node.place,
            inQuotes(name)
                + " is a secret and must not stand in the configuration: say where it is kept, with env, file, keyring or "
                  "command",
            name + ": { env: NAME }");
        return std::nullopt;
    }
    if (node.children.size() != 1) {
        m_problems.error(node.place, inQuotes(name) + " needs exactly one of env, file, keyring, command");
        return std::nullopt;
    }
    std::optional<SecretReference> reference = secretReference(node.children.front(), key);
    return reference ? Value(*std::move(reference)) : std::nullopt;
}

std::optional<SecretReference> SectionReader::secretReference(const YamlNode &node, const Key &key)
{
    const std::string what = inQuotes(key.name) + ": " + node.key;
    SecretReference reference;
    if (node.key == "command") {
        reference.place = SecretReference::Place::Command;
        for (const YamlNode &argument : node.children) {
            if (node.isList() && argument.isScalar())
                reference.command.push_back(argument.text);
        }
        if (!node.isList() || reference.command.size() != node.children.size() || reference.command.empty()
            || reference.command.front().empty()) {
            m_problems.error(node.place, what + " must be a list of the program and its arguments; no shell reads it");
            return std::nullopt;
        }
        return reference;
    }
    const std::vector<std::string_view> places(kPlaces.begin(), kPlaces.end());
    if (node.key != "env" && node.key != "file" && node.key != "keyring") {
        m_problems.error(node.keyPlace, "unknown key in " + inQuotes(key.name) + "; known are env, file, keyring, command",
            nearestWord(node.key, places));
        return std::nullopt;
    }
    if (!node.isScalar() || node.text.empty()) {
        m_problems.error(node.place, what + " must be a name");
        return std::nullopt;
    }
    reference.name = node.text;
    if (node.key == "file") {
        reference.place = SecretReference::Place::File;
        reference.name = resolvedPath(node, key.name);
    } else if (node.key == "keyring") {
        reference.place = SecretReference::Place::Keyring;
    } else if (!isVariableName(node.text)) {
        m_problems.error(node.place, what + " must be the name of an environment variable, without $");
        return std::nullopt;
    } else if (!m_environment(node.text)) {
        m_problems.warning(node.place, "the environment variable " + node.text + " for " + inQuotes(key.name) + " is not set");
    }
    return reference;
}

} // namespace tocsin
