// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/real/desk_at_work.h"
#include "tests/support/await.h"
#include "tests/support/raw_server.h"
#include "tests/support/real_alertmanager.h"
#include "tests/support/temporary_folder.h"
#include "widgets/common/elided_label.h"
#include "widgets/incidents/pair_list.h"
#include "widgets/style/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {

constexpr int kPatienceMs = 30'000;

std::string configFor(const std::string &alertmanager, const std::string &health)
{
    return "shop: Story\nperson: ada\n"
           "sources:\n"
           "  - {name: am, type: alertmanager, url: '"
        + alertmanager
        + "', interval: 1s, timeout: 900ms}\n"
          "services:\n"
          "  - name: Payments\n"
          "    tier: 1\n"
          "    alerts: 'service=\"payments\"'\n"
          "    checks: [{name: gateway, type: http, url: '"
        + health
        + "', interval: 200ms, timeout: 180ms, failure_threshold: 2, success_threshold: 1}]\n"
          "incidents: {severities: {SEV1: nobody can pay}, objectives: {detected: 1m, acknowledged: 5m, resolved: 1s}}\n";
}

/// A program of the build, run to its end.
QByteArray outputOf(const QString &program, const QStringList &arguments, int *status)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(kPatienceMs))
        return "it did not end";
    *status = process.exitCode();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

} // namespace

/// A crisis from the first alert of a real Alertmanager to the closed incident and its report, key by key.
class TestIncidentStory final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void theAlertFires();
    void itIsAcknowledged();
    void anIncidentIsDeclaredFromTheAlert();
    void peopleTakeTheirRolesAndWriteDownWhatTheyDo();
    void aTimeIsCorrectedWithAReason();
    void theShopRecovers();
    void itIsResolvedAndClosed();
    void theReportIsOnTheClipboard();
    void everyFigureIsTheSameFromTheJournalAlone();

private:
    void push(bool isFiring);
    template<typename T> T *find(const char *name) const { return m_desk->window->findChild<T *>(QString::fromLatin1(name)); }
    QString line(int row) const { return find<QListView>("timeline")->model()->index(row, 0).data().toString(); }
    QStringList lines() const
    {
        QStringList all;
        const auto *timeline = find<QListView>("timeline");
        for (int row = 0; timeline && row < timeline->model()->rowCount(); ++row)
            all << line(row);
        return all;
    }
    void write(const char *text) const;
    bool hasLine(const char *text) const { return lines().contains(QString::fromUtf8(text)); }

    SystemClock m_clock;
    Theme m_theme;
    TemporaryFolder m_folder;
    std::atomic<bool> m_isBroken = true;
    std::unique_ptr<RawServer> m_gateway;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<RealAlertmanager> m_server;
    std::unique_ptr<DeskAtWork> m_desk;
    std::string m_data;
    std::string m_config;
};

void TestIncidentStory::initTestCase()
{
    m_theme.apply(ThemeKind::Dark);
    m_transport = std::make_unique<Transport>(m_clock);
    m_gateway = std::make_unique<RawServer>([this](RawConnection &connection) {
        while (!connection.readRequest().empty()) {
            const std::string answer = m_isBroken ? httpBytes(503, "upstream timeout", "Content-Type: text/plain\r\n")
                                                  : httpBytes(200, "{\"status\":\"UP\"}");
            if (!connection.send(answer))
                return;
        }
    });
    m_server = std::make_unique<RealAlertmanager>();
    m_data = m_folder.path() + "/data";
    const std::string yaml = configFor(m_server->url(), m_gateway->url("/health"));
    m_config = m_folder.write("story.yaml", yaml);
    m_desk = std::make_unique<DeskAtWork>(yaml, m_data);
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    push(true);
}

void TestIncidentStory::push(bool isFiring)
{
    const Instant now = m_clock.now();
    const Json alert{{"startsAt", formatRfc3339(now - 30s)}, {"endsAt", formatRfc3339(isFiring ? now + 1h : now)},
        {"labels", {{"alertname", "PaymentDeclineSpike"}, {"severity", "critical"}, {"service", "payments"}}}};
    HttpRequest request;
    request.method = "POST";
    request.url = m_server->url() + "/api/v2/alerts";
    request.headers.add("Content-Type", "application/json");
    request.body = Json::array({alert}).dump();
    const Result<HttpResponse> answer = await(*m_transport, m_transport->send(request));
    QVERIFY(answer && answer->status == 200);
}

void TestIncidentStory::theAlertFires()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->feed.board().alerts.size(), std::size_t(1), kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->feed.board().services.at(ServiceId("Payments")).state, State::Down, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->feed.board().checks.at(CheckId("Payments/gateway")).state, State::Down, kPatienceMs);
}

void TestIncidentStory::itIsAcknowledged()
{
    // Without the filter: off-screen its list of completions would keep the keyboard for an unknown time.
    m_desk->press(Qt::Key_2);
    m_desk->press(Qt::Key_J);
    m_desk->press(Qt::Key_A);
    m_desk->type("on it, looking at provider A");
    m_desk->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->feed.board().alerts.begin()->second->acknowledgement, kPatienceMs);
}

void TestIncidentStory::anIncidentIsDeclaredFromTheAlert()
{
    m_desk->press(Qt::Key_I);
    auto *title = find<QLineEdit>("declareTitle");
    QVERIFY(title && title->hasFocus());
    QCOMPARE(title->text(), QStringLiteral("Payments: PaymentDeclineSpike"));
    m_desk->type("Payments fail at provider A"); // in place of the proposal, which is selected
    m_desk->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(hasLine("ada declared SEV1: Payments fail at provider A"), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(hasLine("Payments/gateway is DOWN"), kPatienceMs);
    QVERIFY(hasLine("Alert PaymentDeclineSpike, critical"));
    QVERIFY(hasLine("ada acknowledged PaymentDeclineSpike"));
    QVERIFY(lines().indexOf(QStringLiteral("Payments is DOWN")) >= 0);
    QCOMPARE(find<ElidedLabel>("incidentTitle")->fullText(), QStringLiteral("Payments fail at provider A"));
    QTRY_VERIFY(find<ElidedLabel>("incidentLine")->fullText().startsWith(QStringLiteral("Payments fail at provider A")));
}

void TestIncidentStory::write(const char *text) const
{
    // To the line itself: the list of completions of the line before may have taken the keyboard from the window.
    auto *quick = find<QLineEdit>("quickLine");
    QTest::keyClicks(quick, QString::fromUtf8(text));
    QTest::keyClick(quick, Qt::Key_Return);
}

void TestIncidentStory::peopleTakeTheirRolesAndWriteDownWhatTheyDo()
{
    m_desk->press(Qt::Key_N);
    QVERIFY(find<QLineEdit>("quickLine")->hasFocus());
    write("/role ic me");
    write("/role ops Bob");
    write("/action switching checkout to pathway B");
    write("provider confirms, a fix is in progress");
    write("/status identified provider A");
    write("/well the plan was at hand");
    write("/todo alarm on declines");
    QTRY_VERIFY_WITH_TIMEOUT(hasLine("To follow: alarm on declines"), kPatienceMs);
    QVERIFY(hasLine("ada took the role Commander"));
    QVERIFY(hasLine("ada gave the role Operations lead to Bob"));
    QVERIFY(hasLine("ada does: switching checkout to pathway B"));
    const std::vector<PairRow> &roles = find<PairList>("incidentRoles")->rows();
    QCOMPARE(roles.at(0).value, QStringLiteral("ada"));
    QCOMPARE(roles.at(3).value, QStringLiteral("Bob"));
    write("/close"); // not before it is resolved: the line comes back, and says why
    QTRY_COMPARE_WITH_TIMEOUT(find<QLineEdit>("quickLine")->text(), QStringLiteral("/close"), kPatienceMs);
    QVERIFY(find<QLabel>("quickHint")->text().contains(QStringLiteral("Only what is resolved can be closed")));
    find<QLineEdit>("quickLine")->selectAll();
}

void TestIncidentStory::aTimeIsCorrectedWithAReason()
{
    const QByteArray when = QByteArray::fromStdString(formatRfc3339(m_clock.now() - 2min));
    write(("/time started " + when + " a customer called").constData());
    QTRY_VERIFY_WITH_TIMEOUT(
        !lines().isEmpty() && lines().last().startsWith(QStringLiteral("ada set \"started\" to ")), kPatienceMs);
    QVERIFY(find<PairList>("incidentTimes")->rows().at(1).isMissed); // detected later than a minute after that
}

void TestIncidentStory::theShopRecovers()
{
    m_isBroken = false;
    push(false);
    QTRY_VERIFY_WITH_TIMEOUT(hasLine("Alert PaymentDeclineSpike is over"), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(hasLine("Payments is OK"), kPatienceMs);
}

void TestIncidentStory::itIsResolvedAndClosed()
{
    write("/status monitoring");
    write("/resolve orders are back");
    QTRY_VERIFY_WITH_TIMEOUT(hasLine("ada set the status to resolved"), kPatienceMs);
    write("/close");
    QTRY_VERIFY_WITH_TIMEOUT(hasLine("ada set the status to closed"), kPatienceMs);
    QTRY_VERIFY(!find<QWidget>("incidentStrip")->isVisible());
}

void TestIncidentStory::theReportIsOnTheClipboard()
{
    QGuiApplication::clipboard()->clear();
    m_desk->window->run(CommandId::CopyReport);
    QTRY_VERIFY_WITH_TIMEOUT(
        QGuiApplication::clipboard()->text().contains(QStringLiteral("Payments fail at provider A\n")), kPatienceMs);
}

void TestIncidentStory::everyFigureIsTheSameFromTheJournalAlone()
{
    m_desk.reset();
    const QString cli = qEnvironmentVariable("TOCSIN_PROGRAMS") + QStringLiteral("/tocsin-cli");
    const QStringList place{
        QStringLiteral("--config"), QString::fromStdString(m_config), QStringLiteral("--data"), QString::fromStdString(m_data)};
    int status = -1;
    const QByteArray report = outputOf(cli,
        QStringList{QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--format"), QStringLiteral("json")} + place,
        &status);
    QVERIFY2(status == 0, report.constData());
    const QByteArray journal = outputOf(cli, QStringList{QStringLiteral("journal")} + place, &status);
    QVERIFY2(status == 0, journal.constData());
    const Json told = Json::parse(report.toStdString());
    QCOMPARE(told["status"].get<std::string>(), std::string("closed"));
    QVERIFY(told["impact"][0]["down_s"].get<int>() >= 0);
    QVERIFY(told["milestones"]["resolved"]["missed"].get<bool>());
    QVERIFY(report.contains("upstream timeout")); // the evidence
    const std::string journalFile = m_folder.write("journal.jsonl", journal.toStdString());
    const std::string reportFile = m_folder.write("report.json", report.toStdString());
    const QByteArray compared = outputOf(QStringLiteral("python3"),
        {qEnvironmentVariable("TOCSIN_SOURCE") + QStringLiteral("/tests/support/recompute_report.py"),
            QString::fromStdString(journalFile), QString::fromStdString(reportFile)},
        &status);
    QVERIFY2(status == 0, compared.constData());
}

QTEST_MAIN(TestIncidentStory)
#include "tst_incident_story.moc"
