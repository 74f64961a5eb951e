// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/secret.h"

#include <string>

namespace tocsin {

struct SecretFile {
    Result<Secret> secret;
    Reason remark; ///< others may read the file; or empty
};

/// Reads a secret from a plain file, without its last line end. Blocks on the disk.
SecretFile readSecretFile(const std::string &path);

} // namespace tocsin
