// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/store/full_disk.h"
#include "tests/unit/store/journal_support.h"

#include <QtTest>

#include <fstream>

#include <unistd.h>

using namespace tocsin;
namespace fs = std::filesystem;

namespace {

/// File permissions do not hold for root: what must not be written is tried as nobody.
class WithoutPower
{
public:
    WithoutPower()
        : m_wasRoot(::geteuid() == 0 && ::seteuid(65534) == 0)
    {
    }
    ~WithoutPower()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            std::abort();
    }
    WithoutPower(const WithoutPower &) = delete;
    WithoutPower &operator=(const WithoutPower &) = delete;

private:
    bool m_wasRoot;
};

void writeAt(const fs::path &path, std::streamoff offset, const std::string &bytes)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(offset);
    file << bytes;
}

int countDamaged(const fs::path &folder)
{
    int count = 0;
    for (const auto &entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        count += name.starts_with("journal.db.damaged-") && !name.ends_with("-wal") && !name.ends_with("-shm") ? 1 : 0;
    }
    return count;
}

std::vector<Event> manyEvents(int count)
{
    std::vector<Event> events;
    for (int i = 0; i < count; ++i)
        events.push_back(makeEvent(i));
    return events;
}

QString codeOf(const Reason &reason)
{
    return QString::fromUtf8(reason.code().data(), static_cast<qsizetype>(reason.code().size()));
}

/// A journal as a crash leaves it: all that was written stands in the WAL.
void leaveWithLog(const fs::path &folder, const std::vector<Event> &events)
{
    const fs::path crashed = folder.string() + "-crashed";
    {
        const auto journal = openJournal(folder);
        QVERIFY(journal->append(events));
        fs::create_directories(crashed);
        fs::copy_file(folder / "journal.db", crashed / "journal.db");
        fs::copy_file(folder / "journal.db-wal", crashed / "journal.db-wal");
    }
    fs::remove_all(folder);
    fs::rename(crashed, folder);
}

} // namespace

class JournalTroubleTest : public QObject
{
    Q_OBJECT

private slots:
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void readsTheLogOfACrash();
    void startsOnAFullDisk();
    void findsTheBadEventQuickly();
    void livesThroughAFullDisk_data();
    void livesThroughAFullDisk();
    void readsAFolderThatCannotBeWritten_data();
    void readsAFolderThatCannotBeWritten();
    void saysThatNothingCanBeMade();
};

void JournalTroubleTest::setsADamagedFileAside_data()
{
    QTest::addColumn<qint64>("offset"); // -1: the middle of the file
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("atLeast"); // events that are still to be found, of 4,000
    QTest::newRow("no database at all") << qint64(0) << 200 << 0;
    QTest::newRow("a page in the middle") << qint64(-1) << 10 * 4096 << 1000;
    QTest::newRow("the list of tables") << qint64(100) << 2000 << 0;
}

void JournalTroubleTest::setsADamagedFileAside()
{
    QFETCH(const qint64, offset);
    QFETCH(const int, length);
    QFETCH(const int, atLeast);
    const QTemporaryDir temporary;
    const fs::path folder = pathOf(temporary);
    QVERIFY(openJournal(folder)->append(manyEvents(4000)));
    const auto middle = static_cast<qint64>(fs::file_size(folder / "journal.db") / 2);
    writeAt(folder / "journal.db", offset < 0 ? middle : offset, std::string(static_cast<std::size_t>(length), '\x5a'));
    {
        const auto journal = openJournal(folder);
        QVERIFY(journal);
        QCOMPARE(journal->access(), Journal::Access::ReadWrite);
        QCOMPARE(codeOf(journal->openingRemark()), QStringLiteral("store.set_aside"));
        QCOMPARE(countDamaged(folder), 1);
        QVERIFY(allEvents(*journal).size() >= static_cast<std::size_t>(atLeast));
        QVERIFY(journal->append({makeEvent(5000)}));
    }
    const auto again = openJournal(folder);
    QVERIFY(again->openingRemark().isEmpty());
    QCOMPARE(countDamaged(folder), 1);
}

void JournalTroubleTest::readsTheLogOfACrash()
{
    const QTemporaryDir folder;
    const auto events = manyEvents(10);
    leaveWithLog(pathOf(folder), events);
    const auto journal = openJournal(pathOf(folder));
    QVERIFY(journal);
    QVERIFY(allEvents(*journal) == events);
}

void JournalTroubleTest::startsOnAFullDisk()
{
    const QTemporaryDir fresh;
    const QTemporaryDir used;
    QVERIFY(openJournal(pathOf(used))->append({makeEvent(1)}));
    FullDisk disk;
    disk.fill();
    const auto refused = Journal::open(pathOf(fresh));
    QVERIFY(!refused);
    QCOMPARE(codeOf(refused.error().reason), QStringLiteral("store.disk_full"));
    const auto journal = openJournal(pathOf(used));
    QVERIFY(journal);
    QCOMPARE(allEvents(*journal).size(), 1u);
    disk.free();
    QVERIFY(Journal::open(pathOf(fresh)));
}

void JournalTroubleTest::findsTheBadEventQuickly()
{
    const QTemporaryDir temporary;
    const fs::path folder = pathOf(temporary);
    QVERIFY(openJournal(folder)->append(manyEvents(4000)));
    const std::string bad = "PRAGMA ignore_check_constraints = ON; INSERT INTO events SELECT NULL, substr(id, 1, 35) || 'x', "
                            "wall_ms, counter, station, author, subject, kind, 'no JSON', drill FROM events WHERE row = 1";
    QCOMPARE(runSql(folder, bad), std::string());
    const auto middle = static_cast<qint64>(fs::file_size(folder / "journal.db") / 2);
    writeAt(folder / "journal.db", middle, std::string(40960, '\x5a'));
    const FullDisk disk;
    const auto journal = openJournal(folder);
    QCOMPARE(codeOf(journal->openingRemark()), QStringLiteral("store.set_aside"));
    QVERIFY(allEvents(*journal).size() >= 1000u);
    QVERIFY2(disk.syncs() < 200, qPrintable(QString::number(disk.syncs())));
}

void JournalTroubleTest::livesThroughAFullDisk_data()
{
    QTest::addColumn<bool>("isMapped");
    QTest::newRow("written") << false;
    QTest::newRow("mapped") << true;
}

void JournalTroubleTest::livesThroughAFullDisk()
{
    QFETCH(const bool, isMapped);
    const QTemporaryDir folder;
    FullDisk disk;
    const auto journal = openJournal(pathOf(folder));
    QVERIFY(journal->append({makeEvent(1)}));
    isMapped ? disk.fillMapped() : disk.fill();
    const auto refused = journal->append({makeEvent(2)});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Storage);
    QCOMPARE(codeOf(refused.error().reason), QStringLiteral("store.disk_full"));
    QVERIFY(!journal->appendSamples({LatencySample{CheckId("a"), at(0), State::Ok, 0, 0, 0, 0, 1}}));
    QCOMPARE(allEvents(*journal).size(), 1u);
    disk.free();
    QVERIFY(journal->append({makeEvent(3)}));
    QVERIFY(journal->appendSamples({LatencySample{CheckId("a"), at(0), State::Ok, 0, 0, 0, 0, 1}}));
    QCOMPARE(allEvents(*journal).size(), 2u);
    QCOMPARE(journal->samples(CheckId("a"), at(0), at(1))->size(), 1u);
}

void JournalTroubleTest::readsAFolderThatCannotBeWritten_data()
{
    QTest::addColumn<bool>("crashed");
    QTest::newRow("closed in order") << false;
    QTest::newRow("after a crash") << true;
}

void JournalTroubleTest::readsAFolderThatCannotBeWritten()
{
    QFETCH(const bool, crashed);
    const QTemporaryDir temporary;
    const fs::path folder = pathOf(temporary);
    const auto events = manyEvents(10);
    if (crashed)
        leaveWithLog(folder, events);
    else
        QVERIFY(openJournal(folder)->append(events));
    fs::permissions(temporary.path().toStdString(), fs::perms(0755));
    for (const auto &entry : fs::directory_iterator(folder))
        fs::permissions(entry.path(), fs::perms(0444));
    fs::permissions(folder, fs::perms(0555));
    {
        const WithoutPower nobody;
        const auto journal = openJournal(folder);
        QVERIFY(journal);
        QCOMPARE(journal->access(), Journal::Access::ReadOnly);
        QCOMPARE(codeOf(journal->openingRemark()), QStringLiteral("store.folder_refused"));
        QVERIFY(allEvents(*journal) == events);
        const auto refused = journal->append({makeEvent(99)});
        QVERIFY(!refused);
        QVERIFY(english(refused.error().reason).find(folder.string()) != std::string::npos);
    }
    fs::permissions(folder, fs::perms(0700));
}

void JournalTroubleTest::saysThatNothingCanBeMade()
{
    const QTemporaryDir temporary;
    fs::permissions(temporary.path().toStdString(), fs::perms(0555));
    const WithoutPower nobody;
    const auto refused = Journal::open(pathOf(temporary));
    QVERIFY(!refused);
    QCOMPARE(codeOf(refused.error().reason), QStringLiteral("store.folder_refused"));
}

QTEST_GUILESS_MAIN(JournalTroubleTest)
#include "tst_journal_trouble.moc"
