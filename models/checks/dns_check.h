// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"

namespace tocsin {

/// Whether a name server knows a name, and says of it what it should.
CheckKind dnsCheckKind();

} // namespace tocsin
