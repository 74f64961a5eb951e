// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/label_fingerprint.h"

#include <cstdint>
#include <string_view>

namespace tocsin {

namespace {

constexpr std::uint64_t kOffset = 14'695'981'039'346'656'037u;
constexpr std::uint64_t kPrime = 1'099'511'628'211u;

std::uint64_t mixed(std::uint64_t hash, std::string_view text)
{
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    return (hash ^ 255u) * kPrime;
}

} // namespace

std::string labelFingerprint(const Labels &labels)
{
    std::uint64_t hash = kOffset;
    for (const auto &[name, value] : labels)
        hash = mixed(mixed(hash, name), value);
    std::string text(16, '0');
    for (std::size_t i = text.size(); i-- > 0; hash >>= 4)
        text[i] = "0123456789abcdef"[hash & 15];
    return text;
}

} // namespace tocsin
