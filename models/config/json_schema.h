// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"

#include <string>

namespace tocsin {

/// The JSON Schema (draft 7, which editors' YAML plug-ins read) of a configuration, made from the same key tables as the
/// reader: it allows what the reader allows as far as a schema can say it. UTF-8, indented; always the same for the same
/// vocabulary.
std::string jsonSchema(const Vocabulary &vocabulary);

} // namespace tocsin
