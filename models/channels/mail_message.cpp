// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/mail_message.h"

#include <QByteArray>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kLongestLine = 76;     ///< RFC 2045: of encoded text
constexpr std::size_t kLongestHeader = 78;   ///< RFC 5322: what a line should not exceed
constexpr std::size_t kBytesPerWord = 42;    ///< of an encoded word; 56 characters of base64, 68 with its frame
constexpr std::size_t kLongestAddress = 254; ///< RFC 5321, 4.5.3.1.3, without the brackets

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::string oneLine(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return text;
}

std::string base64(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toBase64().toStdString();
}

std::string base64Lines(std::string_view bytes)
{
    const std::string whole = base64(bytes);
    std::string lines;
    for (std::size_t at = 0; at < whole.size(); at += kLongestLine)
        lines += whole.substr(at, kLongestLine) + "\r\n";
    return lines;
}

/// The next piece of a text that fits into one encoded word.
std::string_view nextPiece(std::string_view text)
{
    std::size_t end = std::min(text.size(), kBytesPerWord);
    while (end > 0 && end < text.size() && isContinuation(text[end]))
        --end;
    return text.substr(0, end == 0 ? std::min(text.size(), kBytesPerWord) : end);
}

/// RFC 5322, 3.3, always in English and in UTC.
std::string mailDate(Instant at)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, d MMM yyyy HH:mm:ss")).toStdString() + " +0000";
}

std::string domainOf(const std::string &address)
{
    return address.substr(address.rfind('@') + 1);
}

/// What of an id may stand in a `Message-ID` (RFC 5322, 3.6.4: a dot-atom).
std::string idAtom(const std::string &id)
{
    std::string atom;
    for (const char c : id) {
        const bool isFine = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
        atom += isFine ? c : '_';
    }
    return atom;
}

std::string importanceOf(Urgency urgency)
{
    if (urgency < Urgency::High)
        return {};
    return urgency == Urgency::Critical ? "Importance: high\r\nX-Priority: 1\r\n" : "Importance: high\r\nX-Priority: 2\r\n";
}

std::string bodyOf(const OutgoingMessage &message)
{
    std::string body = message.title() + '\n';
    if (!message.text().empty())
        body += '\n' + message.text() + '\n';
    if (!message.link().empty())
        body += '\n' + message.link() + '\n';
    body += "\n-- \n" + message.subject() + '\n' + message.id().text() + '\n';
    std::string lines;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i] == '\r')
            continue;
        if (body[i] == '\n')
            lines += '\r';
        lines += body[i];
    }
    return lines;
}

} // namespace

std::string mailAddressProblem(const std::string &address)
{
    const std::size_t at = address.rfind('@');
    const bool isOdd = std::any_of(address.begin(), address.end(), [](char c) {
        constexpr std::string_view kRefused = "<>(),;:\\\"[]";
        return static_cast<unsigned char>(c) <= ' ' || c == 0x7f || kRefused.find(c) != std::string_view::npos;
    });
    const std::string domain = at == std::string::npos ? std::string() : address.substr(at + 1);
    const bool isFine = !isOdd && at != std::string::npos && at > 0 && address.find('@') == at && !domain.empty()
        && domain.front() != '.' && domain.back() != '.' && domain.find("..") == std::string::npos
        && address.size() <= kLongestAddress;
    return isFine ? std::string() : "an e-mail address is written as ada@example.net, without a name and without blanks";
}

std::optional<Mailbox> parseMailbox(std::string_view text)
{
    const auto trimmed = [](std::string_view part) {
        while (!part.empty() && (part.front() == ' ' || part.front() == '"'))
            part.remove_prefix(1);
        while (!part.empty() && (part.back() == ' ' || part.back() == '"'))
            part.remove_suffix(1);
        return std::string(part);
    };
    Mailbox mailbox;
    const std::size_t open = text.find('<');
    if (open == std::string_view::npos) {
        mailbox.address = trimmed(text);
    } else {
        const std::size_t close = text.find('>', open);
        if (close == std::string_view::npos || !trimmed(text.substr(close + 1)).empty())
            return std::nullopt;
        mailbox.name = trimmed(text.substr(0, open));
        mailbox.address = trimmed(text.substr(open + 1, close - open - 1));
    }
    if (!mailAddressProblem(mailbox.address).empty())
        return std::nullopt;
    return mailbox;
}

std::string headerWords(const std::string &text, std::size_t used)
{
    const std::string line = oneLine(text);
    const bool isPlain = std::all_of(line.begin(), line.end(), [](unsigned char c) { return c < 0x80; });
    // A plain text that looks like an encoded word would be decoded.
    if (isPlain && line.find("=?") == std::string::npos && used + line.size() <= kLongestHeader)
        return line;
    std::string words;
    for (std::string_view rest = line; !rest.empty();) {
        const std::string_view piece = nextPiece(rest);
        words += (words.empty() ? "" : "\r\n ") + ("=?utf-8?B?" + base64(piece) + "?=");
        rest.remove_prefix(piece.size());
    }
    if (used + words.find("?=") + 2 > kLongestHeader)
        words.insert(0, "\r\n ");
    return words;
}

std::string mailText(const OutgoingMessage &message, const Mailbox &from, const std::string &to)
{
    std::string sender = '<' + from.address + '>';
    if (!from.name.empty()) {
        std::string name = headerWords(from.name, 6);
        const bool isEncoded = name.find("=?") != std::string::npos;
        name.erase(std::remove_if(name.begin(), name.end(), [](char c) { return c == '"' || c == '\\'; }), name.end());
        sender = (isEncoded ? name : '"' + name + '"') + "\r\n " + sender;
    }
    std::string mail = "Date: " + mailDate(message.at()) + "\r\n";
    mail += "From: " + sender + "\r\n";
    mail += "To: <" + to + ">\r\n";
    mail += "Message-ID: <" + idAtom(message.id().text()) + '.' + idAtom(to) + '@' + domainOf(from.address) + ">\r\n";
    mail += "Subject: " + headerWords(message.title(), 9) + "\r\n";
    mail += importanceOf(message.urgency());
    mail += "Auto-Submitted: auto-generated\r\n"; // RFC 3834: nobody's holiday answers this
    mail += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    return mail + base64Lines(bodyOf(message));
}

} // namespace tocsin
