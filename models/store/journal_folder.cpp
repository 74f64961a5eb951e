// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/journal_folder.h"

#include <QtGlobal>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tocsin {

namespace fs = std::filesystem;

namespace {

constexpr Phrase kFolderFull{"store.folder_full", QT_TRANSLATE_NOOP("Phrase", "The disk of %1 is full: nothing can be recorded")};
constexpr Phrase kFolderRefused{"store.folder_refused", QT_TRANSLATE_NOOP("Phrase", "The folder %1 cannot be written: %2")};

constexpr const char *kDatabase = "journal.db";
constexpr const char *kLock = "journal.lock";

Failure folderFailure(const fs::path &folder, const std::error_code &error)
{
    if (error == std::errc::no_space_on_device)
        return failure(ErrorKind::Storage, Reason(kFolderFull, {folder.string()}));
    return failure(ErrorKind::Storage, Reason(kFolderRefused, {folder.string(), error.message()}));
}

std::error_code lastSystemError()
{
    return std::error_code(errno, std::generic_category());
}

/// `20261121T043723Z`: sorts, and needs no escaping anywhere.
std::string stampOfNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &utc);
    return std::string(text.data(), length);
}

fs::path freeName(const fs::path &wanted)
{
    std::error_code ignored;
    fs::path name = wanted;
    for (int i = 2; fs::exists(fs::symlink_status(name, ignored)); ++i)
        name = wanted.string() + "-" + std::to_string(i);
    return name;
}

} // namespace

JournalFolder::JournalFolder(fs::path folder)
    : m_folder(std::move(folder))
{
}

JournalFolder::~JournalFolder()
{
    releaseLock();
    std::error_code ignored;
    if (!m_copy.empty())
        fs::remove_all(m_copy, ignored);
}

Result<JournalFolder::Lock> JournalFolder::takeLock()
{
    std::error_code error;
    if (!fs::is_directory(m_folder, error)) {
        fs::create_directories(m_folder, error);
        if (error)
            return folderFailure(m_folder, error);
    }
    // The journal holds names and what people said: nobody else's business. A folder of another owner is left as it is.
    fs::permissions(m_folder, fs::perms::owner_all, error);
    const int lock = ::open((m_folder / kLock).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0)
        return folderFailure(m_folder, lastSystemError());
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const std::error_code reason = lastSystemError();
        ::close(lock);
        if (reason == std::errc::operation_would_block)
            return Lock::Foreign;
        return folderFailure(m_folder, reason);
    }
    m_lock = lock;
    return Lock::Held;
}

void JournalFolder::releaseLock()
{
    if (m_lock >= 0)
        ::close(m_lock);
    m_lock = -1;
}

std::string JournalFolder::databasePath() const
{
    return (m_folder / kDatabase).string();
}

bool JournalFolder::hasDatabase() const
{
    std::error_code error;
    return fs::file_size(databasePath(), error) > 0 && !error;
}

bool JournalFolder::hasLog() const
{
    std::error_code error;
    return fs::file_size(databasePath() + "-wal", error) > 0 && !error;
}

void JournalFolder::restrictAccess() const
{
    std::error_code ignored;
    for (const char *ending : {"", "-wal", "-shm"})
        fs::permissions(databasePath() + ending, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

Result<fs::path> JournalFolder::setAside() const
{
    const fs::path name = freeName(databasePath() + ".damaged-" + stampOfNow());
    std::error_code error;
    fs::rename(databasePath(), name, error);
    if (error)
        return folderFailure(m_folder, error);
    std::error_code ignored;
    fs::rename(databasePath() + "-wal", name.string() + "-wal", ignored);
    fs::remove(databasePath() + "-shm", ignored);
    return name;
}

Result<std::string> JournalFolder::privateCopy()
{
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "tocsin-journal-XXXXXX").string();
    if (error || !::mkdtemp(pattern.data()))
        return folderFailure(pattern, error ? error : lastSystemError());
    m_copy = pattern;
    const fs::path copy = m_copy / kDatabase;
    fs::copy_file(databasePath(), copy, error);
    if (!error && hasLog())
        fs::copy_file(databasePath() + "-wal", copy.string() + "-wal", error);
    if (error)
        return folderFailure(m_copy, error);
    return copy.string();
}

} // namespace tocsin
