// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/await.h"
#include "tests/unit/checks/check_bench.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

class TlsCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void aTrustedCertificateIsGoodWhateverTheServerSays();
    void aHandshakeThatWentThroughCountsEvenWithoutHttp();
    void aHandshakeThatFailedHasFailedThoughTheFactsAreKnown();
    void aBrokenConnectionHasFailed();
    void anEndThatIsNearImpairs();
    void theClockDecides();
    void noFactsProveNothing();
};

namespace {

constexpr const char *kUrl = "https://shop.example.net:443/";

Settings settings()
{
    Settings result;
    result.set("address", std::string("shop.example.net:443"));
    return result;
}

CertificateFacts facts(const Clock &clock, Duration left)
{
    CertificateFacts certificate;
    certificate.notBefore = clock.now() - 24h;
    certificate.notAfter = clock.now() + left;
    return certificate;
}

} // namespace

void TlsCheckTest::aTrustedCertificateIsGoodWhateverTheServerSays()
{
    CheckBench bench;
    HttpResponse response = httpAnswer(500, "");
    response.evidence.certificate = facts(bench.clock, 60 * 24h);
    bench.http.answer("HEAD", kUrl, response);
    const Observation observation = resultOf(bench.make("tls", settings())->run());
    QCOMPARE(observation.outcome, Outcome::Good);
    QVERIFY(observation.evidence.certificate);
}

void TlsCheckTest::aHandshakeThatWentThroughCountsEvenWithoutHttp()
{
    CheckBench bench;
    Error error = scriptedError(ErrorKind::Content);
    error.evidence.certificate = facts(bench.clock, 60 * 24h);
    error.evidence.timings.tls = 5ms;
    bench.http.fail("HEAD", kUrl, error);
    QCOMPARE(resultOf(bench.make("tls", settings())->run()).outcome, Outcome::Good);
}

void TlsCheckTest::aHandshakeThatFailedHasFailedThoughTheFactsAreKnown()
{
    CheckBench bench;
    Error error = scriptedError(ErrorKind::Tls);
    error.evidence.certificate = facts(bench.clock, 60 * 24h);
    error.evidence.timings.tls = 5ms;
    bench.http.fail("HEAD", kUrl, error);
    const Observation observation = resultOf(bench.make("tls", settings())->run());
    QCOMPARE(observation.outcome, Outcome::Failed);
    QVERIFY(observation.reason == error.reason);
    QVERIFY(observation.evidence.certificate);
}

void TlsCheckTest::aBrokenConnectionHasFailed()
{
    CheckBench bench;
    Error error = scriptedError(ErrorKind::Reset); // in the middle of the handshake
    error.evidence.certificate = facts(bench.clock, 60 * 24h);
    bench.http.fail("HEAD", kUrl, error);
    QCOMPARE(resultOf(bench.make("tls", settings())->run()).outcome, Outcome::Failed);
}

void TlsCheckTest::anEndThatIsNearImpairs()
{
    CheckBench bench;
    HttpResponse response = httpAnswer(200, "");
    response.evidence.certificate = facts(bench.clock, 10 * 24h);
    bench.http.answer("HEAD", kUrl, response);
    QCOMPARE(resultOf(bench.make("tls", settings())->run()).outcome, Outcome::Impaired);
    Settings keys = settings();
    keys.set("degraded", std::vector<std::string>{"[CERTIFICATE_EXPIRATION] < 5d"});
    QCOMPARE(resultOf(bench.make("tls", keys)->run()).outcome, Outcome::Good);
    keys.set("conditions", std::vector<std::string>{"[CERTIFICATE_EXPIRATION] > 12d"});
    QCOMPARE(resultOf(bench.make("tls", keys)->run()).outcome, Outcome::Failed);
}

void TlsCheckTest::theClockDecides()
{
    CheckBench bench;
    HttpResponse response = httpAnswer(200, "");
    response.evidence.certificate = facts(bench.clock, 60 * 24h);
    bench.http.answer("HEAD", kUrl, response);
    const Instant start = bench.clock.now();
    bench.clock.setNow(start + 61 * 24h);
    QCOMPARE(std::string(resultOf(bench.make("tls", settings())->run()).reason.code()), std::string("certificate_expired"));
    bench.clock.setNow(start - 48h);
    QCOMPARE(std::string(resultOf(bench.make("tls", settings())->run()).reason.code()), std::string("certificate_not_yet_valid"));
}

void TlsCheckTest::noFactsProveNothing()
{
    CheckBench bench;
    bench.http.answer("HEAD", kUrl, httpAnswer(200, ""));
    QCOMPARE(resultOf(bench.make("tls", settings())->run()).outcome, Outcome::Unproven);
}

QTEST_GUILESS_MAIN(TlsCheckTest)
#include "tst_tls_check.moc"
