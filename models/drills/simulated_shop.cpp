// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/simulated_shop.h"

#include "models/drills/fake_alertmanager.h"
#include "models/drills/fake_prometheus.h"
#include "models/drills/shop_endpoints.h"
#include "models/drills/shop_server.h"
#include "models/drills/simulated_config.h"

#include <QEventLoop>
#include <QtGlobal>

#include <future>
#include <thread>

namespace tocsin {

namespace {

constexpr Phrase kPortTaken{
    "drill.port_taken", QT_TRANSLATE_NOOP("Phrase", "The simulated shop cannot listen on port %1 of 127.0.0.1")};

/// Everything that answers, and which answers what. On the shop's thread.
class Shop
{
public:
    Shop(const Clock &clock, const SimulatedShop::Options &options, const std::string &url)
        : m_clock(clock)
        , m_model(clock.now(), options.seed, options.speed)
        , m_alertmanager(m_model, url + prometheusPrefix)
        , m_prometheus(m_model, url + prometheusPrefix)
    {
    }

    ShopAnswer answer(ShopRequest request)
    {
        const Instant now = m_clock.now();
        if (auto path = pathUnder(request.path, alertmanagerPrefix)) {
            request.path = std::move(*path);
            return m_alertmanager.answer(request, now);
        }
        if (auto path = pathUnder(request.path, prometheusPrefix)) {
            request.path = std::move(*path);
            return m_prometheus.answer(request, now);
        }
        return answerHealth(m_model, request, now);
    }

private:
    const Clock &m_clock;
    const ShopModel m_model;
    FakeAlertmanager m_alertmanager;
    const FakePrometheus m_prometheus;
};

} // namespace

/// The thread on which the shop listens and answers. Not a QThread: that one counts as finished before what libraries keep for
/// their threads is freed, and a program may have ended by then.
class SimulatedShop::Thread
{
public:
    Thread(const Clock &clock, const Options &options)
        : m_clock(clock)
        , m_options(options)
    {
    }
    Thread(const Thread &) = delete;
    Thread &operator=(const Thread &) = delete;
    ~Thread()
    {
        if (m_loop)
            QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
    }
    /// Waits until it listens; 0 when it cannot.
    std::uint16_t startListening()
    {
        auto port = m_listening.get_future();
        m_thread = std::jthread([this] { serve(); });
        return port.get();
    }

private:
    void serve()
    {
        QEventLoop loop;
        std::unique_ptr<Shop> shop;
        ShopServer server(
            [&shop](const ShopRequest &request) { return shop->answer(request); }, [this] { return m_clock.now(); });
        const std::uint16_t port = server.listenOnLoopback(m_options.port);
        // Requests are read in exec(), so that the shop is there in time.
        shop = std::make_unique<Shop>(m_clock, m_options, shopUrl(port));
        if (port != 0)
            m_loop = &loop;
        m_listening.set_value(port);
        if (port != 0)
            loop.exec();
    }

    const Clock &m_clock;
    const Options m_options;
    std::promise<std::uint16_t> m_listening;
    QEventLoop *m_loop = nullptr; ///< on the thread; there while it listens, known before anybody hears of the port
    std::jthread m_thread;        ///< last: it ends before the rest goes
};

Result<std::unique_ptr<SimulatedShop>> SimulatedShop::start(const Clock &clock, Options options)
{
    auto thread = std::make_unique<Thread>(clock, options);
    const std::uint16_t port = thread->startListening();
    if (port == 0)
        return failure(ErrorKind::Refused, Reason(kPortTaken, {std::to_string(options.port)}));
    return std::unique_ptr<SimulatedShop>(new SimulatedShop(std::move(thread), port));
}

Result<std::unique_ptr<SimulatedShop>> SimulatedShop::start(const Clock &clock)
{
    return start(clock, Options());
}

SimulatedShop::SimulatedShop(std::unique_ptr<Thread> thread, std::uint16_t port)
    : m_thread(std::move(thread))
    , m_port(port)
{
}

SimulatedShop::~SimulatedShop() = default;

} // namespace tocsin
