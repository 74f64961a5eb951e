// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace tocsin {

/// Thrown through yaml-cpp when a file must not be read any further; never leaves parseYaml.
struct YamlStop {
    Place place;
    std::string message;
};

/// Builds a tree from yaml-cpp's events and keeps to the limits while it does: yaml-cpp's own nodes would resolve aliases
/// without any bound. Lives for one file, on the caller's thread.
class YamlBuilder : public YAML::EventHandler
{
public:
    YamlBuilder(int fileIndex, const Environment &environment, ProblemList &problems, const YamlLimits &limits);

    Place place(const YAML::Mark &mark) const;
    YamlNode takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &mark) override;
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override;
    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

private:
    struct Frame {
        YamlNode node;
        YAML::anchor_t anchor = 0;
        std::size_t nodesBefore = 0;
        bool hasKey = false; ///< a map's key was read, its value comes next
        std::string key;
        Place keyPlace;
        std::unordered_map<std::string, Place> seen;
    };
    struct Anchored {
        YamlNode node;
        std::size_t nodes = 0;
    };

    bool expectsKey() const { return !m_open.empty() && m_open.back().node.isMap() && !m_open.back().hasKey; }
    void open(YamlNode::Kind kind, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor);
    void close();
    void add(YamlNode node);
    void count(std::size_t nodes, Place place);
    void mergeInherited(Frame &frame);

    const int m_fileIndex;
    const Environment &m_environment;
    ProblemList &m_problems;
    const YamlLimits m_limits;
    std::vector<Frame> m_open;
    std::map<YAML::anchor_t, Anchored> m_anchors;
    std::size_t m_nodes = 0;
    std::size_t m_aliases = 0;
    int m_documents = 0;
    YamlNode m_root;
};

} // namespace tocsin
