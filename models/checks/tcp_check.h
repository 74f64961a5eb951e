// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"

namespace tocsin {

/// Whether somebody accepts connections at an address. Proves that and no more.
CheckKind tcpCheckKind();

} // namespace tocsin
