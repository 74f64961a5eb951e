// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/acknowledgement_codec.h"
#include "models/sources/silence_plan.h"

#include <QTest>

using namespace tocsin;

namespace {

AlertPtr alertWith(Labels labels, const char *id)
{
    auto alert = std::make_shared<Alert>();
    alert->key = AlertKey{SourceId("am"), id};
    alert->labels = std::move(labels);
    return alert;
}

const AlertPtr kWanted = alertWith({{"alertname", "DiskFull"}, {"instance", "db1"}}, "a");

} // namespace

/// Which matchers acknowledge exactly one alert (decision 11), and how an acknowledgement is written into a silence.
class TestSilencePlan : public QObject
{
    Q_OBJECT

private slots:
    void aloneItIsOneMatcherPerLabel();
    void siblingWithALabelMoreIsKeptOut();
    void namesakesLabelsAreKeptOutInAdvance();
    void strangersDoNotLengthenIt();
    void twinsCannotBeToldApart();
    void emptyValuesAreNoMatchers();
    void fewSiblingsSayWhatAllSay();
    void commentSurvivesTheRoundTrip_data();
    void commentSurvivesTheRoundTrip();
    void acknowledgementsOfOthersAreRecognised_data();
    void acknowledgementsOfOthersAreRecognised();
};

void TestSilencePlan::aloneItIsOneMatcherPerLabel()
{
    const auto plan = planSilence(*kWanted, {});
    QCOMPARE(plan->text(), std::string(R"({alertname="DiskFull", instance="db1"})"));
    QCOMPARE(plan->matching, 1);
}

void TestSilencePlan::siblingWithALabelMoreIsKeptOut()
{
    const AlertPtr sibling = alertWith({{"alertname", "DiskFull"}, {"instance", "db1"}, {"mountpoint", "/var"}}, "b");
    const auto plan = planSilence(*kWanted, {sibling, kWanted, sibling});
    QCOMPARE(plan->text(), std::string(R"({alertname="DiskFull", instance="db1", mountpoint=""})"));
    QCOMPARE(plan->matching, 1);
    QVERIFY(!allMatch(plan->matchers, sibling->labels));
}

void TestSilencePlan::namesakesLabelsAreKeptOutInAdvance()
{
    const AlertPtr namesake = alertWith({{"alertname", "DiskFull"}, {"instance", "db2"}, {"device", "sda"}}, "b");
    const auto plan = planSilence(*kWanted, {namesake});
    const Labels tomorrow{{"alertname", "DiskFull"}, {"instance", "db1"}, {"device", "sda"}};
    QVERIFY(allMatch(plan->matchers, kWanted->labels));
    QVERIFY(!allMatch(plan->matchers, tomorrow));
}

void TestSilencePlan::strangersDoNotLengthenIt()
{
    const AlertPtr stranger = alertWith({{"alertname", "TargetDown"}, {"instance", "db1"}, {"job", "node"}}, "b");
    QCOMPARE(planSilence(*kWanted, {stranger})->matchers.size(), std::size_t(2));
}

void TestSilencePlan::twinsCannotBeToldApart()
{
    const auto plan = planSilence(*kWanted, {alertWith(kWanted->labels, "twin")});
    QVERIFY(!plan);
    QCOMPARE(plan.error().reason.code(), std::string_view("ack_not_exact"));
}

void TestSilencePlan::emptyValuesAreNoMatchers()
{
    QVERIFY(!planSilence(*alertWith({}, "none"), {}));
    QVERIFY(!planSilence(*alertWith({{"a", ""}}, "none"), {})); // the server refuses a silence that matches everything
}

/// A storm of thousands is previewed at once: each alert is planned against a handful, with the same outcome.
void TestSilencePlan::fewSiblingsSayWhatAllSay()
{
    std::vector<AlertPtr> all{kWanted, alertWith({{"instance", "db1"}}, "nameless"),
        alertWith({{"alertname", "DiskFull"}, {"instance", "db1"}, {"mount", "/"}}, "mount"),
        alertWith({{"alertname", "DiskFull"}, {"instance", "db1"}, {"mount", ""}}, "twin"),
        alertWith({{"alertname", "Other"}, {"instance", "db1"}, {"zone", "a"}}, "other")};
    for (int i = 0; i < 2'000; ++i)
        all.push_back(alertWith({{"alertname", "DiskFull"}, {"instance", "x" + std::to_string(i)}, {"pod", "p"}},
            ("storm" + std::to_string(i)).c_str()));
    const SilenceSiblings siblings(all);
    std::size_t most = 0;
    for (std::size_t i = 0; i < all.size(); i += i < 10 ? 1 : 97) {
        const auto exact = planSilence(*all[i], all);
        const auto quick = planSilence(*all[i], siblings.of(*all[i]));
        QCOMPARE(quick.has_value(), exact.has_value());
        QCOMPARE(exact ? quick->text() : std::string(), exact ? exact->text() : std::string());
        if (!exact)
            QCOMPARE(english(quick.error().reason), english(exact.error().reason));
        if (all[i]->labels.contains("alertname"))
            most = std::max(most, siblings.of(*all[i]).size());
    }
    QVERIFY2(most < 10, qPrintable(QString::number(most)));
}

void TestSilencePlan::commentSurvivesTheRoundTrip_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("words") << QStringLiteral("restoring the replica");
    QTest::newRow("none") << QString();
    QTest::newRow("brackets") << QStringLiteral("see [INC-12]");
    QTest::newRow("unicode") << QStringLiteral("Plattentausch läuft – 20 min");
}

void TestSilencePlan::commentSurvivesTheRoundTrip()
{
    QFETCH(QString, words);
    const std::string comment = acknowledgementComment(words.toStdString());
    QVERIFY(QString::fromStdString(comment).startsWith(QStringLiteral("ACK! ")));
    QVERIFY(isOurAcknowledgement(comment));
    QCOMPARE(QString::fromStdString(acknowledgementWords(comment).value()), words);
    const Instant end = parseRfc3339("2026-11-21T12:00:00.5Z").value();
    const std::string ending = acknowledgementComment(words.toStdString(), end);
    const Silence silence{SilenceId("id"), "ada", ending, Instant{}, end, true};
    QCOMPARE(QString::fromStdString(acknowledgementOf(silence)->comment), words);
    QVERIFY(acknowledgementOf(silence)->wishedUntil == end);
    QVERIFY(isOurAcknowledgement(ending));
}

void TestSilencePlan::acknowledgementsOfOthersAreRecognised_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<bool>("isOne");
    QTest::addColumn<QString>("words");
    QTest::newRow("karma") << QStringLiteral("ACK! This alert was acknowledged using karma on Sat, 21 Nov 2026 04:37:23 UTC")
                           << true << QStringLiteral("This alert was acknowledged using karma on Sat, 21 Nov 2026 04:37:23 UTC");
    QTest::newRow("by hand") << QStringLiteral("ACK!investigating") << true << QStringLiteral("investigating");
    QTest::newRow("silence") << QStringLiteral("index rebuild") << false << QString();
    QTest::newRow("prefix inside") << QStringLiteral("no ACK! here") << false << QString();
    QTest::newRow("empty") << QString() << false << QString();
}

void TestSilencePlan::acknowledgementsOfOthersAreRecognised()
{
    QFETCH(QString, comment);
    QFETCH(bool, isOne);
    QFETCH(QString, words);
    Silence silence{SilenceId("id"), "karma", comment.toStdString(), Instant{}, Instant{} + std::chrono::hours(1), true};
    const auto acknowledgement = acknowledgementOf(silence);
    QCOMPARE(acknowledgement.has_value(), isOne);
    QVERIFY(!isOurAcknowledgement(silence.comment));
    if (!isOne)
        return;
    QCOMPARE(QString::fromStdString(acknowledgement->comment), words);
    QCOMPARE(acknowledgement->person, std::string("karma"));
    silence.active = false;
    QVERIFY(!acknowledgementOf(silence));
}

QTEST_GUILESS_MAIN(TestSilencePlan)
#include "tst_silence_plan.moc"
