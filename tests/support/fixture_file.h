// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace tocsin::test {

/// The bytes of a file in the test's own `data` folder (TOCSIN_TEST_DATA, which `tocsin_test` sets). Throws when it is not
/// there: a test without its input must not pass.
std::string readFile(const std::string &path);

#ifdef TOCSIN_TEST_DATA
inline std::string fixture(const std::string &name)
{
    return readFile(std::string(TOCSIN_TEST_DATA) + '/' + name);
}
#endif

} // namespace tocsin::test
