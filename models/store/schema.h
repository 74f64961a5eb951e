// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/sqlite.h"

namespace tocsin {

/// The format that this program reads and writes; specified in README.md.
inline constexpr std::int64_t journalFormat = 1;

/// What a file that is there turned out to be.
enum class FileVerdict {
    Empty,   ///< nothing in it yet
    Ours,    ///< a journal of a format that we know
    Newer,   ///< a journal of a later format
    Foreign, ///< somebody else's database
};

/// Looks at the file's marks only. An error of SQLite says that it cannot be read at all.
Result<FileVerdict> judgeFile(Database &database);

/// Makes the tables of an empty file, in one transaction.
Result<void> createSchema(Database &database);

/// SQLite's quick check: an error that names what it found first, when it found something.
Result<void> checkIntegrity(Database &database);

} // namespace tocsin
