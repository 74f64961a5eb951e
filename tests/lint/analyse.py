#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tocsin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy and clazy over the sources that changed since they last found nothing.

    analyse.py BUILD-FOLDER [--all]

BUILD-FOLDER has a compile_commands.json for clang. A file counts as unchanged while its text, the text of every header of
ours that it includes and .clang-tidy are as they were. Ends with status 1 when there is a finding.
"""

import concurrent.futures
import functools
import hashlib
import json
import os
import re
import subprocess
import sys

CLAZY_FOLDERS = ("app/", "widgets/", "models/items/")
CLAZY_CHECKS = "level0,level1,no-non-pod-global-static"
INCLUDE = re.compile(r'^\s*#\s*include\s*"((?:app|models|tests|widgets)/[^"]+)"', re.M)


@functools.lru_cache(maxsize=None)
def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def closure(path):
    """The file and every header of ours that it includes, directly or not."""
    found, open_paths = set(), [path]
    while open_paths:
        current = open_paths.pop()
        if current not in found and os.path.exists(current):
            found.add(current)
            open_paths += INCLUDE.findall(text_of(current))
    return sorted(found)


def stamp(tool, path):
    digest = hashlib.sha256((tool + text_of(".clang-tidy")).encode())
    for part in closure(path):
        digest.update(text_of(part).encode())
    return f"{tool}-{digest.hexdigest()[:32]}"


def tidy(build, path):
    done = subprocess.run(["clang-tidy", "--quiet", "-p", build, path], capture_output=True, text=True, check=False)
    return done.stdout.strip() or (done.stderr.strip() if done.returncode else "")


def clazy(build, path):
    command = ["clazy-standalone", "-p", build, "--checks=" + CLAZY_CHECKS, "--header-filter=/(app|widgets|models)/", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    return said.strip() if re.search(r"\[-Wclazy|error:", said) else ""


def main():
    build = sys.argv[1]
    clean = os.path.join(build, "clean")
    os.makedirs(clean, exist_ok=True)
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        files = {os.path.relpath(entry["file"]) for entry in json.load(file)}
    sources = sorted(path for path in files if path.startswith(("app/", "models/", "tests/", "widgets/")))
    jobs = [(tidy, path) for path in sources] + [(clazy, path) for path in sources if path.startswith(CLAZY_FOLDERS)]
    open_jobs = [(tool, path) for tool, path in jobs
                 if "--all" in sys.argv or not os.path.exists(os.path.join(clean, stamp(tool.__name__, path)))]
    print(f"{len(open_jobs)} of {len(jobs)} looks are due", flush=True)

    def look(job):
        tool, path = job
        finding = tool(build, path)
        if not finding:
            with open(os.path.join(clean, stamp(tool.__name__, path)), "w", encoding="utf-8"):
                pass
        return finding

    findings = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (tool, path), finding in zip(open_jobs, pool.map(look, open_jobs)):
            if finding:
                findings += 1
                print(f"-- {tool.__name__}: {path}\n{finding}", flush=True)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
