// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/smtp/mail_transfer.h"

#include "models/transport/easy_options.h"
#include "models/transport/smtp/mail_failure.h"

#include <QSysInfo>

#include <algorithm>
#include <array>
#include <string_view>

namespace tocsin {

namespace {

constexpr std::string_view kQuit = "QUIT\r\n";

ExchangeTerms termsOf(const MailRequest &request, Exchange::Time queueDeadline)
{
    ExchangeTerms terms;
    terms.server = request.server;
    terms.deadline = queueDeadline;
    terms.timeout = request.endpoint.timeout;
    terms.isAlone = true;
    terms.goesOn = true;
    return terms;
}

/// What a machine may call itself towards others (RFC 5321, 4.1.1.1); its own name may be anything.
std::string machineName()
{
    std::string name = QSysInfo::machineHostName().toStdString();
    const auto isOdd = [](char c) {
        return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-');
    };
    name.erase(std::remove_if(name.begin(), name.end(), isOdd), name.end());
    return name.empty() ? "localhost" : name;
}

std::string addressOf(const MailRequest &request)
{
    const bool isTls = request.security == MailRequest::Security::Tls;
    const std::string name = request.helloName.empty() ? machineName() : request.helloName;
    return (isTls ? "smtps://" : "smtp://") + request.server + '/' + name;
}

} // namespace

MailTransfer::MailTransfer(const Clock &clock, const MailRequest &request, Time queueDeadline)
    : Exchange(clock, termsOf(request, queueDeadline), "SMTP " + addressForPeople(request.server))
    , m_request(request)
    , m_server(parseUrl("http://" + request.server).value_or(Url()))
    , m_address(addressOf(request))
    , m_dialogue(request)
{
}

void MailTransfer::setOptions(CURL *easy)
{
    curl_easy_setopt(easy, CURLOPT_URL, m_address.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    // libcurl counts greeting and login as connecting, and servers make strangers wait for their greeting.
    setCommonOptions(easy, m_request.endpoint.timeout, m_request.endpoint.timeout);
    curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, replyArrived);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    if (m_request.security == MailRequest::Security::None)
        return;
    curl_easy_setopt(easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    setTls(easy, m_request.endpoint.tls, true);
    observeTls(easy);
    if (m_request.endpoint.basicAuth) {
        // Left to itself libcurl would try Kerberos first, for want of a ticket in vain.
        curl_easy_setopt(easy, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
        curl_easy_setopt(easy, CURLOPT_USERNAME, m_request.endpoint.basicAuth->user.c_str());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, m_request.endpoint.basicAuth->password.reveal().c_str());
    }
}

std::size_t MailTransfer::replyArrived(char *data, std::size_t size, std::size_t count, void *self)
{
    const std::size_t length = size * count;
    const bool isFine = static_cast<MailTransfer *>(self)->m_dialogue.hear(std::string_view(data, length));
    return isFine ? length : 0;
}

Exchange::Next MailTransfer::conclude(CURL *easy, CURLcode code)
{
    fillConnection(easy);
    if (code != CURLE_OK) {
        const CurlFailure failed{code, numberOf(easy, CURLINFO_OS_ERRNO), detail(), m_server.host, terms().server,
            m_request.security == MailRequest::Security::Tls, m_request.endpoint, m_request.endpoint.timeout, evidence(),
            handshake().get()};
        failWith(mailFailureOf(failed, m_dialogue, m_request));
        return Next::Over;
    }
    if (!m_dialogue.begin())
        return end(easy);
    return talk(easy);
}

Exchange::Next MailTransfer::talk(CURL *easy)
{
    // What came is heard before it counts that the connection broke: a refusal is often followed by that.
    const bool isOpen = receiveAll(easy);
    if (m_dialogue.isOver())
        return end(easy);
    if (!isOpen || !sendAll(easy)) {
        failWith(mailFailureOf(m_dialogue, SmtpEnd::Broken, m_request, terms().server, evidence()));
        return Next::Over;
    }
    return m_dialogue.outgoing().empty() ? Next::Read : Next::Write;
}

bool MailTransfer::receiveAll(CURL *easy)
{
    std::array<char, 4096> buffer;
    while (!m_dialogue.isOver()) {
        std::size_t received = 0;
        const CURLcode code = curl_easy_recv(easy, buffer.data(), buffer.size(), &received);
        if (code == CURLE_AGAIN)
            return true;
        if (code != CURLE_OK || received == 0)
            return false;
        m_dialogue.hear(std::string_view(buffer.data(), received));
    }
    return true;
}

bool MailTransfer::sendAll(CURL *easy)
{
    while (!m_dialogue.outgoing().empty()) {
        const std::string_view rest = m_dialogue.outgoing();
        std::size_t sent = 0;
        const CURLcode code = curl_easy_send(easy, rest.data(), rest.size(), &sent);
        m_dialogue.sent(sent);
        if (code == CURLE_AGAIN)
            return true;
        if (code != CURLE_OK)
            return false;
    }
    return true;
}

Exchange::Next MailTransfer::end(CURL *easy)
{
    // Said for good manners; nothing depends on it, so nobody waits for the answer.
    std::size_t sent = 0;
    curl_easy_send(easy, kQuit.data(), kQuit.size(), &sent);
    if (m_dialogue.stage() != SmtpDialogue::Stage::Taken)
        failWith(mailFailureOf(m_dialogue, SmtpEnd::Answer, m_request, terms().server, evidence()));
    fillTotal();
    return Next::Over;
}

void MailTransfer::expire()
{
    failWith(mailFailureOf(m_dialogue, SmtpEnd::Timeout, m_request, terms().server, evidence()));
}

void MailTransfer::failWith(MailFailure failure)
{
    m_isPermanent = failure.isPermanent;
    fillTotal();
    evidence().status = failure.error.evidence.status;
    evidence().firstBytes = failure.error.evidence.firstBytes;
    setError(std::move(failure.error));
}

void MailTransfer::fillTotal()
{
    evidence().at = clock().now();
    evidence().timings.total = std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now() - begin());
}

Mailed MailTransfer::outcome()
{
    if (error()) {
        MailFailure failure;
        failure.error = *error();
        failure.error.evidence = std::move(evidence());
        failure.isPermanent = m_isPermanent;
        failure.mayHaveArrived = m_dialogue.mayHaveArrived();
        return tl::unexpected(std::move(failure));
    }
    MailReceipt receipt;
    receipt.words = m_dialogue.reply().words();
    receipt.evidence = std::move(evidence());
    receipt.evidence.status = m_dialogue.reply().code;
    receipt.evidence.firstBytes = receipt.words;
    return receipt;
}

} // namespace tocsin
