// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/secret.h"

#include <string>
#include <vector>

namespace tocsin {

/// What stands in the place of a secret.
inline constexpr const char *redactedMark = "[secret]";

/// Replaces the values of secrets in a text: for logs, reports and whatever else leaves the program, also as they look in an
/// address, in JSON and in the header of RFC 7617, and where the text was cut within one. Values shorter than four bytes are
/// left alone, they would blank out any text. An immutable value; any thread.
class Redactor
{
public:
    explicit Redactor(const std::vector<Secret> &secrets = {});

    std::string redacted(std::string text) const;
    bool isEmpty() const { return m_forms.empty(); }

private:
    std::vector<std::string> m_forms; ///< the longest first, so that no rest of a longer one remains
};

} // namespace tocsin
