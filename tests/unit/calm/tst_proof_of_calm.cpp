// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/board_json.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/calm/tales.h"
#include "tests/unit/calm/witnesses.h"

#include <QElapsedTimer>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr Duration kTimeout = 1500ms;

TransportOptions options()
{
    TransportOptions all;
    all.requestsPerHost = 64; // every kind asks the same servers at once here
    return all;
}

/// Our clock when somebody has set it wrong. It runs on.
class WrongClock final : public Clock
{
public:
    explicit WrongClock(Duration wrongBy)
        : m_wrongBy(wrongBy)
    {
    }
    Instant now() const override { return m_right.now() + m_wrongBy; }
    Monotonic monotonic() const override { return m_right.monotonic(); }

private:
    SystemClock m_right;
    Duration m_wrongBy;
};

Labels alertOf(const char *severity)
{
    return Labels{{"alertname", "DiskFull"}, {"instance", "db1"}, {"service", "shop"}, {"severity", severity}};
}

/// Everything a monitoring system may say in good form that is no longer true.
std::vector<Tale> talesOfYesterday()
{
    const Tale plain{.name = "yesterday's answer", .told = 24h, .dated = 24h};
    Tale redated = plain;
    redated.name = "yesterday's answer with today's date"; // of a proxy that writes its own
    redated.dated = 0h;
    Tale cached;
    cached.name = "an answer that says it is from a cache";
    cached.headers = "Age: 86400\r\n";
    return {plain, redated, cached};
}

std::vector<const SourceKind *> listeningSources()
{
    std::vector<const SourceKind *> kinds;
    for (const SourceKind &kind : sourceKinds()) {
        if (canListen(kind.section.keys))
            kinds.push_back(&kind);
    }
    return kinds;
}

Board heardBy(const SourceKind &kind, const Tale &tale, const Clock &clock)
{
    const std::unique_ptr<RawServer> server = teller(tale);
    return heardBySource(kind.section.type, kind.section.keys, server->url(), clock);
}

const ServiceStatus &shopOf(const Board &board)
{
    return board.services.at(ServiceId("Shop"));
}

/// One row for each registered source.
void addSourceRows()
{
    QTest::addColumn<const SourceKind *>("kind");
    for (const SourceKind *kind : listeningSources())
        QTest::addRow("%s", std::string(kind->section.type).c_str()) << kind;
}

} // namespace

Q_DECLARE_METATYPE(const SourceKind *)

/// The list "Nothing calm without proof" of quality.md over every registered check and source: a new kind joins by being
/// registered. All are asked at once; each row is one kind.
class ProofOfCalmTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void honestServersAreBelieved();
    void noLieIsBelieved_data();
    void noLieIsBelieved();
    void aClockThatJumpsProvesNothing();
    void thirtyLiesTakeNoLongerThanOne();
    void honestTalesAreBelieved();
    void yesterdayProvesNothing_data();
    void yesterdayProvesNothing();
    void withAWrongClockNobodyKnowsHowOldItIs_data();
    void withAWrongClockNobodyKnowsHowOldItIs();
    void anUnmappedSeverityIsSeen_data() { addSourceRows(); }
    void anUnmappedSeverityIsSeen();
    void alertsOfOneNameAndHostAreTwo_data() { addSourceRows(); }
    void alertsOfOneNameAndHostAreTwo();

private:
    SystemClock m_clock;
    std::unique_ptr<LyingServers> m_servers;
    std::vector<Witness> m_witnesses;
};

void ProofOfCalmTest::initTestCase()
{
    m_servers = std::make_unique<LyingServers>();
    m_witnesses = witnesses(m_servers->caFile(), m_clock, kTimeout);
    QVERIFY(m_witnesses.size() >= checkKinds().size() + sourceKinds().size());
    QVERIFY(m_servers->lies().size() >= 40);
}

/// Without this the rest would prove nothing: nobody might be reached at all.
void ProofOfCalmTest::honestServersAreBelieved()
{
    Transport transport(m_clock, options());
    for (const Witness &witness : m_witnesses) {
        const bool isSure = witness.name == "http" || witness.name == "http with [STATUS] == 200"
            || witness.name == "http with [BODY].status == UP" || witness.name == "tcp" || witness.name == "tls";
        if (!isSure)
            continue;
        const Statement overTls = await(transport, witness.ask(m_servers->honestTls(), transport));
        QVERIFY2(overTls.isCalm, (witness.name + ": " + overTls.said).c_str());
        if (witness.claim == Claim::Handshake)
            continue;
        const Statement plain = await(transport, witness.ask(m_servers->honest(), transport));
        QVERIFY2(plain.isCalm, (witness.name + ": " + plain.said).c_str());
    }
}

void ProofOfCalmTest::noLieIsBelieved_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_witnesses.size(); ++i)
        QTest::newRow(m_witnesses[i].name.c_str()) << static_cast<int>(i);
}

void ProofOfCalmTest::noLieIsBelieved()
{
    QFETCH(int, index);
    const Witness &witness = m_witnesses.at(static_cast<std::size_t>(index));
    QVERIFY2(witness.trouble.empty(), witness.trouble.c_str());
    Transport transport(m_clock, options());
    std::vector<std::pair<std::string, Pending<Statement>>> told;
    for (const Lie &lie : m_servers->lies()) {
        if (lie.contradicts > witness.claim || (witness.asksForStatusOnly && lie.isAboutSchema))
            continue;
        told.emplace_back(lie.name, Pending<Statement>(witness.ask(lie, transport)));
    }
    QVERIFY(!told.empty());
    const bool isDone = runUntil(transport,
        [&] { return std::all_of(told.begin(), told.end(), [](const auto &entry) { return entry.second.isReady(); }); });
    QVERIFY2(isDone, "a server held a check up for ever");
    for (auto &[lie, pending] : told) {
        const Statement &statement = pending.result();
        QVERIFY2(!statement.isCalm, (lie + " was believed: " + statement.said).c_str());
        QVERIFY2(statement.hasReason && !statement.said.empty(), (lie + ": no reason was given").c_str());
    }
}

/// Certificates are judged by our clock as well as by the system's.
void ProofOfCalmTest::aClockThatJumpsProvesNothing()
{
    ManualClock wrong;
    for (const Duration jump : {Duration(-24h * 3650), Duration(24h * 3650)}) {
        wrong.setNow(m_clock.now() + jump);
        for (const Witness &witness : witnesses(m_servers->caFile(), wrong, kTimeout)) {
            if (witness.claim != Claim::Handshake)
                continue;
            Transport transport(wrong, options());
            const Statement statement = await(transport, witness.ask(m_servers->honestTls(), transport));
            QVERIFY2(!statement.isCalm, (witness.name + ": " + statement.said).c_str());
        }
    }
}

void ProofOfCalmTest::thirtyLiesTakeNoLongerThanOne()
{
    const auto http
        = std::find_if(m_witnesses.begin(), m_witnesses.end(), [](const Witness &witness) { return witness.name == "http"; });
    QVERIFY(http != m_witnesses.end());
    Transport transport(m_clock); // with the limits that people run
    std::vector<Pending<Statement>> told;
    QElapsedTimer timer;
    timer.start();
    for (const Lie &lie : m_servers->lies())
        told.emplace_back(http->ask(lie, transport));
    QVERIFY(told.size() >= 30);
    QVERIFY(runUntil(
        transport, [&] { return std::all_of(told.begin(), told.end(), [](const auto &pending) { return pending.isReady(); }); }));
    const qint64 taken = timer.elapsed();
    qInfo("%zu hostile answers at once: %lld ms, timeout %lld ms", told.size(), static_cast<long long>(taken),
        static_cast<long long>(kTimeout.count()));
    QVERIFY2(taken < 2 * kTimeout.count(), qPrintable(QString::number(taken)));
}

/// Without this the tales below would prove nothing. Who adds a kind teaches the teller its language.
void ProofOfCalmTest::honestTalesAreBelieved()
{
    QVERIFY(!listeningSources().empty());
    const std::unique_ptr<RawServer> server = teller(Tale{.name = "honest"});
    for (const SourceKind *kind : listeningSources()) {
        const Board board = heardBySource(kind->section.type, kind->section.keys, server->url(), m_clock);
        const std::string said = boardJson(board, m_clock.now());
        QVERIFY2(board.overall() == State::Ok, said.c_str());
        QVERIFY2(board.sources.begin()->second.remarks.empty(), said.c_str());
    }
    for (const CheckKind &kind : checkKinds()) {
        if (!canListen(kind.section.keys))
            continue;
        const Board board = heardByCheck(kind.section.type, kind.section.keys, server->url(), m_clock);
        QVERIFY2(board.overall() == State::Ok, boardJson(board, m_clock.now()).c_str());
    }
}

void ProofOfCalmTest::yesterdayProvesNothing_data()
{
    QTest::addColumn<const SourceKind *>("kind");
    QTest::addColumn<int>("tale");
    QTest::addColumn<bool>("isBurning");
    for (const SourceKind *kind : listeningSources()) {
        for (int tale = 0; tale < static_cast<int>(talesOfYesterday().size()); ++tale) {
            const std::string name = std::string(kind->section.type) + ": " + talesOfYesterday()[std::size_t(tale)].name;
            QTest::addRow("%s, calm", name.c_str()) << kind << tale << false;
            QTest::addRow("%s, with an alert in hand", name.c_str()) << kind << tale << true;
        }
    }
}

void ProofOfCalmTest::yesterdayProvesNothing()
{
    QFETCH(const SourceKind *, kind);
    QFETCH(int, tale);
    QFETCH(bool, isBurning);
    Tale told = talesOfYesterday()[std::size_t(tale)];
    if (isBurning) {
        told.alerts = {alertOf("critical")};
        told.silenced = alertOf("critical");
    }
    const Board board = heardBy(*kind, told, m_clock);
    const std::string said = boardJson(board, m_clock.now());
    const SourceStatus &source = board.sources.begin()->second;
    QVERIFY2(source.state == State::Unknown && !source.reason.isEmpty(), said.c_str());
    QVERIFY2(shopOf(board).state == (isBurning ? State::Down : State::Unknown), said.c_str());
    QVERIFY2(!shopOf(board).reason.isEmpty(), said.c_str());
    for (const MetricStatus &metric : shopOf(board).metrics)
        QVERIFY2(!metric.value && !metric.reason.isEmpty(), "a number of yesterday is shown as today's");
}

void ProofOfCalmTest::withAWrongClockNobodyKnowsHowOldItIs_data()
{
    QTest::addColumn<const SourceKind *>("kind");
    QTest::addColumn<qint64>("hours");
    for (const SourceKind *kind : listeningSources()) {
        for (const int hours : {-24 * 3650, -24, -1, 1, 24, 24 * 3650})
            QTest::addRow("%s, %+d hours", std::string(kind->section.type).c_str(), hours) << kind << qint64(hours);
    }
}

void ProofOfCalmTest::withAWrongClockNobodyKnowsHowOldItIs()
{
    QFETCH(const SourceKind *, kind);
    QFETCH(qint64, hours);
    const WrongClock clock{std::chrono::hours(hours)};
    const Board board = heardBy(*kind, Tale{.name = "honest"}, clock);
    const std::string said = boardJson(board, clock.now());
    QVERIFY2(board.overall() == State::Unknown, said.c_str());
    QVERIFY2(!board.sources.begin()->second.reason.isEmpty() && !shopOf(board).reason.isEmpty(), said.c_str());
}

void ProofOfCalmTest::anUnmappedSeverityIsSeen()
{
    QFETCH(const SourceKind *, kind);
    for (const char *severity : {"", "blocker", "ok", "none-of-your-business", "sev-\xc3\xa4"}) {
        Tale tale{.name = "unmapped"};
        tale.alerts = {alertOf(severity)};
        const Board board = heardBy(*kind, tale, m_clock);
        const std::string said = boardJson(board, m_clock.now());
        QVERIFY2(shopOf(board).state == State::Degraded && !shopOf(board).reason.isEmpty(), said.c_str());
        QCOMPARE(board.alerts.size(), std::size_t(1));
        QCOMPARE(board.alerts.begin()->second->severity, Severity::Unmapped);
        const auto json = nlohmann::json::parse(said);
        QVERIFY2(json["sources"][0]["alerts"][0].value("unmapped", false), said.c_str());
    }
}

/// Neither hides the other: not when only a label more tells them apart, and not when one of them is in hand.
void ProofOfCalmTest::alertsOfOneNameAndHostAreTwo()
{
    QFETCH(const SourceKind *, kind);
    Labels more = alertOf("critical");
    more.set("mountpoint", "/var");
    Tale tale{.name = "siblings"};
    tale.alerts = {alertOf("critical"), more};
    tale.silenced = more;
    const Board board = heardBy(*kind, tale, m_clock);
    const std::string said = boardJson(board, m_clock.now());
    QCOMPARE(board.alerts.size(), std::size_t(2));
    QVERIFY2(shopOf(board).state == State::Down && !shopOf(board).owned, said.c_str());
    for (const auto &[key, alert] : board.alerts) {
        if (alert->labels == alertOf("critical"))
            QVERIFY2(!alert->acknowledgement && !alert->handling.silenced, said.c_str());
    }
}

QTEST_GUILESS_MAIN(ProofOfCalmTest)
#include "tst_proof_of_calm.moc"
