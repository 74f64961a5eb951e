// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"

#include <string>
#include <vector>

namespace tocsin {

/// The events of a damaged file that can still be read: from the front up to the first damage, then from the back down to
/// the last. In the order of writing. Store thread.
std::vector<Event> salvageEvents(const std::string &databasePath);

} // namespace tocsin
