// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"

#include <filesystem>
#include <memory>
#include <string>

namespace tocsin {

/// The files of one journal on disk: who may write, what is set aside, what is read when nothing can be written. Store thread.
class JournalFolder
{
public:
    explicit JournalFolder(std::filesystem::path folder);
    ~JournalFolder();
    JournalFolder(const JournalFolder &) = delete;
    JournalFolder &operator=(const JournalFolder &) = delete;

    enum class Lock { Held, Foreign };

    /// Makes the folder (0700) and takes the lock of the one writer, without waiting. An error: the folder cannot be written.
    Result<Lock> takeLock();

    std::string databasePath() const;
    bool hasDatabase() const;
    bool hasLog() const; ///< something may stand in the WAL that is not in the database

    /// Makes the database and what lies beside it readable by their owner only.
    void restrictAccess() const;

    /// Renames the database and its WAL, and returns the new name of the database.
    Result<std::filesystem::path> setAside() const;

    /// Copies database and WAL into a private temporary folder, which lasts as long as this object.
    Result<std::string> privateCopy();

private:
    void releaseLock();

    std::filesystem::path m_folder;
    std::filesystem::path m_copy;
    int m_lock = -1;
};

} // namespace tocsin
