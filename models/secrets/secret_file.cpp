// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/secrets/secret_file.h"

#include "models/secrets/secret_command.h"
#include "models/secrets/secret_phrases.h"
#include "models/secrets/secret_text.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tocsin {

namespace {

Result<Secret> readAll(int descriptor, const std::string &path)
{
    using namespace secret_phrases;
    std::string text(longestSecret + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t count = ::read(descriptor, text.data() + size, text.size() - size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return secretFailure(kNoFile, {path, std::strerror(errno)});
        if (count == 0)
            break;
        size += static_cast<std::size_t>(count);
    }
    if (size > longestSecret)
        return secretFailure(kTooLong, {path});
    text.resize(size);
    return secretFromText(std::move(text), path);
}

} // namespace

SecretFile readSecretFile(const std::string &path)
{
    using namespace secret_phrases;
    // Without O_NONBLOCK a named pipe would hold us until somebody writes.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return {secretFailure(kNoFile, {path, std::strerror(errno)}), {}};
    struct stat status {
    };
    SecretFile file{secretFailure(kNotPlainFile, {path}), {}};
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        file.secret = readAll(descriptor, path);
        if (status.st_mode & (S_IRGRP | S_IROTH))
            file.remark = Reason(kOpenFile, {path});
    }
    ::close(descriptor);
    return file;
}

} // namespace tocsin
