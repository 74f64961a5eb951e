// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alert_filter.h"
#include "models/items/filter_completion.h"
#include "tests/unit/items/board_language.h"

#include <QTest>

using namespace tocsin;

namespace {

FilterVocabulary vocabularyOf(const Board &board)
{
    FilterVocabulary vocabulary;
    vocabulary.begin(board);
    while (!vocabulary.advance()) { }
    return vocabulary;
}

} // namespace

class TestAlertFilter final : public QObject
{
    Q_OBJECT

private slots:
    void filters_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("ids");
        const auto row
            = [](const char *line, const char *ids) { QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(ids); };
        row("", "a b c d");
        row("service=payments", "a b");
        row("service=Payments", "a b");
        row("service = payments , severity=critical", "a");
        row("severity=~\"critical|page\"", "a c");
        row("state=down", "a c");
        row("state!=acked", "a c d");
        row("state!=down", "b d");
        row("acked=yes", "b");
        row("acked=NAME", "b");
        row("state=silenced", "c");
        row("severity=unmapped", "d");
        row("severity=weird", "d");
        row("source=am name=Decline", "a b");
        row("mount=/var", "d");
        row("{mount!=\"/var\"}", "a b c");
        row("DECLINE", "a b");
        row("\"latency high\"", "");
        row("späti", "c");
        row("SPÄTI", "c");
        row("decline critical", "a");
    }
    void filters()
    {
        QFETCH(QString, line);
        const std::vector<AlertPtr> all{test::alert("a Decline critical Payments"),
            test::alert("b Decline warning Payments acked=NAME"), test::alert("c Late page Shop silenced city=Späti"),
            test::alert("d Disk weird - mount=/var")};
        const auto filter = AlertFilter::parse(line);
        QVERIFY(filter);
        QStringList ids;
        for (const AlertPtr &alert : all) {
            if (filter->matches(*alert))
                ids << QString::fromStdString(alert->key.externalId);
        }
        QTEST(ids.join(QLatin1Char(' ')), "ids");
    }

    void anErrorSaysWhere_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("bad regex after an umlaut") << QStringLiteral("ü name=~\"(\"") << 2 << 10;
        QTest::newRow("open quote") << QStringLiteral("a=b c=\"d") << 4 << 8;
    }
    void anErrorSaysWhere()
    {
        QFETCH(QString, line);
        QFETCH(int, from);
        QFETCH(int, to);
        const auto filter = AlertFilter::parse(line);
        QVERIFY(!filter);
        QVERIFY2(filter.error().position >= from && filter.error().position <= to,
            qPrintable(QString::number(filter.error().position)));
        QVERIFY(!filter.error().detail.isEmpty());
    }

    void noLineBreaksTheReader()
    {
        const QString signs = QStringLiteral("a=!~\"{}, \\é");
        quint32 seed = 1;
        for (int round = 0; round < 20'000; ++round) {
            QString line;
            for (int i = 0; i < 8; ++i) {
                seed = seed * 1664525 + 1013904223;
                line += signs[static_cast<qsizetype>(seed >> 16) % signs.size()];
            }
            const auto filter = AlertFilter::parse(line);
            QVERIFY(filter || (filter.error().position >= 0 && filter.error().position <= line.size()));
        }
    }

    void completesNamesThenValues()
    {
        Board board;
        board.apply(test::alerts({"a Decline critical Payments mount=/var", "b Late page Shop mount=/home zone=eu"}));
        const FilterVocabulary vocabulary = vocabularyOf(board);
        const FilterCompletion names = vocabulary.complete(QStringLiteral("foo mo"), 6);
        QCOMPARE(names.begin, 4);
        QCOMPARE(names.candidates.first(), QStringLiteral("mount"));
        const FilterCompletion values = vocabulary.complete(QStringLiteral("mount="), 6);
        QCOMPARE(values.begin, 6);
        QCOMPARE(values.candidates, (QStringList{QStringLiteral("/home"), QStringLiteral("/var")}));
        const FilterCompletion states = vocabulary.complete(QStringLiteral("state!=do"), 9);
        QCOMPARE(states.candidates, QStringList{QStringLiteral("down")});
        const FilterCompletion services = vocabulary.complete(QStringLiteral("service="), 8);
        QCOMPARE(services.candidates, (QStringList{QStringLiteral("Payments"), QStringLiteral("Shop")}));
    }

    void aCompletedValueReadsBack()
    {
        Board board;
        Alert odd = *test::alert("a X critical S");
        odd.labels.set("mount", "C:\\disk \"1\"");
        Changes changes;
        changes.alerts = {std::make_shared<const Alert>(odd), test::alert("b X critical S mount=/var")};
        board.apply(changes);
        const FilterCompletion completion = vocabularyOf(board).complete(QStringLiteral("mount="), 6);
        for (const QString &candidate : completion.candidates) {
            const auto filter = AlertFilter::parse(QStringLiteral("mount=") + candidate);
            QVERIFY2(filter, qPrintable(candidate));
            QCOMPARE(filter->matches(odd), candidate.contains(QStringLiteral("disk")));
        }
    }
};

QTEST_GUILESS_MAIN(TestAlertFilter)
#include "tst_alert_filter.moc"
