// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/outgoing_message.h"
#include "models/config/config.h"
#include "models/domain/secrets_lookup.h"
#include "models/transport/http.h"
#include "models/transport/mail.h"

#include <memory>
#include <span>

namespace tocsin {

class DesktopNotifier;
class SoundPlayer;

/// What a channel may use. Outlives every channel that was built from it.
struct ChannelTools {
    Http &http;
    Mailer &mailer;
    const Clock &clock;
    const SecretsLookup &secrets;
    DesktopNotifier *desktop = nullptr; ///< without one, there is no desktop to notify
    SoundPlayer *sounds = nullptr;      ///< without one, nothing sounds
};

/// What a place said when it took a message.
struct Receipt {
    std::string id;      ///< the place's own name of the message, for reading back and for people who ask there; may be empty
    std::string words;   ///< what it answered, one line, plain text
    bool isRead = false; ///< the place shows it: it was read back, or it was shown by this very program
    Evidence evidence;
};

/// Why a message was not taken, and what that means for the next attempt.
struct SendFailure {
    Error error;
    bool isFinal = false;        ///< the same message will never be taken: a bad address, a refused login, a message too long
    bool mayHaveArrived = false; ///< the outcome is open: the answer is missing, not the message
    std::optional<Duration> retryAfter; ///< the place said when to come again
};

using Sent = tl::expected<Receipt, SendFailure>;

/// What has become of a message that a place took.
enum class Arrival {
    Underway, ///< ask again later
    Arrived,
    Lost, ///< the place gave it up
};

/// A place that messages go to. Lives on the watch thread; owned by the courier. `send` may be called again before the last one
/// completed. Every task completes, with Cancelled at the latest when the transport stops.
class Channel
{
public:
    virtual ~Channel() = default;

    virtual QCoro::Task<Sent> send(OutgoingMessage message) = 0;

    /// Asks the place what has become of a message. Places that cannot be asked answer Unsupported.
    virtual QCoro::Task<Result<Arrival>> follow(Receipt receipt, std::string to);
};

/// What a channel says that cannot be asked.
Failure cannotFollow();

/// One kind of channel: its one line in the registry.
struct ChannelKind {
    KindOfSection section;
    std::unique_ptr<Channel> (*make)(const ChannelConfig &config, const ChannelTools &tools);
    /// What is wrong with an address within this channel, as one English sentence; empty: nothing. Null: such a channel has no
    /// addresses, all it takes goes to one place.
    std::string (*addressProblem)(const std::string &to) = nullptr;
    bool leavesStation = true; ///< false: it is shown or heard at this station only
};

/// All kinds, in the order in which docs list them.
std::span<const ChannelKind> channelKinds();

} // namespace tocsin
