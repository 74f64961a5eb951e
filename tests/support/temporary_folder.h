// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace tocsin::test {

/// A folder of its own that goes away with the object. Owner-only access.
class TemporaryFolder
{
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;
    ~TemporaryFolder();

    const std::string &path() const { return m_path; }
    /// Writes a file and returns its full path.
    std::string write(const std::string &name, const std::string &bytes) const;
    std::string makeFolder(const std::string &name) const;

private:
    std::string m_path;
};

} // namespace tocsin::test
