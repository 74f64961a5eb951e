// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/temporary_folder.h"

#include <QProcess>
#include <QStringList>

namespace tocsin::test {

/// How a program ended and what it said.
struct Outcome {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

/// One of the programs, in a home of its own, as cron would start it: no display. `wrapper` is a command that ends by
/// becoming the program, such as `unshare -n`.
class ProgramRun
{
public:
    ProgramRun(const char *program, const QStringList &arguments, const QStringList &wrapper = {});
    ~ProgramRun();

    /// Waits until it has printed this; false when it ended or did not within the time. Both streams count.
    bool waitFor(const char *words, int milliseconds = 60'000);
    /// Asks it to end, as a service manager does, and waits.
    Outcome stop();
    /// Waits until it has ended by itself; status -1 when it does not.
    Outcome finish(int milliseconds = 60'000);

    const QByteArray &said() const { return m_said; } ///< both streams, so far

private:
    void read();

    TemporaryFolder m_home;
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
    QByteArray m_said;
};

Outcome run(const char *program, const QStringList &arguments, const QStringList &wrapper = {});

} // namespace tocsin::test
