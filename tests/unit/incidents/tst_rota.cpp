// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/notify/on_call.h"
#include "models/domain/notify/rota_problems.h"

#include <QTest>

using namespace tocsin;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

Instant at(const char *text)
{
    return parseRfc3339(text).value();
}

LocalTime wall(const char *text)
{
    return parseLocalTime(text).value();
}

/// Ada, Bob and Cyd take a week each, from Monday 09:00 in Berlin.
Rota weekly()
{
    return {.name = "checkout",
        .zone = "Europe/Berlin",
        .shifts = {{.people = {"ada", "bob", "cyd"}, .start = wall("2026-03-16T09:00"), .every = hours(7 * 24)}}};
}

Rota officeHours()
{
    Rota rota = weekly();
    Shift &shift = rota.shifts.front();
    shift.days = {std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday, std::chrono::Thursday, std::chrono::Friday};
    shift.from = hours(9);
    shift.to = hours(17);
    return rota;
}

std::string people(const Rota &rota, const char *when)
{
    std::string names;
    for (const std::string &name : onCallAt(rota, at(when)))
        names += (names.empty() ? "" : " ") + name;
    return names;
}

QString words(const std::vector<RotaProblem> &problems)
{
    QStringList lines;
    for (const RotaProblem &problem : problems) {
        QString line = QString::fromLatin1(problem.list.data(), static_cast<qsizetype>(problem.list.size()));
        if (!line.isEmpty())
            line += QLatin1Char('[') + QString::number(problem.index) + QLatin1Char(']');
        line += QLatin1Char('.') + QString::fromLatin1(problem.key.data(), static_cast<qsizetype>(problem.key.size()));
        lines << line + QStringLiteral(": ") + QString::fromStdString(english(problem.reason));
        if (!problem.isError)
            lines.back().prepend(QStringLiteral("warning "));
    }
    return lines.join(QLatin1Char('\n'));
}

const std::set<std::string> kEverybody{"ada", "bob", "cyd"};

} // namespace

/// Who is on call, as people read it off a wall.
class TestRota final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsGoRound();
    void handsOverAtTheSameHourAllYear();
    void shortTurnsWhileAnHourIsShownTwice();
    void shortTurnsWhileAnHourIsLeftOut();
    void beforeTheFirstTurnNobody();
    void aShiftEnds();
    void officeHoursOnly();
    void aNightWindowGoesOverMidnight();
    void severalAtOnce();
    void aDutyOfACalendar();
    void anOverrideReplacesEverybody();
    void anOverrideReplacesOne();
    void overridesFollowEachOther();
    void theNextChange();
    void aChangeThatChangesNothingIsNone();
    void whoIsAloneStays();
    void gaps();
    void impossible_data();
    void impossible();
    void timesOfDay();
    void zones();
};

void TestRota::turnsGoRound()
{
    const Rota rota = weekly();
    QCOMPARE(people(rota, "2026-03-16T08:00:00Z"), std::string("ada")); // 09:00 in Berlin
    QCOMPARE(people(rota, "2026-03-23T07:59:59Z"), std::string("ada"));
    QCOMPARE(people(rota, "2026-03-23T08:00:00Z"), std::string("bob"));
    QCOMPARE(people(rota, "2026-03-31T08:00:00Z"), std::string("cyd"));
    QCOMPARE(people(rota, "2026-04-06T07:00:00Z"), std::string("ada"));
}

void TestRota::handsOverAtTheSameHourAllYear()
{
    const Rota rota = weekly();
    // The clocks went forward on 29 March: 09:00 is an hour earlier by UTC.
    QCOMPARE(people(rota, "2026-03-30T06:59:59Z"), std::string("bob"));
    QCOMPARE(people(rota, "2026-03-30T07:00:00Z"), std::string("cyd"));
    // And back on 25 October.
    QCOMPARE(onCall(rota, at("2026-10-25T12:00:00Z")).until, at("2026-10-26T08:00:00Z"));
}

void TestRota::shortTurnsWhileAnHourIsShownTwice()
{
    // 02:30 comes twice on 25 October, at 00:30Z and at 01:30Z; the handover is at the first.
    const Rota rota{
        .zone = "Europe/Berlin", .shifts = {{.people = {"ada", "bob"}, .start = wall("2026-10-25T00:30"), .every = hours(2)}}};
    QCOMPARE(people(rota, "2026-10-25T00:29:00Z"), std::string("ada"));
    QCOMPARE(people(rota, "2026-10-25T00:30:00Z"), std::string("bob"));
    QCOMPARE(people(rota, "2026-10-25T01:15:00Z"), std::string("bob")); // the second 02:15
    QCOMPARE(people(rota, "2026-10-25T03:29:00Z"), std::string("bob"));
    QCOMPARE(people(rota, "2026-10-25T03:30:00Z"), std::string("ada"));
}

void TestRota::shortTurnsWhileAnHourIsLeftOut()
{
    // 02:30 does not come on 29 March; it is taken as 03:30.
    const Rota rota{
        .zone = "Europe/Berlin", .shifts = {{.people = {"ada", "bob"}, .start = wall("2026-03-29T00:30"), .every = hours(2)}}};
    QCOMPARE(people(rota, "2026-03-29T01:29:00Z"), std::string("ada"));
    QCOMPARE(people(rota, "2026-03-29T01:30:00Z"), std::string("bob"));
    QCOMPARE(people(rota, "2026-03-29T02:30:00Z"), std::string("ada")); // 04:30
}

void TestRota::beforeTheFirstTurnNobody()
{
    QCOMPARE(people(weekly(), "2026-03-16T07:59:59Z"), std::string());
    QCOMPARE(onCall(weekly(), at("2026-03-01T00:00:00Z")).until, at("2026-03-16T08:00:00Z"));
}

void TestRota::aShiftEnds()
{
    Rota rota = weekly();
    rota.shifts.front().end = wall("2026-03-25T12:00");
    QCOMPARE(people(rota, "2026-03-25T10:59:59Z"), std::string("bob"));
    QCOMPARE(people(rota, "2026-03-25T11:00:00Z"), std::string(""));
    QCOMPARE(onCall(rota, at("2026-03-25T12:00:00Z")), (OnCall{{}, at("2026-03-25T11:00:00Z"), std::nullopt}));
}

void TestRota::officeHoursOnly()
{
    const Rota rota = officeHours();
    QCOMPARE(people(rota, "2026-03-20T15:59:00Z"), std::string("ada")); // Friday 16:59
    QCOMPARE(people(rota, "2026-03-20T16:00:00Z"), std::string(""));
    QCOMPARE(people(rota, "2026-03-21T12:00:00Z"), std::string(""));
    QCOMPARE(onCall(rota, at("2026-03-21T12:00:00Z")), (OnCall{{}, at("2026-03-20T16:00:00Z"), at("2026-03-23T08:00:00Z")}));
    QCOMPARE(people(rota, "2026-03-23T08:00:00Z"), std::string("bob"));
}

void TestRota::aNightWindowGoesOverMidnight()
{
    Rota rota = weekly();
    rota.shifts.front().days = {std::chrono::Friday};
    rota.shifts.front().from = hours(22);
    rota.shifts.front().to = hours(6);
    QCOMPARE(people(rota, "2026-03-20T20:59:00Z"), std::string(""));
    QCOMPARE(people(rota, "2026-03-20T21:00:00Z"), std::string("ada"));
    QCOMPARE(people(rota, "2026-03-21T04:59:00Z"), std::string("ada")); // Saturday, but it is Friday's night
    QCOMPARE(people(rota, "2026-03-21T05:00:00Z"), std::string(""));
    QCOMPARE(people(rota, "2026-03-21T21:30:00Z"), std::string(""));
}

void TestRota::severalAtOnce()
{
    Rota rota = weekly();
    rota.shifts.push_back({.people = {"bob"}, .start = wall("2026-03-16T09:00"), .every = hours(24)});
    QCOMPARE(people(rota, "2026-03-17T12:00:00Z"), std::string("ada bob"));
    QCOMPARE(people(rota, "2026-03-24T12:00:00Z"), std::string("bob")); // both shifts say so; it is one person
}

void TestRota::aDutyOfACalendar()
{
    Rota rota{.zone = "UTC"};
    rota.duties = {{at("2026-03-16T08:00:00Z"), at("2026-03-17T08:00:00Z"), "ada"}};
    QCOMPARE(people(rota, "2026-03-16T07:59:59Z"), std::string(""));
    QCOMPARE(people(rota, "2026-03-16T08:00:00Z"), std::string("ada"));
    QCOMPARE(people(rota, "2026-03-17T08:00:00Z"), std::string(""));
    QCOMPARE(onCall(rota, at("2026-03-16T12:00:00Z")), (OnCall{{"ada"}, at("2026-03-16T08:00:00Z"), at("2026-03-17T08:00:00Z")}));
}

void TestRota::anOverrideReplacesEverybody()
{
    Rota rota = weekly();
    rota.shifts.push_back({.people = {"bob"}, .start = wall("2026-03-16T09:00"), .every = hours(24)});
    rota.overrides = {{at("2026-03-17T08:00:00Z"), at("2026-03-18T08:00:00Z"), {"cyd"}, {}}};
    QCOMPARE(people(rota, "2026-03-17T07:59:59Z"), std::string("ada bob"));
    QCOMPARE(people(rota, "2026-03-17T08:00:00Z"), std::string("cyd"));
    QCOMPARE(people(rota, "2026-03-18T08:00:00Z"), std::string("ada bob"));
}

void TestRota::anOverrideReplacesOne()
{
    Rota rota = weekly();
    rota.overrides = {{at("2026-03-20T08:00:00Z"), at("2026-03-25T08:00:00Z"), {"cyd"}, "ada"}};
    QCOMPARE(people(rota, "2026-03-21T08:00:00Z"), std::string("cyd"));
    QCOMPARE(people(rota, "2026-03-24T08:00:00Z"), std::string("bob")); // Ada's week is over, nobody stands in for Bob
}

void TestRota::overridesFollowEachOther()
{
    Rota rota = weekly();
    const Instant from = at("2026-03-17T08:00:00Z");
    rota.overrides = {{from + hours(1), from + hours(2), {"cyd"}, "bob"}, {from, from + hours(3), {"bob"}, "ada"}};
    QCOMPARE(people(rota, "2026-03-17T08:30:00Z"), std::string("bob"));
    QCOMPARE(people(rota, "2026-03-17T09:30:00Z"), std::string("cyd")); // for Bob, who is there for Ada
    QCOMPARE(people(rota, "2026-03-17T10:30:00Z"), std::string("bob"));
}

void TestRota::theNextChange()
{
    Rota rota = weekly();
    QCOMPARE(onCall(rota, at("2026-03-24T00:00:00Z")), (OnCall{{"bob"}, at("2026-03-23T08:00:00Z"), at("2026-03-30T07:00:00Z")}));
    rota.overrides = {{at("2026-03-26T08:00:00Z"), at("2026-03-27T08:00:00Z"), {"cyd"}, "bob"}};
    QCOMPARE(onCall(rota, at("2026-03-24T00:00:00Z")).until, at("2026-03-26T08:00:00Z"));
    QCOMPARE(onCall(rota, at("2026-03-28T00:00:00Z")).since, at("2026-03-27T08:00:00Z"));
}

void TestRota::aChangeThatChangesNothingIsNone()
{
    Rota rota = weekly();
    rota.overrides = {{at("2026-03-24T08:00:00Z"), at("2026-03-25T08:00:00Z"), {"bob"}, {}}}; // it is his week anyway
    QCOMPARE(onCall(rota, at("2026-03-24T00:00:00Z")).until, at("2026-03-30T07:00:00Z"));
}

void TestRota::whoIsAloneStays()
{
    Rota rota = weekly();
    rota.shifts.front().people = {"ada"};
    QCOMPARE(onCall(rota, at("2026-06-24T00:00:00Z")), (OnCall{{"ada"}, at("2026-03-16T08:00:00Z"), std::nullopt}));
}

void TestRota::gaps()
{
    const Instant from = at("2026-03-19T12:00:00Z");
    const std::vector<RotaGap> found = gapsOf(officeHours(), from, from + hours(72), 10);
    QCOMPARE(found.size(), 2u);
    QCOMPARE(found[0], (RotaGap{at("2026-03-19T16:00:00Z"), at("2026-03-20T08:00:00Z")}));
    QCOMPARE(found[1], (RotaGap{at("2026-03-20T16:00:00Z"), std::nullopt}));
    QVERIFY(gapsOf(weekly(), from, from + hours(2000), 10).empty());
    QCOMPARE(gapsOf(officeHours(), from, from + hours(72), 1).size(), 1u);
}

void TestRota::impossible_data()
{
    QTest::addColumn<Rota>("rota");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *expected, auto change) {
        Rota rota = weekly();
        change(rota);
        QTest::newRow(name) << rota << QString::fromUtf8(expected);
    };
    const auto override = [](const char *from, const char *until, std::string person, std::string insteadOf) {
        return RotaOverride{at(from), at(until), {std::move(person)}, std::move(insteadOf)};
    };
    row("none", "", [](Rota &) {});
    row("zone", ".zone: there is no time zone \"Europe/Berlni\"; write one such as Europe/Berlin",
        [](Rota &rota) { rota.zone = "Europe/Berlni"; });
    row("nothing", ".: this rota has neither shifts nor a calendar nor overrides: nobody is ever on call",
        [](Rota &rota) { rota.shifts.clear(); });
    row("no people", "shifts[0].people: nobody is named here: at least one person must be",
        [](Rota &rota) { rota.shifts.front().people.clear(); });
    row("unknown person", "shifts[0].people: there is no person \"dan\"",
        [](Rota &rota) { rota.shifts.front().people.push_back("dan"); });
    row("twice in a row", "warning shifts[0].people: cyd is named twice in a row: both turns together are one long turn",
        [](Rota &rota) { rota.shifts.front().people.push_back("cyd"); });
    row("zero length", "shifts[0].every: a turn must last longer than nothing",
        [](Rota &rota) { rota.shifts.front().every = Duration(0); });
    row("ends early", "shifts[0].end: the shift ends (2026-03-16 09:00) before it begins (2026-03-16 09:00)",
        [](Rota &rota) { rota.shifts.front().end = rota.shifts.front().start; });
    row("override backwards", "overrides[0].to: the override ends (2026-03-16 10:00) before it begins (2026-03-17 10:00)",
        [&](Rota &rota) { rota.overrides = {override("2026-03-17T09:00:00Z", "2026-03-16T09:00:00Z", "ada", "")}; });
    row("override of nothing", "overrides[0].to: the override ends (2026-03-17 10:00) before it begins (2026-03-17 10:00)",
        [&](Rota &rota) { rota.overrides = {override("2026-03-17T09:00:00Z", "2026-03-17T09:00:00Z", "ada", "")}; });
    row("override by nobody", "overrides[0].people: nobody is named here: at least one person must be", [&](Rota &rota) {
        rota.overrides = {override("2026-03-17T09:00:00Z", "2026-03-18T09:00:00Z", "ada", "")};
        rota.overrides.front().people.clear();
    });
    row("override for nobody", "overrides[0].instead_of: there is no person \"dan\"",
        [&](Rota &rota) { rota.overrides = {override("2026-03-17T09:00:00Z", "2026-03-18T09:00:00Z", "ada", "dan")}; });
    row("override by oneself", "overrides[0].instead_of: ada cannot stand in for ada",
        [&](Rota &rota) { rota.overrides = {override("2026-03-17T09:00:00Z", "2026-03-18T09:00:00Z", "ada", "ada")}; });
    row("gap",
        "warning .: nobody is on call from Mon 2026-03-16 17:00 to Tue 2026-03-17 09:00, and perhaps at other times; what is due "
        "then goes to the next level",
        [](Rota &rota) { rota = officeHours(); });
    row("gap at the end", "warning .: nobody is on call after Wed 2026-03-25 12:00; what is due then goes to the next level",
        [](Rota &rota) { rota.shifts.front().end = wall("2026-03-25T12:00"); });
    row("what a calendar covers is not known", "", [](Rota &rota) {
        rota = officeHours();
        rota.calendar = "/etc/duty.ics";
    });
}

void TestRota::impossible()
{
    QFETCH(const Rota, rota);
    QFETCH(const QString, expected);
    QCOMPARE(words(problemsOf(rota, kEverybody)), expected);
    onCall(rota, at("2026-03-17T12:00:00Z")); // whatever it is, it ends
}

void TestRota::timesOfDay()
{
    QCOMPARE(parseTimeOfDay("09:05"), TimeOfDay(545));
    for (const char *wrong : {"", "9:05", "24:00", "09:60", "09-05", "09:5x", "+9:05"})
        QVERIFY2(!parseTimeOfDay(wrong), wrong);
    QCOMPARE(formatTimeOfDay(TimeOfDay(545)), std::string("09:05"));
    QCOMPARE(parseLocalTime("2026-03-16 09:00:30"), wall("2026-03-16T09:00") + std::chrono::seconds(30));
    for (const char *wrong : {"", "2026-03-16", "2026-03-16T09:00Z", "2026-02-30T09:00", "2026-03-16T09:00:0Z"})
        QVERIFY2(!parseLocalTime(wrong), wrong);
    QCOMPARE(formatLocalTime(wall("2026-03-16T09:00")), std::string("2026-03-16 09:00"));
}

void TestRota::zones()
{
    QVERIFY(Zone::named("Europe/Berlin") && Zone::named("UTC"));
    for (const char *wrong : {"", "Europe/Berlni", "UTC+3", "../../etc/passwd"})
        QVERIFY2(!Zone::named(wrong), wrong);
    const Zone berlin = Zone::orUtc("Europe/Berlin");
    QCOMPARE(berlin.local(at("2026-07-01T10:00:00Z")), wall("2026-07-01T12:00"));
    QCOMPARE(berlin.instant(wall("2026-10-25T02:30")), at("2026-10-25T00:30:00Z")); // shown twice: the first
    QCOMPARE(berlin.instant(wall("2026-03-29T02:30")), at("2026-03-29T01:30:00Z")); // left out: as from before
    berlin.local(Instant::max());
}

QTEST_GUILESS_MAIN(TestRota)
#include "tst_rota.moc"
