# SPDX-FileCopyrightText: 2026 The Tocsin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Just enough understanding of C++ for the lint: comments, strings, and where functions begin and end."""

import re
from collections import namedtuple

Function = namedtuple("Function", "name first_line lines is_constructor")

_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^\s()\\]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.S)
_CONTROL = re.compile(r"^\s*(if|for|while|switch|catch|do|else|try|return)\b")
_TYPE = re.compile(r"^\s*(template\s*<.*>\s*)?(typedef\s+)?(class|struct|union|enum)\b[^()]*$", re.S)
_NAMESPACE = re.compile(r"\b(namespace\b[\w:\s]*|extern\s*\"?\w*\"?\s*)$")
_NAME = re.compile(r"([~\w][\w:~<>]*)\s*\(")


def without_comments(text, keep_strings=False):
    """The text with comments (and strings) blanked out, each line where it was."""
    def blank(match):
        token = match.group(0)
        if keep_strings and not token.startswith(("//", "/*")):
            return token
        return re.sub(r"[^\n]", " ", token)
    return _TOKEN.sub(blank, text)


def _without_preprocessor(code):
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda match: re.sub(r"[^\n]", " ", match.group(0)), code, flags=re.M)


def functions(text):
    """The functions of a file that are not inside of other functions, with the length of their bodies in lines."""
    code = _without_preprocessor(without_comments(text))
    found = []
    stack = []  # one entry for each open brace: its kind, and what a function needs
    header_start = 0
    line = 1
    for index, char in enumerate(code):
        if char == "\n":
            line += 1
        elif char == "{":
            header = code[header_start:index]
            inside = any(kind == "function" for kind, *_ in stack)
            stack.append(_opened(header, inside, line))
            header_start = index + 1
        elif char == "}":
            if stack:
                kind, name, first_line = stack.pop()
                if kind == "function":
                    found.append(Function(name, first_line, line - first_line + 1, _is_constructor(name)))
            header_start = index + 1
        elif char == ";" and not any(kind == "function" for kind, *_ in stack):
            header_start = index + 1
    return found


def _opened(header, is_inside_function, line):
    if is_inside_function:
        return ("block", "", line)
    if _NAMESPACE.search(header) or _TYPE.match(header):
        return ("scope", "", line)
    if ")" in header and not _CONTROL.match(header):
        name = _NAME.search(header)
        return ("function", name.group(1) if name else "?", line)
    return ("block", "", line)


def _is_constructor(name):
    parts = name.split("::")
    return len(parts) >= 2 and parts[-1] == parts[-2]
