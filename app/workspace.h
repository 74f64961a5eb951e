// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command_line.h"
#include "models/config/config_loader.h"
#include "models/session/simulation.h"

#include <memory>
#include <optional>

namespace tocsin {

/// What a command works on: which configuration, where it stands, and where the station keeps its data.
struct Workspace {
    /// How the configuration was found.
    enum class Situation {
        Loaded,
        Simulated, ///< the built-in shop, asked for by --simulated
        Absent,    ///< there is none: nobody has written one yet
        Bad,       ///< `problems` says why
    };

    Situation situation = Situation::Absent;
    Config config;
    std::filesystem::path configPath;
    std::filesystem::path dataFolder;
    std::vector<ConfigProblem> problems;
    std::unique_ptr<Simulation> simulation; ///< running while the workspace lives, when it is what is watched

    /// Begins to watch the simulated shop instead. When it cannot start, the situation is Bad.
    void simulate(const Clock &clock);
};

/// Reads the configuration that the command line names, or the one in the usual place. Blocks while reading. `clock` must
/// outlive the workspace.
Workspace openWorkspace(const CommandLine &line, const Clock &clock);

/// Why there is nothing to watch, as lines for the terminal; empty when there is something.
QString whyNothingIsWatched(const Workspace &workspace);

/// The problems as lines for the terminal.
QString problemText(const std::vector<ConfigProblem> &problems);

} // namespace tocsin
