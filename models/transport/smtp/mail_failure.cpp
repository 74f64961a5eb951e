// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/smtp/mail_failure.h"

#include "models/transport/plain_text.h"
#include "models/transport/url.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

using Stage = SmtpDialogue::Stage;
using Trouble = SmtpDialogue::Trouble;

constexpr Phrase kBadServer{
    "mail_server_invalid", QT_TRANSLATE_NOOP("Phrase", "%1 is not the address of a mail server: host and port are needed")};
constexpr Phrase kBadAddress{"mail_address_invalid", QT_TRANSLATE_NOOP("Phrase", "%1 is not an e-mail address")};
constexpr Phrase kNoRecipient{"mail_no_recipient", QT_TRANSLATE_NOOP("Phrase", "The mail has no recipient")};
constexpr Phrase kBadHello{
    "mail_hello_invalid", QT_TRANSLATE_NOOP("Phrase", "%1 cannot be the name of this machine towards a mail server")};
constexpr Phrase kBadLines{"mail_lines", QT_TRANSLATE_NOOP("Phrase", "The mail has line ends that mail servers do not take")};
constexpr Phrase kClearLogin{"mail_login_in_the_clear",
    QT_TRANSLATE_NOOP("Phrase", "A login needs a secured connection: set security to starttls or tls for %1")};

constexpr Phrase kTimeoutGreeting{
    "mail_timeout_greeting", QT_TRANSLATE_NOOP("Phrase", "%1 took the connection, but said nothing within %2")};
constexpr Phrase kTimeoutHello{
    "mail_timeout_hello", QT_TRANSLATE_NOOP("Phrase", "%1 did not answer to the name of this machine within %2")};
constexpr Phrase kTimeoutTls{"mail_timeout_tls", QT_TRANSLATE_NOOP("Phrase", "%1 did not secure the connection within %2")};
constexpr Phrase kTimeoutLogin{"mail_timeout_login", QT_TRANSLATE_NOOP("Phrase", "%1 did not answer to the login within %2")};
constexpr Phrase kTimeoutEnvelope{
    "mail_timeout_envelope", QT_TRANSLATE_NOOP("Phrase", "%1 did not say within %2 whether it takes the mail")};
constexpr Phrase kTimeoutSending{"mail_timeout_sending", QT_TRANSLATE_NOOP("Phrase", "%1 did not take the whole mail within %2")};
constexpr Phrase kTimeoutMessage{"mail_timeout_message",
    QT_TRANSLATE_NOOP("Phrase", "The whole mail was sent, but %1 did not confirm it within %2: it may have arrived")};
constexpr Phrase kBroken{"mail_broken", QT_TRANSLATE_NOOP("Phrase", "%1 broke the connection off before it took the mail")};
constexpr Phrase kBrokenMessage{"mail_broken_message",
    QT_TRANSLATE_NOOP("Phrase", "The whole mail was sent, but %1 broke the connection off: it may have arrived")};

constexpr Phrase kUnavailable{"mail_unavailable", QT_TRANSLATE_NOOP("Phrase", "%1 takes no mail at the moment: %2")};
constexpr Phrase kRefusesUs{"mail_refuses_us", QT_TRANSLATE_NOOP("Phrase", "%1 does not talk to this machine: %2")};
constexpr Phrase kRefusesHello{
    "mail_refuses_hello", QT_TRANSLATE_NOOP("Phrase", "%1 does not accept the name of this machine: %2")};
constexpr Phrase kNoStartTls{
    "mail_no_starttls", QT_TRANSLATE_NOOP("Phrase", "%1 offers no STARTTLS, and nothing was sent in the clear")};
constexpr Phrase kStartTlsRefused{"mail_starttls_refused", QT_TRANSLATE_NOOP("Phrase", "%1 does not secure the connection: %2")};
constexpr Phrase kNoLogin{"mail_no_login",
    QT_TRANSLATE_NOOP("Phrase", "%1 offers no login: use its port for sending, or leave out user name and password")};
constexpr Phrase kLoginRefused{"mail_login_refused", QT_TRANSLATE_NOOP("Phrase", "%1 refused the login: %2")};
constexpr Phrase kLoginLater{"mail_login_later", QT_TRANSLATE_NOOP("Phrase", "%1 cannot check the login at the moment: %2")};
constexpr Phrase kOtherLogin{
    "mail_other_login", QT_TRANSLATE_NOOP("Phrase", "%1 wants a login of a kind that Tocsin does not know: it offers %2")};
constexpr Phrase kLoginWanted{"mail_login_wanted", QT_TRANSLATE_NOOP("Phrase", "%1 wants a login: %2")};
constexpr Phrase kSenderRefused{"mail_sender_refused", QT_TRANSLATE_NOOP("Phrase", "%1 refused the sender %2: %3")};
constexpr Phrase kRecipientRefused{"mail_recipient_refused", QT_TRANSLATE_NOOP("Phrase", "%1 refused the recipient %2: %3")};
constexpr Phrase kRecipientLater{
    "mail_recipient_later", QT_TRANSLATE_NOOP("Phrase", "%1 does not take mail for %2 at the moment: %3")};
constexpr Phrase kTooLarge{"mail_too_large", QT_TRANSLATE_NOOP("Phrase", "The mail is too large for %1: %2")};
constexpr Phrase kOverSize{"mail_over_size", QT_TRANSLATE_NOOP("Phrase", "The mail is too large for %1, which takes %2 bytes")};
constexpr Phrase kRefused{"mail_refused", QT_TRANSLATE_NOOP("Phrase", "%1 refused the mail: %2")};
constexpr Phrase kLater{"mail_later", QT_TRANSLATE_NOOP("Phrase", "%1 does not take the mail at the moment: %2")};
constexpr Phrase kNoUtf8{
    "mail_no_utf8", QT_TRANSLATE_NOOP("Phrase", "%1 does not take addresses with letters beyond ASCII (SMTPUTF8)")};
constexpr Phrase kNoEightBit{
    "mail_no_eight_bit", QT_TRANSLATE_NOOP("Phrase", "%1 does not take mails with letters beyond ASCII (8BITMIME)")};
constexpr Phrase kNotSmtp{"mail_not_smtp", QT_TRANSLATE_NOOP("Phrase", "What %1 answered is not SMTP")};
constexpr Phrase kEndless{"mail_endless", QT_TRANSLATE_NOOP("Phrase", "The answers of %1 do not come to an end")};
constexpr Phrase kOther{"mail_failed", QT_TRANSLATE_NOOP("Phrase", "The conversation with %1 failed: %2")};

constexpr std::size_t kMostAddress = 320; // RFC 3696, errata 1690: 64, @ and 255
constexpr std::size_t kMostShown = 100;

constexpr int kShuttingDown = 421;
constexpr int kUnknownParameter = 504;
constexpr int kLoginRequired = 530;
constexpr int kTooWeak = 534;
constexpr int kNotEncrypted = 538;
constexpr int kOverQuota = 552;

bool isPlainAscii(unsigned char c)
{
    return c > 0x20 && c < 0x7f;
}

bool isMailAddress(const std::string &address)
{
    const std::size_t at = address.rfind('@');
    const bool fits = std::all_of(
        address.begin(), address.end(), [](unsigned char c) { return (isPlainAscii(c) && c != '<' && c != '>') || c >= 0x80; });
    return fits && at != std::string::npos && at > 0 && at + 1 < address.size() && address.size() <= kMostAddress;
}

bool isHelloName(const std::string &name)
{
    constexpr std::string_view kMarks = ".-_[]:";
    return std::all_of(name.begin(), name.end(), [kMarks](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || kMarks.find(c) != std::string::npos;
    });
}

bool hasWholeLines(const std::string &message)
{
    for (std::size_t i = 0; i < message.size(); ++i) {
        if (message[i] == '\n' && (i == 0 || message[i - 1] != '\r'))
            return false;
        if (message[i] == '\r' && (i + 1 == message.size() || message[i + 1] != '\n'))
            return false;
    }
    return true;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return plainText(text, kMostShown);
}

bool knowsLogin(const std::vector<std::string> &logins)
{
    return std::any_of(logins.begin(), logins.end(), [](const std::string &each) { return each == "PLAIN" || each == "LOGIN"; });
}

/// What every sentence needs.
struct Scene {
    const SmtpDialogue &dialogue;
    const MailRequest &request;
    const std::string &server;
    const Evidence &evidence;

    MailFailure made(ErrorKind kind, Reason reason, bool isPermanent) const
    {
        MailFailure failure;
        failure.error = Error{kind, std::move(reason), evidence};
        const SmtpReply &reply = dialogue.reply();
        failure.error.evidence.status = reply.code;
        failure.error.evidence.firstBytes = reply.code == 0 ? std::string() : reply.words();
        failure.isPermanent = isPermanent;
        failure.mayHaveArrived = dialogue.mayHaveArrived();
        return failure;
    }
    /// A phrase about server and words, permanent by the code.
    MailFailure said(ErrorKind kind, const Phrase &phrase) const
    {
        return made(kind, Reason(phrase, {server, dialogue.reply().words()}), dialogue.reply().isPermanent());
    }
};

MailFailure timedOut(const Scene &scene)
{
    const std::string within = formatDuration(scene.request.endpoint.timeout);
    const auto made = [&](const Phrase &phrase) {
        return scene.made(ErrorKind::Timeout, Reason(phrase, {scene.server, within}), false);
    };
    switch (scene.dialogue.stage()) {
    case Stage::Greeting:
        return made(kTimeoutGreeting);
    case Stage::Hello:
        return made(kTimeoutHello);
    case Stage::StartTls:
    case Stage::Handshake:
        return made(kTimeoutTls);
    case Stage::Login:
        return made(kTimeoutLogin);
    case Stage::Message:
        return made(scene.dialogue.mayHaveArrived() ? kTimeoutMessage : kTimeoutSending);
    default:
        return made(kTimeoutEnvelope);
    }
}

MailFailure loginRefused(const Scene &scene)
{
    const SmtpReply &reply = scene.dialogue.reply();
    const std::vector<std::string> &logins = scene.dialogue.abilities().logins;
    const bool isOther = reply.code == kUnknownParameter || reply.code == kTooWeak || reply.code == kNotEncrypted;
    if (!logins.empty() && !knowsLogin(logins))
        return scene.made(ErrorKind::Auth, Reason(kOtherLogin, {scene.server, joined(logins)}), true);
    if (isOther)
        return scene.made(
            ErrorKind::Auth, Reason(kOtherLogin, {scene.server, joined(logins) + " (" + reply.words() + ')'}), true);
    if (reply.code < 400)
        return scene.made(ErrorKind::Content, Reason(kNotSmtp, {scene.server}), false);
    return scene.said(ErrorKind::Auth, reply.isPermanent() ? kLoginRefused : kLoginLater);
}

/// The server said no, with a code of 400 or more.
MailFailure refused(const Scene &scene)
{
    const SmtpReply &reply = scene.dialogue.reply();
    const bool isPermanent = reply.isPermanent();
    if (reply.code == kShuttingDown)
        return scene.said(ErrorKind::Http, kUnavailable);
    if (reply.code == kLoginRequired)
        return scene.said(ErrorKind::Auth, kLoginWanted);
    if (reply.code == kOverQuota && scene.dialogue.stage() != Stage::Recipient)
        return scene.said(ErrorKind::Limit, kTooLarge);
    switch (scene.dialogue.stage()) {
    case Stage::Greeting:
        return scene.said(ErrorKind::Http, isPermanent ? kRefusesUs : kUnavailable);
    case Stage::Hello:
        return scene.said(ErrorKind::Http, kRefusesHello);
    case Stage::StartTls:
    case Stage::Handshake:
        return scene.said(ErrorKind::Tls, kStartTlsRefused);
    case Stage::Login:
        return loginRefused(scene);
    case Stage::Sender:
        if (!isPermanent)
            return scene.said(ErrorKind::Http, kLater);
        return scene.made(ErrorKind::Http, Reason(kSenderRefused, {scene.server, scene.request.from, reply.words()}), true);
    case Stage::Recipient:
        return scene.made(ErrorKind::Http,
            Reason(isPermanent ? kRecipientRefused : kRecipientLater, {scene.server, scene.dialogue.recipient(), reply.words()}),
            isPermanent);
    default:
        return scene.said(ErrorKind::Http, isPermanent ? kRefused : kLater);
    }
}

MailFailure troubled(const Scene &scene)
{
    const std::string &server = scene.server;
    switch (scene.dialogue.trouble()) {
    case Trouble::TooLarge:
        return scene.made(
            ErrorKind::Limit, Reason(kOverSize, {server, std::to_string(scene.dialogue.abilities().mostBytes)}), true);
    case Trouble::NoUtf8:
        return scene.made(ErrorKind::Unsupported, Reason(kNoUtf8, {server}), true);
    case Trouble::NoEightBit:
        return scene.made(ErrorKind::Unsupported, Reason(kNoEightBit, {server}), true);
    case Trouble::NoLogin:
        return scene.made(ErrorKind::Auth, Reason(kNoLogin, {server}), true);
    case Trouble::Endless:
        return scene.made(ErrorKind::Limit, Reason(kEndless, {server}), false);
    case Trouble::NotUnderstood:
        return scene.made(ErrorKind::Content, Reason(kNotSmtp, {server}), false);
    default:
        return refused(scene);
    }
}

} // namespace

MailFailure mailFailureOf(
    const SmtpDialogue &dialogue, SmtpEnd end, const MailRequest &request, const std::string &server, const Evidence &evidence)
{
    const Scene scene{dialogue, request, server, evidence};
    if (dialogue.trouble() != Trouble::None)
        return troubled(scene);
    if (end == SmtpEnd::Timeout)
        return timedOut(scene);
    return scene.made(ErrorKind::Reset, Reason(dialogue.mayHaveArrived() ? kBrokenMessage : kBroken, {server}), false);
}

MailFailure mailFailureOf(const CurlFailure &failed, const SmtpDialogue &dialogue, const MailRequest &request)
{
    const Scene scene{dialogue, request, failed.server, failed.evidence};
    if (dialogue.trouble() != Trouble::None)
        return troubled(scene);
    if (std::optional<Error> notConnected = connectionErrorOf(failed)) {
        const bool isPermanent = notConnected->kind == ErrorKind::Config;
        return scene.made(notConnected->kind, std::move(notConnected->reason), isPermanent);
    }
    // A server that says no often closes the connection at once; what it said counts.
    const bool saidNo = dialogue.reply().code >= 400;
    switch (failed.code) {
    case CURLE_OPERATION_TIMEDOUT:
        return timedOut(scene);
    case CURLE_USE_SSL_FAILED:
        if (saidNo)
            return refused(scene);
        return scene.made(ErrorKind::Tls, Reason(kNoStartTls, {failed.server}), true);
    case CURLE_LOGIN_DENIED:
        return loginRefused(scene);
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_REMOTE_ACCESS_DENIED:
        return saidNo ? refused(scene) : scene.made(ErrorKind::Content, Reason(kNotSmtp, {failed.server}), false);
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
        return saidNo ? refused(scene) : scene.made(ErrorKind::Reset, Reason(kBroken, {failed.server}), false);
    default:
        return scene.made(ErrorKind::Content, Reason(kOther, {failed.server, detailOf(failed)}), false);
    }
}

Reason unsendable(const MailRequest &request)
{
    const std::string shown = addressForPeople(request.server);
    const std::optional<Url> url = parseUrl("http://" + request.server);
    const bool isServer = url && url->path == "/" && url->query.empty() && url->user.empty()
        && request.server.find(':') != std::string::npos && request.server.find('/') == std::string::npos;
    if (!isServer)
        return Reason(kBadServer, {shown});
    if (request.security == MailRequest::Security::None && request.endpoint.basicAuth)
        return Reason(kClearLogin, {shown});
    if (!isHelloName(request.helloName))
        return Reason(kBadHello, {plainText(request.helloName, kMostShown)});
    if (!isMailAddress(request.from))
        return Reason(kBadAddress, {plainText(request.from, kMostShown)});
    if (request.recipients.empty())
        return Reason(kNoRecipient);
    for (const std::string &recipient : request.recipients) {
        if (!isMailAddress(recipient))
            return Reason(kBadAddress, {plainText(recipient, kMostShown)});
    }
    if (!hasWholeLines(request.message))
        return Reason(kBadLines);
    return {};
}

} // namespace tocsin
