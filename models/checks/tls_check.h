// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"

namespace tocsin {

/// Whether a server shows a certificate that is trusted, belongs to its name and does not end soon. What the server says
/// after the handshake does not matter.
CheckKind tlsCheckKind();

} // namespace tocsin
