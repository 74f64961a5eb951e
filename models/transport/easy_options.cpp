// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/easy_options.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cctype>

namespace tocsin {

namespace {

constexpr Phrase kBadHeader{
    "request_bad_header", QT_TRANSLATE_NOOP("Phrase", "The header %1 cannot be sent: it has characters that are not allowed")};
constexpr Phrase kBadMethod{"request_bad_method", QT_TRANSLATE_NOOP("Phrase", "%1 is not an HTTP method")};

constexpr const char *kUserAgent = "Tocsin/" TOCSIN_VERSION;

// Every new connection asks for the name anew, so that its dns phase is a real one (decision 7). It also keeps libcurl's
// cache of names small: libcurl goes through all of it at the end of each request.
constexpr long kNameCacheSeconds = 0;
// The parsed authority file is kept this long: reading the system's takes longer than a whole request.
constexpr long kAuthoritiesSeconds = 600;

/// What may go to another origin than the one the credentials were given for.
constexpr std::array<std::string_view, 4> kHarmlessHeaders{"accept", "accept-language", "cache-control", "content-type"};

bool isToken(std::string_view text)
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    const auto fits
        = [marks](unsigned char c) { return std::isalnum(c) != 0 || marks.find(static_cast<char>(c)) != std::string_view::npos; };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

bool isHeaderValue(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c == '\t' || (c >= 0x20 && c != 0x7f); });
}

bool isHarmless(const std::string &name)
{
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::find(kHarmlessHeaders.begin(), kHarmlessHeaders.end(), lower) != kHarmlessHeaders.end();
}

void append(curl_slist *&list, const std::string &line)
{
    if (curl_slist *longer = curl_slist_append(list, line.c_str()))
        list = longer;
}

void appendHeader(curl_slist *&list, const TransferPlan &plan, const std::string &name, const std::string &value)
{
    if (!plan.carriesCredentials && !isHarmless(name))
        return;
    // "Name;" is libcurl's way to send a header without a value; "Name:" would take it away.
    append(list, value.empty() ? name + ';' : name + ": " + value);
}

bool hasAuthorization(const HttpRequest &request)
{
    return !request.headers.value("authorization").empty() || !request.endpoint.headers.value("authorization").empty();
}

void setMethod(CURL *easy, const TransferPlan &plan)
{
    const std::string &body = plan.request->body;
    const bool sendsBody = plan.sendsBody && (!body.empty() || plan.method == "POST" || plan.method == "PUT");
    if (plan.method == "HEAD")
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    else if (!sendsBody)
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
    if (sendsBody && plan.method != "HEAD") {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.c_str());
    }
    const bool isBuiltIn = plan.method == "HEAD" || (plan.method == "GET" && !sendsBody) || (plan.method == "POST" && sendsBody);
    if (!isBuiltIn)
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, plan.method.c_str());
}

void setCredentials(CURL *easy, const TransferPlan &plan)
{
    const Endpoint &endpoint = plan.request->endpoint;
    if (!plan.carriesCredentials || hasAuthorization(*plan.request))
        return;
    if (endpoint.basicAuth) {
        curl_easy_setopt(easy, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(easy, CURLOPT_USERNAME, endpoint.basicAuth->user.c_str());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, endpoint.basicAuth->password.reveal().c_str());
    }
}

} // namespace

void setCommonOptions(CURL *easy, Duration timeout, Duration connectTimeout)
{
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    // Without it the end of a request whose name is still being resolved would wait for the resolver.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
    const long milliseconds = std::max<long>(1, static_cast<long>(timeout.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, std::min(milliseconds, static_cast<long>(connectTimeout.count())));
    curl_easy_setopt(easy, CURLOPT_DNS_CACHE_TIMEOUT, kNameCacheSeconds);
}

void setTls(CURL *easy, const TlsOptions &tls, bool showsClientCertificate)
{
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    // A resumed session shows no certificate and is not verified again (decision 7).
    curl_easy_setopt(easy, CURLOPT_SSL_SESSIONID_CACHE, 0L);
    curl_easy_setopt(easy, CURLOPT_CA_CACHE_TIMEOUT, kAuthoritiesSeconds);
    static const bool hasSystemFile = curl_version_info(CURLVERSION_NOW)->cainfo != nullptr;
    // libcurl keeps the parsed authorities only when there is no folder of them to look into as well.
    if (hasSystemFile || !tls.caFile.empty())
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    if (!tls.caFile.empty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, tls.caFile.c_str());
    if (!showsClientCertificate)
        return;
    if (!tls.certFile.empty())
        curl_easy_setopt(easy, CURLOPT_SSLCERT, tls.certFile.c_str());
    if (!tls.keyFile.empty())
        curl_easy_setopt(easy, CURLOPT_SSLKEY, tls.keyFile.c_str());
}

void setHttpOptions(CURL *easy, const TransferPlan &plan, curl_slist *headers)
{
    curl_easy_setopt(easy, CURLOPT_URL, plan.url.text.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_PROXY, plan.request->endpoint.proxy.c_str());
    setCommonOptions(easy, plan.timeout, plan.connectTimeout);
    if (plan.connectsOnly) {
        curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
        curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
        return;
    }
    if (plan.request->isSentOnce)
        curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_USERAGENT, kUserAgent);
    if (plan.method != "HEAD")
        curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(plan.request->maxBodyBytes));
    if (headers != nullptr)
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    setMethod(easy, plan);
    setCredentials(easy, plan);
    if (plan.url.scheme == "https")
        setTls(easy, plan.request->endpoint.tls, plan.carriesCredentials);
}

curl_slist *headerList(const TransferPlan &plan)
{
    curl_slist *list = nullptr;
    const HttpRequest &request = *plan.request;
    const bool sendsBody = plan.sendsBody && !request.body.empty();
    for (const auto &[name, value] : request.headers)
        appendHeader(list, plan, name, value);
    for (const auto &[name, value] : request.endpoint.headers) {
        if (request.headers.value(name).empty())
            appendHeader(list, plan, name, value);
    }
    if (request.endpoint.bearerToken && plan.carriesCredentials && !hasAuthorization(request))
        append(list, "Authorization: Bearer " + request.endpoint.bearerToken->reveal());
    if (sendsBody)
        append(list, "Expect:");
    return list;
}

Reason unsendable(const HttpRequest &request)
{
    if (!isToken(request.method))
        return Reason(kBadMethod, {request.method});
    for (const Headers *headers : {&request.headers, &request.endpoint.headers}) {
        for (const auto &[name, value] : *headers) {
            if (!isToken(name) || !isHeaderValue(value))
                return Reason(kBadHeader, {name});
        }
    }
    if (request.endpoint.bearerToken && !isHeaderValue(request.endpoint.bearerToken->reveal()))
        return Reason(kBadHeader, {"Authorization"});
    return {};
}

} // namespace tocsin
