// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/transfer.h"

#include "models/transport/easy_options.h"
#include "models/transport/failure.h"
#include "models/transport/plain_text.h"

#include <algorithm>
#include <charconv>

namespace tocsin {

namespace {

constexpr std::size_t kMaxContentType = 256;

Micros micros(CURL *easy, CURLINFO what)
{
    curl_off_t value = 0;
    curl_easy_getinfo(easy, what, &value);
    return Micros(value);
}

long number(CURL *easy, CURLINFO what)
{
    long value = 0;
    curl_easy_getinfo(easy, what, &value);
    return value;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

const char *versionText(long version)
{
    switch (version) {
    case CURL_HTTP_VERSION_1_0:
        return "HTTP/1.0";
    case CURL_HTTP_VERSION_1_1:
        return "HTTP/1.1";
    case CURL_HTTP_VERSION_2_0:
        return "HTTP/2";
    default:
        return "";
    }
}

std::string targetOf(const TransferPlan &plan)
{
    const Endpoint &endpoint = plan.request->endpoint;
    std::string target = plan.url.origin();
    // Without credentials no client certificate is shown: another connection.
    target += plan.carriesCredentials ? "" : "\nbare";
    const std::string *parts[] = {&endpoint.tls.caFile, &endpoint.tls.certFile, &endpoint.tls.keyFile, &endpoint.proxy};
    for (const std::string *part : parts)
        target.append(1, '\n').append(*part);
    return target;
}

} // namespace

Transfer::Transfer(const Clock &clock, TransferPlan plan)
    : m_clock(clock)
    , m_plan(std::move(plan))
    , m_target(targetOf(m_plan))
{
    m_evidence.request = m_plan.shown;
}

Transfer::~Transfer()
{
    curl_slist_free_all(m_headerList);
}

void Transfer::prepare(CURL *easy, bool claimsFresh)
{
    m_claimsFresh = claimsFresh;
    m_headerList = headerList(m_plan);
    setOptions(easy, m_plan, m_headerList);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_detail.data());
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, claimsFresh ? 1L : 0L);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, headerArrived);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, bodyArrived);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    if (m_plan.url.scheme == "https") {
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, contextMade);
        curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, this);
    }
}

void Transfer::conclude(CURL *easy, CURLcode code)
{
    fillEvidence(easy);
    if (code == CURLE_OK)
        return;
    CurlFailure failed{code, number(easy, CURLINFO_OS_ERRNO), m_detail.data(), m_overflow, m_plan, m_evidence, m_handshake.get()};
    m_error = errorOf(failed);
}

void Transfer::fail(ErrorKind kind, Reason reason)
{
    m_evidence.at = m_clock.now();
    m_error = Error{kind, std::move(reason), m_evidence};
}

std::size_t Transfer::headerArrived(char *data, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<Transfer *>(self);
    const std::size_t length = size * count;
    transfer.m_headerBytes += length;
    if (transfer.m_headerBytes > transfer.m_plan.request->maxHeaderBytes) {
        transfer.m_overflow = Overflow::Headers;
        return 0;
    }
    transfer.takeHeaderLine(std::string_view(data, length));
    return length;
}

void Transfer::takeHeaderLine(std::string_view line)
{
    if (line.substr(0, 5) == "HTTP/") {
        m_headers = Headers(); // a 1xx came before the answer itself
        return;
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && colon > 0)
        m_headers.add(std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1))));
}

std::size_t Transfer::bodyArrived(char *data, std::size_t size, std::size_t count, void *self)
{
    auto &transfer = *static_cast<Transfer *>(self);
    const std::size_t length = size * count;
    const std::size_t limit = transfer.m_plan.request->maxBodyBytes;
    if (length > limit || transfer.m_body.size() > limit - length) {
        transfer.m_overflow = Overflow::Body;
        return length == 0 ? 1 : 0;
    }
    if (transfer.m_body.empty())
        transfer.m_body.reserve(std::clamp(transfer.announcedBytes(), length, limit));
    transfer.m_body.append(data, length);
    return length;
}

std::size_t Transfer::announcedBytes() const
{
    const std::string_view text = m_headers.value("content-length");
    std::size_t bytes = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bytes);
    return error == std::errc() ? bytes : 0;
}

CURLcode Transfer::contextMade(CURL *, void *sslContext, void *self)
{
    auto &transfer = *static_cast<Transfer *>(self);
    // A proxy reached by TLS makes a context as well; the last one is the server's.
    transfer.m_handshake = std::make_shared<HandshakeNotes>(transfer.m_clock);
    return observeHandshakes(sslContext, transfer.m_handshake) ? CURLE_OK : CURLE_OUT_OF_MEMORY;
}

void Transfer::fillEvidence(CURL *easy)
{
    m_evidence.at = m_clock.now();
    m_evidence.status = static_cast<int>(number(easy, CURLINFO_RESPONSE_CODE));
    m_evidence.bytes = m_body.size();
    m_evidence.firstBytes = plainText(m_body, Evidence::firstBytesLimit);
    m_evidence.contentType = plainText(m_headers.value("content-type"), kMaxContentType);
    if (m_evidence.status != 0)
        m_evidence.httpVersion = versionText(number(easy, CURLINFO_HTTP_VERSION));
    m_openedConnection = number(easy, CURLINFO_NUM_CONNECTS) > 0;
    const char *address = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address);
    if (address != nullptr && *address != '\0') {
        const std::string text(address);
        const std::string port = std::to_string(number(easy, CURLINFO_PRIMARY_PORT));
        m_evidence.remoteAddress = text.find(':') == std::string::npos ? text + ':' + port : '[' + text + "]:" + port;
    }
    fillTimings(easy);
    if (m_handshake && m_plan.request->keepsCertificate)
        m_evidence.certificate = m_handshake->certificate;
}

void Transfer::fillTimings(CURL *easy)
{
    // libcurl's times are cumulative and 0 for what was not reached.
    const Micros name = micros(easy, CURLINFO_NAMELOOKUP_TIME_T);
    const Micros connect = micros(easy, CURLINFO_CONNECT_TIME_T);
    const Micros tls = micros(easy, CURLINFO_APPCONNECT_TIME_T);
    const Micros sent = micros(easy, CURLINFO_PRETRANSFER_TIME_T);
    const Micros first = micros(easy, CURLINFO_STARTTRANSFER_TIME_T);
    PhaseTimings &timings = m_evidence.timings;
    timings.total = micros(easy, CURLINFO_TOTAL_TIME_T);
    m_evidence.reusedConnection = !m_openedConnection && sent.count() > 0;
    if (!m_evidence.reusedConnection) {
        if (name.count() > 0)
            timings.dns = name;
        if (connect.count() > 0)
            timings.connect = std::max(Micros(0), connect - name);
        if (tls.count() > 0)
            timings.tls = std::max(Micros(0), tls - connect);
    }
    if (first.count() > 0 && sent.count() > 0) {
        timings.firstByte = std::max(Micros(0), first - sent);
        timings.transfer = std::max(Micros(0), timings.total - first);
    }
}

} // namespace tocsin
