// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/mattermost_channel.h"

#include "models/channels/channel_rules.h"
#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/channels/rendering.h"
#include "models/config/http_keys.h"

#include <nlohmann/json.hpp>

namespace tocsin {

namespace {

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "webhook",
        .type = KeyType::Secret,
        .help = "The address that Mattermost gives out for the incoming webhook; whoever has it can write there.",
        .required = true},
    Key{.name = "channel",
        .help = "Another channel (town-square) or person (@ada) than the webhook's own, where the webhook may choose."},
});

constexpr std::size_t kMostTitle = 250;
constexpr std::size_t kMostCharacters = 16'383;

// What comes from outside must not call everybody by an @channel, nor hide where a link leads.
std::string harmless(const std::string &text)
{
    return withoutMentions(escapedMarkdown(text, "\\`*_|[]>#"));
}

std::string textOf(const OutgoingMessage &message)
{
    const std::string title = "**" + harmless(cutCharacters(message.title(), kMostTitle)) + "**";
    const std::string link = message.link().empty() ? "" : '\n' + bracketed(message.link());
    return fitted(message.text(), kMostCharacters, characterCount,
        [&](const std::string &text) { return title + (text.empty() ? "" : '\n' + harmless(text)) + link; });
}

class MattermostChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        const Result<Secret> webhook = secret("webhook");
        if (!webhook)
            return Failure(webhook.error());
        nlohmann::ordered_json body{{"text", textOf(message)}};
        const std::string channel = message.to().empty() ? settings().text("channel") : message.to();
        if (!channel.empty())
            body["channel"] = channel;
        return secretAddressRequest(*webhook, "Mattermost webhook", jsonText(body), std::move(endpoint));
    }

    Sent taken(const HttpResponse &answer) const override
    {
        if (answerWords(answer.body) != "ok")
            return tl::unexpected(notUnderstood(answer));
        return receiptOf(answer);
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<MattermostChannel>(config, tools);
}

std::string addressProblem(const std::string &to)
{
    const std::string_view name = to.starts_with('@') ? std::string_view(to).substr(1) : std::string_view(to);
    if (to.empty() || consistsOf(name, "-_."))
        return {};
    return "a channel of Mattermost is written as its name in addresses (town-square), a person as @name";
}

SettingProblems problemsOf(const Settings &settings)
{
    SettingProblems problems;
    refuseOtherLogins(settings, "webhook", problems);
    checkAddress(settings, "channel", addressProblem, problems);
    return problems;
}

} // namespace

ChannelKind mattermostKind()
{
    return {{"mattermost", "A channel of Mattermost, by an incoming webhook.", kKeys, problemsOf}, make, addressProblem};
}

} // namespace tocsin
