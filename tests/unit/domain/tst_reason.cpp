// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/reason.h"

#include <QTest>

using namespace tocsin;

namespace {
constexpr Phrase kTwo{"two", "%2 answered %1"};
constexpr Phrase kPercent{"percent", "100 % of %1, 50%, %0 and %1%"};
constexpr Phrase kRepeated{"repeated", "%1 and %1"};
constexpr Phrase kPlain{"plain", "It is so"};
} // namespace

class ReasonTest : public QObject
{
    Q_OBJECT

private slots:
    void putsArgumentsInTheirPlaces();
    void argumentsAreNeverReadAgain();
    void aMissingArgumentLeavesAGap();
    void reasonsOfTheSamePhraseAndArgumentsAreEqual();
    void aReasonMayStandInAReason();
};

void ReasonTest::putsArgumentsInTheirPlaces()
{
    QCOMPARE(english(Reason(kTwo, {"503", "the shop"})), std::string("the shop answered 503"));
    QCOMPARE(english(Reason(kRepeated, {"x"})), std::string("x and x"));
    QCOMPARE(english(Reason(kPlain)), std::string("It is so"));
    QCOMPARE(english(Reason()), std::string());
    QVERIFY(Reason().isEmpty());
    QVERIFY(!Reason(kPlain).isEmpty());
    QCOMPARE(Reason(kTwo).code(), std::string_view("two"));
}

void ReasonTest::argumentsAreNeverReadAgain()
{
    // Outside text may hold anything that looks like a placeholder.
    QCOMPARE(english(Reason(kTwo, {"%2 %1 100%", "%1"})), std::string("%1 answered %2 %1 100%"));
}

void ReasonTest::aMissingArgumentLeavesAGap()
{
    QCOMPARE(english(Reason(kTwo, {"503"})), std::string(" answered 503"));
    QCOMPARE(english(Reason(kPercent, {"it"})), std::string("100 % of it, 50%,  and it%"));
}

void ReasonTest::reasonsOfTheSamePhraseAndArgumentsAreEqual()
{
    QVERIFY(Reason(kTwo, {"a", "b"}) == Reason(kTwo, {"a", "b"}));
    QVERIFY(Reason(kTwo, {"a", "b"}) != Reason(kTwo, {"b", "a"}));
    QVERIFY(Reason(kPlain) != Reason());
}

void ReasonTest::aReasonMayStandInAReason()
{
    const Reason inner(kTwo, {"503", "%1"});
    const Reason outer(kRepeated, {inner});
    QCOMPARE(english(outer), std::string("%1 answered 503 and %1 answered 503"));
    QCOMPARE(outer.arguments().front(), english(inner));
    QVERIFY(outer.inner(0) && *outer.inner(0) == inner);
    QVERIFY(!outer.inner(1));
    QVERIFY(!inner.inner(0));
    QVERIFY(outer == Reason(kRepeated, {Reason(kTwo, {"503", "%1"})}));
    QVERIFY(outer != Reason(kRepeated, {english(inner)})); // the same words, but nobody can translate them
    const Reason mixed(kTwo, {"503", Reason(kPlain)});
    QVERIFY(!mixed.inner(0) && mixed.inner(1));
}

QTEST_GUILESS_MAIN(ReasonTest)
#include "tst_reason.moc"
