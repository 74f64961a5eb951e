// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/discord_channel.h"

#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/channels/markdown_text.h"
#include "models/config/http_keys.h"

namespace tocsin {

namespace {

// Discord counts 2,000 characters; bytes are never fewer, and escaping doubles at most.
constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestText = 700;

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "webhook",
        .type = KeyType::Secret,
        .help = "The address of the channel's webhook; it is a secret as a whole.",
        .required = true},
});

class DiscordChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        const Result<Secret> address = secret("webhook");
        if (!address)
            return Failure(address.error());
        std::string content = "**" + literalMarkdown(cutText(message.title(), kLongestTitle)) + "**";
        if (!message.text().empty())
            content += '\n' + literalMarkdown(cutText(message.text(), kLongestText));
        if (!message.link().empty() && message.link().size() < 180)
            content += "\n<" + message.link() + '>'; // without a preview
        const nlohmann::json body{
            {"content", std::move(content)}, {"allowed_mentions", {{"parse", nlohmann::json::array()}}}}; // nobody is called
        Result<HttpRequest> request = secretAddressRequest(*address, "Discord webhook", jsonBytes(body), std::move(endpoint));
        if (request) // so that the answer is the message, as it is shown
            request->url += request->url.find('?') == std::string::npos ? "?wait=true" : "&wait=true";
        return request;
    }

    Sent taken(const HttpResponse &answer) const override
    {
        const std::string id = jsonText(nlohmann::json::parse(answer.body, nullptr, false), "id");
        if (id.empty())
            return tl::unexpected(notUnderstood(answer));
        Receipt receipt = receiptOf(answer, id);
        receipt.words.clear();
        receipt.isRead = true;
        return receipt;
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<DiscordChannel>(config, tools);
}

} // namespace

ChannelKind discordKind()
{
    return {{"discord", "A channel of Discord.", kKeys}, make};
}

} // namespace tocsin
