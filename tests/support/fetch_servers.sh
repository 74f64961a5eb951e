#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Tocsin authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Unpacks the servers that the tests with the label "real" start: prometheus, alertmanager, amtool, nginx, and
# aiosmtpd, a mail server in Python, with the modules that it imports.
#
#   fetch_servers.sh DEST
#
# Nothing is installed, so that a test run never leaves a server running on somebody's workstation: Debian's packages are
# downloaded and unpacked below DEST (DEST/usr/bin/prometheus, DEST/usr/sbin/nginx, ...). May be called again at any time:
# what is there already is kept.
set -eu

if [ $# -ne 1 ]; then
    echo "usage: $0 DEST" >&2
    exit 64
fi
mkdir -p "$1"
dest=$(cd "$1" && pwd)

packages="prometheus prometheus-alertmanager nginx python3-aiosmtpd python3-attr python3-public"
# Libraries that Debian's nginx needs and a small system may lack; left out where the system has them.
libraries="libpcre2-8-0 zlib1g libcrypt1 libssl3"

has_library() {
    dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii'
}

unpack() {
    stamp="$dest/.unpacked-$1"
    [ -e "$stamp" ] && return 0
    # A folder of its own per package, below DEST: apt-get download writes into the current one.
    work=$(mktemp -d "$dest/.download-XXXXXX")
    if ! (cd "$work" && apt-get -q -o "APT::Sandbox::User=$(id -un)" download "$1"); then
        rm -rf "$work"
        echo "$0: cannot download $1; if the package lists are old: apt-get update" >&2
        return 1
    fi
    for archive in "$work"/*.deb; do
        dpkg-deb -x "$archive" "$dest"
    done
    rm -rf "$work"
    : > "$stamp"
}

for package in $packages; do
    unpack "$package"
done
for library in $libraries; do
    has_library "$library" || unpack "$library"
done

for program in usr/bin/prometheus usr/bin/prometheus-alertmanager usr/bin/amtool usr/sbin/nginx; do
    if [ ! -x "$dest/$program" ]; then
        echo "$0: $dest/$program is missing" >&2
        exit 1
    fi
done
for module in aiosmtpd attr public; do
    if [ ! -d "$dest/usr/lib/python3/dist-packages/$module" ]; then
        echo "$0: the Python module $module is missing in $dest" >&2
        exit 1
    fi
done
echo "servers: $dest"
