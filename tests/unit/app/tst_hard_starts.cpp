// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/linux_namespace.h"
#include "tests/unit/app/program_run.h"

#include <QFile>
#include <QImage>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin::test;
using Json = nlohmann::json;

namespace {

/// Nobody is there: loopback refuses, the documentation's addresses (RFC 5737) and names (RFC 2606) lead nowhere.
constexpr const char *kShop = R"(shop: Cut off
defaults: {interval: 1s, timeout: 900ms, failure_threshold: 1}
sources:
  - {name: am, type: alertmanager, url: 'http://127.0.0.1:1'}
  - {name: prometheus, type: prometheus, url: 'http://prometheus.shop.invalid:9090'}
services:
  - name: Page
    checks:
      - {type: http, url: 'http://127.0.0.1:1/'}
      - {type: http, url: 'https://www.shop.invalid/'}
      - {type: tcp, address: '127.0.0.1:1'}
      - {type: tls, address: '127.0.0.1:1'}
      - {type: dns, query: www.shop.invalid, resolver: '127.0.0.1:1'}
  - {name: Quiet, alerts: 'service="quiet"'}
)";
constexpr const char *kBeacons = "beacons: ['192.0.2.1:443', '198.51.100.1:443']\n";
constexpr const char *kBad = "shop: Bad\nservices:\n  - {name: A, checks: [{type: http, ulr: 'http://127.0.0.1:1/'}]}\n";

QStringList options(const QString &command, const std::string &config, const std::string &data)
{
    return command.split(QLatin1Char(' ')) << QStringLiteral("--config") << QString::fromStdString(config)
                                           << QStringLiteral("--data") << QString::fromStdString(data);
}

/// Nothing is calm, and everything says why.
void verifyNothingIsCalm(const QByteArray &output)
{
    const Json board = Json::parse(output.toStdString(), nullptr, false);
    QVERIFY2(board.is_object(), output.constData());
    QVERIFY(board["overall"] != "ok");
    for (const Json &service : board["services"]) {
        QVERIFY2(service["state"] == "down" || service["state"] == "unknown", output.constData());
        QVERIFY2(!service["reason"].get<std::string>().empty(), output.constData());
        for (const Json &check : service["checks"]) {
            QVERIFY2(check["state"] == "down" || check["state"] == "unknown", output.constData());
            QVERIFY2(!check["reason"].get<std::string>().empty(), output.constData());
        }
    }
    for (const Json &source : board["sources"]) {
        QVERIFY2(source["state"] == "unknown", output.constData());
        QVERIFY2(!source["reason"].get<std::string>().empty(), output.constData());
    }
}

} // namespace

/// Whatever is missing at the start, the programs start and say so.
class TestHardStarts final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<TemporaryFolder>(); }

    void everyBackEndUnreachable()
    {
        const std::string config = m_folder->write("shop.yaml", kShop);
        const Outcome checked = run("tocsin-cli", options(QStringLiteral("check --json"), config, dataFolder()));
        QCOMPARE(checked.status, 2);
        verifyNothingIsCalm(checked.output);

        ProgramRun watch("tocsin-cli", options(QStringLiteral("watch"), config, dataFolder()));
        QVERIFY2(watch.waitFor("Page DOWN"), watch.said().constData());
        QVERIFY2(watch.waitFor("am UNKNOWN: "), watch.said().constData());
        QVERIFY2(watch.waitFor("prometheus UNKNOWN: "), watch.said().constData());
        QVERIFY2(watch.waitFor("Quiet UNKNOWN: "), watch.said().constData());
        QCOMPARE(watch.stop().status, 0);
    }

    void theDeskStartsWithEveryBackEndUnreachable()
    {
        const std::string config = m_folder->write("shop.yaml", kShop);
        takePicture(options(QStringLiteral("snapshot"), config, dataFolder()), {}, 0);
    }

    void noNetworkAtAll()
    {
        if (const QByteArray reason = refusal('n'); !reason.isEmpty())
            QSKIP(reason.constData());
        const std::string config = m_folder->write("shop.yaml", kShop);
        const Outcome checked
            = run("tocsin-cli", options(QStringLiteral("check --json"), config, dataFolder()), namespaceOf('n'));
        QCOMPARE(checked.status, 2);
        verifyNothingIsCalm(checked.output);
        takePicture(options(QStringLiteral("snapshot"), config, dataFolder()), namespaceOf('n'), 0);
    }

    /// Who can see nobody at all says that it is blind, and not that the shop is down.
    void withoutNetworkAndWithBeaconsTheStationIsBlind()
    {
        if (const QByteArray reason = refusal('n'); !reason.isEmpty())
            QSKIP(reason.constData());
        QString elsewhere = QString::fromLatin1(kShop); // what runs on this machine proves itself
        elsewhere.replace(QStringLiteral("127.0.0.1"), QStringLiteral("192.0.2.7"));
        const std::string config = m_folder->write("shop.yaml", kBeacons + elsewhere.toStdString());
        const Outcome checked
            = run("tocsin-cli", options(QStringLiteral("check --json"), config, dataFolder()), namespaceOf('n'));
        QCOMPARE(checked.status, 3);
        verifyNothingIsCalm(checked.output);
        QVERIFY2(!checked.output.contains("\"down\""), checked.output.constData());

        ProgramRun watch("tocsin-cli", options(QStringLiteral("watch"), config, dataFolder()), namespaceOf('n'));
        QVERIFY2(watch.waitFor("station is blind. Of 2 beacons none answers"), watch.said().constData());
        QVERIFY2(watch.waitFor("Page UNKNOWN: "), watch.said().constData());
        QCOMPARE(watch.stop().status, 0);
        QVERIFY2(!watch.said().contains("DOWN"), watch.said().constData());
    }

    void badConfiguration()
    {
        const std::string config = m_folder->write("bad.yaml", kBad);
        for (const char *command : {"check", "watch", "validate"}) {
            const Outcome outcome = run("tocsin-cli", options(QLatin1String(command), config, dataFolder()));
            QCOMPARE(outcome.status, 4);
            QVERIFY2(outcome.errors.contains("bad.yaml:3:") && outcome.errors.contains("did you mean url?"),
                outcome.errors.constData());
        }
        const Outcome desk = takePicture(options(QStringLiteral("snapshot"), config, dataFolder()), {}, 4);
        QVERIFY2(desk.errors.contains("bad.yaml:3:"), desk.errors.constData());
        takePicture(options(QStringLiteral("snapshot --view wall"), config, dataFolder()), {}, 4);
    }

    void fullDisk()
    {
        if (const QByteArray reason = refusal('m'); !reason.isEmpty())
            QSKIP(reason.constData());
        const std::string config = m_folder->write("shop.yaml", kShop);
        const std::string disk = m_folder->makeFolder("disk");
        ProgramRun watch("tocsin-cli", options(QStringLiteral("watch"), config, disk + "/data"), withFullDisk(disk));
        QVERIFY2(watch.waitFor("station "), watch.said().constData());
        QVERIFY2(watch.waitFor("full"), watch.said().constData());
        QVERIFY2(watch.waitFor("Page DOWN"), watch.said().constData()); // it watches all the same
        QCOMPARE(watch.stop().status, 0);
        takePicture(options(QStringLiteral("snapshot"), config, disk + "/data"), withFullDisk(disk), 0);
    }

private:
    std::string dataFolder() const { return m_folder->path() + "/data"; }

    /// Lets the desk or wall paint itself, and verifies that there is a picture.
    Outcome takePicture(QStringList arguments, const QStringList &wrapper, int status)
    {
        const QString picture = QString::fromStdString(m_folder->path()) + QStringLiteral("/desk.png");
        arguments << QStringLiteral("--size") << QStringLiteral("1280x800") << QStringLiteral("--out") << picture;
        Outcome outcome = run("tocsin", arguments, wrapper);
        if (outcome.status != status)
            QTest::qFail(outcome.errors.constData(), __FILE__, __LINE__);
        if (QImage(picture).size() != QSize(1280, 800))
            QTest::qFail("there is no picture", __FILE__, __LINE__);
        QFile::remove(picture);
        return outcome;
    }

    std::unique_ptr<TemporaryFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestHardStarts)
#include "tst_hard_starts.moc"
