// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/mail_channel.h"

#include "models/channels/mail_message.h"
#include "models/config/http_keys.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

constexpr Phrase kNobody{
    "mail_nobody", QT_TRANSLATE_NOOP("Phrase", "Nobody said to whom: write to in the channel, or an address")};
constexpr Phrase kSome{"mail_some", QT_TRANSLATE_NOOP("Phrase", "%1 of %2 recipients have it; for the next one: %3")};

constexpr std::array<std::string_view, 3> kSecurities{"starttls", "tls", "none"};

constexpr std::array kKeys{
    Key{.name = "server",
        .type = KeyType::Address,
        .help = "The mail server and its port for sending: mail.example.net:587, or :465 with security tls.",
        .required = true},
    Key{.name = "security",
        .help = "starttls: secured before anything is said. tls: from the first byte. none: for a server on this machine.",
        .fallback = "starttls",
        .choices = kSecurities},
    Key{.name = "username", .help = "Name to log in with."},
    Key{.name = "password", .type = KeyType::Secret, .help = "Where the password is kept."},
    Key{.name = "from", .help = "The sender: Tocsin <war@example.net>, or the address alone.", .required = true},
    Key{.name = "to", .type = KeyType::TextList, .help = "Who gets what names nobody else; each a mail of their own."},
    Key{.name = "hello", .help = "What this machine calls itself towards the server.", .fallback = "the machine's name"},
    Key{.name = "tls",
        .type = KeyType::Section,
        .help = "Authorities and client certificate; verification is always on.",
        .section = tlsKeys},
};

std::vector<SettingProblem> problems(const Settings &settings)
{
    std::vector<SettingProblem> found;
    if (settings.contains("from") && !parseMailbox(settings.text("from")))
        found.push_back({"from", "a sender is written as war@example.net or Tocsin <war@example.net>", {}});
    for (const std::string &to : settings.texts("to")) {
        if (const std::string problem = mailAddressProblem(to); !problem.empty())
            found.push_back({"to", problem, {}});
    }
    if (settings.contains("username") != settings.contains("password"))
        found.push_back(
            {settings.contains("username") ? "password" : "username", "username and password stand together, or not at all", {}});
    if (settings.contains("username") && settings.text("security") == "none")
        found.push_back({"security", "a login needs a secured connection: starttls or tls", {}});
    return found;
}

MailRequest::Security securityOf(const Settings &settings)
{
    const std::string word = settings.text("security", "starttls");
    if (word == "tls")
        return MailRequest::Security::Tls;
    return word == "none" ? MailRequest::Security::None : MailRequest::Security::StartTls;
}

class MailChannel final : public Channel
{
public:
    MailChannel(ChannelConfig config, const ChannelTools &tools)
        : m_config(std::move(config))
        , m_tools(tools)
    {
    }

    /// One mail after the other. When one fails, those before it have theirs, and the next attempt may bring it to them again.
    QCoro::Task<Sent> send(OutgoingMessage message) override
    {
        const std::vector<std::string> recipients
            = message.to().empty() ? m_config.settings.texts("to") : std::vector<std::string>{message.to()};
        if (recipients.empty())
            co_return tl::unexpected(SendFailure{Error{ErrorKind::Config, Reason(kNobody), {}}, true, false, {}});
        Receipt receipt;
        for (std::size_t i = 0; i < recipients.size(); ++i) {
            Result<MailRequest> request = requestFor(message, recipients[i]);
            if (!request)
                co_return tl::unexpected(SendFailure{request.error(), request.error().kind == ErrorKind::Config, i > 0, {}});
            const Mailed mailed = co_await m_tools.mailer.mail(*std::move(request));
            if (!mailed)
                co_return tl::unexpected(failedAt(i, recipients.size(), mailed.error()));
            receipt.words = mailed->words;
            receipt.evidence = mailed->evidence;
        }
        co_return receipt;
    }

private:
    Result<MailRequest> requestFor(const OutgoingMessage &message, const std::string &to) const
    {
        const Settings &settings = m_config.settings;
        const Mailbox from = parseMailbox(settings.text("from")).value_or(Mailbox());
        MailRequest request;
        request.server = settings.text("server");
        request.security = securityOf(settings);
        request.helloName = settings.text("hello");
        request.from = from.address;
        request.recipients = {to};
        request.message = mailText(message, from, to);
        request.endpoint.timeout = m_config.timeout;
        const Settings tls = settings.section("tls");
        request.endpoint.tls = {tls.text("ca_file"), tls.text("cert_file"), tls.text("key_file")};
        if (const std::optional<SecretReference> reference = settings.secret("password")) {
            const Result<Secret> password = m_tools.secrets.secret(*reference);
            if (!password)
                return Failure(password.error());
            request.endpoint.basicAuth = BasicAuth{settings.text("username"), *password};
        }
        return request;
    }

    static SendFailure failedAt(std::size_t index, std::size_t all, const MailFailure &failed)
    {
        SendFailure failure{failed.error, failed.isPermanent, failed.mayHaveArrived, {}};
        if (index == 0)
            return failure;
        failure.error.reason = Reason(kSome, {std::to_string(index), std::to_string(all), failed.error.reason});
        failure.mayHaveArrived = true;
        return failure;
    }

    const ChannelConfig m_config;
    const ChannelTools m_tools;
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<MailChannel>(config, tools);
}

} // namespace

ChannelKind mailKind()
{
    return {{"mail", "E-mail by SMTP.", kKeys, problems}, make, mailAddressProblem};
}

} // namespace tocsin
