#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tocsin authors
# SPDX-License-Identifier: GPL-3.0-or-later

# All that is found without running anything: the tree's own rules, shellcheck, clang-format, clang-tidy, clazy.
#
#   static_analysis.sh [--all]     see analyse.py

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

build=build/lint
failed=0
say() { printf '\n== %s\n' "$*"; }

mapfile -t sources < <(git ls-files -- {app,models,widgets,tests}'/*.cpp' {app,models,widgets,tests}'/*.h')
mapfile -t scripts < <(git ls-files -- '*.sh' dev .ci/run)

say "The tree's own rules"
python3 -B tests/lint/lint.py || failed=1
python3 -B tests/lint/test_lint.py || failed=1

say "shellcheck"
shellcheck "${scripts[@]}" || failed=1

say "clang-format, ${#sources[@]} files"
clang-format --dry-run -Werror "${sources[@]}" || failed=1

say "clang-tidy and clazy"
mkdir -p "$build"
# What moc and lrelease make is included by our sources; it needs nothing that is compiled.
cmake -G Ninja -S . -B "$build" -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=Debug -DCMAKE_AUTOGEN_ORIGIN_DEPENDS=OFF \
    >"$build/log" || { cat "$build/log"; exit 1; }
mapfile -t made < <(ninja -C "$build" -t targets all | sed -n 's/^\([^ /]*_autogen\|tocsin_qm\): phony$/\1/p')
ninja -C "$build" "${made[@]}" >"$build/log" || { cat "$build/log"; exit 1; }
python3 -B tests/lint/analyse.py "$build" "$@" || failed=1

[ "$failed" -eq 0 ] && say "Nothing found"
exit "$failed"
