// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/mail.h"
#include "models/transport/smtp/smtp_reply.h"

#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// What a mail server said it can do (RFC 5321, 4.1.1.1), for those extensions that matter here.
struct SmtpAbilities {
    bool hasStartTls = false;
    bool hasUtf8 = false;            ///< SMTPUTF8, RFC 6531
    bool hasEightBit = false;        ///< 8BITMIME, RFC 6152
    bool hasSize = false;            ///< SIZE, RFC 1870
    std::size_t mostBytes = 0;       ///< 0: not said
    std::vector<std::string> logins; ///< upper case: `PLAIN`, `LOGIN`, `XOAUTH2`
};

/// How far the conversation about one mail has come, and what is said next (RFC 5321). libcurl greets, secures and logs in, and
/// its replies are only listened to; from `begin` on this says all that is said. Pure: bytes in, bytes out.
class SmtpDialogue
{
public:
    /// What is being waited for.
    enum class Stage { Greeting, Hello, StartTls, Handshake, Login, Sender, Recipient, Data, Message, Taken };
    enum class Trouble { None, Refused, TooLarge, NoUtf8, NoEightBit, NoLogin, NotUnderstood, Endless };

    explicit SmtpDialogue(const MailRequest &request); ///< which must outlive it

    /// Bytes from the server. False: there is trouble, and nothing more to say.
    bool hear(std::string_view bytes);
    /// Connected, secured, logged in as far as wanted: the mail itself. False: there is trouble.
    bool begin();
    /// What is to be sent now; `sent` takes from its front.
    std::string_view outgoing() const { return std::string_view(m_outgoing).substr(m_sent); }
    void sent(std::size_t bytes);

    Stage stage() const { return m_stage; }
    Trouble trouble() const { return m_trouble; }
    const SmtpReply &reply() const { return m_reply; } ///< the last one; code 0 when there was none
    const SmtpAbilities &abilities() const { return m_abilities; }
    const std::string &recipient() const; ///< the one that the stage Recipient is about
    bool isOver() const { return m_stage == Stage::Taken || m_trouble != Trouble::None; }
    /// The whole mail was sent, and nothing is known of it.
    bool mayHaveArrived() const { return m_stage == Stage::Message && outgoing().empty() && m_trouble != Trouble::Refused; }

private:
    void hearReply();
    void hearWhileConnecting();
    void hearAbilities();
    void ask(std::string line, Stage next);
    void askNextRecipient();
    bool fail(Trouble trouble);
    std::string mailLine() const;

    const MailRequest &m_request;
    const bool m_hasNonAscii; ///< in an address
    const bool m_isEightBit;  ///< the message
    SmtpReplyReader m_reader;
    Stage m_stage = Stage::Greeting;
    Trouble m_trouble = Trouble::None;
    SmtpReply m_reply;
    SmtpAbilities m_abilities;
    std::size_t m_recipient = 0;
    bool m_isTalking = false;
    bool m_isLoggedIn = false;
    std::string m_outgoing;
    std::size_t m_sent = 0;
};

/// The message as it goes over the wire: lines that begin with a dot get another one, and a dot alone ends it (RFC 5321, 4.5.2).
std::string dotStuffed(std::string_view message);

} // namespace tocsin
