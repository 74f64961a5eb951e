// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"
#include "models/config/config_loader.h"
#include "tests/support/await.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_http.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace tocsin::test {

/// Secrets by the name of their variable.
class SecretsAtHand final : public SecretsLookup
{
public:
    Result<Secret> secret(const SecretReference &reference) const override
    {
        static constexpr Phrase kMissing{"test_secret_missing", "The variable %1 is not set"};
        const auto it = values.find(reference.name);
        if (it == values.end())
            return failure(ErrorKind::Secret, Reason(kMissing, {reference.name}));
        return Secret(it->second);
    }

    std::map<std::string, std::string> values;
};

class NoMailer final : public Mailer
{
public:
    QCoro::Task<Mailed> mail(MailRequest) override { co_return tl::unexpected(MailFailure()); }
};

inline Vocabulary channelWords()
{
    Vocabulary words;
    for (const ChannelKind &kind : channelKinds())
        words.channels.push_back(kind.section);
    return words;
}

/// A configuration with one channel, written as a YAML flow map without its braces. It stands on line 2.
inline LoadedConfig loadChannel(const std::string &keys)
{
    const std::string yaml = "services: [{name: Checkout, alerts: 'a=\"b\"'}]\nchannels: [{name: c, " + keys + "}]\n";
    return parseConfig(yaml, "shop.yaml", channelWords(), [](const std::string &) { return std::optional<std::string>("set"); });
}

inline const ChannelKind &kindOf(const std::string &type)
{
    const auto kinds = channelKinds();
    const auto it = std::find_if(kinds.begin(), kinds.end(), [&](const ChannelKind &kind) { return kind.section.type == type; });
    if (it == kinds.end())
        throw std::logic_error("there is no such kind of channel: " + type);
    return *it;
}

inline Notification notification()
{
    Notification note;
    note.id = NotificationId("n-1");
    note.channel = ChannelId("c");
    note.title = "Checkout is down";
    note.text = "5xx > 10% & rising";
    note.link = "https://shop.example.net/runbook?a=1&b=2";
    note.subject = "Checkout";
    note.at = Instant(std::chrono::seconds(1'795'235'843));
    return note;
}

/// A channel as a configuration makes it, over a script.
class ChannelBench
{
public:
    explicit ChannelBench(const std::string &keys)
    {
        const LoadedConfig loaded = loadChannel(keys);
        if (!loaded.config)
            throw std::logic_error(loaded.problems.empty() ? "no configuration" : loaded.problems.front().text());
        const ChannelConfig &config = loaded.config->channels.front();
        channel = kindOf(config.type).make(config, tools);
    }

    Sent send(const Notification &note, bool mayBeRepeat = false) const
    {
        return resultOf(channel->send(OutgoingMessage::of(note, mayBeRepeat).value()));
    }
    Result<Arrival> follow(const std::string &id, const std::string &to = {}) const
    {
        Receipt receipt;
        receipt.id = id;
        return resultOf(channel->follow(receipt, to));
    }
    const HttpRequest &request() const { return http.requests().back(); }

    ManualClock clock;
    ScriptedHttp http{&clock};
    NoMailer mailer;
    SecretsAtHand secrets;
    const ChannelTools tools{http, mailer, clock, secrets};
    std::unique_ptr<Channel> channel;
};

/// All that comes back from a channel and could be shown or kept.
inline std::string everyWordOf(const Evidence &evidence)
{
    return evidence.request + '\n' + evidence.contentType + '\n' + evidence.firstBytes + '\n';
}

inline std::string everyWordOf(const Sent &sent)
{
    if (sent)
        return sent->id + '\n' + sent->words + '\n' + everyWordOf(sent->evidence);
    return english(sent.error().error.reason) + '\n' + everyWordOf(sent.error().error.evidence);
}

} // namespace tocsin::test
