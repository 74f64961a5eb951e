// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/secrets/secret_phrases.h"

#include "models/domain/secret.h"

#include <string>
#include <utility>

namespace tocsin {

/// A secret as a file or a program gave it: without the one line end that editors and `echo` add. Empty ones are an Error
/// that names the place.
inline Result<Secret> secretFromText(std::string text, const std::string &place)
{
    if (!text.empty() && text.back() == '\n')
        text.pop_back();
    if (!text.empty() && text.back() == '\r')
        text.pop_back();
    if (text.empty())
        return secret_phrases::secretFailure(secret_phrases::kEmpty, {place});
    return Secret(std::move(text));
}

} // namespace tocsin
