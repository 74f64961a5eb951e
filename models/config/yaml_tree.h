// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/environment.h"

#include <optional>
#include <string_view>
#include <vector>

namespace tocsin {

/// One value of a YAML document with the place where it stands. Variables are expanded and aliases resolved already.
struct YamlNode {
    enum class Kind { Null, Scalar, List, Map };

    Kind kind = Kind::Null;
    Place place;
    std::string key; ///< of a map's child
    Place keyPlace;
    std::string text;  ///< of a scalar, UTF-8
    std::string shown; ///< the text as the file has it, for messages
    std::vector<YamlNode> children;

    bool isMap() const { return kind == Kind::Map; }
    bool isList() const { return kind == Kind::List; }
    bool isScalar() const { return kind == Kind::Scalar; }
    const YamlNode *find(std::string_view wanted) const;
    /// "a list", "a map", "a value", "nothing": for messages.
    std::string_view kindName() const;
};

/// What a file may hold at most, so that no file can exhaust the program.
struct YamlLimits {
    std::size_t bytes = 4u << 20;
    std::size_t depth = 32;
    std::size_t nodes = 300'000; ///< after aliases are resolved
    std::size_t aliases = 1'000;
};

/// Reads one file's text. Nothing when it could not be read as YAML: the problem is in `problems`, with its place. Nothing
/// is thrown. `fileIndex` is the file's number in `problems`.
std::optional<YamlNode> parseYaml(
    std::string_view text, int fileIndex, const Environment &environment, ProblemList &problems, const YamlLimits &limits = {});

/// Adds the map of another file: lists are appended, maps merged; a value that both have is a problem naming both places.
void mergeYaml(YamlNode &into, YamlNode &&from, ProblemList &problems);

} // namespace tocsin
