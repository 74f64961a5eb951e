// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/http.h"
#include "models/transport/tls_facts.h"
#include "models/transport/url.h"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace tocsin {

/// One request that goes to one address, one step of a conversation with redirects.
struct TransferPlan {
    const HttpRequest *request = nullptr; ///< outlives the transfer
    Url url;
    std::string method;
    std::string shown;                              ///< for the evidence
    bool connectsOnly = false;                      ///< TCP connect, nothing is sent
    bool sendsBody = true;                          ///< false after a redirect that turned the request into a GET
    bool carriesCredentials = true;                 ///< false on the way to another origin than the first
    std::chrono::steady_clock::time_point deadline; ///< until then it waits for its turn; steady time, as libcurl counts it
    Duration timeout{};                             ///< from its turn to the last byte
    Duration connectTimeout{};
};

/// The state of one request from the queue to its end, and the callbacks that libcurl calls meanwhile. Watch thread. Lives
/// in the frame of the coroutine that waits for it; the engine refers to it until it is concluded.
class Transfer
{
public:
    enum class Overflow { None, Headers, Body };

    Transfer(const Clock &clock, TransferPlan plan);
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;
    ~Transfer();

    const TransferPlan &plan() const { return m_plan; }
    const std::string &target() const { return m_target; }
    const std::optional<Error> &error() const { return m_error; }
    Evidence &evidence() { return m_evidence; }
    Headers &headers() { return m_headers; }
    std::string &body() { return m_body; }
    const std::shared_ptr<HandshakeNotes> &handshake() const { return m_handshake; }
    bool claimsFresh() const { return m_claimsFresh; }
    bool openedConnection() const { return m_openedConnection; }

    /// Sets every option of a handle that was reset.
    void prepare(CURL *easy, bool claimsFresh);
    /// Takes from the handle what there is to know once libcurl is through with it.
    void conclude(CURL *easy, CURLcode code);
    /// Ends it without libcurl.
    void fail(ErrorKind kind, Reason reason);

    std::coroutine_handle<> waiter; ///< who continues once it is concluded
    std::size_t activeIndex = 0;    ///< where the engine keeps it

private:
    static std::size_t headerArrived(char *data, std::size_t size, std::size_t count, void *self);
    static std::size_t bodyArrived(char *data, std::size_t size, std::size_t count, void *self);
    static CURLcode contextMade(CURL *easy, void *sslContext, void *self);
    void takeHeaderLine(std::string_view line);
    /// What the server says the body will have, 0 when it does not say: memory that is never touched costs nothing.
    std::size_t announcedBytes() const;
    void fillEvidence(CURL *easy);
    void fillTimings(CURL *easy);

    const Clock &m_clock;
    TransferPlan m_plan;
    std::string m_target;
    std::optional<Error> m_error;
    Evidence m_evidence;
    Headers m_headers;
    std::size_t m_headerBytes = 0;
    std::string m_body;
    Overflow m_overflow = Overflow::None;
    bool m_claimsFresh = false;
    bool m_openedConnection = false;
    std::shared_ptr<HandshakeNotes> m_handshake; ///< null while no handshake took place
    curl_slist *m_headerList = nullptr;
    std::array<char, CURL_ERROR_SIZE> m_detail{};
};

} // namespace tocsin
