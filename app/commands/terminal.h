// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace tocsin {

/// Standard output and standard error, in UTF-8, flushed at once.
void print(const QString &text);
void complain(const QString &text);

/// Ends the running event loop, with status 0, at SIGINT or SIGTERM. Call once, after the application object was made.
void quitOnSignals();

} // namespace tocsin
