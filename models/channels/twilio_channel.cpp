// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/twilio_channel.h"

#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/config/http_keys.h"
#include "models/transport/url.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kNoNumber{"twilio_no_number", QT_TRANSLATE_NOOP("Phrase", "There is no number to send to")};
constexpr Phrase kNotKept{"twilio_not_kept", QT_TRANSLATE_NOOP("Phrase", "The answer does not tell what became of the message")};

constexpr std::size_t kLongestBody = 1'600;

// No `httpKeys`: the login is Twilio's own, and its bearer tokens are something else.
constexpr std::array kKeys{
    Key{.name = "account", .help = "The account, AC and 32 digits.", .required = true},
    Key{.name = "key", .help = "An API key, SK and 32 digits, to log in with instead of the account."},
    Key{.name = "token", .type = KeyType::Secret, .help = "The account's token, or the secret of the API key.", .required = true},
    Key{.name = "from", .help = "The number that it comes from, such as +4930123456."},
    Key{.name = "messaging_service", .help = "A messaging service, MG and 32 digits, instead of `from`."},
    Key{.name = "to", .help = "The number that is told when a message names none."},
    Key{.name = "url", .type = KeyType::Url, .help = "The service.", .fallback = "https://api.twilio.com"},
    Key{.name = "tls",
        .type = KeyType::Section,
        .help = "Authorities and client certificate; verification is always on.",
        .section = tlsKeys},
    Key{.name = "proxy", .help = "Proxy to go through: http://host:port, https:// or socks5h://.", .fallback = "none"},
};

/// E.164: a plus and up to 15 digits, the first of them not 0.
std::string numberProblem(const std::string &number)
{
    const bool isFine = number.size() >= 8 && number.size() <= 16 && number[0] == '+' && number[1] != '0'
        && std::all_of(number.begin() + 1, number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isFine ? std::string() : "a telephone number is written as +4915123456789: a plus, the country, no blanks";
}

std::vector<SettingProblem> problems(const Settings &settings)
{
    std::vector<SettingProblem> found;
    for (const char *key : {"from", "to"}) {
        if (const std::string problem = numberProblem(settings.text(key)); settings.contains(key) && !problem.empty())
            found.push_back({key, problem, {}});
    }
    if (settings.contains("from") == settings.contains("messaging_service"))
        found.push_back({settings.contains("from") ? "messaging_service" : "from", "give `from` or `messaging_service`", {}});
    return found;
}

class TwilioChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

    /// Queued is not delivered: the network of the telephone says later.
    QCoro::Task<Result<Arrival>> follow(Receipt receipt, std::string) override
    {
        Result<Endpoint> login = loggedIn();
        if (!login)
            co_return Failure(login.error());
        HttpRequest request;
        request.url = messages() + '/' + percentEncoded(receipt.id) + ".json";
        request.endpoint = *std::move(login);
        const Result<HttpResponse> answer = co_await tools().http.send(std::move(request));
        if (!answer)
            co_return Failure(answer.error());
        if (std::optional<SendFailure> refused = refusal(*answer))
            co_return Failure(std::move(refused->error));
        const std::string status = jsonText(nlohmann::json::parse(answer->body, nullptr, false), "status");
        if (status.empty())
            co_return failure(ErrorKind::Schema, Reason(kNotKept), answer->evidence);
        if (status == "delivered" || status == "read")
            co_return Arrival::Arrived;
        co_return status == "undelivered" || status == "failed" || status == "canceled" ? Arrival::Lost : Arrival::Underway;
    }

private:
    std::string messages() const
    {
        return settings().text("url", "https://api.twilio.com") + "/2010-04-01/Accounts/"
            + percentEncoded(settings().text("account")) + "/Messages";
    }

    Result<Endpoint> loggedIn() const
    {
        const Result<Secret> token = secret("token");
        Result<Endpoint> common = endpoint();
        if (!token || !common)
            return Failure(token ? common.error() : token.error());
        common->basicAuth = BasicAuth{settings().text("key", settings().text("account")), *token};
        return common;
    }

    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint) const override
    {
        Result<Endpoint> login = loggedIn();
        if (!login)
            return Failure(login.error());
        const std::string to = message.to().empty() ? settings().text("to") : message.to();
        if (to.empty())
            return failure(ErrorKind::Config, Reason(kNoNumber));
        HttpRequest request;
        request.method = "POST";
        request.url = messages() + ".json";
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        request.body = "To=" + percentEncoded(to)
            + (settings().contains("from") ? "&From=" + percentEncoded(settings().text("from"))
                                           : "&MessagingServiceSid=" + percentEncoded(settings().text("messaging_service")))
            + "&Body=" + percentEncoded(message.whole(kLongestBody));
        request.endpoint = *std::move(login);
        return request;
    }

    Sent taken(const HttpResponse &answer) const override
    {
        const nlohmann::json said = nlohmann::json::parse(answer.body, nullptr, false);
        const std::string sid = jsonText(said, "sid");
        const std::string status = jsonText(said, "status");
        if (sid.empty() || status.empty())
            return tl::unexpected(notUnderstood(answer));
        if (status == "failed" || status == "undelivered")
            return tl::unexpected(refusedWith(answer, jsonText(said, "error_message"), true));
        Receipt receipt = receiptOf(answer, sid);
        receipt.words = status;
        return receipt;
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<TwilioChannel>(config, tools);
}

} // namespace

ChannelKind twilioKind()
{
    return {{"twilio", "SMS by Twilio.", kKeys, problems}, make, numberProblem};
}

} // namespace tocsin
