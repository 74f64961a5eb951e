// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/config/section_reader.h"

namespace tocsin {

/// Reads the merged document into a Config and adds every problem to `problems`; the result is of use only when there is
/// no error among them. Lives as long as one reading, on the caller's thread; touches no file.
class ConfigReader
{
public:
    ConfigReader(ProblemList &problems, SectionReader &sections, const Vocabulary &vocabulary);

    Config read(const YamlNode &root);

private:
    Policy readPolicy(const Settings &settings, const YamlNode &node, const Policy &defaults);
    void readBeacons(const YamlNode &root, Config &config);
    void readSource(const YamlNode &node, Config &config);
    void readChannel(const YamlNode &node, Config &config);
    void readService(const YamlNode &node, Config &config);
    void readCheck(const YamlNode &node, ServiceConfig &service, const Policy &defaults);
    void readMetric(const Settings &settings, ServiceConfig &service, const Config &config);
    void readMaintenance(const Settings &settings, Config &config);
    const KindOfSection *findKind(const YamlNode &node, const std::vector<KindOfSection> &kinds, const std::string &what);
    Settings readKind(const YamlNode &node, KeyTable common, const KindOfSection *kind, const std::string &what);
    void report(const SettingProblem &problem, const YamlNode &node);
    void checkName(const std::string &name, const YamlNode &node, bool mayHaveSlash);

    ProblemList &m_problems;
    SectionReader &m_sections;
    const Vocabulary &m_vocabulary;
};

} // namespace tocsin
