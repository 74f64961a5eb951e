// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/time.h"

#include <QTest>

#include <rapidcheck.h>

using namespace tocsin;

class TimeLawsTest : public QObject
{
    Q_OBJECT

private slots:
    void aWrittenTimeReadsBack();
    void aWrittenDurationReadsBackToItsLastUnit();
    void noTextBreaksTheReaders();
};

void TimeLawsTest::aWrittenTimeReadsBack()
{
    QVERIFY(rc::check("a written time reads back", [] {
        // From year 2 to year 9999.
        const auto instant = Instant(Duration(*rc::gen::inRange<std::int64_t>(-62'000'000'000'000, 253'402'300'800'000)));
        RC_ASSERT(parseRfc3339(formatRfc3339(instant)) == instant);
    }));
}

void TimeLawsTest::aWrittenDurationReadsBackToItsLastUnit()
{
    QVERIFY(rc::check("a written duration reads back, short by less than its smaller unit", [] {
        const Duration duration(*rc::gen::inRange<std::int64_t>(0, 3'000'000'000'000));
        const auto read = parseDuration(formatDuration(duration));
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read <= duration);
        RC_ASSERT(duration - *read < std::max(Duration(1), duration / 2 + Duration(1'000)));
        RC_ASSERT(formatDuration(*read) == formatDuration(duration));
    }));
}

void TimeLawsTest::noTextBreaksTheReaders()
{
    QVERIFY(rc::check("any text is read or refused", [](const std::string &text) {
        if (const auto duration = parseDuration(text))
            RC_ASSERT(*duration >= Duration(0));
        parseRfc3339(text);
    }));
}

QTEST_GUILESS_MAIN(TimeLawsTest)
#include "tst_time_laws.moc"
