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

ExchangeTerms termsOf(const TransferPlan &plan)
{
    ExchangeTerms terms;
    terms.server = plan.url.hostAndPort();
    terms.target = targetOf(plan);
    terms.deadline = plan.deadline;
    terms.timeout = plan.request->endpoint.timeout;
    terms.isAlone = plan.connectsOnly || plan.request->isSentOnce;
    terms.keepsCertificate = plan.request->keepsCertificate;
    return terms;
}

} // namespace

Transfer::Transfer(const Clock &clock, TransferPlan plan)
    : Exchange(clock, termsOf(plan), plan.shown)
    , m_plan(std::move(plan))
{
}

Transfer::~Transfer()
{
    curl_slist_free_all(m_headerList);
}

void Transfer::setOptions(CURL *easy)
{
    m_headerList = headerList(m_plan);
    setHttpOptions(easy, m_plan, m_headerList);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, headerArrived);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, bodyArrived);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    if (m_plan.url.scheme == "https")
        observeTls(easy);
}

Exchange::Next Transfer::conclude(CURL *easy, CURLcode code)
{
    fillConnection(easy);
    fillAnswer(easy);
    if (code != CURLE_OK) {
        const CurlFailure failed{code, numberOf(easy, CURLINFO_OS_ERRNO), detail(), m_plan.url.host, terms().server,
            m_plan.url.scheme == "https", m_plan.request->endpoint, m_plan.connectTimeout, evidence(), handshake().get()};
        setError(errorOf(failed, *m_plan.request, m_overflow));
    }
    return Next::Over;
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

void Transfer::fillAnswer(CURL *easy)
{
    Evidence &known = evidence();
    known.bytes = m_body.size();
    known.firstBytes = plainText(m_body, Evidence::firstBytesLimit);
    known.contentType = plainText(m_headers.value("content-type"), kMaxContentType);
    if (known.status != 0)
        known.httpVersion = versionText(numberOf(easy, CURLINFO_HTTP_VERSION));
    const Micros sent = microsOf(easy, CURLINFO_PRETRANSFER_TIME_T);
    const Micros first = microsOf(easy, CURLINFO_STARTTRANSFER_TIME_T);
    if (first.count() > 0 && sent.count() > 0) {
        known.timings.firstByte = std::max(Micros(0), first - sent);
        known.timings.transfer = std::max(Micros(0), known.timings.total - first);
    }
}

} // namespace tocsin
