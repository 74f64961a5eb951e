// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"

namespace tocsin {

/// Asks one address over HTTP and judges the answer by conditions, or by what a health answer says of itself.
CheckKind httpCheckKind();

} // namespace tocsin
