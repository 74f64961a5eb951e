// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command_line.h"
#include "app/exit_status.h"

#include <QTest>

using namespace tocsin;
using namespace std::chrono_literals;
using Command = CommandLine::Command;

class TestCommandLine final : public QObject
{
    Q_OBJECT

private slots:
    void understands_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("command");
        const auto row = [](const char *words, Command command) {
            QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                                 << static_cast<int>(command);
        };
        row("", Command::Desk);
        row("--wall", Command::Wall);
        row("check", Command::Check);
        row("check Payments am --json", Command::Check);
        row("validate", Command::Validate);
        row("validate shop.yaml", Command::Validate);
        row("snapshot --out x.png --size 3840x2160", Command::Snapshot);
        row("watch --config shop", Command::Watch);
        row("shop --port 8080", Command::Shop);
        row("schema", Command::Schema);
        row("--help", Command::Help);
        row("--version", Command::Version);
    }
    void understands()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, command);
        const auto line = parseCommandLine(arguments);
        QVERIFY2(line, line ? "" : qPrintable(line.error()));
        QCOMPARE(static_cast<int>(line->command), command);
    }

    void readsValues()
    {
        const auto line = parseCommandLine({QStringLiteral("snapshot"), QStringLiteral("--out"), QStringLiteral("a b.png"),
            QStringLiteral("--size"), QStringLiteral("1920x1080"), QStringLiteral("--after"), QStringLiteral("30s"),
            QStringLiteral("--theme"), QStringLiteral("light"), QStringLiteral("--view"), QStringLiteral("wall"),
            QStringLiteral("--night-dim"), QStringLiteral("40")});
        QVERIFY(line.has_value());
        QCOMPARE(line->out, QStringLiteral("a b.png"));
        QCOMPARE(line->size, QSize(1920, 1080));
        QCOMPARE(line->after, Duration(30s));
        QCOMPARE(line->theme, QStringLiteral("light"));
        QCOMPARE(line->view, QStringLiteral("wall"));
        QCOMPARE(line->nightDim, 40);
    }

    void theFileBehindValidateIsTheOneThatIsRead()
    {
        const auto line = parseCommandLine({QStringLiteral("validate"), QStringLiteral("shop.yaml")});
        QVERIFY(line.has_value());
        QCOMPARE(line->config, std::filesystem::path("shop.yaml"));
    }

    void namesOfACheck()
    {
        const auto line = parseCommandLine({QStringLiteral("check"), QStringLiteral("Payments"), QStringLiteral("Gift cards")});
        QCOMPARE(line->names, (QStringList{QStringLiteral("Payments"), QStringLiteral("Gift cards")}));
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("culprit"); // what the sentence must name
        const auto row = [](const char *words, const char *culprit) {
            QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' ')) << QString::fromLatin1(culprit);
        };
        row("frobnicate", "frobnicate");
        row("--frobnicate", "frobnicate");
        row("validate a b", "b");
        row("snapshot", "--out");
        row("snapshot --out x --size big", "big");
        row("snapshot --out x --size 0x0", "0x0");
        row("snapshot --out x --size 99999x99999", "99999x99999");
        row("snapshot --out x --after soon", "soon");
        row("snapshot --out x --view weather", "weather");
        row("report last --format pdf", "pdf");
        row("report one two", "two");
        row("--theme pink", "pink");
        row("--wall --rotate 5", "5");
        row("shop --port 70000", "70000");
        row("check --profile ../x", "../x");
        row("check --profile a/b", "a/b");
        row("check --profile .x", ".x");
        row("check --wall", "--wall");
        row("validate --json", "--json");
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, culprit);
        const auto line = parseCommandLine(arguments);
        QVERIFY(!line);
        QVERIFY2(line.error().contains(culprit), qPrintable(line.error()));
    }

    void theHelpNamesEveryCommandAndOption()
    {
        const QString help = helpText();
        for (const char *word : {"check", "validate", "schema", "shop", "watch", "snapshot", "--wall", "--json", "--config",
                 "--data", "--simulated", "--theme", "--language", "--screen", "--rotate", "--out", "--after"})
            QVERIFY2(help.contains(QLatin1String(word)), word);
    }

    void onlyProvenCalmEndsWithZero()
    {
        QCOMPARE(exitStatus(State::Ok), ExitStatus::Ok);
        QCOMPARE(exitStatus(State::Maintenance), ExitStatus::Ok);
        QCOMPARE(exitStatus(State::Degraded), ExitStatus::Degraded);
        QCOMPARE(exitStatus(State::Down), ExitStatus::Down);
        QCOMPARE(exitStatus(State::Unknown), ExitStatus::Unknown);
        QCOMPARE(exitStatus(State::Pending), ExitStatus::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
