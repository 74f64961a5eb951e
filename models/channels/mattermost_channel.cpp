// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/mattermost_channel.h"

#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/channels/markdown_text.h"
#include "models/config/http_keys.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kLongestText = 16'383; ///< characters
constexpr std::size_t kLongestWords = 7'000; ///< bytes, before each may be escaped

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "webhook",
        .type = KeyType::Secret,
        .help = "The address of an incoming webhook; it is a secret as a whole.",
        .required = true},
    Key{.name = "channel", .help = "Where to write, if not where the webhook was made for: town-square, or @name."},
});

std::string channelProblem(const std::string &channel)
{
    const bool isFine = !channel.empty() && channel.size() <= 64
        && std::all_of(channel.begin(), channel.end(), [](unsigned char c) { return c > ' '; });
    return isFine ? std::string() : "a channel of Mattermost is its name in the address, such as town-square, or @name";
}

class MattermostChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        const Result<Secret> address = secret("webhook");
        if (!address)
            return Failure(address.error());
        std::string text = "**" + literalMarkdown(cutText(message.title(), 300)) + "**";
        if (!message.text().empty())
            text += '\n' + literalMarkdown(cutText(message.text(), kLongestWords));
        if (!message.link().empty())
            text += '\n' + message.link();
        nlohmann::json body{{"text", cutText(text, kLongestText)}};
        const std::string channel = message.to().empty() ? settings().text("channel") : message.to();
        if (!channel.empty())
            body["channel"] = channel;
        return secretAddressRequest(*address, "Mattermost webhook", jsonBytes(body), std::move(endpoint));
    }

    Sent taken(const HttpResponse &answer) const override
    {
        if (answer.body != "ok")
            return tl::unexpected(notUnderstood(answer));
        return receiptOf(answer);
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<MattermostChannel>(config, tools);
}

} // namespace

ChannelKind mattermostKind()
{
    return {{"mattermost", "A channel of Mattermost.", kKeys}, make, channelProblem};
}

} // namespace tocsin
