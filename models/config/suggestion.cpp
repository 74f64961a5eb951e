// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/suggestion.h"

#include <algorithm>

namespace tocsin {

namespace {

// Nobody mistypes a word this long; it bounds the work for hostile input.
constexpr std::size_t kLongestWord = 64;

std::string normalised(std::string_view word)
{
    std::string text;
    for (const char c : word) {
        if (c != '-' && c != '_' && c != ' ')
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return text;
}

/// Damerau-Levenshtein distance in its restricted form (optimal string alignment).
std::size_t distance(const std::string &a, const std::string &b)
{
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> cells((a.size() + 1) * width);
    const auto cell = [&cells, width](std::size_t i, std::size_t j) -> std::size_t & { return cells[i * width + j]; };
    for (std::size_t i = 0; i <= a.size(); ++i)
        cell(i, 0) = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        cell(0, j) = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = cell(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
            cell(i, j) = std::min({replaced, cell(i - 1, j) + 1, cell(i, j - 1) + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cell(i, j) = std::min(cell(i, j), cell(i - 2, j - 2) + 1);
        }
    }
    return cell(a.size(), b.size());
}

} // namespace

std::string nearestWord(std::string_view word, const std::vector<std::string_view> &known)
{
    if (word.size() > kLongestWord)
        return {};
    const std::string wanted = normalised(word);
    std::string nearest;
    std::size_t best = wanted.size() / 3 + 1;
    for (const std::string_view candidate : known) {
        if (candidate.size() > kLongestWord)
            continue;
        const std::size_t steps = distance(wanted, normalised(candidate));
        if (steps < best || (steps == best && nearest.empty() && wanted.size() > 3)) {
            best = steps;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace tocsin
