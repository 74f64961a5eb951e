// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/ntfy_channel.h"

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

constexpr Phrase kNoTopic{
    "ntfy_no_topic", QT_TRANSLATE_NOOP("Phrase", "Nobody said which ntfy topic: write topic in the channel, or an address")};
constexpr Phrase kBadTopic{"ntfy_bad_topic",
    QT_TRANSLATE_NOOP("Phrase", "The ntfy topic must be 1 to 64 letters, digits, hyphens or underscores: correct it")};

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "url", .type = KeyType::Url, .help = "The ntfy server, such as https://ntfy.sh.", .required = true},
    Key{.name = "topic", .help = "Where the messages go; an address of a recipient takes its place."},
    Key{.name = "topic_secret",
        .type = KeyType::Secret,
        .help = "The same, kept as a secret: on a public server whoever knows the topic can read it."},
    Key{.name = "token", .type = KeyType::Secret, .help = "Access token (tk_...), where the topic is protected."},
});

constexpr std::size_t kMostTitle = 250;
constexpr std::size_t kMostMessage = 4'096; // what is longer becomes an attachment
constexpr std::size_t kMostBody = 8'192;    // a server takes twice the length of a message as JSON

int priorityOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Low:
        return 2;
    case Urgency::Normal:
        return 3;
    case Urgency::High:
        return 4;
    case Urgency::Critical:
        break;
    }
    return 5;
}

nlohmann::ordered_json tagsOf(Urgency urgency)
{
    auto tags = nlohmann::ordered_json::array();
    if (urgency == Urgency::Critical)
        tags.push_back("rotating_light");
    else if (urgency == Urgency::High)
        tags.push_back("warning");
    return tags;
}

std::string bodyOf(const OutgoingMessage &message, const std::string &topic)
{
    // An empty message would be shown as "triggered".
    const std::string &words = message.text().empty() ? message.title() : message.text();
    return fitted(cutText(words, kMostMessage), kMostBody, byteCount, [&](const std::string &part) {
        nlohmann::ordered_json body{{"topic", topic}, {"message", part}, {"priority", priorityOf(message.urgency())}};
        if (!message.text().empty())
            body["title"] = cutCharacters(message.title(), kMostTitle);
        if (!message.link().empty() && message.link().size() < kMostMessage / 2)
            body["click"] = message.link();
        if (const nlohmann::ordered_json tags = tagsOf(message.urgency()); !tags.empty())
            body["tags"] = tags;
        return jsonText(body);
    });
}

std::string addressProblem(const std::string &to)
{
    constexpr std::size_t kLongest = 64;
    if (to.empty() || (to.size() <= kLongest && consistsOf(to, "-_")))
        return {};
    return "a topic of ntfy is 1 to 64 letters, digits, hyphens or underscores";
}

class NtfyChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        const Result<std::string> topic = topicFor(message.to());
        if (!topic)
            return Failure(topic.error());
        HttpRequest request;
        request.method = "POST";
        request.url = settings().text("url");
        request.body = bodyOf(message, *topic);
        request.headers.add("Content-Type", "application/json; charset=utf-8");
        return withToken(std::move(request), std::move(endpoint));
    }

    Sent taken(const HttpResponse &answer) const override
    {
        const std::optional<nlohmann::json> body = jsonObject(answer.body);
        const std::string id = body ? textMember(*body, "id") : std::string();
        if (id.empty() || textMember(*body, "event") != "message")
            return tl::unexpected(notUnderstood(answer));
        Receipt receipt = receiptOf(answer, id);
        receipt.words.clear();
        return receipt;
    }

    Result<HttpRequest> question(const Receipt &receipt, const std::string &to, const Endpoint &endpoint) const override
    {
        const Result<std::string> topic = topicFor(to);
        if (!topic)
            return Failure(topic.error());
        HttpRequest request;
        // `since` with an id means what came after it; `id` picks the one, and a server that does not know it sends all.
        request.url = joinUrl(settings().text("url"), *topic + "/json?poll=1&since=all&id=" + percentEncoded(receipt.id));
        if (to.empty() && settings().contains("topic_secret"))
            request.shownAs = "ntfy topic";
        return withToken(std::move(request), endpoint);
    }

    Result<Arrival> arrival(const HttpResponse &answer, const Receipt &receipt) const override
    {
        // One JSON object a line; none at all when the server keeps no messages, or not any longer.
        std::string_view rest = answer.body;
        while (!rest.empty()) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            if (line.find_first_not_of(" \t\r") == std::string_view::npos)
                continue;
            const std::optional<nlohmann::json> message = jsonObject(line);
            if (!message || textMember(*message, "event").empty())
                return notAnswered(answer);
            if (!receipt.id.empty() && textMember(*message, "id") == receipt.id)
                return Arrival::Arrived;
        }
        return Arrival::Underway;
    }

    Result<std::string> topicFor(const std::string &to) const
    {
        std::string topic = to.empty() ? settings().text("topic") : to;
        if (topic.empty() && settings().contains("topic_secret")) {
            const Result<Secret> kept = secret("topic_secret");
            if (!kept)
                return Failure(kept.error());
            topic = kept->reveal();
        }
        if (topic.empty())
            return failure(ErrorKind::Config, Reason(kNoTopic));
        if (!addressProblem(topic).empty())
            return failure(ErrorKind::Config, Reason(kBadTopic));
        return topic;
    }

    Result<HttpRequest> withToken(HttpRequest request, Endpoint endpoint) const
    {
        request.endpoint = std::move(endpoint);
        if (!settings().contains("token"))
            return request;
        Result<Secret> token = secret("token");
        if (!token)
            return Failure(std::move(token.error()));
        request.endpoint.bearerToken = *std::move(token);
        return request;
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<NtfyChannel>(config, tools);
}

SettingProblems problemsOf(const Settings &settings)
{
    SettingProblems problems;
    if (settings.contains("topic") && settings.contains("topic_secret"))
        requireOneOf(settings, "topic", "topic_secret", problems);
    if (settings.contains("token"))
        refuseOtherLogins(settings, "token", problems);
    checkAddress(settings, "topic", addressProblem, problems);
    return problems;
}

} // namespace

ChannelKind ntfyKind()
{
    return {{"ntfy", "Push messages to telephones and browsers by ntfy.", kKeys, problemsOf}, make, addressProblem};
}

} // namespace tocsin
