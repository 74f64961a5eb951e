// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config_problem.h"

#include <functional>
#include <optional>
#include <string>

namespace tocsin {

/// Looks an environment variable up. A parameter, so that a test needs no setenv.
using Environment = std::function<std::optional<std::string>(const std::string &name)>;

/// The environment of this process.
Environment processEnvironment();

/// Whether the text can name a variable: letters, digits and underscores, not beginning with a digit.
bool isVariableName(std::string_view text);

/// Replaces `${NAME}` by the variable's value and `$$` by `$`; a `$` before anything else stays. A missing variable or a
/// broken reference becomes a problem at `place` and leaves the text as it is.
std::string expandVariables(const std::string &text, const Environment &environment, Place place, ProblemList &problems);

} // namespace tocsin
