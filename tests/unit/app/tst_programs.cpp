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
            row("-v", 0);
            row("--help", 0);
            row("-h", 0);
            row("check --language xx", 64);
            row("schema", 0);
            row("frobnicate", 64);
            row("check", 4);
            row("check --config /does/not/exist", 4);
            row("validate /does/not/exist", 4);
            row("check --simulated NoSuchService", 64);
        }
        QTest::newRow("desk without a display") << QStringLiteral("tocsin") << QString() << 69;
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

    void aPictureOfNoShopIsAnError_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("culprit");
        QTest::newRow("nothing in the usual place") << QString() << QStringLiteral("no configuration at");
        QTest::newRow("a file that is gone") << QStringLiteral("gone.yaml") << QStringLiteral("gone.yaml");
        QTest::newRow("mistakes") << QStringLiteral("bad.yaml") << QStringLiteral("bad.yaml:1:1");
    }
    void aPictureOfNoShopIsAnError()
    {
        QFETCH(QString, config);
        QFETCH(QString, culprit);
        const TemporaryFolder folder;
        folder.write("bad.yaml", "shopp: X\n");
        const QString base = QString::fromStdString(folder.path()) + QLatin1Char('/');
        QStringList arguments = words(QStringLiteral("snapshot --view wall --out"));
        arguments << base + QStringLiteral("wall.png");
        if (!config.isEmpty())
            arguments << QStringLiteral("--config") << base + config;
        const Outcome outcome = run("tocsin", arguments);
        QCOMPARE(outcome.status, 4);
        QVERIFY2(outcome.errors.contains(culprit.toUtf8()), outcome.errors.constData());
        QVERIFY(!QImage(base + QStringLiteral("wall.png")).isNull()); // it shows what is wrong
    }

    void aPictureNeedsOneLookOnly()
    {
        // Three looks at the default interval of thirty seconds would take longer than `run` waits.
        const TemporaryFolder folder;
        const QString config = QString::fromStdString(folder.write("dead.yaml", kDeadShop));
        const QString picture = QString::fromStdString(folder.path()) + QStringLiteral("/wall.png");
        QStringList arguments = words(QStringLiteral("snapshot --view wall --config"));
        arguments << config << QStringLiteral("--out") << picture;
        QCOMPARE(run("tocsin", arguments).status, 0);
        // A tile that is DOWN is filled with red: the second look would have left it pending.
        const QImage image = QImage(picture).scaled(64, 64);
        int red = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                red += colour.red() > 150 && colour.green() < 90 ? 1 : 0;
            }
        }
        QVERIFY2(red > 200, qPrintable(QString::number(red)));
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
