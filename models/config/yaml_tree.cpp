// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/yaml_tree.h"

#include "models/config/yaml_builder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace tocsin {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// Length of the UTF-8 sequence at the beginning, or 0 when there is no valid one. Source: Unicode 15, table 3-7.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const auto isTail
        = [&byte](std::size_t i, unsigned low = 0x80, unsigned high = 0xbf) { return byte(i) >= low && byte(i) <= high; };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return isTail(1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        const bool isSecondValid = isTail(1, lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf);
        return isSecondValid && isTail(2) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const bool isSecondValid = isTail(1, lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf);
        return isSecondValid && isTail(2) && isTail(3) ? 4 : 0;
    }
    return 0;
}

/// YAML allows no control characters but tab and line ends; with them gone no other encoding can pass for UTF-8.
bool checkCharacters(std::string_view text, int fileIndex, ProblemList &problems)
{
    Place place{fileIndex, 1, 1};
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        const auto first = static_cast<unsigned char>(text.front());
        if (length == 0) {
            problems.error(place, "the file is not valid UTF-8");
            return false;
        }
        if ((first < 0x20 && first != '\t' && first != '\n' && first != '\r') || first == 0x7f) {
            problems.error(place, "the file has a control character");
            return false;
        }
        text.remove_prefix(length);
        ++place.column;
        if (first == '\n')
            place = {fileIndex, place.line + 1, 1};
    }
    return true;
}

} // namespace

const YamlNode *YamlNode::find(std::string_view wanted) const
{
    if (kind != Kind::Map)
        return nullptr;
    const auto it
        = std::find_if(children.begin(), children.end(), [wanted](const YamlNode &child) { return child.key == wanted; });
    return it == children.end() ? nullptr : &*it;
}

std::string_view YamlNode::kindName() const
{
    switch (kind) {
    case Kind::Scalar:
        return "a value";
    case Kind::List:
        return "a list";
    case Kind::Map:
        return "a map";
    case Kind::Null:
        break;
    }
    return "nothing";
}

std::optional<YamlNode> parseYaml(
    std::string_view text, int fileIndex, const Environment &environment, ProblemList &problems, const YamlLimits &limits)
{
    if (text.size() > limits.bytes) {
        problems.error({fileIndex, 0, 0}, "the file is larger than " + std::to_string(limits.bytes >> 20) + " MB");
        return std::nullopt;
    }
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark)
        text.remove_prefix(kByteOrderMark.size());
    if (!checkCharacters(text, fileIndex, problems))
        return std::nullopt;
    YamlBuilder builder(fileIndex, environment, problems, limits);
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) { }
    } catch (const YamlStop &stop) {
        problems.error(stop.place, stop.message);
        return std::nullopt;
    } catch (const YAML::Exception &exception) {
        const Place place = exception.mark.is_null() ? Place{fileIndex, 0, 0} : builder.place(exception.mark);
        problems.error(place, "this is not YAML: " + exception.msg);
        return std::nullopt;
    }
    return builder.takeRoot();
}

void mergeYaml(YamlNode &into, YamlNode &&from, ProblemList &problems)
{
    for (YamlNode &child : from.children) {
        const auto same = std::find_if(
            into.children.begin(), into.children.end(), [&child](const YamlNode &other) { return other.key == child.key; });
        if (same == into.children.end() || same->kind == YamlNode::Kind::Null) {
            if (same != into.children.end())
                into.children.erase(same);
            into.children.push_back(std::move(child));
        } else if (child.kind == YamlNode::Kind::Null) {
            continue;
        } else if (same->isList() && child.isList()) {
            std::move(child.children.begin(), child.children.end(), std::back_inserter(same->children));
        } else if (same->isMap() && child.isMap()) {
            mergeYaml(*same, std::move(child), problems);
        } else {
            problems.error(child.keyPlace, inQuotes(child.key) + " is given already at " + problems.name(same->keyPlace));
        }
    }
}

} // namespace tocsin
