// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/discord_channel.h"

#include "models/channels/channel_rules.h"
#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/channels/rendering.h"
#include "models/config/http_keys.h"
#include "models/transport/url.h"

#include <nlohmann/json.hpp>

namespace tocsin {

namespace {

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "webhook",
        .type = KeyType::Secret,
        .help = "The address that Discord gives out for the channel; whoever has it can write there.",
        .required = true},
});

constexpr std::size_t kMostTitle = 250;
constexpr std::size_t kMostCharacters = 2'000;

std::string contentOf(const OutgoingMessage &message)
{
    constexpr std::string_view kMarkdown = "\\`*_~|[]<>#";
    const std::string title = "**" + escapedMarkdown(cutCharacters(message.title(), kMostTitle), kMarkdown) + "**";
    std::string link = message.link().empty() ? "" : '\n' + bracketed(message.link());
    if (characterCount(title) + characterCount(link) >= kMostCharacters)
        link.clear();
    return fitted(message.text(), kMostCharacters, characterCount,
        [&](const std::string &text) { return title + (text.empty() ? "" : '\n' + escapedMarkdown(text, kMarkdown)) + link; });
}

/// Only with `wait` Discord answers with the message; without it the answer is empty, whatever came of it.
std::string waiting(const std::string &address)
{
    const std::optional<Url> url = parseUrl(address);
    if (!url)
        return address;
    std::string query;
    for (std::string_view rest = url->query; !rest.empty();) {
        const std::string_view field = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(field.size() + 1, rest.size()));
        if (!field.empty() && field.substr(0, field.find('=')) != "wait")
            query.append(field).append("&");
    }
    return url->text.substr(0, url->text.find('?')) + '?' + query + "wait=true";
}

class DiscordChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        const Result<Secret> webhook = secret("webhook");
        if (!webhook)
            return Failure(webhook.error());
        // No mention in the content rings, whatever it looks like.
        const nlohmann::ordered_json body{
            {"content", contentOf(message)}, {"allowed_mentions", {{"parse", nlohmann::ordered_json::array()}}}};
        Result<HttpRequest> request = secretAddressRequest(*webhook, "Discord webhook", jsonText(body), std::move(endpoint));
        if (request)
            request->url = waiting(request->url);
        return request;
    }

    Sent taken(const HttpResponse &answer) const override
    {
        const std::optional<nlohmann::json> body = jsonObject(answer.body);
        const std::string id = body ? textMember(*body, "id") : std::string();
        if (id.empty() || !body->contains("channel_id"))
            return tl::unexpected(notUnderstood(answer));
        Receipt receipt = receiptOf(answer, id);
        receipt.words.clear();
        return receipt;
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<DiscordChannel>(config, tools);
}

SettingProblems problemsOf(const Settings &settings)
{
    SettingProblems problems;
    refuseOtherLogins(settings, "webhook", problems);
    return problems;
}

} // namespace

ChannelKind discordKind()
{
    return {{"discord", "A channel of Discord, by its webhook.", kKeys, problemsOf}, make};
}

} // namespace tocsin
