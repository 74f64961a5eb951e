// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>

#include <sqlite3.h>

namespace tocsin {

/// While it lives, SQLite's default way to files goes through it, and each write to a file can be made to fail as on a full
/// disk. Files that are open already follow as well. One at a time, one thread.
class FullDisk
{
public:
    FullDisk();
    ~FullDisk();
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

    void fill() { s_isFull = true; }
    /// As fill, but writes fail as those to a mapped file do: an I/O error, and the cause only in the system's words.
    void fillMapped() { s_isFull = s_isMapped = true; }
    void free() { s_isFull = s_isMapped = false; }
    /// How often the disk was waited for since it was made.
    int syncs() const { return s_syncs; }

private:
    static int open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags);
    static int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset);

    static int sync(sqlite3_file *file, int flags);

    static inline std::atomic<bool> s_isFull = false;
    static inline std::atomic<bool> s_isMapped = false;
    static inline std::atomic<int> s_syncs = 0;
    static inline sqlite3_vfs *s_real = nullptr;
    sqlite3_vfs m_vfs{};
};

} // namespace tocsin
