// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/pushover_channel.h"

#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/config/http_keys.h"
#include "models/transport/url.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kLongestMessage = 1'024; ///< characters, of which none is longer than a byte is counted as one here
constexpr std::size_t kLongestTitle = 250;
constexpr std::size_t kKeyLength = 30;
constexpr int kRetrySeconds = 60;     ///< how often the telephone sounds until somebody acknowledges; 30 at least
constexpr int kExpireSeconds = 3'600; ///< for how long; 10,800 at most

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "token", .type = KeyType::Secret, .help = "The application's token.", .required = true},
    Key{.name = "user", .type = KeyType::Secret, .help = "The key of the user or group that is told.", .required = true},
    Key{.name = "url", .type = KeyType::Url, .help = "The service.", .fallback = "https://api.pushover.net"},
});

std::string userProblem(const std::string &user)
{
    const bool isFine = user.size() == kKeyLength && std::all_of(user.begin(), user.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
    return isFine ? std::string() : "a user key of Pushover is 30 letters and digits";
}

class PushoverChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

    /// Only emergencies can be asked about; they have arrived when somebody has acknowledged them or a device was told.
    QCoro::Task<Result<Arrival>> follow(Receipt receipt, std::string to) override
    {
        if (receipt.id.empty()) {
            Result<Arrival> cannot = co_await Channel::follow(std::move(receipt), std::move(to));
            co_return cannot;
        }
        const Result<Secret> token = secret("token");
        Result<Endpoint> common = endpoint();
        if (!token || !common)
            co_return Failure(token ? common.error() : token.error());
        HttpRequest request;
        request.url = base() + "/1/receipts/" + percentEncoded(receipt.id) + ".json?token=" + percentEncoded(token->reveal());
        request.shownAs = base() + "/1/receipts";
        request.endpoint = *std::move(common);
        const Result<HttpResponse> answer = co_await tools().http.send(std::move(request));
        if (!answer)
            co_return Failure(answer.error());
        if (std::optional<SendFailure> refused = refusal(*answer))
            co_return Failure(std::move(refused->error));
        const nlohmann::json said = nlohmann::json::parse(answer->body, nullptr, false);
        const bool isKnown = said.is_object() && (said.value("acknowledged", 0) == 1 || said.value("last_delivered_at", 0) > 0);
        co_return isKnown ? Arrival::Arrived : Arrival::Underway;
    }

private:
    std::string base() const { return settings().text("url", "https://api.pushover.net"); }

    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        const Result<Secret> token = secret("token");
        const Result<Secret> user = secret("user");
        if (!token || !user)
            return Failure(token ? user.error() : token.error());
        const int priority = static_cast<int>(message.urgency()) - 1; // -1 quiet, 0, 1 loud, 2 until acknowledged
        nlohmann::json body{{"token", token->reveal()}, {"user", message.to().empty() ? user->reveal() : message.to()},
            {"title", cutText(message.title(), kLongestTitle)},
            {"message", cutText(message.text().empty() ? message.title() : message.text(), kLongestMessage)},
            {"priority", priority}, {"timestamp", message.at().time_since_epoch().count() / 1000}};
        if (!message.link().empty())
            body["url"] = message.link();
        if (message.urgency() == Urgency::Critical) {
            body["retry"] = kRetrySeconds;
            body["expire"] = kExpireSeconds;
        }
        HttpRequest request;
        request.method = "POST";
        request.url = base() + "/1/messages.json";
        request.headers.add("Content-Type", "application/json; charset=utf-8");
        request.body = jsonBytes(body);
        request.endpoint = std::move(endpoint);
        return request;
    }

    Sent taken(const HttpResponse &answer) const override
    {
        const nlohmann::json said = nlohmann::json::parse(answer.body, nullptr, false);
        const auto status = said.is_object() ? said.find("status") : said.end();
        if (status == said.end() || !status->is_number_integer())
            return tl::unexpected(notUnderstood(answer));
        if (status->get<int>() != 1)
            return tl::unexpected(refusedWith(answer, answerWords(answer.body), true));
        Receipt receipt = receiptOf(answer, jsonText(said, "receipt"));
        receipt.words = jsonText(said, "request");
        return receipt;
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<PushoverChannel>(config, tools);
}

} // namespace

ChannelKind pushoverKind()
{
    return {{"pushover", "Push to telephones by Pushover.", kKeys}, make, userProblem};
}

} // namespace tocsin
