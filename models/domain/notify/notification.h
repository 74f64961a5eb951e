// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/ids.h"
#include "models/domain/time.h"

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

using NotificationId = Id<struct NotificationTag>; ///< names one message for one recipient; made by whoever asks for it
using ChannelId = Id<struct ChannelTag>;           ///< the channel's name in the configuration

/// How much it presses: what a push or a sound makes of it.
enum class Urgency { Low, Normal, High, Critical };

/// What somebody is to be told through one channel. A value.
struct Notification {
    NotificationId id; ///< asked for twice it is one message
    ChannelId channel;
    std::string
        to; ///< where to within the channel (an e-mail address, a number, a topic); empty: where the channel goes by itself
    std::string person; ///< whom it is for; empty: nobody in particular
    Urgency urgency = Urgency::Normal;
    std::string title;            ///< one line, plain text, UTF-8
    std::string text;             ///< plain text, UTF-8, may be empty
    std::string link;             ///< http or https, or empty
    std::string subject;          ///< what it is about, as the journal names it
    Instant at{};                 ///< when it was asked for
    std::optional<Instant> until; ///< not worth telling afterwards
    bool isTest = false;          ///< proves the path and says so
    bool mayBeRepeat = false;     ///< another station may have told it already
    bool drill = false;           ///< never leaves the station

    friend bool operator==(const Notification &, const Notification &) = default;
};

std::string_view urgencyWord(Urgency urgency); ///< `low`, `normal`, `high`, `critical`
std::optional<Urgency> urgencyFrom(std::string_view word);

} // namespace tocsin
