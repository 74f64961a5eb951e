// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace tocsin {

/// What `speak` knows beside English, sorted.
QStringList knownLanguages();

/// Makes the program speak `language` ("de", "de_AT", "pseudo", ...); an empty one is the system's, and English stands where
/// there is no translation. Numbers and dates follow. Call once, after the application object was made. False, and nothing
/// happens, when it was asked for by name and is not known.
bool speak(const QString &language);

} // namespace tocsin
