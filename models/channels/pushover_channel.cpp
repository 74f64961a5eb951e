// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/pushover_channel.h"

#include "models/channels/channel_rules.h"
#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/channels/rendering.h"
#include "models/config/http_keys.h"
#include "models/transport/url.h"

#include <nlohmann/json.hpp>

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kNoUser{"pushover_no_user",
    QT_TRANSLATE_NOOP("Phrase", "Nobody said which Pushover user: write user in the channel, or a user key as address")};

constexpr const char *kPublicUrl = "https://api.pushover.net";

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "token", .type = KeyType::Secret, .help = "The token of the application at Pushover.", .required = true},
    Key{.name = "user",
        .type = KeyType::Secret,
        .help = "The key of the user or group that gets the messages; an address of a recipient takes its place."},
    Key{.name = "url",
        .type = KeyType::Url,
        .help = "Another address than Pushover's own, for a gateway.",
        .fallback = "https://api.pushover.net"},
});

constexpr std::size_t kMostTitle = 250;
constexpr std::size_t kMostMessage = 1'024;
constexpr std::size_t kMostLink = 512;
// What presses most rings again until somebody acknowledges it: each minute, for an hour. The service wants at least 30 seconds
// between two, and at most 3 hours in all.
constexpr int kRetrySeconds = 60;
constexpr int kExpireSeconds = 3'600;

int priorityOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Low:
        return -1;
    case Urgency::Normal:
        return 0;
    case Urgency::High:
        return 1;
    case Urgency::Critical:
        break;
    }
    return 2;
}

nlohmann::ordered_json bodyOf(const OutgoingMessage &message)
{
    const std::string &words = message.text().empty() ? message.title() : message.text(); // it may not be empty
    nlohmann::ordered_json body{
        {"message", cutCharacters(words, kMostMessage)},
        {"priority", priorityOf(message.urgency())},
        {"timestamp", std::chrono::floor<std::chrono::seconds>(message.at()).time_since_epoch().count()},
    };
    if (!message.text().empty())
        body["title"] = cutCharacters(message.title(), kMostTitle);
    if (!message.link().empty() && message.link().size() <= kMostLink)
        body["url"] = message.link();
    if (message.urgency() == Urgency::Critical) {
        body["retry"] = kRetrySeconds;
        body["expire"] = kExpireSeconds;
    }
    return body;
}

/// Requests have names with hyphens; what can be asked for has none.
bool isReceipt(const std::string &id)
{
    return consistsOf(id);
}

class PushoverChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        const Result<Secret> token = secret("token");
        if (!token)
            return Failure(token.error());
        if (message.to().empty() && !settings().contains("user"))
            return failure(ErrorKind::Config, Reason(kNoUser));
        const Result<Secret> user = message.to().empty() ? secret("user") : Result<Secret>(Secret(message.to()));
        if (!user)
            return Failure(user.error());
        nlohmann::ordered_json body = bodyOf(message);
        body["token"] = token->reveal();
        body["user"] = user->reveal();
        HttpRequest request;
        request.method = "POST";
        request.url = joinUrl(settings().text("url", kPublicUrl), "1/messages.json");
        request.body = jsonText(body);
        request.headers.add("Content-Type", "application/json; charset=utf-8");
        request.endpoint = std::move(endpoint);
        return request;
    }

    Sent taken(const HttpResponse &answer) const override
    {
        const std::optional<nlohmann::json> body = jsonObject(answer.body);
        const std::optional<long long> status = body ? wholeMember(*body, "status") : std::nullopt;
        if (!status)
            return tl::unexpected(notUnderstood(answer));
        if (*status != 1)
            return tl::unexpected(refusedWith(answer, answerWords(answer.body), true));
        const std::string receipt = textMember(*body, "receipt");
        const std::string request = textMember(*body, "request");
        if (receipt.empty() && request.empty())
            return tl::unexpected(notUnderstood(answer));
        Receipt taken = receiptOf(answer, receipt.empty() ? request : receipt);
        taken.words.clear();
        return taken;
    }

    Result<HttpRequest> question(const Receipt &receipt, const std::string &, const Endpoint &endpoint) const override
    {
        if (!isReceipt(receipt.id))
            return cannotFollow();
        const Result<Secret> token = secret("token");
        if (!token)
            return Failure(token.error());
        HttpRequest request;
        request.url = joinUrl(settings().text("url", kPublicUrl), "1/receipts/" + receipt.id + ".json")
            + "?token=" + percentEncoded(token->reveal());
        request.shownAs = "Pushover receipt " + receipt.id;
        request.endpoint = endpoint;
        return request;
    }

    Result<Arrival> arrival(const HttpResponse &answer, const Receipt &) const override
    {
        const std::optional<nlohmann::json> body = jsonObject(answer.body);
        const std::optional<long long> acknowledged = body ? wholeMember(*body, "acknowledged") : std::nullopt;
        if (!acknowledged || wholeMember(*body, "status") != 1)
            return notAnswered(answer);
        if (*acknowledged == 1)
            return Arrival::Arrived;
        // That it rang last at some time does not tell whether a telephone got it; only a person's touch does.
        return wholeMember(*body, "expired") == 1 ? Arrival::Lost : Arrival::Underway;
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<PushoverChannel>(config, tools);
}

std::string addressProblem(const std::string &to)
{
    constexpr std::size_t kLength = 30;
    if (to.empty() || (to.size() == kLength && consistsOf(to)))
        return {};
    return "a user key of Pushover is 30 letters and digits";
}

SettingProblems problemsOf(const Settings &settings)
{
    SettingProblems problems;
    refuseOtherLogins(settings, "token", problems);
    refuseClearText(settings, "url", problems);
    return problems;
}

} // namespace

ChannelKind pushoverKind()
{
    return {{"pushover", "Push messages to telephones by Pushover.", kKeys, problemsOf}, make, addressProblem};
}

} // namespace tocsin
