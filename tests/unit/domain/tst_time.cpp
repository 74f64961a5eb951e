// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/time.h"

#include <QTest>

using namespace tocsin;
using namespace std::chrono_literals;

class TimeTest : public QObject
{
    Q_OBJECT

private slots:
    void readsDurations_data();
    void readsDurations();
    void refusesDurations_data();
    void refusesDurations();
    void writesDurations_data();
    void writesDurations();
    void readsTimes_data();
    void readsTimes();
    void refusesTimes_data();
    void refusesTimes();
    void writesTimes();
};

namespace {

constexpr qlonglong kMinute = 60'000;
constexpr qlonglong kHour = 60 * kMinute;
constexpr qlonglong kDay = 24 * kHour;

} // namespace

void TimeTest::readsDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qlonglong>("milliseconds");
    const auto row = [](const char *text, qlonglong milliseconds) { QTest::newRow(text) << QByteArray(text) << milliseconds; };
    row("0", 0);
    row("0s", 0);
    row("300ms", 300);
    row("45s", 45'000);
    row("1h30m", 90 * kMinute);
    row("2d", 2 * kDay);
    row("14d", 14 * kDay);
    row("1w", 7 * kDay);
    row("1y", 365 * kDay);
    row("1d12h", 36 * kHour);
    row("1w2d3h4m5s6ms", 9 * kDay + 3 * kHour + 4 * kMinute + 5'006);
    row("1.5s", 1'500);
    row("1.5h", 90 * kMinute);
    row(".5s", 500);
    row("3h59m59.2s", 3 * kHour + 59 * kMinute + 59'200);
    row("1500us", 2); // to the nearest millisecond
    row("1500\xc2\xb5s", 2);
    row("1500\xce\xbcs", 2);
    row("400us", 0);
    row("1000000ns", 1);
    row("100y", 36'500 * kDay);
}

void TimeTest::readsDurations()
{
    QFETCH(QByteArray, text);
    QFETCH(qlonglong, milliseconds);
    const auto duration = parseDuration(text.toStdString());
    QVERIFY(duration);
    QCOMPARE(static_cast<qlonglong>(duration->count()), milliseconds);
}

void TimeTest::refusesDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", " ", "5", "300", "s", "1h30", "-1s", "+1s", "1 s", " 1s", "1s ", "1e3s", "1x", "infs", "nans",
             "inf", "1mo", "1M", "1S", "101y", "99999999999999999999s", "0x10s", "1..5s", "1,5s", "1h-30m", "00", "0.0"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("with a zero byte") << QByteArray("1s\0", 3);
}

void TimeTest::refusesDurations()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseDuration(text.toStdString()));
}

void TimeTest::writesDurations_data()
{
    QTest::addColumn<qlonglong>("milliseconds");
    QTest::addColumn<QString>("text");
    const auto row = [](qlonglong milliseconds, const char *text) {
        QTest::addRow("%s", text) << milliseconds << QString::fromLatin1(text);
    };
    row(0, "0s");
    row(1, "1ms");
    row(300, "300ms");
    row(1'000, "1s");
    row(45'900, "45s");
    row(60'000, "1m");
    row(90'000, "1m30s");
    row(90 * kMinute, "1h30m");
    row(kDay - 1, "23h59m");
    row(2 * kDay, "2d");
    row(2 * kDay + 59 * kMinute, "2d");
    row(400 * kDay, "400d");
    row(-90'000, "-1m30s");
    QTest::newRow("the longest") << static_cast<qlonglong>(Duration::max().count()) << QStringLiteral("106751991167d7h");
    QTest::newRow("the most negative") << static_cast<qlonglong>(Duration::min().count()) << QStringLiteral("-106751991167d7h");
}

void TimeTest::writesDurations()
{
    QFETCH(qlonglong, milliseconds);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(formatDuration(Duration(milliseconds))), text);
}

void TimeTest::readsTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("utc");
    const auto row = [](const char *text, const char *utc) { QTest::newRow(text) << QByteArray(text) << QByteArray(utc); };
    row("2026-11-21T04:37:23Z", "2026-11-21T04:37:23.000Z");
    row("2026-11-21T04:37:23.1Z", "2026-11-21T04:37:23.100Z");
    row("2026-11-21T04:37:23.123456789Z", "2026-11-21T04:37:23.123Z");
    row("2026-11-21t04:37:23z", "2026-11-21T04:37:23.000Z");
    row("2026-11-21 04:37:23Z", "2026-11-21T04:37:23.000Z");
    row("2026-11-21T04:37:23+01:00", "2026-11-21T03:37:23.000Z");
    row("2026-11-21T04:37:23-07:00", "2026-11-21T11:37:23.000Z");
    row("2026-01-01T00:30:00+23:59", "2025-12-31T00:31:00.000Z");
    row("2028-02-29T12:00:00Z", "2028-02-29T12:00:00.000Z");
    row("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z");
    row("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");
    row("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z");
    row("0002-01-01T00:00:00Z", "0002-01-01T00:00:00.000Z");
    row("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999Z");
}

void TimeTest::readsTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, utc);
    const auto instant = parseRfc3339(text.toStdString());
    QVERIFY(instant);
    QCOMPARE(QByteArray::fromStdString(formatRfc3339(*instant)), utc);
}

void TimeTest::refusesTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "0001-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "2026-11-21", "2026-11-21T04:37:23",
             "2026-11-21T04:37Z", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-11-31T00:00:00Z",
             "2026-11-21T24:00:00Z", "2026-11-21T23:60:00Z", "2026-11-21T23:59:61Z", "2026-11-21T04:37:23.Z",
             "2026-11-21T04:37:23.1234567890Z", "2026-11-21T04:37:23+0100", "2026-11-21T04:37:23+24:00",
             "2026-11-21T04:37:23+01:60", "2026-11-21T04:37:23Z ", " 2026-11-21T04:37:23Z", "2026-11-21T04:37:23Zjunk",
             "-026-11-21T04:37:23Z", "20261121T043723Z", "1763699843"})
        QTest::newRow(text) << QByteArray(text);
}

void TimeTest::refusesTimes()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseRfc3339(text.toStdString()));
}

void TimeTest::writesTimes()
{
    QCOMPARE(formatRfc3339(Instant()), std::string("1970-01-01T00:00:00.000Z"));
    QCOMPARE(formatRfc3339(Instant(Duration(-1))), std::string("1969-12-31T23:59:59.999Z"));
    // Times that no calendar of four digits holds are written as its ends.
    QCOMPARE(formatRfc3339(Instant::max()), std::string("9999-12-31T23:59:59.999Z"));
    QCOMPARE(formatRfc3339(Instant::min()), std::string("0000-01-01T00:00:00.000Z"));
}

QTEST_GUILESS_MAIN(TimeTest)
#include "tst_time.moc"
