// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/calm/lies.h"

#include "tests/support/hostile.h"

namespace tocsin::test {

namespace {

constexpr const char *kUp = R"({"status":"UP"})";
constexpr const char *kHtml = "Content-Type: text/html; charset=utf-8\r\n";
constexpr const char *kSignIn = R"(<!DOCTYPE html><html><head><title>Sign in</title></head><body>
<form method="post" action="/login"><input name="user"><input type="password" name="password"></form></body></html>)";
constexpr const char *kPortal = R"(<!DOCTYPE html><html><body><h1>Welcome to the hotel</h1>
<form action="/accept"><button>Accept and connect</button></form></body></html>)";
constexpr const char *kQueryAnswer = R"({"status":"success","data":{"alerts":[],"groups":[],"resultType":"vector","result":[]}})";

std::string jsonWithout(std::size_t bytes, const std::string &body)
{
    return httpBytes(200, body.substr(0, body.size() - bytes));
}

/// The first request is refused, the next are sent to a sign-in page: what a session that has run out looks like.
void refuseThenRedirect(RawConnection &connection)
{
    bool isFirst = true;
    for (std::string request = connection.readRequest(); !request.empty(); request = connection.readRequest()) {
        const bool isLogin = request.find(" /login") != std::string::npos;
        if (isLogin)
            connection.send(httpBytes(200, kSignIn, kHtml));
        else if (isFirst && connection.number() == 0)
            connection.send(httpBytes(401, "", "WWW-Authenticate: Basic\r\nContent-Type: text/plain\r\n"));
        else
            connection.send(httpBytes(302, "", "Location: /login\r\n"));
        isFirst = false;
    }
}

} // namespace

LyingServers::LyingServers()
{
    addAnswers();
    for (Hostility &hostility : hostilities())
        addRaw(hostility.name, std::move(hostility.script));
    addCertificates();
    addNobody();
    m_raw.push_back(std::make_unique<RawServer>(answering(httpBytes(200, kUp))));
    m_honest = Lie{.name = "honest", .port = m_raw.back()->port()};
    m_honestTls = addTls("honest, with TLS", m_ca, {}, httpBytes(200, kUp), Claim::Content);
    m_lies.pop_back();
}

void LyingServers::addRaw(std::string name, RawServer::Script script, bool isAboutSchema)
{
    m_raw.push_back(std::make_unique<RawServer>(std::move(script)));
    m_lies.push_back(Lie{.name = std::move(name),
        .contradicts = Claim::Handshake, // it has no certificate at all
        .isAboutSchema = isAboutSchema,
        .port = m_raw.back()->port()});
}

Lie LyingServers::addTls(
    std::string name, const TemporaryCa &authority, const CertificateWish &wish, const std::string &answer, Claim contradicts)
{
    m_tls.push_back(std::make_unique<TlsServer>(authority.issue("server" + std::to_string(m_tls.size()), wish), answer));
    m_lies.push_back(Lie{.name = std::move(name), .contradicts = contradicts, .isTls = true, .port = m_tls.back()->port()});
    return m_lies.back();
}

void LyingServers::addAnswers()
{
    const char *octets = "Content-Type: application/octet-stream\r\n";
    addRaw("SSO page with 200", answering(httpBytes(200, kSignIn, kHtml)));
    addRaw("SSO page called JSON", answering(httpBytes(200, kSignIn)));
    addRaw("captive portal", answering(httpBytes(200, kPortal, kHtml)));
    addRaw("captive portal, by redirect", redirectingTo("http://portal.invalid/accept"));
    addRaw("empty 200", answering(httpBytes(200, "")));
    addRaw("empty 200 without a type", answering(httpBytes(200, "", "")));
    addRaw("204", answering("HTTP/1.1 204 No Content\r\n\r\n"));
    addRaw("truncated health answer", answering(jsonWithout(1, kUp)));
    addRaw("truncated list", answering(jsonWithout(1, "[]")));
    addRaw("truncated query answer", answering(jsonWithout(3, kQueryAnswer)));
    addRaw("JSON of another schema", answering(httpBytes(200, R"({"colour":"blue"})")), true);
    addRaw("JSON null", answering(httpBytes(200, "null")), true);
    addRaw("JSON text", answering(httpBytes(200, "\"UP\"")), true);
    addRaw("JSON nested without end", answering(httpBytes(200, std::string(500'000, '['))));
    addRaw("wrong content type: health answer as HTML", answering(httpBytes(200, kUp, kHtml)));
    addRaw("wrong content type: health answer as octets", answering(httpBytes(200, kUp, octets)));
    addRaw("wrong content type: list as HTML", answering(httpBytes(200, "[]", kHtml)));
    const std::string jsonType = "Content-Type: application/json\r\n";
    addRaw(
        "health answer that a cache has kept for a day", answering(httpBytes(200, kUp, (jsonType + "Age: 86400\r\n").c_str())));
    addRaw("health answer that a cache calls stale",
        answering(httpBytes(200, kUp, (jsonType + "Warning: 110 - \"Response is Stale\"\r\n").c_str())));
    addRaw("health answer dated long ago",
        answering(httpBytes(200, kUp, (jsonType + "Date: Fri, 20 Nov 2020 04:37:23 GMT\r\n").c_str())));
    addRaw("no content type", answering(httpBytes(200, kUp, "")));
    addRaw("401", answering(httpBytes(401, kUp)));
    addRaw("401, then a redirect to a login", refuseThenRedirect);
    addRaw("403 with a valid body", answering(httpBytes(403, kUp)));
    addRaw("redirect to a login", redirectingTo("/login"));
    addRaw("redirect loop", redirectingTo(""));
    for (const int status : {404, 429, 500, 502, 503}) {
        addRaw(std::to_string(status) + " with a health answer", answering(httpBytes(status, kUp)));
        addRaw(std::to_string(status) + " with an empty list", answering(httpBytes(status, "[]")));
        addRaw(std::to_string(status) + " with a query answer", answering(httpBytes(status, kQueryAnswer)));
    }
}

void LyingServers::addCertificates()
{
    const std::string answer = httpBytes(200, kUp);
    addTls("self-signed certificate", m_ca, TemporaryCa::selfSigned(), answer, Claim::Handshake);
    addTls("expired certificate", m_ca, TemporaryCa::expired(), answer, Claim::Handshake);
    addTls("certificate that is not yet valid", m_ca, TemporaryCa::notYetValid(), answer, Claim::Handshake);
    addTls("certificate of another host", m_ca, TemporaryCa::wrongHost(), answer, Claim::Handshake);
    addTls("certificate of an untrusted authority", m_stranger, {}, answer, Claim::Handshake);
    addTls("SSO page behind a good certificate", m_ca, {}, httpBytes(200, kSignIn, kHtml), Claim::Content);
    addTls("500 behind a good certificate", m_ca, {}, httpBytes(500, kUp), Claim::Content);
    addTls("empty 200 behind a good certificate", m_ca, {}, httpBytes(200, ""), Claim::Content);
}

void LyingServers::addNobody()
{
    int freePort = 0;
    {
        const RawServer gone([](RawConnection &) {});
        freePort = gone.port();
    }
    m_lies.push_back(Lie{.name = "connection refused", .contradicts = Claim::Connection, .port = freePort});
    // A label of more than 63 characters is refused by every resolver without asking anybody.
    m_lies.push_back(
        Lie{.name = "DNS failure", .contradicts = Claim::Connection, .host = std::string(70, 'x') + ".invalid", .port = 80});
}

} // namespace tocsin::test
