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
    void free() { s_isFull = false; }

private:
    static int open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags);
    static int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset);

    static inline std::atomic<bool> s_isFull = false;
    static inline sqlite3_vfs *s_real = nullptr;
    sqlite3_vfs m_vfs{};
};

} // namespace tocsin
