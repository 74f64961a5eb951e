// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/teams_channel.h"

#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/channels/markdown_text.h"
#include "models/config/http_keys.h"
#include "models/transport/url.h"

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kRetired{"teams_retired",
    QT_TRANSLATE_NOOP("Phrase",
        "Microsoft has retired webhooks of this kind (webhook.office.com): make one with the workflow \"Send webhook alerts to a "
        "channel\"")};

constexpr std::size_t kLongestText = 10'000; ///< bytes; the card may have some 28,000, and escaping doubles at most

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "webhook",
        .type = KeyType::Secret,
        .help = "The address that the workflow \"Send webhook alerts to a channel\" shows; it is a secret as a whole.",
        .required = true},
});

nlohmann::json textBlock(const std::string &text)
{
    return {{"type", "TextBlock"}, {"text", literalMarkdown(text)}, {"wrap", true}};
}

std::string cardOf(const OutgoingMessage &message)
{
    nlohmann::json title = textBlock(cutText(message.title(), 300));
    title["weight"] = "Bolder";
    title["size"] = "Medium";
    nlohmann::json card{{"$schema", "http://adaptivecards.io/schemas/adaptive-card.json"}, {"type", "AdaptiveCard"},
        {"version", "1.4"}, {"msteams", {{"width", "Full"}}}, {"body", nlohmann::json::array({std::move(title)})}};
    if (!message.text().empty())
        card["body"].push_back(textBlock(cutText(message.text(), kLongestText)));
    if (!message.link().empty())
        card["actions"] = nlohmann::json::array({{{"type", "Action.OpenUrl"}, {"title", "Open"}, {"url", message.link()}}});
    const nlohmann::json attachment{
        {"contentType", "application/vnd.microsoft.card.adaptive"}, {"contentUrl", nullptr}, {"content", std::move(card)}};
    return jsonBytes({{"type", "message"}, {"attachments", nlohmann::json::array({attachment})}});
}

bool isRetired(const Secret &address)
{
    constexpr std::string_view kHost = "webhook.office.com";
    const std::optional<Url> url = parseUrl(address.reveal());
    return url && url->host.size() >= kHost.size() && url->host.substr(url->host.size() - kHost.size()) == kHost;
}

class TeamsChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        const Result<Secret> address = secret("webhook");
        if (!address)
            return Failure(address.error());
        if (isRetired(*address))
            return failure(ErrorKind::Config, Reason(kRetired));
        return secretAddressRequest(*address, "Teams workflow", cardOf(message), std::move(endpoint));
    }

    /// 202 and nothing more: the workflow has it. Whether the card is shown is known to nobody outside.
    Sent taken(const HttpResponse &answer) const override
    {
        const std::size_t first = answer.body.find_first_not_of(" \t\r\n");
        if (first != std::string::npos && answer.body[first] == '<')
            return tl::unexpected(notUnderstood(answer));
        if (answer.status != 202 && first == std::string::npos)
            return tl::unexpected(notUnderstood(answer));
        return receiptOf(answer);
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<TeamsChannel>(config, tools);
}

} // namespace

ChannelKind teamsKind()
{
    return {{"teams", "A channel of Microsoft Teams, by a workflow.", kKeys}, make};
}

} // namespace tocsin
