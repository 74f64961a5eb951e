// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/store/full_disk.h"

#include <cerrno>
#include <map>

namespace tocsin {

namespace {

using Table = const sqlite3_io_methods *;

/// Our table for each kind of file, by SQLite's own.
std::map<Table, sqlite3_io_methods> &failingMethods()
{
    static std::map<Table, sqlite3_io_methods> all;
    return all;
}

/// And back.
std::map<Table, Table> &realMethods()
{
    static std::map<Table, Table> all;
    return all;
}

} // namespace

FullDisk::FullDisk()
{
    sqlite3_initialize();
    s_syncs = 0;
    s_real = sqlite3_vfs_find(nullptr);
    m_vfs = *s_real;
    m_vfs.zName = "full-disk";
    m_vfs.xOpen = &FullDisk::open;
    sqlite3_vfs_register(&m_vfs, 1);
}

FullDisk::~FullDisk()
{
    free();
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(s_real, 1);
}

int FullDisk::open(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    const int code = s_real->xOpen(s_real, name, file, flags, outFlags);
    if (code != SQLITE_OK || !file->pMethods)
        return code;
    // The real file with one function exchanged; it needs no room of its own.
    sqlite3_io_methods &failing = failingMethods()[file->pMethods];
    failing = *file->pMethods;
    failing.xWrite = &FullDisk::write;
    failing.xSync = &FullDisk::sync;
    realMethods()[&failing] = file->pMethods;
    file->pMethods = &failing;
    return code;
}

int FullDisk::write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    if (!s_isFull)
        return realMethods()[file->pMethods]->xWrite(file, bytes, count, offset);
    errno = ENOSPC;
    return s_isMapped ? SQLITE_IOERR_WRITE : SQLITE_FULL;
}

int FullDisk::sync(sqlite3_file *file, int flags)
{
    ++s_syncs;
    return realMethods()[file->pMethods]->xSync(file, flags);
}

} // namespace tocsin
