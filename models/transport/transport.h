// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/dns_resolver.h"
#include "models/transport/http.h"
#include "models/transport/mail.h"
#include "models/transport/offload.h"

#include <atomic>
#include <memory>
#include <thread>

namespace tocsin {

/// How the transport behaves towards servers and memory. The defaults are for a station that watches a shop.
struct TransportOptions {
    Duration freshConnectionEvery = std::chrono::seconds(60); ///< decision 7: no target is judged longer by a kept connection
    Duration connectTimeout = std::chrono::seconds(4);        ///< name, TCP and TLS together; part of a request's timeout
    int requestsPerHost = 6;                                  ///< at once, to one host and port
    int requestsAtOnce = 1024;                                ///< at once, to all hosts
    std::size_t maxQueued = 50'000;                           ///< requests that wait for their turn; more are refused
    std::size_t keptConnections = 12'000;                     ///< idle ones; lowered where the system allows fewer files
};

class Engine;

/// The door to the outside: HTTP, TCP and mail over libcurl, questions to name servers, and one worker for long computations.
///
/// Made on any thread and owned by whoever runs the watch thread; used on the watch thread only, which is the thread of
/// the first call. `wake` alone may be called from any thread, for as long as the transport exists. Coroutines that wait
/// here are resumed inside `runFor` and `stop`, never elsewhere.
class Transport final : public Http, public TcpConnector, public DnsResolver, public Mailer, public Offload
{
public:
    explicit Transport(const Clock &clock, TransportOptions options = {});
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;
    ~Transport() override; ///< stops first when nobody has; then on the destroying thread

    /// Serves sockets, timers and finished work for at most this long. Returns early after `wake` and as soon as something
    /// was completed.
    void runFor(Duration atMost);

    /// Lets the running, or else the next, `runFor` return. Any thread.
    void wake() noexcept;

    /// Completes every pending request with ErrorKind::Cancelled, runs the submitted jobs to their end and their `done`s.
    /// Later requests complete with Cancelled at once, later jobs run at once.
    void stop();

    QCoro::Task<Result<HttpResponse>> send(HttpRequest request) override;
    QCoro::Task<Result<Evidence>> connectTo(std::string address, Duration timeout) override;
    QCoro::Task<Result<DnsAnswer>> ask(DnsQuestion question, Duration timeout) override;
    QCoro::Task<Mailed> mail(MailRequest request) override;
    void submit(std::function<void()> job, std::function<void()> done) override;

private:
    void assertThread();

    std::unique_ptr<Engine> m_engine;
    std::atomic<std::thread::id> m_thread;
};

} // namespace tocsin
