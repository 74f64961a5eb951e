// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/config/yaml_tree.h"

namespace tocsin {

/// What no single section can know: names given twice, names that nothing bears, services that depend on themselves.
/// `root` is the document that `config` was read from: its lists have the same members in the same order.
void checkReferences(const YamlNode &root, const Config &config, ProblemList &problems);

} // namespace tocsin
