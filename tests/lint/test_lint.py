#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tocsin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""That the lint catches what it is there for, in a tiny tree that is made for each case."""

import os
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import lint  # noqa: E402

HEAD = "// SPDX-FileCopyrightText: 2026 The Tocsin authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n\n"
TABLE = """
| folder | may include | its one responsibility |
|---|---|---|
| models/domain | | words |
| models/config | models/domain | YAML |
| widgets/wall | models/domain | the wall |
| app | models/domain models/config widgets/wall | start and stop |
"""


class LintTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.write("models/README.md", TABLE)
        self.write("models/domain/alert.h", HEAD + "#pragma once\n")

    def write(self, path, text):
        full = os.path.join(self.folder.name, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)

    def breaches(self, path=None, text=""):
        if path:
            self.write(path, text)
        return lint.Lint(self.folder.name).run()

    def assert_breach(self, expected, path, text):
        self.assertEqual(self.breaches(path, HEAD + text), [expected])

    def test_a_good_tree_passes(self):
        text = '#include "models/domain/alert.h"\n\n#include <yaml-cpp/yaml.h>\n\nvoid read()\n{\n}\n'
        self.assertEqual(self.breaches("models/config/reader.cpp", HEAD + text), [])

    def test_an_include_upwards(self):
        self.assert_breach("models/domain/a.cpp:4: models/domain may not include models/config", "models/domain/a.cpp",
                           '#include "models/config/config.h"\n')

    def test_an_include_upwards_from_a_subfolder(self):
        self.assert_breach("models/config/deep/a.cpp:4: models/config may not include widgets/wall", "models/config/deep/a.cpp",
                           '#include "widgets/wall/wall.h"\n')

    def test_an_include_of_tests(self):
        self.assert_breach("app/a.cpp:4: nothing includes tests", "app/a.cpp", '#include "tests/support/clock.h"\n')

    def test_an_include_that_is_not_from_the_root(self):
        self.assert_breach('models/domain/a.cpp:4: "alert.h" must be written from the root of the repository',
                           "models/domain/a.cpp", '#include "alert.h"\n')

    def test_a_library_of_another_folder(self):
        self.assert_breach("models/domain/a.cpp:4: only models/config may include <yaml-cpp/yaml.h>", "models/domain/a.cpp",
                           "#include <yaml-cpp/yaml.h>\n")

    def test_a_window_below_the_windows(self):
        self.assert_breach("models/domain/a.cpp:4: models/ is built without a window: no <QColor>", "models/domain/a.cpp",
                           "#include <QColor>\n")

    def test_a_link_upwards(self):
        spdx = HEAD.replace("//", "#")
        self.write("models/config/CMakeLists.txt", spdx + "tocsin_library(config SOURCES a.cpp LINK tocsin_domain)\n")
        found = self.breaches("models/domain/CMakeLists.txt", spdx + "tocsin_library(domain SOURCES a.cpp LINK tocsin_config)\n")
        self.assertEqual(found, ["models/domain/CMakeLists.txt: tocsin_domain may not link tocsin_config: "
                                 "models/domain may not include models/config"])

    def test_missing_licence(self):
        self.assertEqual(self.breaches("app/a.cpp", "int a;\n"), ["app/a.cpp:1: the first two lines must be the SPDX lines"])

    def test_a_long_file(self):
        self.assertIn("app/a.h: 264 lines, at most 250", self.breaches("app/a.h", HEAD + "#pragma once\n" + "int a;\n" * 260))

    def test_a_long_function(self):
        body = "void f()\n{\n" + "    g();\n" * 59 + "}\n"
        self.assert_breach("app/a.cpp:5: f: 61 lines, at most 60", "app/a.cpp", body)

    def test_a_long_constructor(self):
        body = "A::A(int a)\n    : m_a(a)\n{\n" + "    if (g()) {\n    }\n" * 20 + "}\n"
        self.assert_breach("app/a.cpp:6: A::A: 42 lines, at most 40", "app/a.cpp", body)

    def test_braces_in_strings_and_comments_do_not_count(self):
        body = 'void f()\n{\n    g("{", \'{\', R"({{)"); // {\n}\n' + "void h()\n{\n" + "    g();\n" * 50 + "}\n"
        self.assertEqual(self.breaches("app/a.cpp", HEAD + body), [])

    def test_a_long_class_is_no_long_function(self):
        body = "class A : public B<int>\n{\n" + "    int a() const { return 1; }\n" * 70 + "};\n"
        self.assertEqual(self.breaches("app/a.cpp", HEAD + body), [])

    def test_forbidden_calls(self):
        for line, what in (("QEventLoop loop;", "no nested event loop"),
                           ("dialog.exec();", "no nested event loop: show() and signals"),
                           ("connect(a, SIGNAL(b()), c, d);", "connect to functions, not to strings"),
                           ('QMetaObject::invokeMethod(a, "b");', "invoke functions, not strings"),
                           ("process.waitForFinished();", "the UI never waits")):
            with self.subTest(line):
                self.assert_breach(f"widgets/wall/a.cpp:4: {what}", "widgets/wall/a.cpp", line + "\n")

    def test_words_below_the_windows(self):
        self.assert_breach("models/domain/a.cpp:4: words stand in widgets/ and in models/items", "models/domain/a.cpp",
                           'auto a = tr("Down");\n')

    def test_a_left_over(self):
        self.assert_breach("app/a.cpp:4: nothing is left to do in committed code: do it, or open an issue", "app/a.cpp",
                           "// TO" "DO: later\n")

    def test_a_full_folder(self):
        for i in range(26):
            self.write(f"widgets/wall/a{i}.cpp", HEAD)
            self.write(f"widgets/wall/a{i}.h", HEAD + "#pragma once\n")
        self.assertEqual(self.breaches(), ["widgets/wall: 26 files, at most 25; a header and its source count once"])

    def test_a_missing_table(self):
        self.assertEqual(self.breaches("models/README.md", "# models\n"),
                         ["models/README.md: the table of who may include whom is missing"])


if __name__ == "__main__":
    unittest.main()
