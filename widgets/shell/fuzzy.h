// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace tocsin {

/// How well `typed` fits `text`: its letters must occur in order, without regard to case. Higher is better; letters at the
/// beginning of words and in a row count most. Nothing when it does not fit. Pure.
std::optional<int> fuzzyScore(const QString &typed, const QString &text);

} // namespace tocsin
