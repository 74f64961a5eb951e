// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"
#include "models/config/config_loader.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_http.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace tocsin::test {

inline constexpr const char *kPlanted = "plantedSecret4711";

/// Every secret has the same value, which must show up nowhere; addresses hold it in their path.
class PlantedSecrets final : public SecretsLookup
{
public:
    Result<Secret> secret(const SecretReference &reference) const override
    {
        static constexpr Phrase kMissing{"test_missing", "there is no secret %1"};
        if (isMissing)
            return failure(ErrorKind::Secret, Reason(kMissing, {reference.name}));
        return Secret(
            reference.name == "HOOK" ? "https://chat.example.net/hooks/" + std::string(kPlanted) + "?sig=a%2Fb" : kPlanted);
    }
    bool isMissing = false;
};

class UnusedMailer final : public Mailer
{
public:
    QCoro::Task<Mailed> mail(MailRequest) override { co_return MailReceipt(); }
};

/// A kind, how it is configured, and what its place says when it takes a message.
struct KnownPlace {
    const char *yaml;
    int status;
    const char *answer;
    bool mayAnswerNothing = false;
};

inline const std::map<std::string, KnownPlace> kPlaces{
    {"discord", {"webhook: {env: HOOK}", 200, R"({"id":"11","channel_id":"5","content":"x"})"}},
    {"mattermost", {"webhook: {env: HOOK}", 200, "ok"}},
    {"ntfy",
        {"url: https://push.example.net/base, topic: war, bearer_token: {env: T}", 200,
            R"({"id":"6E72XZwLZtKB","time":1795235843,"event":"message","topic":"war"})"}},
    {"pushover", {"token: {env: T}, user: {env: U}", 200, R"({"status":1,"request":"r-1","receipt":"rc-1"})"}},
    {"slack", {"webhook: {env: HOOK}", 200, "ok"}},
    {"teams", {"webhook: {env: HOOK}", 202, "", true}},
    {"twilio",
        {"account: AC1, token: {env: T}, from: '+4930123456', to: '+4915123456789'", 201,
            R"({"sid":"SM1","status":"queued","num_segments":"1","error_code":null})"}},
    {"webhook", {"url: https://hook.example.net/in, secret: {env: T}", 200, R"({"status":"ok"})", true}},
};

inline Vocabulary channelVocabulary()
{
    Vocabulary words;
    for (const ChannelKind &kind : channelKinds())
        words.channels.push_back(kind.section);
    return words;
}

inline LoadedConfig load(const std::string &channel)
{
    const std::string yaml = "services: [{name: S, alerts: 'a=\"b\"'}]\nchannels:\n  - {" + channel + "}\n";
    return parseConfig(yaml, "test.yaml", channelVocabulary(), processEnvironment());
}

/// One channel with a place that answers by script.
struct Bench {
    ManualClock clock;
    ScriptedHttp http{&clock};
    UnusedMailer mailer;
    PlantedSecrets secrets;
    std::unique_ptr<Channel> channel;

    explicit Bench(const std::string &type, const std::string &yaml = {})
    {
        const LoadedConfig loaded
            = load("name: c, type: " + type + ", " + (yaml.empty() ? std::string(kPlaces.at(type).yaml) : yaml));
        if (!loaded.config)
            qFatal("%s", loaded.problems.front().text().c_str());
        const auto kinds = channelKinds();
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const ChannelKind &k) { return k.section.type == type; });
        channel = kind->make(loaded.config->channels.front(), {http, mailer, clock, secrets});
    }

    static Notification notification()
    {
        Notification message;
        message.id = NotificationId("n-1");
        message.channel = ChannelId("c");
        message.urgency = Urgency::Critical;
        message.title = "Payments <down> & @here";
        message.text = "two *of* three\nsince 12:04 \u00fcber";
        message.link = "https://tocsin.example.net/i?a=1&b=2";
        message.subject = "incident/i1";
        return message;
    }
    Sent send(const Notification &message = notification())
    {
        QCoro::Task<Sent> task = channel->send(*OutgoingMessage::of(message, false));
        std::optional<Sent> sent;
        const auto keep = [](QCoro::Task<Sent> running, std::optional<Sent> &into) -> QCoro::Task<> { into = co_await running; };
        const QCoro::Task<> kept = keep(std::move(task), sent);
        return sent ? *std::move(sent) : Sent(tl::unexpected(SendFailure()));
    }
    Result<Arrival> follow(const Receipt &receipt)
    {
        std::optional<Result<Arrival>> arrival;
        const auto keep = [](QCoro::Task<Result<Arrival>> running, std::optional<Result<Arrival>> &into) -> QCoro::Task<> {
            into = co_await running;
        };
        const QCoro::Task<> kept = keep(channel->follow(receipt, {}), arrival);
        return *arrival;
    }
    nlohmann::json body() const { return nlohmann::json::parse(http.requests().back().body); }
};

inline HttpResponse with(HttpResponse answer, const char *name, const char *value)
{
    answer.headers.add(name, value);
    return answer;
}

inline bool is(const Result<Arrival> &arrival, Arrival expected)
{
    return arrival.has_value() && *arrival == expected;
}

} // namespace tocsin::test
