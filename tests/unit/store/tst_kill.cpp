// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/store/journal_support.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

#include <map>

using namespace tocsin;

/// Nothing lost: a writer is killed at random moments, again and again over one journal. TOCSIN_KILLS says how often.
class KillTest : public QObject
{
    Q_OBJECT

private slots:
    void losesNothing();

private:
    /// One life of the writer; adds the ids that it printed.
    void liveAndDie(const std::filesystem::path &folder, int milliseconds);

    std::vector<std::string> m_confirmed;
};

void KillTest::liveAndDie(const std::filesystem::path &folder, int milliseconds)
{
    QProcess writer;
    writer.start(
        QCoreApplication::applicationDirPath() + QStringLiteral("/journal_writer"), {QString::fromStdString(folder.string())});
    QVERIFY(writer.waitForStarted());
    // Every third life is cut off while the journal is still opening, the others while they acknowledge.
    if (milliseconds % 3 != 0)
        QVERIFY(writer.waitForReadyRead(20'000));
    QTest::qSleep(milliseconds);
    writer.kill();
    QVERIFY(writer.waitForFinished());
    QCOMPARE(writer.exitStatus(), QProcess::CrashExit); // killed, not given up
    for (const QByteArray &line : writer.readAllStandardOutput().split('\n')) {
        QVERIFY2(!line.startsWith("trouble"), line.constData());
        for (const QByteArray &id : line.split(' ')) {
            if (!id.isEmpty())
                m_confirmed.push_back(id.toStdString());
        }
    }
}

void KillTest::losesNothing()
{
    const int kills = qEnvironmentVariableIsSet("TOCSIN_KILLS") ? qEnvironmentVariableIntValue("TOCSIN_KILLS") : 500;
    const QTemporaryDir temporary;
    const auto folder = pathOf(temporary);
    QRandomGenerator random(QRandomGenerator::global()->generate());
    for (int i = 0; i < kills; ++i) {
        liveAndDie(folder, random.bounded(1, 25));
        if (QTest::currentTestFailed())
            return;
    }
    auto journal = Journal::open(folder);
    QVERIFY2(journal, journal ? "" : english(journal.error().reason).c_str());
    QVERIFY((*journal)->openingRemark().isEmpty());
    std::map<std::string, int> times;
    int unpaired = 0;
    const auto events = allEvents(**journal);
    for (std::size_t i = 0; i < events.size(); ++i) {
        ++times[events[i].id.text()];
        // A wish and its proof were given together: never one without the other.
        const bool isWish = events[i].kind == "ack.requested";
        const bool isPaired = isWish ? i + 1 < events.size() && events[i + 1].subject == events[i].subject
                                     : i > 0 && events[i - 1].subject == events[i].subject;
        unpaired += isPaired ? 0 : 1;
    }
    int lost = 0;
    for (const std::string &id : m_confirmed)
        lost += times.contains(id) ? 0 : 1;
    int doubled = 0;
    for (const auto &[id, count] : times)
        doubled += count > 1 ? 1 : 0;
    QCOMPARE(lost, 0);
    QCOMPARE(doubled, 0);
    QCOMPARE(unpaired, 0);
    QVERIFY2(m_confirmed.size() > static_cast<std::size_t>(kills), "The writers hardly wrote: this proves nothing");
    qInfo("%d kills, %zu events confirmed, %zu on disk", kills, m_confirmed.size(), events.size());
}

QTEST_GUILESS_MAIN(KillTest)
#include "tst_kill.moc"
