// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QStringList>

#include <string>

#include <unistd.h>

namespace tocsin::test {

/// Another namespace of this kind: `n` (network) or `m` (mounts). Who is not root becomes root of a namespace of users.
inline QStringList namespaceOf(char kind)
{
    return {QStringLiteral("unshare"), QLatin1String(geteuid() == 0 ? "-" : "-r") + QLatin1Char(kind)};
}

/// Why the kernel gives no such namespace; empty when it does.
inline QByteArray refusal(char kind)
{
    QProcess probe;
    QStringList command = namespaceOf(kind);
    if (kind == 'm') // there, /tmp is nobody else's
        command << QStringLiteral("mount") << QStringLiteral("-t") << QStringLiteral("tmpfs") << QStringLiteral("probe");
    command << (kind == 'm' ? QStringLiteral("/tmp") : QStringLiteral("true"));
    probe.start(command.takeFirst(), command);
    if (!probe.waitForFinished() || probe.error() == QProcess::FailedToStart)
        return "there is no unshare";
    return probe.exitCode() == 0 ? QByteArray() : "the kernel gives no namespace: " + probe.readAllStandardError();
}

/// A command that becomes the one behind it, with a folder on a disk of its own that has no byte left.
inline QStringList withFullDisk(const std::string &folder)
{
    const QString script = QStringLiteral("mount -t tmpfs -o size=256k full \"$0\" && mkdir \"$0/data\" && "
                                          "{ cat /dev/zero > \"$0/filler\" 2>/dev/null; exec \"$@\"; }");
    return namespaceOf('m') << QStringLiteral("sh") << QStringLiteral("-c") << script << QString::fromStdString(folder);
}

} // namespace tocsin::test
