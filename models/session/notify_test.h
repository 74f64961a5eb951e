// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/domain/reason.h"

#include <functional>
#include <string>

namespace tocsin {

/// What a test of a channel has shown, step by step.
struct NotifyTest {
    bool isTaken = false;   ///< the place accepted the message
    bool isArrived = false; ///< and says that it came through
    Reason problem;         ///< why it did not
};

/// Sends one test message through a channel, at once and beside whatever runs: secrets, connection, login and the place's answer
/// are the real ones; the journal is not touched. Where the place can be asked what became of it, asks for some while. `say` is
/// told each step as it is reached. Blocks the calling thread. `channel` is one of the configuration.
NotifyTest testChannelOnce(const Config &config, const ChannelConfig &channel, const std::string &to, const Clock &clock,
    const std::function<void(const Reason &)> &say);

/// What is wrong with an address within a channel, as one English sentence; empty: nothing.
std::string addressProblem(const ChannelConfig &channel, const std::string &to);

} // namespace tocsin
