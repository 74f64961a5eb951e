// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace tocsin::test {

TemporaryFolder::TemporaryFolder()
    : m_path((std::filesystem::temp_directory_path() / "tocsin-test-XXXXXX").string())
{
    if (mkdtemp(m_path.data()) == nullptr)
        throw std::runtime_error("cannot make a temporary folder");
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string TemporaryFolder::write(const std::string &name, const std::string &bytes) const
{
    std::string path = m_path + '/' + name;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << bytes;
    file.close();
    if (!file)
        throw std::runtime_error("cannot write " + path);
    return path;
}

std::string TemporaryFolder::makeFolder(const std::string &name) const
{
    std::string path = m_path + '/' + name;
    std::filesystem::create_directories(path);
    return path;
}

} // namespace tocsin::test
