// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/silence_wish.h"

#include <QTest>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

AlertPtr alertOf(const char *source, Labels labels, bool canSilence = true)
{
    Alert alert;
    alert.key = {SourceId(source), labels.isEmpty() ? "none" : std::string(labels.value("instance"))};
    alert.actions.silence = canSilence;
    alert.labels = std::move(labels);
    return std::make_shared<const Alert>(std::move(alert));
}

std::string textOf(const Matchers &matchers)
{
    std::string text;
    for (const Matcher &matcher : matchers)
        text.append(text.empty() ? "" : " ").append(matcher.text());
    return text;
}

} // namespace

class TestSilenceWish : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void proposesWhatAllHaveInCommon();
    void hitsOnlyItsSources();
};

void TestSilenceWish::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("matchers");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const char *matchers, int minutes, const char *comment, const char *code) {
        QTest::newRow(name) << matchers << minutes << comment << code;
    };
    row("good", "a=b", 120, "why", "");
    row("good with a regular expression", "a=~\"b|c\" d!=e", 1, "why", "");
    row("no matcher", "", 120, "why", "silence_too_wide");
    row("only matchers that a missing label meets", "a!=b c=~\".*\"", 120, "why", "silence_too_wide");
    row("no time", "a=b", 0, "why", "silence_length");
    row("more than 30 days", "a=b", 30 * 24 * 60 + 1, "why", "silence_length");
    row("no comment", "a=b", 120, "  ", "silence_no_comment");
    row("an acknowledgement by its comment", "a=b", 120, " ACK! mine", "silence_looks_acknowledged");
}

void TestSilenceWish::saysWhatIsWrong()
{
    QFETCH(QString, matchers);
    QFETCH(int, minutes);
    QFETCH(QString, comment);
    QFETCH(QString, code);
    SilenceWish wish{
        {SourceId("am")}, parseMatchers(matchers.toStdString()).value(), comment.toStdString(), std::chrono::minutes(minutes)};
    QCOMPARE(std::string(problemOf(wish).code()), code.toStdString());
    wish.sources.clear();
    QCOMPARE(problemOf(wish).code(), std::string_view("silence_no_source"));
}

void TestSilenceWish::proposesWhatAllHaveInCommon()
{
    const AlertPtr one = alertOf("am", {{"alertname", "X"}, {"instance", "a"}, {"service", "pay"}});
    const AlertPtr two = alertOf("am", {{"alertname", "X"}, {"instance", "b"}, {"service", "pay"}, {"more", "1"}});
    QCOMPARE(textOf(commonMatchers({one, two})), std::string("alertname=\"X\" service=\"pay\""));
    QCOMPARE(textOf(commonMatchers({two})), std::string("alertname=\"X\" instance=\"b\" more=\"1\" service=\"pay\""));
    QVERIFY(commonMatchers({one, alertOf("am", {{"instance", "c"}})}).empty());
    QVERIFY(commonMatchers({}).empty());
}

void TestSilenceWish::hitsOnlyItsSources()
{
    const Labels labels{{"alertname", "X"}};
    const AlertPtr here = alertOf("am", labels);
    const AlertPtr there = alertOf("other", labels);
    const AlertPtr readOnly = alertOf("prometheus", labels, false);
    SilenceWish wish;
    wish.sources = silencingSources({here, readOnly, here});
    QCOMPARE(wish.sources, std::vector<SourceId>{SourceId("am")});
    QVERIFY(!wouldSilence(wish, *here)); // nothing said is nothing meant
    wish.matchers = commonMatchers({here});
    QVERIFY(wouldSilence(wish, *here));
    QVERIFY(!wouldSilence(wish, *there));
    QVERIFY(!wouldSilence(wish, *readOnly));
}

QTEST_GUILESS_MAIN(TestSilenceWish)
#include "tst_silence_wish.moc"
