// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_files.h"

#include <algorithm>
#include <system_error>

#include <sys/stat.h>

namespace tocsin {

namespace {

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;

bool isPlainName(std::string_view name)
{
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos
        && name.find('\0') == std::string_view::npos;
}

} // namespace

std::optional<std::filesystem::path> defaultConfigPath(const Environment &environment, std::string_view profile)
{
    // A relative XDG_CONFIG_HOME is to be ignored. Source: XDG Base Directory Specification.
    std::filesystem::path base = environment("XDG_CONFIG_HOME").value_or(std::string());
    if (!base.is_absolute()) {
        const std::filesystem::path home = environment("HOME").value_or(std::string());
        if (!home.is_absolute())
            return std::nullopt;
        base = home / ".config";
    }
    if (profile.empty())
        return base / "tocsin";
    if (!isPlainName(profile))
        return std::nullopt;
    return base / ("tocsin-" + std::string(profile));
}

std::vector<std::filesystem::path> configFiles(const std::filesystem::path &fileOrFolder)
{
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(fileOrFolder, error);
    if (!std::filesystem::is_directory(status))
        return std::filesystem::exists(status) ? std::vector{fileOrFolder} : std::vector<std::filesystem::path>();
    std::vector<std::filesystem::path> files;
    for (auto it = std::filesystem::directory_iterator(fileOrFolder, error);
         !error && it != std::filesystem::directory_iterator(); it.increment(error)) {
        const std::filesystem::path path = it->path();
        const bool isYaml = path.extension() == ".yaml" || path.extension() == ".yml";
        std::error_code ignored;
        if (isYaml && path.filename().string().front() != '.' && std::filesystem::is_regular_file(path, ignored))
            files.push_back(path);
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<FileFingerprint> fingerprints(const std::filesystem::path &fileOrFolder)
{
    std::vector<FileFingerprint> found;
    for (const std::filesystem::path &path : configFiles(fileOrFolder)) {
        FileFingerprint fingerprint{path, 0, 0, 0};
        struct stat status {
        };
        if (::stat(path.c_str(), &status) == 0) {
            fingerprint.modifiedNs = status.st_mtim.tv_sec * kNanosecondsPerSecond + status.st_mtim.tv_nsec;
            fingerprint.size = static_cast<std::uint64_t>(status.st_size);
            fingerprint.inode = status.st_ino;
        }
        found.push_back(std::move(fingerprint));
    }
    return found;
}

} // namespace tocsin
