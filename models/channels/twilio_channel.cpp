// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/twilio_channel.h"

#include "models/channels/channel_rules.h"
#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/config/http_keys.h"
#include "models/transport/url.h"

#include <nlohmann/json.hpp>

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kNoNumber{"twilio_no_number",
    QT_TRANSLATE_NOOP("Phrase", "Nobody said which telephone number: write to in the channel, or a number as address")};
constexpr Phrase kBadNumber{"twilio_bad_number",
    QT_TRANSLATE_NOOP("Phrase", "This is not a telephone number with + and country code, such as +4915112345678: correct it")};

constexpr const char *kPublicUrl = "https://api.twilio.com";

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "account", .help = "The account's SID (AC...).", .required = true},
    Key{.name = "key", .help = "The SID of an API key (SK...), when token is its secret."},
    Key{.name = "token",
        .type = KeyType::Secret,
        .help = "The account's auth token, or the secret of the API key.",
        .required = true},
    Key{.name = "from", .help = "The number or name that messages come from."},
    Key{.name = "messaging_service", .help = "Instead of from: the SID of a messaging service (MG...)."},
    Key{.name = "to", .help = "The number that gets the messages, such as +4915112345678; an address takes its place."},
    Key{.name = "url",
        .type = KeyType::Url,
        .help = "Another address than Twilio's own, for a gateway.",
        .fallback = "https://api.twilio.com"},
});

constexpr std::size_t kMostBytes = 1'600; // it counts characters, of which there are never more

/// E.164: a plus sign and the digits of a number with its country code.
bool isTelephoneNumber(std::string_view text)
{
    constexpr std::size_t kFewest = 7;
    constexpr std::size_t kMost = 15;
    const std::string_view digits = text.substr(std::min<std::size_t>(1, text.size()));
    return text.starts_with('+') && digits.size() >= kFewest && digits.size() <= kMost
        && digits.find_first_not_of("0123456789") == std::string_view::npos && digits.front() != '0';
}

std::string addressProblem(const std::string &to)
{
    if (to.empty() || isTelephoneNumber(to))
        return {};
    return "a telephone number is written with + and country code, 7 to 15 digits, such as +4915112345678";
}

class TwilioChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        const std::string to = message.to().empty() ? settings().text("to") : message.to();
        if (to.empty())
            return failure(ErrorKind::Config, Reason(kNoNumber));
        if (!isTelephoneNumber(to))
            return failure(ErrorKind::Config, Reason(kBadNumber));
        const bool hasService = settings().contains("messaging_service");
        const std::string sender = hasService ? "MessagingServiceSid=" + percentEncoded(settings().text("messaging_service"))
                                              : "From=" + percentEncoded(settings().text("from"));
        HttpRequest request;
        request.method = "POST";
        request.url = messagesUrl() + ".json";
        request.headers.add("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        request.body = "To=" + percentEncoded(to) + '&' + sender + "&Body=" + percentEncoded(message.whole(kMostBytes));
        return withLogin(std::move(request), std::move(endpoint));
    }

    Sent taken(const HttpResponse &answer) const override
    {
        const std::optional<nlohmann::json> body = jsonObject(answer.body);
        const std::string sid = body ? textMember(*body, "sid") : std::string();
        const std::string status = body ? textMember(*body, "status") : std::string();
        if (sid.empty() || status.empty())
            return tl::unexpected(notUnderstood(answer));
        if (isLost(status))
            return tl::unexpected(refusedWith(answer, words(*body, status), true));
        Receipt receipt = receiptOf(answer, sid);
        receipt.words = status;
        return receipt;
    }

    Result<HttpRequest> question(const Receipt &receipt, const std::string &, const Endpoint &endpoint) const override
    {
        if (receipt.id.empty())
            return cannotFollow();
        HttpRequest request;
        request.url = messagesUrl() + '/' + percentEncoded(receipt.id) + ".json";
        return withLogin(std::move(request), endpoint);
    }

    Result<Arrival> arrival(const HttpResponse &answer, const Receipt &receipt) const override
    {
        const std::optional<nlohmann::json> body = jsonObject(answer.body);
        const std::string status = body ? textMember(*body, "status") : std::string();
        if (status.empty() || textMember(*body, "sid") != receipt.id)
            return notAnswered(answer);
        if (status == "delivered" || status == "read")
            return Arrival::Arrived;
        return isLost(status) ? Arrival::Lost : Arrival::Underway;
    }

    static bool isLost(std::string_view status) { return status == "undelivered" || status == "failed" || status == "canceled"; }

    static std::string words(const nlohmann::json &body, const std::string &status)
    {
        const std::string reason = textMember(body, "error_message");
        return reason.empty() ? status : status + ": " + reason;
    }

    std::string messagesUrl() const
    {
        const std::string account = percentEncoded(settings().text("account"));
        return joinUrl(settings().text("url", kPublicUrl), "2010-04-01/Accounts/" + account + "/Messages");
    }

    Result<HttpRequest> withLogin(HttpRequest request, Endpoint endpoint) const
    {
        Result<Secret> token = secret("token");
        if (!token)
            return Failure(std::move(token.error()));
        request.endpoint = std::move(endpoint);
        request.endpoint.basicAuth = BasicAuth{settings().text("key", settings().text("account")), *std::move(token)};
        return request;
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<TwilioChannel>(config, tools);
}

void checkSid(const Settings &settings, const char *key, std::string_view beginning, SettingProblems &problems)
{
    const std::string sid = settings.text(key);
    if (settings.contains(key) && !(sid.starts_with(beginning) && consistsOf(sid)))
        problems.push_back({key, "this SID of Twilio begins with " + std::string(beginning) + ", letters and digits follow", {}});
}

SettingProblems problemsOf(const Settings &settings)
{
    SettingProblems problems;
    checkSid(settings, "account", "AC", problems);
    checkSid(settings, "key", "SK", problems);
    checkSid(settings, "messaging_service", "MG", problems);
    requireOneOf(settings, "from", "messaging_service", problems);
    checkAddress(settings, "to", addressProblem, problems);
    refuseOtherLogins(settings, "token", problems);
    refuseClearText(settings, "url", problems);
    return problems;
}

} // namespace

ChannelKind twilioKind()
{
    return {{"twilio", "Text messages (SMS) by Twilio.", kKeys, problemsOf}, make, addressProblem};
}

} // namespace tocsin
