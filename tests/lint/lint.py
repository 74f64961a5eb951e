#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tocsin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the tree to its own rules: who may include and link whom (the table in models/README.md), sizes, forbidden calls.

    lint.py [ROOT]

Prints one line for each breach, `file:line: what is wrong`, and ends with status 1 when there is one.
"""

import os
import re
import sys

import source_text

SOURCE_FOLDERS = ("app", "models", "tests", "widgets")
SPDX = ("SPDX-FileCopyrightText:", "SPDX-License-Identifier: GPL-3.0-or-later")

MAX_LINES = {".cpp": 500, ".h": 250}
P90_LINES = 300
MAX_FUNCTION_LINES = 60
MAX_CONSTRUCTOR_LINES = 40
MAX_UNITS_PER_FOLDER = 25  # a header and its source are one unit

# Libraries that only one folder may know.
LIBRARY_OWNERS = (
    (re.compile(r"yaml-cpp/"), "models/config"),
    (re.compile(r"sqlite3\.h|QSql|QtSql/"), "models/store"),
    (re.compile(r"curl/"), "models/transport"),
    (re.compile(r"QHttpServer|QtHttpServer/"), "models/drills"),
    (re.compile(r"qt6keychain/"), "models/secrets"),
)
# What a program without a window cannot have.
GUI_HEADER = re.compile(
    r"Qt(Gui|Widgets|Charts)/|Q(Gui)?Application$|Q(Widget|Icon|Color|Painter|Pixmap|Image|Font|Brush|Pen|Palette|Action|Style)$")

# (pattern, what is wrong, path prefixes where it holds, path prefixes where it does not)
# A thread of its own may run a loop: it is not nested in anything.
OWN_LOOPS = ("models/drills/simulated_shop.cpp", "models/secrets/keyring.cpp")
FORBIDDEN = (
    (re.compile(r"\bQEventLoop\b|\bprocessEvents\s*\("), "no nested event loop",
     ("app", "models", "widgets"), OWN_LOOPS),
    (re.compile(r"(\.|->|::)exec\s*\(\s*\)"), "no nested event loop: show() and signals",
     ("models", "widgets"), OWN_LOOPS),
    # QDBusConnection knows nothing but strings.
    (re.compile(r"\b(SIGNAL|SLOT)\s*\("), "connect to functions, not to strings", SOURCE_FOLDERS,
     ("app/pictures/desktop_theme.cpp",)),
    (re.compile(r"\binvokeMethod\s*\([^,()]+,\s*\""), "invoke functions, not strings", SOURCE_FOLDERS, ()),
    (re.compile(r"\bwaitFor[A-Z]\w*\s*\(|\bthis_thread::sleep|\bQThread::\w*sleep"), "the UI never waits", ("app", "widgets"), ()),
    (re.compile(r"(?<![\w:])tr\s*\(|\bQCoreApplication::translate\s*\("), "words stand in widgets/ and in models/items",
     ("models",), ("models/items/",)),
)
LEFT_OVER = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")


class Lint:
    def __init__(self, root):
        self.root = root
        self.breaches = []

    def breach(self, path, line, what):
        self.breaches.append(f"{path}:{line}: {what}" if line else f"{path}: {what}")

    def read(self, path):
        with open(os.path.join(self.root, path), encoding="utf-8") as file:
            return file.read()

    def files(self):
        for top in SOURCE_FOLDERS:
            for folder, folders, names in os.walk(os.path.join(self.root, top)):
                folders[:] = [name for name in folders if name not in ("data", "corpus", "__pycache__")]
                for name in sorted(names):
                    yield os.path.relpath(os.path.join(folder, name), self.root)

    def include_table(self):
        """The rows of the table in models/README.md: folder -> the folders that it may include."""
        table = {}
        for row in re.findall(r"^\|(.*)\|$", self.read("models/README.md"), re.M):
            cells = [cell.strip() for cell in row.split("|")]
            if len(cells) >= 3 and re.fullmatch(r"(models|widgets)/\w+|app", cells[0]):
                table[cells[0]] = set(cells[1].split())
        return table

    def run(self):
        table = self.include_table()
        if not table:
            self.breach("models/README.md", 0, "the table of who may include whom is missing")
        for folder, allowed in table.items():
            for name in sorted(allowed - set(table)):
                self.breach("models/README.md", 0, f"the row of {folder} names {name}, which has no row")
        paths = list(self.files())
        sources = [path for path in paths if path.endswith((".cpp", ".h"))]
        for path in sources:
            self.check_source(path, table)
        for path in paths:
            if path.endswith((".cpp", ".h", ".py", ".sh", "CMakeLists.txt")):
                self.check_spdx(path)
        self.check_links(paths, table)
        self.check_sizes_together(sources)
        return self.breaches

    def check_spdx(self, path):
        lines = self.read(path).splitlines()
        if lines and lines[0].startswith("#!"):
            lines = lines[1:]
        if len(lines) < 2 or any(mark not in line for mark, line in zip(SPDX, lines)):
            self.breach(path, 1, "the first two lines must be the SPDX lines")

    def check_source(self, path, table):
        text = self.read(path)
        lines = text.count("\n")
        limit = MAX_LINES[os.path.splitext(path)[1]]
        if lines > limit:
            self.breach(path, 0, f"{lines} lines, at most {limit}")
        if path.endswith(".h") and "#pragma once" not in text:
            self.breach(path, 0, "a header begins with #pragma once")
        self.check_includes(path, text, table)
        code = source_text.without_comments(text, keep_strings=True)
        for number, line in enumerate(code.splitlines(), 1):
            for pattern, what, places, exceptions in FORBIDDEN:
                if path.startswith(tuple(place + "/" for place in places)) and not path.startswith(exceptions or ("\0",)) \
                        and pattern.search(line):
                    self.breach(path, number, what)
        for number, line in enumerate(text.splitlines(), 1):
            if LEFT_OVER.search(line):
                self.breach(path, number, "nothing is left to do in committed code: do it, or open an issue")
        for function in source_text.functions(text):
            limit = MAX_CONSTRUCTOR_LINES if function.is_constructor else MAX_FUNCTION_LINES
            if function.lines > limit and not function.name.endswith("_data"):
                self.breach(path, function.first_line, f"{function.name}: {function.lines} lines, at most {limit}")

    def check_includes(self, path, text, table):
        own = row_of(path, table)
        for number, line in enumerate(text.splitlines(), 1):
            found = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if not found:
                continue
            quote, name = found.groups()
            if quote == '"' and not name.endswith(".moc"):
                self.check_own_include(path, number, name, own, table)
            if path.startswith("tests/"):
                continue
            for library, owner in LIBRARY_OWNERS:
                if library.match(name) and own != owner:
                    self.breach(path, number, f"only {owner} may include <{name}>")
            if path.startswith("models/") and GUI_HEADER.match(name):
                self.breach(path, number, f"models/ is built without a window: no <{name}>")

    def check_own_include(self, path, number, name, own, table):
        if not name.startswith(tuple(folder + "/" for folder in SOURCE_FOLDERS)):
            self.breach(path, number, f'"{name}" must be written from the root of the repository')
            return
        if path.startswith("tests/"):
            return
        target = row_of(name, table)
        if name.startswith("tests/"):
            self.breach(path, number, "nothing includes tests")
        elif own is None or target is None:
            self.breach(path, number, f"{path if own is None else name} is in no row of the table in models/README.md")
        elif target != own and target not in table[own]:
            self.breach(path, number, f"{own} may not include {target}")

    def check_links(self, paths, table):
        """The LINK of each tocsin_library names only targets of folders that its folder may include."""
        calls = {}
        for path in paths:
            if os.path.basename(path) == "CMakeLists.txt" and not path.startswith("tests/"):
                text = re.sub(r"#.*", "", self.read(path))
                for name, rest in re.findall(r"tocsin_library\(\s*(\w+)([^)]*)\)", text):
                    calls["tocsin_" + name] = (path, rest.partition("LINK")[2].split())
        for name, (path, links) in calls.items():
            own = row_of(path, table)
            for link in links:
                target = row_of(calls[link][0], table) if link in calls else None
                if own and target and target != own and target not in table[own]:
                    self.breach(path, 0, f"{name} may not link {link}: {own} may not include {target}")

    def check_sizes_together(self, sources):
        sizes = sorted(self.read(path).count("\n") for path in sources if path.endswith(".cpp"))
        if sizes and sizes[int(len(sizes) * 0.9)] > P90_LINES:
            self.breach(".", 0, f"one .cpp in ten has more than {P90_LINES} lines")
        units = {}
        for path in sources:
            units.setdefault(os.path.dirname(path), set()).add(os.path.splitext(os.path.basename(path))[0])
        for folder, names in units.items():
            if len(names) > MAX_UNITS_PER_FOLDER:
                self.breach(folder, 0, f"{len(names)} files, at most {MAX_UNITS_PER_FOLDER}; a header and its source count once")


def row_of(path, table):
    """The row that a file belongs to: its folder, or the nearest folder above that has one."""
    folder = os.path.dirname(path)
    while folder and folder not in table:
        folder = os.path.dirname(folder)
    return folder or None


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..", "..")
    breaches = Lint(os.path.abspath(root)).run()
    for line in breaches:
        print(line)
    print(f"{len(breaches)} breaches" if breaches else "The tree keeps its rules")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
