// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/teams_channel.h"

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

constexpr Phrase kRetired{"teams_retired",
    QT_TRANSLATE_NOOP("Phrase",
        "Microsoft has switched off webhooks of this kind (%1): make a new one in Teams with Workflows, and store its address")};

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "webhook",
        .type = KeyType::Secret,
        .help = "The address that Workflows gives out for the channel; whoever has it can write there.",
        .required = true},
});

constexpr std::size_t kMostTitle = 250;
constexpr std::size_t kMostLink = 4'000;
constexpr std::size_t kMostBytes = 28'000;

using Json = nlohmann::ordered_json;

/// A RichTextBlock knows no Markdown and no mention, a TextBlock does: outside text stays what it is.
Json line(const std::string &text, bool isTitle)
{
    Json run{{"type", "TextRun"}, {"text", text}};
    if (isTitle) {
        run["weight"] = "Bolder";
        run["size"] = "Medium";
    }
    return {{"type", "RichTextBlock"}, {"spacing", isTitle ? "Default" : "None"}, {"inlines", Json::array({std::move(run)})}};
}

std::string cardOf(const std::string &title, const std::string &text, const std::string &link)
{
    Json body = Json::array({line(title, true)});
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view words = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(words.size() + 1, rest.size()));
        if (words.find_first_not_of(" \t\r") != std::string_view::npos)
            body.push_back(line(std::string(words), false));
    }
    Json card{{"$schema", "http://adaptivecards.io/schemas/adaptive-card.json"}, {"type", "AdaptiveCard"}, {"version", "1.4"},
        {"msteams", {{"width", "Full"}}}, {"body", std::move(body)}};
    if (!link.empty())
        card["actions"] = Json::array({{{"type", "Action.OpenUrl"}, {"title", "Open"}, {"url", link}}});
    const Json attachment{
        {"contentType", "application/vnd.microsoft.card.adaptive"}, {"contentUrl", nullptr}, {"content", std::move(card)}};
    return jsonText({{"type", "message"}, {"attachments", Json::array({attachment})}});
}

std::string bodyOf(const OutgoingMessage &message)
{
    const std::string title = cutCharacters(message.title(), kMostTitle);
    const std::string link = message.link().size() > kMostLink ? std::string() : message.link();
    return fitted(message.text(), kMostBytes, byteCount, [&](const std::string &text) { return cardOf(title, text, link); });
}

bool isRetired(const std::string &host)
{
    return host == "outlook.office.com" || host == "webhook.office.com" || host.ends_with(".webhook.office.com");
}

class TeamsChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        const Result<Secret> webhook = secret("webhook");
        if (!webhook)
            return Failure(webhook.error());
        Result<HttpRequest> request = secretAddressRequest(*webhook, "Teams webhook", bodyOf(message), std::move(endpoint));
        const std::optional<Url> url = request ? parseUrl(request->url) : std::nullopt;
        if (url && isRetired(url->host))
            return failure(ErrorKind::Config, Reason(kRetired, {url->host}));
        return request;
    }

    Sent taken(const HttpResponse &answer) const override
    {
        // Workflows has put it into its queue. What Teams makes of it nobody tells.
        constexpr int kAccepted = 202;
        if (answer.status != kAccepted || answer.body.find_first_not_of(" \t\r\n") != std::string::npos)
            return tl::unexpected(notUnderstood(answer));
        return receiptOf(answer);
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<TeamsChannel>(config, tools);
}

SettingProblems problemsOf(const Settings &settings)
{
    SettingProblems problems;
    refuseOtherLogins(settings, "webhook", problems);
    return problems;
}

} // namespace

ChannelKind teamsKind()
{
    return {{"teams", "A channel of Microsoft Teams, by a webhook of Workflows.", kKeys, problemsOf}, make};
}

} // namespace tocsin
