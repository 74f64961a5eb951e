// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tocsin {

/// Makes the program speak `language` ("de", "pseudo", ...); an empty one is the system's, and English stands where there
/// is no translation. Numbers and dates follow. Call once, after the application object was made.
void speak(const QString &language);

} // namespace tocsin
