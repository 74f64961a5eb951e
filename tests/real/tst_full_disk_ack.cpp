// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_parser.h"
#include "tests/support/await.h"
#include "tests/support/linux_namespace.h"
#include "tests/support/manual_clock.h"
#include "tests/support/real_alertmanager.h"
#include "tests/support/temporary_folder.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

/// Decision 15: an incident is the worst time to refuse an acknowledgement because a disk is full.
class TestFullDiskAck final : public QObject
{
    Q_OBJECT

private slots:
    void isSentAndShownAsNotRecorded()
    {
        if (const QByteArray reason = refusal('m'); !reason.isEmpty())
            QSKIP(reason.constData());
        const SystemClock clock;
        Transport transport(clock);
        RealAlertmanager server;
        const auto ask = [&](const char *method, const std::string &path, const std::string &body) {
            HttpRequest request;
            request.method = method;
            request.url = server.url() + path;
            request.headers.add("Content-Type", "application/json");
            request.body = body;
            return await(transport, transport.send(request)).value();
        };
        const nlohmann::json labels{{"alertname", "DiskFull"}, {"service", "shop"}, {"severity", "critical"}};
        const nlohmann::json list = nlohmann::json::array({{{"labels", labels}, {"endsAt", formatRfc3339(clock.now() + 1h)}}});
        QCOMPARE(ask("POST", "/api/v2/alerts", list.dump()).status, 200);

        const TemporaryFolder folder;
        QStringList command = withFullDisk(folder.path());
        command << QCoreApplication::applicationDirPath() + QStringLiteral("/station_victim")
                << QString::fromStdString(folder.path() + "/data") << QString::fromStdString(server.url()) << QStringLiteral("1")
                << QStringLiteral("once");
        QProcess station;
        const QString program = command.takeFirst();
        station.start(program, command);
        QByteArray said;
        const QDeadlineTimer deadline(30'000);
        while (!said.contains("trouble not recorded: alert/am/") && !deadline.hasExpired()) {
            station.waitForReadyRead(100);
            said += station.readAllStandardOutput();
        }
        station.kill();
        station.waitForFinished();
        QVERIFY2(said.contains("trouble not recorded: alert/am/"), said.constData());
        QVERIFY2(said.contains("full"), said.constData()); // the station says why
        const auto silences = parseSilences(ask("GET", "/api/v2/silences", {}).body);
        QCOMPARE(silences->size(), std::size_t(1));
        QVERIFY(silences->front().silence.active);
    }
};

QTEST_GUILESS_MAIN(TestFullDiskAck)
#include "tst_full_disk_ack.moc"
