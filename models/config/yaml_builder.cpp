// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/yaml_builder.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tocsin {

namespace {

constexpr std::string_view kMergeKey = "<<";

bool isKnownTag(const std::string &tag)
{
    // "?" is a plain value, "!" a quoted one; the others are what YAML itself calls text, list and map.
    constexpr std::string_view kKnown[]
        = {"", "?", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"};
    return std::find(std::begin(kKnown), std::end(kKnown), tag) != std::end(kKnown);
}

} // namespace

YamlBuilder::YamlBuilder(int fileIndex, const Environment &environment, ProblemList &problems, const YamlLimits &limits)
    : m_fileIndex(fileIndex)
    , m_environment(environment)
    , m_problems(problems)
    , m_limits(limits)
{
}

Place YamlBuilder::place(const YAML::Mark &mark) const
{
    return Place{m_fileIndex, mark.line + 1, mark.column + 1};
}

void YamlBuilder::OnDocumentStart(const YAML::Mark &mark)
{
    if (++m_documents > 1)
        throw YamlStop{place(mark), "a file holds one YAML document only"};
    m_root.place = place(mark);
}

void YamlBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    YamlNode node;
    node.place = place(mark);
    count(1, node.place);
    if (anchor)
        m_anchors[anchor] = {node, 1};
    add(std::move(node));
}

void YamlBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const Place here = place(mark);
    if (++m_aliases > m_limits.aliases)
        throw YamlStop{here, "more than " + std::to_string(m_limits.aliases) + " aliases"};
    const auto it = m_anchors.find(anchor);
    if (it == m_anchors.end())
        throw YamlStop{here, "this alias stands inside of what it refers to"};
    count(it->second.nodes, here);
    add(it->second.node);
}

void YamlBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value)
{
    YamlNode node;
    node.kind = YamlNode::Kind::Scalar;
    node.place = place(mark);
    node.shown = value;
    count(1, node.place);
    if (!isKnownTag(tag))
        m_problems.error(node.place, "tags such as " + tag + " have no meaning here");
    node.text = expectsKey() ? value : expandVariables(value, m_environment, node.place, m_problems);
    if (anchor)
        m_anchors[anchor] = {node, 1};
    add(std::move(node));
}

void YamlBuilder::OnSequenceStart(
    const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value /*style*/)
{
    open(YamlNode::Kind::List, mark, tag, anchor);
}

void YamlBuilder::OnMapStart(
    const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value /*style*/)
{
    open(YamlNode::Kind::Map, mark, tag, anchor);
}

void YamlBuilder::OnMapEnd()
{
    mergeInherited(m_open.back());
    close();
}

void YamlBuilder::open(YamlNode::Kind kind, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
{
    Frame frame;
    frame.node.kind = kind;
    frame.node.place = place(mark);
    frame.anchor = anchor;
    frame.nodesBefore = m_nodes;
    if (expectsKey())
        throw YamlStop{frame.node.place, "a key must be a single word or text"};
    if (m_open.size() >= m_limits.depth)
        throw YamlStop{frame.node.place, "nested deeper than " + std::to_string(m_limits.depth) + " levels"};
    if (!isKnownTag(tag))
        m_problems.error(frame.node.place, "tags such as " + tag + " have no meaning here");
    count(1, frame.node.place);
    m_open.push_back(std::move(frame));
}

void YamlBuilder::close()
{
    Frame frame = std::move(m_open.back());
    m_open.pop_back();
    if (frame.anchor) {
        const std::size_t nodes = m_nodes - frame.nodesBefore;
        count(nodes, frame.node.place); // for the copy that is kept
        m_anchors[frame.anchor] = {frame.node, nodes};
    }
    add(std::move(frame.node));
}

void YamlBuilder::add(YamlNode node)
{
    if (m_open.empty()) {
        m_root = std::move(node);
        return;
    }
    Frame &frame = m_open.back();
    if (frame.node.isList()) {
        frame.node.children.push_back(std::move(node));
        return;
    }
    if (!frame.hasKey) {
        if (!node.isScalar())
            throw YamlStop{node.place, "a key must be a single word or text"};
        frame.hasKey = true;
        frame.key = std::move(node.text);
        frame.keyPlace = node.place;
        return;
    }
    frame.hasKey = false;
    const auto [first, isNew] = frame.seen.try_emplace(frame.key, frame.keyPlace);
    if (!isNew) {
        m_problems.error(frame.keyPlace, inQuotes(frame.key) + " is given twice; first at " + m_problems.name(first->second));
        return;
    }
    node.key = std::move(frame.key);
    node.keyPlace = frame.keyPlace;
    frame.node.children.push_back(std::move(node));
}

void YamlBuilder::count(std::size_t nodes, Place place)
{
    m_nodes += nodes;
    if (m_nodes > m_limits.nodes)
        throw YamlStop{
            place, "more than " + std::to_string(m_limits.nodes) + " values, aliases counted as often as they are used"};
}

/// `<<: *anchor` takes over what the map does not say itself. Source: yaml.org/type/merge.html.
void YamlBuilder::mergeInherited(Frame &frame)
{
    std::vector<YamlNode> &children = frame.node.children;
    const auto it = std::find_if(children.begin(), children.end(), [](const YamlNode &child) { return child.key == kMergeKey; });
    if (it == children.end())
        return;
    const YamlNode inherited = std::move(*it);
    children.erase(it);
    const std::vector<YamlNode> maps = inherited.isList() ? inherited.children : std::vector<YamlNode>{inherited};
    for (const YamlNode &map : maps) {
        if (!map.isMap())
            m_problems.error(inherited.keyPlace, "<< takes over maps, this is " + std::string(map.kindName()));
        for (const YamlNode &child : map.children) {
            if (frame.seen.try_emplace(child.key, child.keyPlace).second && map.isMap())
                children.push_back(child);
        }
    }
}

} // namespace tocsin
