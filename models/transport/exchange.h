// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/time.h"
#include "models/transport/tls_facts.h"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <coroutine>
#include <memory>
#include <optional>
#include <string>

namespace tocsin {

/// What one conversation with one server asks of queue and engine.
struct ExchangeTerms {
    std::string server;                             ///< `host:port`: whose turn it waits for
    std::string target;                             ///< what connections must have in common to be shared
    std::chrono::steady_clock::time_point deadline; ///< until then it waits for its turn; steady time, as libcurl counts it
    Duration timeout{};                             ///< from its turn to the end
    bool isAlone = false;                           ///< over a connection that was never used and is not kept
    bool goesOn = false;                            ///< libcurl makes the connection only, and `talk` uses it
    bool keepsCertificate = true;
};

/// One conversation from the queue to its end: what the engine knows of a request, whatever its protocol. Watch thread. Lives
/// in the frame of the coroutine that waits for it; the engine refers to it until it is concluded.
class Exchange
{
public:
    using Time = std::chrono::steady_clock::time_point;
    enum class Next { Over, Read, Write }; ///< what it waits for

    Exchange(const Clock &clock, ExchangeTerms terms, std::string shown);
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;
    virtual ~Exchange();

    const ExchangeTerms &terms() const { return m_terms; }
    const std::optional<Error> &error() const { return m_error; }
    Evidence &evidence() { return m_evidence; }
    const std::shared_ptr<HandshakeNotes> &handshake() const { return m_handshake; }
    bool claimsFresh() const { return m_claimsFresh; }
    bool openedConnection() const { return m_openedConnection; }

    /// Sets every option of a handle that was reset.
    void prepare(CURL *easy, bool claimsFresh);
    /// Takes from the handle what there is to know once libcurl is through with it. Over, unless it `goesOn`.
    virtual Next conclude(CURL *easy, CURLcode code) = 0;
    /// Its socket can be used: reads and writes what there is, without waiting. Called only where it `goesOn`.
    virtual Next talk(CURL *easy);
    /// Its time is up while it talks.
    virtual void expire();
    Time talksUntil() const { return m_begin + m_terms.timeout; }
    /// Ends it without libcurl.
    void fail(ErrorKind kind, Reason reason);

    std::coroutine_handle<> waiter; ///< who continues once it is concluded
    std::size_t activeIndex = 0;    ///< where the engine keeps it

protected:
    virtual void setOptions(CURL *easy) = 0;
    void setError(Error error) { m_error = std::move(error); }
    /// Collects what handshakes over this handle show.
    void observeTls(CURL *easy);
    /// Time, status, address and the phases up to TLS.
    void fillConnection(CURL *easy);
    const char *detail() const { return m_detail.data(); } ///< libcurl's own words about a failure
    const Clock &clock() const { return m_clock; }
    Time begin() const { return m_begin; }

private:
    static CURLcode contextMade(CURL *easy, void *sslContext, void *self);
    void fillTimings(CURL *easy);

    const Clock &m_clock;
    const ExchangeTerms m_terms;
    Time m_begin{};
    std::optional<Error> m_error;
    Evidence m_evidence;
    bool m_claimsFresh = false;
    bool m_openedConnection = false;
    std::shared_ptr<HandshakeNotes> m_handshake; ///< null while no handshake took place
    std::array<char, CURL_ERROR_SIZE> m_detail{};
};

/// A time or number of libcurl's about a handle.
Micros microsOf(CURL *easy, CURLINFO what);
long numberOf(CURL *easy, CURLINFO what);

} // namespace tocsin
