// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"

namespace tocsin {

/// All kinds of checks and sources that this program has, as the configuration names them: from the registries.
Vocabulary vocabulary();

} // namespace tocsin
