#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tocsin authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Proves `./dev run` and `./dev test` on a machine that has nothing but git: an empty Debian 12 made by mmdebstrap from this
# machine's own apt sources, a clone of what is committed here, and both commands in either order (decision 35).
#
#   fresh_machine.sh [run-test] [test-run]     both when none is named
#
# The first machine compiles everything. Those after it get the compiler cache that it left, and nothing else: what they prove
# is that the order does not matter.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

orders=("$@")
[ "${#orders[@]}" -gt 0 ] || orders=(run-test test-run)

if [ "$(id -u)" -ne 0 ]; then
    echo "An empty root is built and entered, which needs root: going on with sudo"
    exec sudo "$PWD/packaging/fresh_machine.sh" "${orders[@]}"
fi

base=build/fresh
mkdir -p "$base"
log() { printf '\n== %s\n' "$*"; }

# The mirror is this machine's, whichever way its sources are written.
sources() {
    find /etc/apt/sources.list /etc/apt/sources.list.d -maxdepth 1 -type f \( -name '*.list' -o -name '*.sources' \) 2>/dev/null |
        while read -r file; do
            grep -q bookworm "$file" && grep -q debian "$file" && echo "$file"
        done
}

if [ ! -f "$base/root.tar" ]; then
    log "Making an empty Debian 12"
    mapfile -t files < <(sources)
    [ "${#files[@]}" -gt 0 ] || { echo "no apt source of this machine serves bookworm" >&2; exit 1; }
    mmdebstrap --variant=minbase --format=tar --include=git,ca-certificates bookworm "$base/root.tar.part" "${files[@]}"
    mv "$base/root.tar.part" "$base/root.tar"
fi

# inside ROOT COMMAND...: in the root, with its own processes and mounts, which end with the command.
inside() {
    local root=$1
    shift
    # shellcheck disable=SC2016 # the inner shell expands them
    unshare --mount --pid --fork --kill-child sh -euc '
        root=$1 cache=$2
        shift 2
        mount --rbind /dev "$root/dev"
        mount -t proc proc "$root/proc"
        mount --bind "$cache" "$root/root/.cache/ccache"
        exec chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"' sh "$root" "$cache" "$@"
}

cache=$PWD/$base/ccache
rm -rf "$cache"
mkdir -p "$cache"

for order in "${orders[@]}"; do
    case $order in run-test | test-run) ;; *) echo "no such order: $order" >&2; exit 64 ;; esac
    root=$base/$order
    log "An empty machine: $order"
    rm -rf --one-file-system "$root"
    mkdir -p "$root/root/.cache/ccache"
    tar -xf "$base/root.tar" -C "$root"
    git clone -q --bare . "$root/tocsin.git"
    inside "$root" git clone -q /tocsin.git /root/tocsin
    for command in ${order/-/ }; do
        log "$order: ./dev $command"
        started=$(date +%s)
        inside "$root" /root/tocsin/dev "$command"
        log "$order: ./dev $command took $(($(date +%s) - started)) s"
    done
    test -s "$root/root/tocsin/tocsin-overview.png"
    rm -rf --one-file-system "$root"
done
log "Both commands work on an empty machine: ${orders[*]}"
