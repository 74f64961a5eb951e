// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/exchange.h"
#include "models/transport/http.h"
#include "models/transport/url.h"

#include <curl/curl.h>

#include <chrono>
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

/// The state of one HTTP request, and the callbacks that libcurl calls meanwhile. Watch thread.
class Transfer final : public Exchange
{
public:
    enum class Overflow { None, Headers, Body };

    Transfer(const Clock &clock, TransferPlan plan);
    ~Transfer() override;

    Headers &headers() { return m_headers; }
    std::string &body() { return m_body; }

    Next conclude(CURL *easy, CURLcode code) override;

private:
    static std::size_t headerArrived(char *data, std::size_t size, std::size_t count, void *self);
    static std::size_t bodyArrived(char *data, std::size_t size, std::size_t count, void *self);
    void setOptions(CURL *easy) override;
    void takeHeaderLine(std::string_view line);
    /// What the server says the body will have, 0 when it does not say: memory that is never touched costs nothing.
    std::size_t announcedBytes() const;
    void fillAnswer(CURL *easy);

    TransferPlan m_plan;
    Headers m_headers;
    std::size_t m_headerBytes = 0;
    std::string m_body;
    Overflow m_overflow = Overflow::None;
    curl_slist *m_headerList = nullptr;
};

} // namespace tocsin
