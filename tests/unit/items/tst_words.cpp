// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "tests/unit/items/board_language.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

constexpr Phrase kAnswered{"test_answered", "%1 answered %2 instead of %1"};
const Instant kNoon = *parseRfc3339("2026-11-21T12:04:31Z");

constexpr Phrase kOuter{"test_outer", "twice already: %1"};
constexpr Phrase kInner{"test_inner", "refused by %1"};

/// Speaks another language.
class Loud final : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestWords final : public QObject
{
    Q_OBJECT

private slots:
    void aReasonInAReasonIsTranslatedToo()
    {
        Loud loud;
        QCoreApplication::installTranslator(&loud);
        const Reason reason(kOuter, {Reason(kInner, {"the shop"})});
        QCOMPARE(words::sentence(reason), QStringLiteral("TWICE ALREADY: REFUSED BY the shop"));
        QCoreApplication::removeTranslator(&loud);
        QCOMPARE(english(reason), std::string("twice already: refused by the shop"));
    }

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void anArgumentIsNeverExpandedAgain()
    {
        const Reason reason(kAnswered, {"100%2 sure", "<b>%1</b>"});
        QCOMPARE(words::sentence(reason), QStringLiteral("100%2 sure answered <b>%1</b> instead of 100%2 sure"));
    }

    void aTimeIsWrittenAsPeopleReadIt()
    {
        const std::string moment = "2026-11-21T12:04:31.250Z";
        const QString local = QDateTime(QDate(2026, 11, 21), QTime(12, 4, 31), Qt::UTC)
                                  .toLocalTime()
                                  .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        const Reason reason(kInner, {moment});
        QCOMPARE(words::sentence(reason), QStringLiteral("refused by ") + local);
        QCOMPARE(english(reason), "refused by " + moment);
        QCOMPARE(words::sentence(Reason(kInner, {"somebody from XYZ"})), QStringLiteral("refused by somebody from XYZ"));
    }

    void bytesComeInTheSizeThatPeopleRead()
    {
        QCOMPARE(words::quantity(77'008'896, "B").figure, QStringLiteral("77"));
        QCOMPARE(words::quantity(77'008'896, "B").unit, QStringLiteral("MB"));
        QCOMPARE(words::quantity(1536, "bytes").figure, QStringLiteral("1.5"));
        QCOMPARE(words::quantity(1536, "bytes").unit, QStringLiteral("kB"));
        QCOMPARE(words::quantity(-2e9, "B/s").unit, QStringLiteral("GB/s"));
        QCOMPARE(words::quantity(999, "B").unit, QStringLiteral("B"));
        QCOMPARE(words::quantity(77'008'896, "orders").figure, QStringLiteral("77,008,896"));
    }

    void aMissingArgumentLeavesNoTrace()
    {
        QCOMPARE(words::sentence(Reason(kAnswered, {"a"})), QStringLiteral("a answered  instead of a"));
        QCOMPARE(words::sentence(Reason()), QString());
    }

    void spans_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("a clock set back") << qint64(-5000) << QStringLiteral("0 s");
        QTest::newRow("seconds") << qint64(9999) << QStringLiteral("9 s");
        QTest::newRow("minutes") << qint64(15 * 60'000 + 1) << QStringLiteral("15 min");
        QTest::newRow("whole hours") << qint64(2 * 3'600'000) << QStringLiteral("2 h");
        QTest::newRow("hours") << qint64(2 * 3'600'000 + 10 * 60'000) << QStringLiteral("2 h 10");
        QTest::newRow("a few minutes") << qint64(3'600'000 + 6 * 60'000) << QStringLiteral("1 h 06");
        QTest::newRow("days") << qint64(3) * 86'400'000 + 4 * 3'600'000 << QStringLiteral("3 d 4 h");
        QTest::newRow("many days") << qint64(1234) * 86'400'000 + 4 * 3'600'000 << QStringLiteral("1,234 d");
    }
    void spans()
    {
        QFETCH(qint64, ms);
        QTEST(words::span(Duration(ms)), "text");
    }

    void durationsReadLikePrometheus() { QCOMPARE(words::compactSpan(90min), QStringLiteral("1h30m")); }

    void timesAreLocalAndUtc()
    {
        const QString text = words::localAndUtc(kNoon, QTimeZone(7200));
        QVERIFY2(text.startsWith(QStringLiteral("2026-11-21 14:04:31 ")), qPrintable(text));
        QVERIFY2(text.endsWith(QStringLiteral(" · 12:04:31 UTC")), qPrintable(text));
        QCOMPARE(words::localAndUtc(kNoon, QTimeZone::utc()), QStringLiteral("2026-11-21 12:04:31 UTC"));
    }

    void theDayIsSaidWhenItIsAnotherDay()
    {
        QCOMPARE(words::shortTime(kNoon, kNoon + 1h, QTimeZone::utc()), QStringLiteral("12:04"));
        QCOMPARE(words::shortTime(kNoon, kNoon + 24h, QTimeZone::utc()), QStringLiteral("2026-11-21 12:04"));
        QCOMPARE(words::localAndUtc(kNoon, QTimeZone(13 * 3600)).right(23), QStringLiteral("2026-11-21 12:04:31 UTC"));
    }

    void numbersFollowTheLocale()
    {
        QCOMPARE(words::number(18'400), QStringLiteral("18,400"));
        QCOMPARE(words::number(3.14), QStringLiteral("3.1"));
        QCOMPARE(words::number(0.25), QStringLiteral("0.25"));
        QCOMPARE(words::number(0), QStringLiteral("0"));
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(words::number(18'400), QStringLiteral("18.400"));
        QCOMPARE(words::number(3.14), QStringLiteral("3,1"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void countsKnowTheSingular()
    {
        QCOMPARE(words::alertCount(1), QStringLiteral("1 alert"));
        QCOMPARE(words::alertCount(1234), QStringLiteral("1,234 alerts"));
        QCOMPARE(words::stateCount(State::Down, 2), QStringLiteral("2 DOWN"));
    }

    void aTileSpeaks()
    {
        ServiceStatus tile;
        tile.id = ServiceId("Payments");
        tile.state = State::Down;
        tile.since = kNoon;
        QCOMPARE(words::tileSentence(tile, QTimeZone::utc()), QStringLiteral("Payments, down, since 12:04"));
        tile.owned = true;
        tile.owner = "%1 NAME";
        QCOMPARE(
            words::tileSentence(tile, QTimeZone::utc()), QStringLiteral("Payments, down, since 12:04, acknowledged by %1 NAME"));
    }

    void anUnmappedSeverityIsMarked()
    {
        QCOMPARE(words::severityOf(*test::alert("a Disk sev9 Backups")), QStringLiteral("sev9 (unmapped)"));
        QCOMPARE(words::severityOf(*test::alert("a Disk page Backups")), QStringLiteral("page"));
    }

    void progressSaysWhatIsNotOnDisk()
    {
        ActionStatus action;
        QCOMPARE(words::progressOf(action), QStringLiteral("sending"));
        action.progress = ActionStatus::Progress::Confirmed;
        QCOMPARE(words::progressOf(action), QStringLiteral("confirmed"));
        action.recorded = false;
        QCOMPARE(words::progressOf(action), QStringLiteral("confirmed, not recorded"));
        action.progress = ActionStatus::Progress::Failed;
        action.reason = Reason(kAnswered, {"am", "403"});
        QCOMPARE(words::progressOf(action), QStringLiteral("failed: am answered 403 instead of am"));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
