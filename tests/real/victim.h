// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QProcess>

#include <string>
#include <vector>

namespace tocsin::test {

inline constexpr int victimPatienceMs = 30'000;

/// A program beside the test that lives to be killed, and what it has printed. It says `ready` on a line of its own.
class Victim
{
public:
    Victim(const std::string &program, const std::vector<std::string> &arguments)
    {
        QStringList words;
        for (const std::string &argument : arguments)
            words << QString::fromStdString(argument);
        m_process.start(QCoreApplication::applicationDirPath() + QLatin1Char('/') + QString::fromStdString(program), words);
        m_process.waitForStarted();
    }

    bool waitUntilReady()
    {
        while (m_output.indexOf("ready\n") < 0) {
            if (!m_process.waitForReadyRead(victimPatienceMs))
                return false;
            m_output += m_process.readAllStandardOutput();
        }
        return true;
    }
    /// The lines so far.
    QList<QByteArray> lines()
    {
        m_process.waitForReadyRead(1);
        m_output += m_process.readAllStandardOutput();
        return m_output.left(m_output.lastIndexOf('\n') + 1).split('\n');
    }
    /// False: it had ended by itself.
    bool kill()
    {
        const bool isAlive = m_process.state() == QProcess::Running;
        m_process.kill();
        m_process.waitForFinished(victimPatienceMs);
        m_output += m_process.readAllStandardOutput();
        return isAlive;
    }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace tocsin::test
