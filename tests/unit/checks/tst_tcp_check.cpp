// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/await.h"
#include "tests/unit/checks/check_bench.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

class TcpCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void anAcceptedConnectionIsGood();
    void aRefusedOneHasFailed();
    void aSlowOneIsDegradedWhenAskedSo();
    void isNamedAfterItsTarget();
    void knowsNothingOfBodies();
};

namespace {

Settings settings()
{
    Settings result;
    result.set("address", std::string("pay.example.net:443"));
    return result;
}

} // namespace

void TcpCheckTest::anAcceptedConnectionIsGood()
{
    CheckBench bench;
    bench.tcp.accept("pay.example.net:443", 12ms);
    const Observation observation = resultOf(bench.make("tcp", settings())->run());
    QCOMPARE(observation.outcome, Outcome::Good);
    QVERIFY(observation.evidence.timings.total >= 12ms);
}

void TcpCheckTest::aRefusedOneHasFailed()
{
    CheckBench bench;
    const Observation refused = resultOf(bench.make("tcp", settings())->run());
    QCOMPARE(refused.outcome, Outcome::Failed);
    QVERIFY(!refused.reason.isEmpty());
    bench.tcp.fail("pay.example.net:443", scriptedError(ErrorKind::Cancelled));
    QCOMPARE(resultOf(bench.make("tcp", settings())->run()).outcome, Outcome::Unproven);
}

void TcpCheckTest::aSlowOneIsDegradedWhenAskedSo()
{
    CheckBench bench;
    bench.tcp.accept("pay.example.net:443", 300ms);
    Settings keys = settings();
    keys.set("degraded", std::vector<std::string>{"[RESPONSE_TIME] > 200ms"});
    QCOMPARE(resultOf(bench.make("tcp", keys)->run()).outcome, Outcome::Impaired);
    keys.set("conditions", std::vector<std::string>{"[RESPONSE_TIME] < 250ms"});
    QCOMPARE(resultOf(bench.make("tcp", keys)->run()).outcome, Outcome::Failed);
}

void TcpCheckTest::isNamedAfterItsTarget()
{
    QCOMPARE(checkKind("tcp").section.defaultName(settings()), std::string("tcp pay.example.net:443"));
}

void TcpCheckTest::knowsNothingOfBodies()
{
    Settings keys = settings();
    keys.set("conditions", std::vector<std::string>{"[BODY] == pat(*x*)"});
    QCOMPARE(checkKind("tcp").section.validate(keys).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TcpCheckTest)
#include "tst_tcp_check.moc"
