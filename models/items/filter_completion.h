// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QString>
#include <QStringList>

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tocsin {

/// What may stand at the cursor of a filter line: `candidates` replace the characters from `begin` to `end`.
struct FilterCompletion {
    int begin = 0;
    int end = 0;
    QStringList candidates; ///< sorted, at most 200
};

/// The names and values that the alerts of now offer to a filter line, read once per change of the board and in slices, so
/// that no key waits for 20,000 alerts. Until a reading is finished the one before answers. UI thread; owned by the bar.
class FilterVocabulary
{
public:
    /// So many alerts take some 3 ms.
    static constexpr std::size_t slice = 1'000;

    /// Begins to read this board; a reading that was not finished is forgotten.
    void begin(const Board &board);
    /// Reads at most `most` alerts more; true when nothing is left.
    bool advance(std::size_t most = slice);

    FilterCompletion complete(const QString &line, int cursor) const;

private:
    using Values = std::unordered_set<std::string>;
    using Vocabulary = std::unordered_map<std::string, Values>;

    void read(const Alert &alert);
    QStringList names(const QString &typed) const;
    QStringList values(const std::string &name, const QString &typed) const;

    std::vector<AlertPtr> m_unread;
    Vocabulary m_next;
    Vocabulary m_known; ///< by name
};

} // namespace tocsin
