// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/command_table.h"
#include "widgets/shell/fuzzy.h"

#include <QKeySequence>
#include <QTest>

#include <set>

using namespace tocsin;

class TestFuzzy final : public QObject
{
    Q_OBJECT

private slots:
    void beginningsOfWordsCountMost()
    {
        const auto score
            = [](const char *text) { return fuzzyScore(QStringLiteral("tl"), QString::fromLatin1(text)).value_or(-1000); };
        QVERIFY(score("Theme: light") > score("Mark all that are listed"));
        QVERIFY(fuzzyScore(QStringLiteral("ack"), QStringLiteral("Acknowledge"))
            > fuzzyScore(QStringLiteral("ack"), QStringLiteral("Go back")));
    }

    void theLettersMustOccurInOrder()
    {
        QVERIFY(fuzzyScore(QStringLiteral("THEME dark"), QStringLiteral("Theme: dark")));
        QVERIFY(!fuzzyScore(QStringLiteral("kcab"), QStringLiteral("Go back")));
        QVERIFY(fuzzyScore(QString(), QStringLiteral("anything")));
    }

    void noKeyMeansTwoThings()
    {
        std::set<QString> keys;
        for (const CommandSpec &command : commandTable()) {
            for (const QKeySequence &key : commandKeys(command.id)) {
                QVERIFY2(!key.isEmpty(), command.name);
                QVERIFY2(keys.insert(key.toString()).second, command.name);
            }
        }
    }
};

QTEST_MAIN(TestFuzzy)
#include "tst_fuzzy.moc"
