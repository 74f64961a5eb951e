// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_loader.h"

#include "tests/unit/config/test_vocabulary.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Whatever the text is: no crash, a Config exactly when there is no error, and every problem says something.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const tocsin::Vocabulary words = tocsin::test::vocabulary();
    static const tocsin::Environment environment = tocsin::test::environmentOf({{"HOST", "shop.example.net"}, {"A", "$${A}"}});
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const tocsin::LoadedConfig loaded = tocsin::parseConfig(text, "/etc/shop.yaml", words, environment);
    bool hasError = false;
    for (const tocsin::ConfigProblem &problem : loaded.problems) {
        hasError = hasError || problem.isError;
        if (problem.message.empty() || problem.position.file.empty())
            std::abort();
    }
    if (hasError == loaded.config.has_value())
        std::abort();
    return 0;
}
