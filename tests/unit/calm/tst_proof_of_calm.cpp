// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/await.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/calm/witnesses.h"

#include <QElapsedTimer>
#include <QTest>

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

} // namespace

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

QTEST_GUILESS_MAIN(ProofOfCalmTest)
#include "tst_proof_of_calm.moc"
