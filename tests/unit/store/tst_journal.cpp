// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/store/journal_support.h"

#include <QtTest>

#include <sys/stat.h>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

LatencySample sampleAt(const std::string &check, std::int64_t milliseconds, std::uint32_t totalUs)
{
    return LatencySample{CheckId(check), at(milliseconds), State::Degraded, 1, 0, 3, 4, totalUs};
}

int modeOf(const std::filesystem::path &path)
{
    struct stat facts {
    };
    return ::stat(path.c_str(), &facts) == 0 ? static_cast<int>(facts.st_mode & 0777) : -1;
}

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsEventsOverRestart();
    void writesAnIdOnce();
    void refusesToChangeHistory_data();
    void refusesToChangeHistory();
    void takesAllOrNothing();
    void pagesInTheOrderOfWriting();
    void filtersByKindSubjectAndTime();
    void leavesOutWhatIsOver();
    void knowsTheNewestTime();
    void keepsSamples();
    void forgetsOldSamples();
    void letsOnlyOneWrite();
    void readsWithoutALock();
    void isNobodyElsesBusiness();
    void refusesANewerFormat();
    void refusesAForeignFile();
};

void JournalTest::keepsEventsOverRestart()
{
    const QTemporaryDir folder;
    std::vector<Event> events{makeEvent(1), makeEvent(2), makeEvent(3)};
    events[1].author.clear();
    events[1].payload = "{\"text\":\"caf\xc3\xa9 \xe2\x80\x9cquoted\\\"\"}";
    events[2].drill = true;
    events[2].time = LogicalTime{at(3).time_since_epoch().count(), 4'294'967'295u};
    {
        const auto journal = openJournal(pathOf(folder));
        QVERIFY(journal);
        QCOMPARE(journal->access(), Journal::Access::ReadWrite);
        QVERIFY(journal->openingRemark().isEmpty());
        QVERIFY(journal->append(events));
    }
    const auto journal = openJournal(pathOf(folder));
    QVERIFY(journal);
    QVERIFY(allEvents(*journal) == events);
}

void JournalTest::writesAnIdOnce()
{
    const QTemporaryDir folder;
    const auto journal = openJournal(pathOf(folder));
    const Event event = makeEvent(1);
    Event other = makeEvent(2);
    QVERIFY(journal->append({event, event}));
    QVERIFY(journal->append({event, other}));
    Event changed = event;
    changed.payload = R"({"number":99})";
    QVERIFY(journal->append({changed}));
    QVERIFY(allEvents(*journal) == (std::vector<Event>{event, other}));
}

void JournalTest::refusesToChangeHistory_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("message");
    QTest::newRow("update") << QStringLiteral("UPDATE events SET author = 'eve'") << QStringLiteral("events are never changed");
    QTest::newRow("delete") << QStringLiteral("DELETE FROM events") << QStringLiteral("events are never deleted");
    QTest::newRow("replace id") << QStringLiteral(
        "INSERT OR REPLACE INTO events SELECT NULL, id, wall_ms, counter, station, 'eve', subject, kind, "
        "payload, drill FROM events")
                                << QString();
    QTest::newRow("replace row") << QStringLiteral("INSERT OR REPLACE INTO events SELECT row, substr(id, 1, 35) || 'x', wall_ms, "
                                                   "counter, station, 'eve', subject, kind, payload, drill FROM events")
                                 << QString();
}

void JournalTest::refusesToChangeHistory()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, message);
    const QTemporaryDir folder;
    const auto journal = openJournal(pathOf(folder));
    const std::vector<Event> events{makeEvent(1), makeEvent(2)};
    QVERIFY(journal->append(events));
    QCOMPARE(QString::fromStdString(runSql(pathOf(folder), sql.toStdString())), message);
    QVERIFY(allEvents(*journal) == events);
}

void JournalTest::takesAllOrNothing()
{
    const QTemporaryDir folder;
    const auto journal = openJournal(pathOf(folder));
    Event broken = makeEvent(2);
    broken.payload = "{\"cut off";
    const auto refused = journal->append({makeEvent(1), broken});
    QVERIFY(!refused);
    QCOMPARE(QString::fromUtf8(refused.error().reason.code().data()), QStringLiteral("store.refused"));
    QVERIFY(allEvents(*journal).empty());
    QVERIFY(journal->append({makeEvent(3)}));
    QCOMPARE(allEvents(*journal).size(), 1u);
}

void JournalTest::pagesInTheOrderOfWriting()
{
    const QTemporaryDir folder;
    const auto journal = openJournal(pathOf(folder));
    // An event of another station may be older and still be written later.
    const std::vector<Event> events{makeEvent(30), makeEvent(10), makeEvent(20)};
    QVERIFY(journal->append(events));
    const auto first = journal->events(0, 2);
    QVERIFY(first);
    QVERIFY(first->events == (std::vector<Event>{events[0], events[1]}));
    const auto second = journal->events(first->lastRow, 2);
    QVERIFY(second->events == (std::vector<Event>{events[2]}));
    const auto end = journal->events(second->lastRow, 2);
    QVERIFY(end->events.empty());
    QCOMPARE(end->lastRow, second->lastRow);
}

void JournalTest::filtersByKindSubjectAndTime()
{
    const QTemporaryDir folder;
    const auto journal = openJournal(pathOf(folder));
    const std::vector<Event> events{makeEvent(0, "ack.requested", "alert/am/1"), makeEvent(1, "ack.confirmed", "alert/am/1"),
        makeEvent(2, "state.changed"), makeEvent(3, "acknowledged", "alert/am/2"), makeEvent(4, "ack.ended", "alert/am/2")};
    QVERIFY(journal->append(events));
    const auto pick = [&journal](const EventFilter &filter) { return journal->events(filter, 0, 100)->events; };
    QVERIFY(pick({{"ack.*"}, {}, {}, {}}) == (std::vector<Event>{events[0], events[1], events[4]}));
    QVERIFY(pick({{"ack.ended", "state.*"}, {}, {}, {}}) == (std::vector<Event>{events[2], events[4]}));
    QVERIFY(pick({{"ack.*"}, "alert/am/2", {}, {}}) == (std::vector<Event>{events[4]}));
    QVERIFY(pick({{}, {}, at(1), at(3)}) == (std::vector<Event>{events[1], events[2]}));
}

void JournalTest::leavesOutWhatIsOver()
{
    const QTemporaryDir folder;
    const auto journal = openJournal(pathOf(folder));
    const std::vector<Event> events{makeEvent(0, "ack.requested", "alert/am/1"), makeEvent(1, "ack.requested", "alert/am/2"),
        makeEvent(2, "ack.ended", "alert/am/1"), makeEvent(3, "ack.ended", "alert/am/1"),
        makeEvent(4, "ack.requested", "alert/am/1"), makeEvent(5, "ack.confirmed", "alert/am/2")};
    QVERIFY(journal->append(events));
    EventFilter filter;
    filter.kinds = {"ack.*"};
    filter.afterLast = "ack.ended";
    QVERIFY(journal->events(filter, 0, 100)->events == (std::vector<Event>{events[1], events[4], events[5]}));
    QVERIFY(journal->events(filter, 2, 1)->events == (std::vector<Event>{events[4]}));
}

void JournalTest::knowsTheNewestTime()
{
    const QTemporaryDir folder;
    const auto journal = openJournal(pathOf(folder));
    QVERIFY(*journal->newestTime() == LogicalTime{});
    Event later = makeEvent(9);
    later.time.counter = 7;
    QVERIFY(journal->append({makeEvent(9), later, makeEvent(1)}));
    QVERIFY(*journal->newestTime() == later.time);
}

void JournalTest::keepsSamples()
{
    const QTemporaryDir folder;
    const std::vector<LatencySample> samples{
        sampleAt("Cart/page", 0, 5), sampleAt("Cart/page", 10, 4'294'967'295u), sampleAt("Cart/page", 20, 7)};
    {
        const auto journal = openJournal(pathOf(folder));
        QVERIFY(journal->appendSamples({samples[1], samples[0], sampleAt("Search/page", 10, 1)}));
        QVERIFY(journal->appendSamples({sampleAt("Cart/page", 20, 6)}));
        QVERIFY(journal->appendSamples({samples[2]})); // of one moment the later stands
    }
    const auto journal = openJournal(pathOf(folder));
    QVERIFY(*journal->samples(CheckId("Cart/page"), at(0), at(21)) == samples);
    QVERIFY(*journal->samples(CheckId("Cart/page"), at(1), at(20)) == (std::vector<LatencySample>{samples[1]}));
    QVERIFY(journal->samples(CheckId("unheard of"), at(0), at(21))->empty());
}

void JournalTest::forgetsOldSamples()
{
    const QTemporaryDir folder;
    const auto journal = openJournal(pathOf(folder));
    QVERIFY(journal->append({makeEvent(0)}));
    QVERIFY(journal->appendSamples({sampleAt("a", 0, 1), sampleAt("a", 10, 1), sampleAt("b", 5, 1), sampleAt("b", 20, 1)}));
    QVERIFY(journal->pruneSamples(at(10)));
    QVERIFY(*journal->samples(CheckId("a"), at(0), at(99)) == (std::vector<LatencySample>{sampleAt("a", 10, 1)}));
    QVERIFY(*journal->samples(CheckId("b"), at(0), at(99)) == (std::vector<LatencySample>{sampleAt("b", 20, 1)}));
    QCOMPARE(allEvents(*journal).size(), 1u);
}

void JournalTest::letsOnlyOneWrite()
{
    const QTemporaryDir folder;
    auto writer = openJournal(pathOf(folder));
    const auto reader = openJournal(pathOf(folder));
    QVERIFY(reader);
    QCOMPARE(reader->access(), Journal::Access::ReadOnly);
    QCOMPARE(QString::fromUtf8(reader->openingRemark().code().data()), QStringLiteral("store.other_writer"));
    QVERIFY(!reader->append({makeEvent(1)}));
    QVERIFY(writer->append({makeEvent(2)}));
    QCOMPARE(allEvents(*reader).size(), 1u);
    writer.reset();
    QCOMPARE(openJournal(pathOf(folder))->access(), Journal::Access::ReadWrite);
}

void JournalTest::readsWithoutALock()
{
    const QTemporaryDir folder;
    QVERIFY(!Journal::open(pathOf(folder), Journal::Access::ReadOnly));
    QVERIFY(!std::filesystem::exists(pathOf(folder)));
    QVERIFY(openJournal(pathOf(folder))->append({makeEvent(1)}));
    const auto reader = Journal::open(pathOf(folder), Journal::Access::ReadOnly);
    QVERIFY(reader);
    QCOMPARE(openJournal(pathOf(folder))->access(), Journal::Access::ReadWrite);
}

void JournalTest::isNobodyElsesBusiness()
{
    const QTemporaryDir folder;
    const auto journal = openJournal(pathOf(folder));
    QVERIFY(journal->append({makeEvent(1)}));
    QCOMPARE(modeOf(pathOf(folder)), 0700);
    int files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(pathOf(folder))) {
        QCOMPARE(modeOf(entry.path()), 0600);
        ++files;
    }
    QVERIFY(files >= 3);
}

void JournalTest::refusesANewerFormat()
{
    const QTemporaryDir folder;
    QVERIFY(openJournal(pathOf(folder))->append({makeEvent(1)}));
    QCOMPARE(runSql(pathOf(folder), "PRAGMA user_version = 7"), std::string());
    const auto refused = Journal::open(pathOf(folder));
    QVERIFY(!refused);
    QCOMPARE(QString::fromUtf8(refused.error().reason.code().data()), QStringLiteral("store.newer_format"));
    QVERIFY(english(refused.error().reason).find("format 7") != std::string::npos);
    QVERIFY(!Journal::open(pathOf(folder), Journal::Access::ReadOnly));
    // Nothing was changed: the newer program still finds all of it.
    QCOMPARE(runSql(pathOf(folder), "PRAGMA user_version = 1"), std::string());
    QCOMPARE(allEvents(*openJournal(pathOf(folder))).size(), 1u);
}

void JournalTest::refusesAForeignFile()
{
    const QTemporaryDir folder;
    std::filesystem::create_directories(pathOf(folder));
    QCOMPARE(runSql(pathOf(folder), "CREATE TABLE recipes (name TEXT)"), std::string());
    const auto refused = Journal::open(pathOf(folder));
    QVERIFY(!refused);
    QCOMPARE(QString::fromUtf8(refused.error().reason.code().data()), QStringLiteral("store.foreign_file"));
    QCOMPARE(runSql(pathOf(folder), "INSERT INTO recipes VALUES ('bread')"), std::string());
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
