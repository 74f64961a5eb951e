// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QString>

namespace tocsin {

/// Whether a service is shown under what a person typed: each word must be part of its name, or of the name of its state.
/// Upper and lower case are the same; an empty text shows all.
bool matchesFilter(const ServiceStatus &service, const QString &typed);

} // namespace tocsin
