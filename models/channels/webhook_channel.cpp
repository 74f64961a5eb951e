// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/webhook_channel.h"

#include "models/channels/http_channel.h"
#include "models/channels/signature.h"
#include "models/config/http_keys.h"

#include <nlohmann/json.hpp>

namespace tocsin {

namespace {

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "url", .type = KeyType::Url, .help = "Where the messages are posted to.", .required = true},
    Key{.name = "secret",
        .type = KeyType::Secret,
        .help = "Signs each message (HMAC-SHA256 of time and body), so that the receiver knows who sent it."},
});

std::string bodyOf(const OutgoingMessage &message)
{
    const nlohmann::ordered_json body{
        {"id", message.id().text()},
        {"title", message.title()},
        {"text", message.text()},
        {"link", message.link()},
        {"urgency", urgencyWord(message.urgency())},
        {"person", message.person()},
        {"to", message.to()},
        {"subject", message.subject()},
        {"at", formatRfc3339(message.at())},
        {"test", message.isTest()},
        {"possible_repeat", message.mayBeRepeat()},
    };
    return body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

class WebhookChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        HttpRequest request;
        request.method = "POST";
        request.url = settings().text("url");
        request.body = bodyOf(message);
        request.headers.add("Content-Type", "application/json; charset=utf-8");
        request.headers.add("Idempotency-Key", message.id().text());
        if (settings().contains("secret")) {
            const Result<Secret> key = secret("secret");
            if (!key)
                return Failure(key.error());
            const std::string at = formatRfc3339(tools().clock.now());
            request.headers.add("Tocsin-Timestamp", at);
            request.headers.add("Tocsin-Signature", "sha256=" + hmacSha256(*key, at + '.' + request.body));
        }
        request.endpoint = std::move(endpoint);
        return request;
    }

    Sent taken(const HttpResponse &answer) const override
    {
        // Whatever takes messages answers to the point, or not at all; a page is what a proxy or a login puts in its place.
        const std::size_t first = answer.body.find_first_not_of(" \t\r\n");
        if (first != std::string::npos && answer.body[first] == '<')
            return tl::unexpected(notUnderstood(answer));
        return receiptOf(answer);
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<WebhookChannel>(config, tools);
}

/// The receiver gets it word for word, and knows what it means.
std::string anyAddress(const std::string &)
{
    return {};
}

} // namespace

ChannelKind webhookKind()
{
    return {{"webhook", "A program of your own: the message as JSON by HTTP POST, signed.", kKeys}, make, anyAddress};
}

} // namespace tocsin
