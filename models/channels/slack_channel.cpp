// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/slack_channel.h"

#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/config/http_keys.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <string_view>

namespace tocsin {

namespace {

constexpr Phrase kNoChannel{"slack_no_channel", QT_TRANSLATE_NOOP("Phrase", "There is no Slack channel to write to")};

constexpr std::size_t kLongestText = 4'000; ///< bytes; longer ones are cut by Slack itself, wherever that falls

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "webhook", .type = KeyType::Secret, .help = "The address of an incoming webhook; it is a secret as a whole."},
    Key{.name = "token", .type = KeyType::Secret, .help = "The token of an app with chat:write, xoxb-..., instead of a webhook."},
    Key{.name = "channel", .help = "With `token`: where to write when a message names no channel, such as C0123456."},
    Key{.name = "url", .type = KeyType::Url, .help = "With `token`: the service.", .fallback = "https://slack.com/api"},
});

/// Answers after which the same message will fail again.
constexpr std::array<std::string_view, 13> kForGood{"account_inactive", "channel_not_found", "invalid_auth", "is_archived",
    "missing_scope", "msg_too_long", "no_permission", "no_text", "not_authed", "not_in_channel", "restricted_action",
    "token_expired", "token_revoked"};

std::vector<SettingProblem> problems(const Settings &settings)
{
    if (settings.contains("webhook") == settings.contains("token"))
        return {{settings.contains("webhook") ? "token" : "webhook", "give `webhook` or `token`", {}}};
    if (settings.contains("webhook") && settings.contains("channel"))
        return {{"channel", "a webhook writes where it was made for; `channel` goes with `token`", {}}};
    return {};
}

std::string channelProblem(const std::string &channel)
{
    const bool isFine = !channel.empty() && channel.size() <= 80
        && std::all_of(channel.begin(), channel.end(), [](unsigned char c) { return c > ' ' && c != '<' && c != '>'; });
    return isFine ? std::string() : "a channel of Slack is its id, such as C0123456, or #name";
}

/// The three characters by which Slack knows mark-up, mentions of everybody among it.
std::string escaped(const std::string &text)
{
    std::string safe;
    for (const char c : text) {
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else
            safe += c;
    }
    return safe;
}

/// The link is kept out of the escaping, which would break its `&` for readers; what could end it early is not let in.
std::string textOf(const OutgoingMessage &message)
{
    std::string text = '*' + escaped(cutText(message.title(), 300)) + '*';
    if (!message.text().empty())
        text += '\n' + escaped(cutText(message.text(), kLongestText - 1'000));
    const bool isPlainLink = message.link().find_first_of("<>|") == std::string::npos;
    if (!message.link().empty() && isPlainLink)
        text += "\n<" + message.link() + '>';
    return text;
}

class SlackChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        nlohmann::json body{{"text", textOf(message)}, {"unfurl_links", false}, {"unfurl_media", false}};
        if (settings().contains("webhook")) {
            const Result<Secret> address = secret("webhook");
            if (!address)
                return Failure(address.error());
            return secretAddressRequest(*address, "Slack webhook", jsonBytes(body), std::move(endpoint));
        }
        const Result<Secret> token = secret("token");
        if (!token)
            return Failure(token.error());
        const std::string channel = message.to().empty() ? settings().text("channel") : message.to();
        if (channel.empty())
            return failure(ErrorKind::Config, Reason(kNoChannel));
        body["channel"] = channel;
        HttpRequest request;
        request.method = "POST";
        request.url = settings().text("url", "https://slack.com/api") + "/chat.postMessage";
        request.headers.add("Content-Type", "application/json; charset=utf-8");
        request.body = jsonBytes(body);
        request.endpoint = std::move(endpoint);
        request.headers.add("Authorization", "Bearer " + token->reveal());
        return request;
    }

    Sent taken(const HttpResponse &answer) const override
    {
        if (settings().contains("webhook")) {
            if (answer.body != "ok")
                return tl::unexpected(notUnderstood(answer));
            return receiptOf(answer);
        }
        // The Web API answers 200 whatever it thinks of the message.
        const nlohmann::json said = nlohmann::json::parse(answer.body, nullptr, false);
        const auto isOk = said.is_object() ? said.find("ok") : said.end();
        if (isOk == said.end() || !isOk->is_boolean())
            return tl::unexpected(notUnderstood(answer));
        if (isOk->get<bool>()) {
            Receipt receipt = receiptOf(answer, jsonText(said, "ts"));
            receipt.words.clear();
            receipt.isRead = !receipt.id.empty(); // the answer holds the message as the channel shows it
            return receipt;
        }
        const std::string error = jsonText(said, "error");
        return tl::unexpected(refusedWith(answer, error, std::find(kForGood.begin(), kForGood.end(), error) != kForGood.end()));
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<SlackChannel>(config, tools);
}

} // namespace

ChannelKind slackKind()
{
    return {{"slack", "A channel of Slack.", kKeys, problems}, make, channelProblem};
}

} // namespace tocsin
