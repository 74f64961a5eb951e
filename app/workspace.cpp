// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workspace.h"

#include "models/config/config_files.h"
#include "models/session/paths.h"
#include "models/session/vocabulary.h"

#include <QCoreApplication>

namespace tocsin {

void Workspace::simulate(const Clock &clock)
{
    configPath.clear();
    // What happens in a drill never mixes with the history of the real shop.
    dataFolder /= "simulated";
    auto started = Simulation::start(clock);
    if (!started) {
        problems.push_back({{}, true, english(started.error().reason), {}});
        situation = Situation::Bad;
        return;
    }
    simulation = std::move(*started);
    config = simulation->config();
    situation = Situation::Simulated;
}

Workspace openWorkspace(const CommandLine &line, const Clock &clock)
{
    Workspace workspace;
    workspace.dataFolder = line.data.empty() ? defaultDataFolder(line.profile.toStdString()) : line.data;
    if (line.simulated) {
        workspace.simulate(clock);
        return workspace;
    }
    const Environment environment = processEnvironment();
    workspace.configPath = line.config.empty()
        ? defaultConfigPath(environment, line.profile.toStdString()).value_or(std::filesystem::path())
        : line.config;
    std::error_code ignored;
    if (line.config.empty() && !std::filesystem::exists(workspace.configPath, ignored))
        return workspace;
    LoadedConfig loaded = loadConfig(workspace.configPath, vocabulary(), environment);
    workspace.problems = std::move(loaded.problems);
    workspace.situation = loaded.config ? Workspace::Situation::Loaded : Workspace::Situation::Bad;
    if (loaded.config)
        workspace.config = std::move(*loaded.config);
    return workspace;
}

QString whyNothingIsWatched(const Workspace &workspace)
{
    if (workspace.situation == Workspace::Situation::Bad)
        return problemText(workspace.problems);
    if (workspace.situation != Workspace::Situation::Absent)
        return {};
    return QCoreApplication::translate(
        "Workspace", "There is no configuration at %1. Write one, name one with --config, or try --simulated.\n")
        .arg(QString::fromStdString(workspace.configPath.string()));
}

QString problemText(const std::vector<ConfigProblem> &problems)
{
    QString text;
    for (const ConfigProblem &problem : problems)
        text += QString::fromStdString(problem.text()) + QLatin1Char('\n');
    return text;
}

} // namespace tocsin
