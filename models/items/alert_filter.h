// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/matcher.h"

#include <QString>

#include <string>
#include <vector>

namespace tocsin {

/// Where a filter line could not be read: `position` counts the characters of the line.
struct FilterError {
    int position = 0;
    QString detail;
};

/// What the filter line says: label matchers and free words, all of which must hold. Besides the labels of an alert a
/// matcher may name `state`, `severity`, `source`, `service`, `name` and `acked`; when an alert has a label of that name
/// too, either may match. A free word is looked for everywhere, without regard to case. An immutable value; any thread.
class AlertFilter
{
public:
    AlertFilter() = default; ///< lets every alert through

    static tl::expected<AlertFilter, FilterError> parse(const QString &line);

    bool isEmpty() const { return m_matchers.empty() && m_words.empty(); }
    bool matches(const Alert &alert) const;

private:
    Matchers m_matchers;
    std::vector<std::string> m_words; ///< case-folded
};

/// The values under which a matcher finds an alert by this name, own words (`state`, `acked`, ...) included.
std::vector<std::string> filterValues(const Alert &alert, const std::string &name);
/// The names that are no labels of an alert and may still be matched.
const std::vector<std::string> &filterNames();

} // namespace tocsin
