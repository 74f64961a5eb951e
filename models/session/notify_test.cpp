// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/notify_test.h"

#include "models/channels/channel.h"
#include "models/monitor/redaction.h"
#include "models/secrets/secret_vault.h"
#include "models/session/message_terms.h"
#include "models/session/secret_references.h"
#include "models/store/uuid_v7.h"
#include "models/transport/transport.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kSending{"notify_sending", QT_TRANSLATE_NOOP("Phrase", "Sending through %1 (%2)")};
constexpr Phrase kTaken{"notify_taken", QT_TRANSLATE_NOOP("Phrase", "Taken after %1")};
constexpr Phrase kAnswer{"notify_answer", QT_TRANSLATE_NOOP("Phrase", "The place said: %1")};
constexpr Phrase kReceipt{"notify_receipt", QT_TRANSLATE_NOOP("Phrase", "It calls the message %1")};
constexpr Phrase kArrived{"notify_arrived", QT_TRANSLATE_NOOP("Phrase", "It has arrived")};
constexpr Phrase kUntold{"notify_untold", QT_TRANSLATE_NOOP("Phrase", "What becomes of it there cannot be asked: look")};
constexpr Phrase kUnderway{"notify_underway", QT_TRANSLATE_NOOP("Phrase", "It is still on its way there: look")};
constexpr Phrase kLost{"notify_lost", QT_TRANSLATE_NOOP("Phrase", "The place took it, and then gave it up")};

constexpr Duration kSecretsPatience = std::chrono::seconds(10);
constexpr Duration kFollowed = std::chrono::seconds(30);
constexpr Duration kBetweenLooks = std::chrono::seconds(2);
constexpr Duration kStep = std::chrono::milliseconds(50);

const ChannelKind *kindOf(const ChannelConfig &channel)
{
    const auto kinds = channelKinds();
    const auto kind
        = std::find_if(kinds.begin(), kinds.end(), [&](const ChannelKind &other) { return other.section.type == channel.type; });
    return kind == kinds.end() ? nullptr : &*kind;
}

/// Runs a task on a transport of its own, to its end.
template<typename T> T finish(Transport &transport, QCoro::Task<T> task)
{
    std::optional<T> value;
    const auto keep = [](QCoro::Task<T> running, std::optional<T> &into) -> QCoro::Task<> { into = co_await running; };
    const QCoro::Task<> kept = keep(std::move(task), value);
    while (!value)
        transport.runFor(kStep);
    return *std::move(value);
}

/// Whether it came through, as far as the place tells within some time.
Result<Arrival> followed(
    Transport &transport, Channel &channel, const Receipt &receipt, const std::string &to, const Clock &clock)
{
    const Monotonic end = clock.monotonic() + kFollowed;
    while (true) {
        Result<Arrival> arrival = finish(transport, channel.follow(receipt, to));
        if ((arrival && *arrival != Arrival::Underway) || !arrival || clock.monotonic() + kBetweenLooks >= end)
            return arrival;
        for (const Monotonic next = clock.monotonic() + kBetweenLooks; clock.monotonic() < next;)
            transport.runFor(kStep);
    }
}

} // namespace

std::string addressProblem(const ChannelConfig &channel, const std::string &to)
{
    const ChannelKind *kind = kindOf(channel);
    if (!kind || !kind->addressProblem)
        return "a channel of type " + channel.type + " has no addresses: all it takes goes to one place";
    return kind->addressProblem(to);
}

NotifyTest testChannelOnce(const Config &config, const ChannelConfig &channel, const std::string &to, const Clock &clock,
    const std::function<void(const Reason &)> &say)
{
    SecretVault vault(secretReferences(config), clock);
    vault.waitUntilFetched(kSecretsPatience);
    const Redact redact = [&vault](std::string &text) { vault.redact(text); };
    const auto tell = [&](Reason reason) {
        redactReason(redact, reason);
        say(reason);
    };

    Transport transport(clock);
    const std::unique_ptr<Channel> made = kindOf(channel)->make(channel, {transport, transport, clock, vault});
    const NotificationId id(UuidV7().next(clock.now()).text());
    const auto message
        = OutgoingMessage::of(testMessage(id, ChannelId(channel.name), to, config.shop, config.person, clock.now()), false);
    NotifyTest test;
    tell(Reason(kSending, {channel.name, channel.type}));
    const Monotonic began = clock.monotonic();
    Sent sent = finish(transport, made->send(*message));
    if (!sent) {
        test.problem = sent.error().error.reason;
        redactReason(redact, test.problem);
        return test;
    }
    test.isTaken = true;
    tell(Reason(kTaken, {formatDuration(clock.monotonic() - began)}));
    if (!sent->words.empty())
        tell(Reason(kAnswer, {sent->words}));
    if (!sent->id.empty())
        tell(Reason(kReceipt, {sent->id}));
    const Result<Arrival> arrival
        = sent->isRead ? Result<Arrival>(Arrival::Arrived) : followed(transport, *made, *sent, to, clock);
    test.isArrived = arrival && *arrival == Arrival::Arrived;
    test.isTaken = !arrival || *arrival != Arrival::Lost;
    if (!test.isTaken)
        test.problem = Reason(kLost);
    else if (!arrival && arrival.error().kind != ErrorKind::Unsupported)
        tell(arrival.error().reason);
    else
        tell(test.isArrived ? Reason(kArrived) : arrival ? Reason(kUnderway) : Reason(kUntold));
    return test;
}

} // namespace tocsin
