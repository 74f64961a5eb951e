// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/smtp/smtp_dialogue.h"

#include <algorithm>
#include <charconv>

namespace tocsin {

namespace {

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

bool areAscii(const MailRequest &request)
{
    return isAscii(request.from) && std::all_of(request.recipients.begin(), request.recipients.end(), isAscii);
}

std::vector<std::string> upperWords(std::string_view line)
{
    std::vector<std::string> words;
    bool isInWord = false;
    for (const char c : line) {
        if (c == ' ' || c == '\t') {
            isInWord = false;
            continue;
        }
        if (!isInWord)
            words.emplace_back();
        isInWord = true;
        words.back() += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return words;
}

} // namespace

SmtpDialogue::SmtpDialogue(const MailRequest &request)
    : m_request(request)
    , m_hasNonAscii(!areAscii(request))
    , m_isEightBit(!isAscii(request.message))
{
}

const std::string &SmtpDialogue::recipient() const
{
    return m_request.recipients[std::min(m_recipient, m_request.recipients.size() - 1)];
}

bool SmtpDialogue::hear(std::string_view bytes)
{
    const bool isUnderstood = m_reader.take(bytes);
    while (m_trouble == Trouble::None && m_stage != Stage::Taken) {
        std::optional<SmtpReply> reply = m_reader.next();
        if (!reply)
            break;
        m_reply = *std::move(reply);
        hearReply();
    }
    if (!isUnderstood && !isOver())
        fail(m_reader.isTooLong() ? Trouble::Endless : Trouble::NotUnderstood);
    return m_trouble == Trouble::None;
}

void SmtpDialogue::hearReply()
{
    if (!m_isTalking) {
        hearWhileConnecting();
        return;
    }
    // Before all is sent, only a refusal can be meant.
    const bool isEarly = !outgoing().empty();
    const int wanted = m_stage == Stage::Data ? 354 : 250;
    if (m_reply.code >= 400) {
        fail(Trouble::Refused);
    } else if (isEarly || (m_reply.code != wanted && !(m_stage == Stage::Recipient && m_reply.code == 251))) {
        fail(Trouble::NotUnderstood);
    } else if (m_stage == Stage::Sender) {
        askNextRecipient();
    } else if (m_stage == Stage::Recipient) {
        ++m_recipient;
        askNextRecipient();
    } else if (m_stage == Stage::Data) {
        m_outgoing = dotStuffed(m_request.message);
        m_sent = 0;
        m_stage = Stage::Message;
    } else {
        m_stage = Stage::Taken;
    }
}

void SmtpDialogue::hearWhileConnecting()
{
    const bool wantsTls = m_request.security == MailRequest::Security::StartTls;
    if (m_reply.code >= 400)
        return; // libcurl gives up, and the reply says why; or it says HELO after an EHLO that was refused
    switch (m_stage) {
    case Stage::Greeting:
        m_stage = Stage::Hello;
        return;
    case Stage::StartTls:
        m_stage = Stage::Handshake;
        return;
    case Stage::Hello:
        hearAbilities();
        m_stage = wantsTls ? Stage::StartTls : Stage::Login;
        return;
    case Stage::Handshake: // the first reply that came by TLS
        hearAbilities();
        m_stage = Stage::Login;
        return;
    default:
        m_isLoggedIn = m_isLoggedIn || m_reply.code == 235;
    }
}

void SmtpDialogue::hearAbilities()
{
    m_abilities = SmtpAbilities();
    for (const std::string &line : m_reply.lines) {
        const std::vector<std::string> words = upperWords(line);
        if (words.empty())
            continue;
        const std::string &name = words.front();
        m_abilities.hasStartTls = m_abilities.hasStartTls || name == "STARTTLS";
        m_abilities.hasUtf8 = m_abilities.hasUtf8 || name == "SMTPUTF8";
        m_abilities.hasEightBit = m_abilities.hasEightBit || name == "8BITMIME";
        if (name == "AUTH")
            m_abilities.logins.assign(words.begin() + 1, words.end());
        if (name == "SIZE") {
            m_abilities.hasSize = true;
            if (words.size() > 1)
                std::from_chars(words[1].data(), words[1].data() + words[1].size(), m_abilities.mostBytes);
        }
    }
}

bool SmtpDialogue::begin()
{
    if (m_trouble != Trouble::None)
        return false;
    m_isTalking = true;
    // libcurl goes on without a login where the server offers none.
    if (m_request.endpoint.basicAuth && !m_isLoggedIn)
        return fail(Trouble::NoLogin);
    if (m_hasNonAscii && !m_abilities.hasUtf8)
        return fail(Trouble::NoUtf8);
    if (m_isEightBit && !m_abilities.hasEightBit)
        return fail(Trouble::NoEightBit);
    if (m_abilities.mostBytes != 0 && m_request.message.size() > m_abilities.mostBytes)
        return fail(Trouble::TooLarge);
    ask(mailLine(), Stage::Sender);
    return true;
}

std::string SmtpDialogue::mailLine() const
{
    std::string line = "MAIL FROM:<" + m_request.from + '>';
    if (m_abilities.hasSize)
        line += " SIZE=" + std::to_string(m_request.message.size());
    if (m_isEightBit)
        line += " BODY=8BITMIME";
    if (m_hasNonAscii)
        line += " SMTPUTF8";
    return line;
}

void SmtpDialogue::askNextRecipient()
{
    if (m_recipient < m_request.recipients.size())
        ask("RCPT TO:<" + m_request.recipients[m_recipient] + '>', Stage::Recipient);
    else
        ask("DATA", Stage::Data);
}

void SmtpDialogue::ask(std::string line, Stage next)
{
    m_outgoing = std::move(line) + "\r\n";
    m_sent = 0;
    m_stage = next;
}

void SmtpDialogue::sent(std::size_t bytes)
{
    m_sent = std::min(m_sent + bytes, m_outgoing.size());
}

bool SmtpDialogue::fail(Trouble trouble)
{
    m_trouble = trouble;
    return false;
}

std::string dotStuffed(std::string_view message)
{
    std::string wire;
    wire.reserve(message.size() + 16);
    bool isAtBegin = true;
    for (const char c : message) {
        if (isAtBegin && c == '.')
            wire += '.';
        wire += c;
        isAtBegin = c == '\n';
    }
    if (!isAtBegin)
        wire += "\r\n";
    return wire + ".\r\n";
}

} // namespace tocsin
