// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/exchange.h"

#include <algorithm>
#include <utility>

namespace tocsin {

Micros microsOf(CURL *easy, CURLINFO what)
{
    curl_off_t value = 0;
    curl_easy_getinfo(easy, what, &value);
    return Micros(value);
}

long numberOf(CURL *easy, CURLINFO what)
{
    long value = 0;
    curl_easy_getinfo(easy, what, &value);
    return value;
}

Exchange::Exchange(const Clock &clock, ExchangeTerms terms, std::string shown)
    : m_clock(clock)
    , m_terms(std::move(terms))
{
    m_evidence.request = std::move(shown);
}

Exchange::~Exchange() = default;

void Exchange::prepare(CURL *easy, bool claimsFresh)
{
    m_claimsFresh = claimsFresh;
    m_begin = std::chrono::steady_clock::now();
    setOptions(easy);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_detail.data());
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, claimsFresh ? 1L : 0L);
}

Exchange::Next Exchange::talk(CURL *)
{
    return Next::Over;
}

void Exchange::expire()
{
}

void Exchange::fail(ErrorKind kind, Reason reason)
{
    m_evidence.at = m_clock.now();
    m_error = Error{kind, std::move(reason), m_evidence};
}

void Exchange::observeTls(CURL *easy)
{
    curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, contextMade);
    curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, this);
}

CURLcode Exchange::contextMade(CURL *, void *sslContext, void *self)
{
    auto &exchange = *static_cast<Exchange *>(self);
    // A proxy reached by TLS makes a context as well; the last one is the server's.
    exchange.m_handshake = std::make_shared<HandshakeNotes>(exchange.m_clock);
    return observeHandshakes(sslContext, exchange.m_handshake) ? CURLE_OK : CURLE_OUT_OF_MEMORY;
}

void Exchange::fillConnection(CURL *easy)
{
    m_evidence.at = m_clock.now();
    m_evidence.status = static_cast<int>(numberOf(easy, CURLINFO_RESPONSE_CODE));
    m_openedConnection = numberOf(easy, CURLINFO_NUM_CONNECTS) > 0;
    const char *address = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address);
    if (address != nullptr && *address != '\0') {
        const std::string text(address);
        const std::string port = std::to_string(numberOf(easy, CURLINFO_PRIMARY_PORT));
        m_evidence.remoteAddress = text.find(':') == std::string::npos ? text + ':' + port : '[' + text + "]:" + port;
    }
    fillTimings(easy);
    if (m_handshake && m_terms.keepsCertificate)
        m_evidence.certificate = m_handshake->certificate;
}

void Exchange::fillTimings(CURL *easy)
{
    // libcurl's times are cumulative and 0 for what was not reached.
    const Micros name = microsOf(easy, CURLINFO_NAMELOOKUP_TIME_T);
    const Micros connect = microsOf(easy, CURLINFO_CONNECT_TIME_T);
    const Micros tls = microsOf(easy, CURLINFO_APPCONNECT_TIME_T);
    const Micros sent = microsOf(easy, CURLINFO_PRETRANSFER_TIME_T);
    PhaseTimings &timings = m_evidence.timings;
    timings.total = microsOf(easy, CURLINFO_TOTAL_TIME_T);
    m_evidence.reusedConnection = !m_openedConnection && sent.count() > 0;
    if (m_evidence.reusedConnection)
        return;
    if (name.count() > 0)
        timings.dns = name;
    if (connect.count() > 0)
        timings.connect = std::max(Micros(0), connect - name);
    if (tls.count() > 0)
        timings.tls = std::max(Micros(0), tls - connect);
}

} // namespace tocsin
