// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/simulated_config.h"
#include "models/drills/simulated_shop.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/drills/drill_support.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace tocsin;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

struct HttpAnswer {
    int status = 0;
    QByteArray head;
    QByteArray body;
};

/// A client that waits on the calling thread and runs no event loop: the shop has to answer from its own thread.
class Client
{
public:
    explicit Client(std::uint16_t port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        if (!m_socket.waitForConnected(5000))
            qFatal("The shop does not listen");
    }

    void ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        m_socket.write(method + " " + target
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        m_socket.flush();
    }

    HttpAnswer answer(bool hasBody = true)
    {
        QByteArray data;
        HttpAnswer answer;
        while (true) {
            const auto headEnd = data.indexOf("\r\n\r\n");
            if (headEnd >= 0) {
                answer.head = data.left(headEnd);
                answer.status = answer.head.mid(9, 3).toInt();
                const auto lengthAt = answer.head.indexOf("Content-Length: ") + 16;
                const auto length = answer.head.mid(lengthAt, answer.head.indexOf('\r', lengthAt) - lengthAt).toInt();
                answer.body = data.mid(headEnd + 4);
                if (!hasBody || answer.body.size() >= length)
                    return answer;
            }
            if (!m_socket.waitForReadyRead(10'000))
                return {};
            data += m_socket.readAll();
        }
    }

    HttpAnswer exchange(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        ask(method, target, body);
        return answer(method != "HEAD");
    }

private:
    QTcpSocket m_socket;
};

json jsonOf(const HttpAnswer &answer)
{
    return json::parse(answer.body.toStdString());
}

std::unique_ptr<SimulatedShop> startShop(const Clock &clock)
{
    auto shop = SimulatedShop::start(clock);
    if (!shop)
        qFatal("%s", english(shop.error().reason).c_str());
    return std::move(*shop);
}

} // namespace

class SimulatedShopTest : public QObject
{
    Q_OBJECT

private slots:
    void answersOverHttp();
    void listensOnLoopbackOnly();
    void saysThatThePortIsTaken();
    void acknowledgesOverHttp();
    void isReallySlowAndHoldsNobodyUp();
    void survivesClientsThatLeave();
    void startsAndStops();
};

void SimulatedShopTest::answersOverHttp()
{
    const ManualClock clock(shopStart);
    const auto shop = startShop(clock);
    Client client(shop->port());
    const HttpAnswer health = client.exchange("GET", "/shop/cdn/health");
    QCOMPARE(health.status, 200);
    QVERIFY(health.head.contains("Content-Type: application/json"));
    QVERIFY(health.head.contains("X-Tocsin-Drill: 1"));
    QVERIFY(health.head.contains("Date: Sat, 21 Nov 2026 12:00:00 GMT"));
    // The same connection goes on; a plus and percent signs in the query are read as they are meant.
    const HttpAnswer orders = client.exchange("GET", "/prometheus/api/v1/query?query=sum(rate(orders_total%5B5m%5D))+*+60");
    QCOMPARE(jsonOf(orders)["status"], "success");
    const HttpAnswer head = client.exchange("HEAD", "/nothing");
    QCOMPARE(head.status, 404);
    QCOMPARE(client.exchange("GET", "/alertmanager/-/ready").body, QByteArray("OK"));
    QCOMPARE(client.exchange("GET", "/alertmanagers/-/ready").status, 404);
}

void SimulatedShopTest::listensOnLoopbackOnly()
{
    const ManualClock clock(shopStart);
    const auto shop = startShop(clock);
    // The whole of 127/8 is this computer; a listener on all addresses would answer here too.
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.2"), shop->port());
    QVERIFY(!socket.waitForConnected(2000));
    QCOMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    QVERIFY(simulatedConfigYaml(shop->port()).find("http://127.0.0.1:" + std::to_string(shop->port()) + "/alertmanager")
        != std::string::npos);
}

void SimulatedShopTest::saysThatThePortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    const ManualClock clock(shopStart);
    SimulatedShop::Options options;
    options.port = other.serverPort();
    const auto shop = SimulatedShop::start(clock, options);
    QVERIFY(!shop);
    QVERIFY(english(shop.error().reason).find(std::to_string(options.port)) != std::string::npos);
}

void SimulatedShopTest::acknowledgesOverHttp()
{
    ManualClock clock(shopStart);
    const auto shop = startShop(clock);
    clock.advance(200s);
    Client client(shop->port());
    const auto provider = [&client] {
        return jsonOf(client.exchange("GET", "/alertmanager/api/v2/alerts?filter=alertname%3D%22PaymentProviderDown%22"))[0];
    };
    const json alert = provider();
    QCOMPARE(alert["status"]["state"], "active");
    QCOMPARE(alert["labels"]["severity"], "critical");
    json matchers = json::array();
    for (const auto &[name, value] : alert["labels"].items())
        matchers.push_back(json{{"name", name}, {"value", value}, {"isRegex", false}, {"isEqual", true}});
    const json silence{{"matchers", matchers}, {"startsAt", formatRfc3339(clock.now())},
        {"endsAt", formatRfc3339(clock.now() + 15min)}, {"createdBy", "ada"}, {"comment", "looking"}};
    const HttpAnswer made = client.exchange("POST", "/alertmanager/api/v2/silences", QByteArray::fromStdString(silence.dump()));
    QCOMPARE(made.status, 200);
    const std::string id = jsonOf(made)["silenceID"];
    QCOMPARE(provider()["status"]["silencedBy"], json::array({id}));
    QCOMPARE(provider()["status"]["state"], "suppressed");
    QCOMPARE(client.exchange("DELETE", "/alertmanager/api/v2/silence/" + QByteArray::fromStdString(id)).status, 200);
    QCOMPARE(provider()["status"]["state"], "active");
}

void SimulatedShopTest::isReallySlowAndHoldsNobodyUp()
{
    ManualClock clock(shopStart);
    const auto shop = startShop(clock);
    clock.advance(178s);
    Client slow(shop->port());
    Client quick(shop->port());
    QElapsedTimer timer;
    timer.start();
    slow.ask("GET", "/shop/payments/health");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(quick.exchange("GET", "/shop/cdn/health").status, 200);
    const qint64 quickMs = timer.elapsed();
    QVERIFY(slow.answer().status != 0);
    const qint64 slowMs = timer.elapsed();
    QVERIFY2(slowMs >= 1000, qPrintable(QString::number(slowMs)));
    QVERIFY2(quickMs < slowMs, qPrintable(QStringLiteral("%1 ms and %2 ms").arg(quickMs).arg(slowMs)));
}

void SimulatedShopTest::survivesClientsThatLeave()
{
    ManualClock clock(shopStart);
    const auto shop = startShop(clock);
    clock.advance(150s);
    for (int i = 0; i < 50; ++i) {
        Client impatient(shop->port());
        impatient.ask("GET", "/shop/payments/health");
    }
    // The last of their answers would have come after this one, which is asked for later.
    Client patient(shop->port());
    QVERIFY(patient.exchange("GET", "/shop/payments/health").status != 0);
    QCOMPARE(patient.exchange("GET", "/shop/cdn/health").status, 200);
}

void SimulatedShopTest::startsAndStops()
{
    ManualClock clock(shopStart);
    for (int i = 0; i < 100; ++i) {
        const auto shop = startShop(clock);
        if (i % 10 == 0) {
            Client client(shop->port());
            client.ask("GET", "/shop/payments/health"); // and nobody waits for the answer
        }
    }
}

QTEST_GUILESS_MAIN(SimulatedShopTest)
#include "tst_simulated_shop.moc"
