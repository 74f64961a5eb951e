// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/slack_channel.h"

#include "models/channels/channel_rules.h"
#include "models/channels/http_channel.h"
#include "models/channels/json_body.h"
#include "models/channels/rendering.h"
#include "models/config/http_keys.h"
#include "models/transport/url.h"

#include <nlohmann/json.hpp>

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kOneChannel{"slack_one_channel",
    QT_TRANSLATE_NOOP("Phrase", "A Slack webhook writes to one channel only; to reach %1, use token instead of webhook")};
constexpr Phrase kNoChannel{"slack_no_channel",
    QT_TRANSLATE_NOOP("Phrase", "Nobody said which Slack channel: write channel in the configuration, or an address")};

constexpr const char *kPublicUrl = "https://slack.com";

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "webhook",
        .type = KeyType::Secret,
        .help = "The address that Slack gives out for one channel; whoever has it can write there."},
    Key{.name = "token", .type = KeyType::Secret, .help = "Instead of webhook: the token of a bot (xoxb-...) with chat:write."},
    Key{.name = "channel", .help = "With token: the channel (C0123456789 or #ops); an address of a recipient takes its place."},
    Key{.name = "url",
        .type = KeyType::Url,
        .help = "With token: another address than Slack's own, for a gateway.",
        .fallback = "https://slack.com"},
});

constexpr std::size_t kMostTitle = 250;
constexpr std::size_t kMostCharacters = 4'000;

constexpr std::array<std::string_view, 9> kLoginErrors{"invalid_auth", "not_authed", "account_inactive", "token_revoked",
    "token_expired", "no_permission", "missing_scope", "org_login_required", "ekm_access_denied"};
constexpr std::array<std::string_view, 3> kBusyErrors{"ratelimited", "rate_limited", "service_unavailable"};
/// Slack says of these that something may have been done all the same.
constexpr std::array<std::string_view, 3> kOpenErrors{"internal_error", "fatal_error", "request_timeout"};

template<std::size_t N> bool isAmong(const std::array<std::string_view, N> &words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string textOf(const OutgoingMessage &message)
{
    const std::string title = escapedForSlack(cutCharacters(message.title(), kMostTitle));
    std::string link;
    if (!message.link().empty()) {
        const std::string safe = bracketed(message.link());
        link = "\n<" + escapedForSlack(safe.substr(1, safe.size() - 2)) + '>';
    }
    if (title.size() + link.size() >= kMostCharacters)
        link.clear();
    return fitted(message.text(), kMostCharacters, characterCount,
        [&](const std::string &text) { return title + (text.empty() ? "" : '\n' + escapedForSlack(text)) + link; });
}

SendFailure refusedBySlack(const HttpResponse &answer, const std::string &error)
{
    const bool isOpen = isAmong(kOpenErrors, error);
    SendFailure failed = refusedWith(answer, error, !isOpen && !isAmong(kBusyErrors, error));
    failed.mayHaveArrived = isOpen;
    if (isAmong(kLoginErrors, error))
        failed.error.kind = ErrorKind::Auth;
    return failed;
}

class SlackChannel final : public HttpChannel
{
public:
    using HttpChannel::HttpChannel;

private:
    bool isWebhook() const { return settings().contains("webhook"); }

    Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const override
    {
        nlohmann::ordered_json body{{"text", textOf(message)}, {"unfurl_links", false}, {"unfurl_media", false}};
        if (!isWebhook())
            return apiRequest(message, std::move(body), std::move(endpoint));
        if (!message.to().empty())
            return failure(ErrorKind::Config, Reason(kOneChannel, {message.to()}));
        const Result<Secret> webhook = secret("webhook");
        if (!webhook)
            return Failure(webhook.error());
        return secretAddressRequest(*webhook, "Slack webhook", jsonText(body), std::move(endpoint));
    }

    Result<HttpRequest> apiRequest(const OutgoingMessage &message, nlohmann::ordered_json body, Endpoint endpoint) const
    {
        Result<Secret> token = secret("token");
        if (!token)
            return Failure(std::move(token.error()));
        const std::string channel = message.to().empty() ? settings().text("channel") : message.to();
        if (channel.empty())
            return failure(ErrorKind::Config, Reason(kNoChannel));
        body["channel"] = channel;
        HttpRequest request;
        request.method = "POST";
        request.url = joinUrl(settings().text("url", kPublicUrl), "api/chat.postMessage");
        request.headers.add("Content-Type", "application/json; charset=utf-8");
        request.body = jsonText(body);
        request.endpoint = std::move(endpoint);
        request.endpoint.bearerToken = *std::move(token);
        return request;
    }

    Sent taken(const HttpResponse &answer) const override
    {
        if (isWebhook()) {
            if (answerWords(answer.body) != "ok")
                return tl::unexpected(notUnderstood(answer));
            return receiptOf(answer);
        }
        const std::optional<nlohmann::json> body = jsonObject(answer.body);
        const auto ok = body ? body->find("ok") : nlohmann::json::const_iterator();
        if (!body || ok == body->end() || !ok->is_boolean())
            return tl::unexpected(notUnderstood(answer));
        if (!ok->get<bool>())
            return tl::unexpected(refusedBySlack(answer, textMember(*body, "error")));
        const std::string id = textMember(*body, "ts");
        if (id.empty())
            return tl::unexpected(notUnderstood(answer));
        Receipt receipt = receiptOf(answer, id);
        receipt.words = "ok";
        return receipt;
    }
};

std::unique_ptr<Channel> make(const ChannelConfig &config, const ChannelTools &tools)
{
    return std::make_unique<SlackChannel>(config, tools);
}

std::string addressProblem(const std::string &to)
{
    const bool hasBlank = to.find_first_of(" \t\r\n") != std::string::npos;
    return hasBlank ? "a channel of Slack is written as C0123456789 or #ops, a person as U0123456789" : "";
}

SettingProblems problemsOf(const Settings &settings)
{
    SettingProblems problems;
    requireOneOf(settings, "webhook", "token", problems);
    refuseOtherLogins(settings, "token", problems);
    if (settings.contains("webhook") && settings.contains("channel"))
        problems.push_back({"channel", "a webhook writes to one channel only; channel belongs to token", {}});
    checkAddress(settings, "channel", addressProblem, problems);
    refuseClearText(settings, "url", problems);
    return problems;
}

} // namespace

ChannelKind slackKind()
{
    return {{"slack", "A channel of Slack, by an incoming webhook or a bot.", kKeys, problemsOf}, make, addressProblem};
}

} // namespace tocsin
