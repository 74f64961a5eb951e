// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/yaml_tree.h"
#include "models/domain/key_table.h"
#include "models/domain/settings.h"

#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

namespace tocsin {

/// A file that the configuration names and that should exist when it is used (decision 18).
struct FileReference {
    Place place;
    std::string key;
    std::filesystem::path path;
};

/// Turns the map of one section into Settings by its key tables and collects every problem on the way. Lives as long as
/// one reading, on the caller's thread; touches no file.
class SectionReader
{
public:
    /// `folders` holds, for each file, the absolute folder against which its relative paths are resolved.
    SectionReader(ProblemList &problems, const Environment &environment, std::vector<std::filesystem::path> folders);

    /// `what` names the section in messages: "an http check". Of two tables with the same key the first one decides. Lists
    /// of sections whose table is empty are left to the caller.
    Settings read(const YamlNode &map, std::initializer_list<KeyTable> tables, const std::string &what);

    /// Whether a key of the map was misspelt or could not be read: then what seems to be missing may be that one.
    static bool hasUnreadKey(const YamlNode &map, std::initializer_list<KeyTable> tables, const Settings &settings);

    const std::vector<FileReference> &files() const { return m_files; }

private:
    using Value = std::optional<Settings::Value>;

    Value readValue(const YamlNode &node, const Key &key);
    Value readScalar(const YamlNode &node, const Key &key);
    Value readText(const YamlNode &node, const Key &key);
    Value readDuration(const YamlNode &node, const Key &key);
    Value readTextList(const YamlNode &node, const Key &key);
    Value readTextMap(const YamlNode &node, const Key &key);
    Value readSecret(const YamlNode &node, const Key &key);
    Value readSections(const YamlNode &node, const Key &key);
    std::optional<SecretReference> secretReference(const YamlNode &node, const Key &key);
    bool isInRange(double number, const YamlNode &node, const Key &key);
    std::string resolvedPath(const YamlNode &node, std::string_view key);
    Value wrongType(const YamlNode &node, const Key &key, std::string_view wanted, std::string suggestion = {});

    ProblemList &m_problems;
    const Environment &m_environment;
    const std::vector<std::filesystem::path> m_folders;
    std::vector<FileReference> m_files;
};

} // namespace tocsin
