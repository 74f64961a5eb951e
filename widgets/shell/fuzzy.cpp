// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/fuzzy.h"

#include <algorithm>
#include <vector>

namespace tocsin {

namespace {

constexpr int kImpossible = -1'000'000;
constexpr int kAtWordStart = 8;
constexpr int kInARow = 6;
constexpr int kAnywhere = 1;

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

} // namespace

std::optional<int> fuzzyScore(const QString &typed, const QString &text)
{
    const QString wanted = typed.toCaseFolded().remove(QLatin1Char(' '));
    const QString folded = text.toCaseFolded();
    if (wanted.isEmpty())
        return 0;
    // best[i]: the best score with the letter typed last standing at i; the texts are short, so every placing is tried.
    std::vector<int> best(static_cast<std::size_t>(folded.size()), kImpossible);
    for (qsizetype letter = 0; letter < wanted.size(); ++letter) {
        std::vector<int> next(best.size(), kImpossible);
        int bestBefore = letter == 0 ? 0 : kImpossible;
        for (qsizetype i = 0; i < folded.size(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (folded[i] == wanted[letter]) {
                const int here = startsWord(folded, i) ? kAtWordStart : kAnywhere;
                const int inARow = i > 0 && letter > 0 ? best[at - 1] + kInARow : kImpossible;
                next[at] = std::max(bestBefore + here, inARow + kAnywhere);
            }
            if (letter > 0)
                bestBefore = std::max(bestBefore, best[at]);
        }
        best = std::move(next);
    }
    const int score = *std::max_element(best.begin(), best.end());
    return score > 0 ? std::optional(score * 100 - static_cast<int>(text.size())) : std::nullopt;
}

} // namespace tocsin
