// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/app/program_run.h"

#include <QDeadlineTimer>

namespace tocsin::test {

ProgramRun::ProgramRun(const char *program, const QStringList &arguments, const QStringList &wrapper)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1String(variable), QString::fromStdString(m_home.path()));
    m_process.setProcessEnvironment(environment);
    QStringList command = wrapper;
    command << qEnvironmentVariable("TOCSIN_PROGRAMS") + QLatin1Char('/') + QLatin1String(program);
    command << arguments;
    m_process.start(command.takeFirst(), command);
}

ProgramRun::~ProgramRun()
{
    m_process.kill();
    m_process.waitForFinished();
}

void ProgramRun::read()
{
    const QByteArray output = m_process.readAllStandardOutput();
    const QByteArray errors = m_process.readAllStandardError();
    m_output += output;
    m_errors += errors;
    m_said += output + errors;
}

bool ProgramRun::waitFor(const char *words, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    read();
    while (!m_said.contains(words) && m_process.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        m_process.waitForReadyRead(50);
        read();
    }
    return m_said.contains(words);
}

Outcome ProgramRun::stop()
{
    m_process.terminate();
    return finish();
}

Outcome ProgramRun::finish(int milliseconds)
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(milliseconds))
        return {};
    read();
    const bool isOrderly = m_process.exitStatus() == QProcess::NormalExit && m_process.error() != QProcess::FailedToStart;
    return {isOrderly ? m_process.exitCode() : -1, m_output, m_errors};
}

Outcome run(const char *program, const QStringList &arguments, const QStringList &wrapper)
{
    return ProgramRun(program, arguments, wrapper).finish();
}

} // namespace tocsin::test
