// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/exchange.h"
#include "models/transport/mail.h"
#include "models/transport/smtp/smtp_dialogue.h"
#include "models/transport/url.h"

#include <chrono>
#include <string>

namespace tocsin {

/// One mail from the queue to the server's word that it took it. Watch thread.
///
/// libcurl connects, secures and logs in (CURLOPT_CONNECT_ONLY); the mail itself goes over its connection by curl_easy_send and
/// curl_easy_recv. For libcurl's own way of sending mail waits, without giving up the thread, for the answer to the mail and for
/// the one to QUIT (7.88: 5 s of a server's thinking stopped everything else for 5 s).
class MailTransfer final : public Exchange
{
public:
    /// The request must outlive it, and be sendable.
    MailTransfer(const Clock &clock, const MailRequest &request, Time queueDeadline);

    Next conclude(CURL *easy, CURLcode code) override;
    Next talk(CURL *easy) override;
    void expire() override;

    /// How it ended; call once, after that.
    Mailed outcome();

private:
    static std::size_t replyArrived(char *data, std::size_t size, std::size_t count, void *self);
    void setOptions(CURL *easy) override;
    bool sendAll(CURL *easy);    ///< false: the connection is broken
    bool receiveAll(CURL *easy); ///< false: the connection is broken
    Next end(CURL *easy);
    void failWith(MailFailure failure);
    void fillTotal();

    const MailRequest &m_request;
    const Url m_server;
    const std::string m_address;
    SmtpDialogue m_dialogue;
    bool m_isPermanent = false;
};

} // namespace tocsin
