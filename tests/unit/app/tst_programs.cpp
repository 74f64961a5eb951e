// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/temporary_folder.h"
#include "tests/unit/app/program_run.h"

#include <QImage>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin::test;

namespace {

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Nothing listens on port 1 of loopback.
constexpr const char *kDeadShop = "shop: Dead\n"
                                  "sources: [{name: am, type: alertmanager, url: 'http://127.0.0.1:1'}]\n"
                                  "services:\n"
                                  "  - {name: Page, checks: [{type: http, url: 'http://127.0.0.1:1/'}]}\n"
                                  "  - {name: Quiet, alerts: 'service=\"quiet\"'}\n";

} // namespace

/// The two programs as scripts and cron see them: output and exit status.
class TestPrograms final : public QObject
{
    Q_OBJECT

private slots:
    void statusOf_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("status");
        for (const QString &program : {QStringLiteral("tocsin"), QStringLiteral("tocsin-cli")}) {
            const auto row = [&program](const char *arguments, int status) {
                QTest::addRow("%s %s", qPrintable(program), arguments) << program << QString::fromLatin1(arguments) << status;
            };
            row("--version", 0);
            row("--help", 0);
            row("schema", 0);
            row("frobnicate", 64);
            row("check", 4);
            row("check --config /does/not/exist", 4);
            row("validate /does/not/exist", 4);
            row("check --simulated NoSuchService", 64);
        }
        QTest::newRow("cli desk") << QStringLiteral("tocsin-cli") << QString() << 69;
        QTest::newRow("cli wall") << QStringLiteral("tocsin-cli") << QStringLiteral("--wall") << 69;
        QTest::newRow("cli snapshot") << QStringLiteral("tocsin-cli") << QStringLiteral("snapshot --out x.png") << 69;
    }
    void statusOf()
    {
        QFETCH(QString, program);
        QFETCH(QString, arguments);
        QFETCH(int, status);
        const Outcome outcome = run(qPrintable(program), words(arguments));
        QVERIFY2(outcome.status == status, outcome.errors.constData());
        QVERIFY(!outcome.output.isEmpty() || !outcome.errors.isEmpty());
    }

    void aDeadShopIsDownAndItsSourceUnknown()
    {
        const TemporaryFolder folder;
        const QString config = QString::fromStdString(folder.write("dead.yaml", kDeadShop));
        for (const char *program : {"tocsin", "tocsin-cli"}) {
            const Outcome outcome
                = run(program, {QStringLiteral("check"), QStringLiteral("--json"), QStringLiteral("--config"), config});
            QCOMPARE(outcome.status, 2);
            const auto json = nlohmann::json::parse(outcome.output.toStdString());
            QCOMPARE(json["overall"].get<std::string>(), std::string("down"));
            QCOMPARE(json["services"][0]["state"].get<std::string>(), std::string("down"));
            QCOMPARE(json["services"][1]["state"].get<std::string>(), std::string("unknown"));
            QCOMPARE(json["sources"][0]["state"].get<std::string>(), std::string("unknown"));
            QVERIFY(!json["sources"][0]["reason"].get<std::string>().empty());
            QVERIFY(json["sources"][0]["age_s"].is_null());
        }
    }

    void everyMistakeIsToldWithItsPlace()
    {
        const TemporaryFolder folder;
        const QString config = QString::fromStdString(folder.write(
            "bad.yaml", "shop: X\nshopp: Y\nservices:\n  - {name: A, checks: [{type: htp, url: 'http://127.0.0.1:1/'}]}\n"));
        const Outcome outcome = run("tocsin-cli", {QStringLiteral("validate"), config});
        QCOMPARE(outcome.status, 4);
        QVERIFY2(outcome.errors.contains("bad.yaml:2:1:"), outcome.errors.constData());
        QVERIFY2(outcome.errors.contains("bad.yaml:4:"), outcome.errors.constData());
        QVERIFY2(outcome.errors.contains("did you mean shop?"), outcome.errors.constData());
    }

    void theSimulatedShopIsLookedAtForReal()
    {
        const Outcome outcome = run("tocsin-cli", words(QStringLiteral("check --simulated --json")));
        const auto json = nlohmann::json::parse(outcome.output.toStdString());
        QVERIFY(json["services"].size() >= 12);
        for (const auto &service : json["services"]) {
            for (const auto &check : service["checks"])
                QVERIFY(check["latency_ms"].is_number());
        }
        for (const auto &source : json["sources"])
            QCOMPARE(source["state"].get<std::string>(), std::string("ok"));
    }

    void aSnapshotIsAPictureOfItsSize()
    {
        const TemporaryFolder folder;
        for (const char *view : {"overview", "alerts", "wall"}) {
            const QString picture
                = QString::fromStdString(folder.path()) + QLatin1String("/") + QLatin1String(view) + QLatin1String(".png");
            const Outcome outcome = run("tocsin",
                {QStringLiteral("snapshot"), QStringLiteral("--simulated"), QStringLiteral("--view"), QLatin1String(view),
                    QStringLiteral("--size"), QStringLiteral("1080x1920"), QStringLiteral("--out"), picture});
            QVERIFY2(outcome.status == 0, outcome.errors.constData());
            QCOMPARE(QImage(picture).size(), QSize(1080, 1920));
        }
    }
};

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
