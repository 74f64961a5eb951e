// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/session/commands.h"

#include <map>

namespace tocsin {

/// Lets tiles start with what is known: asks the journal once for the last hour of each service whose tile shows the latency
/// of its first check (one without a headline metric), and hands the answers to the feed. UI thread; owned by whoever
/// composes desk or wall; feed, commands and clock must outlive it.
class TileHistory
{
public:
    TileHistory(BoardFeed &feed, Commands &commands, const Clock &clock);

    /// Call after the feed took these changes.
    void take(const Changes &changes);
    /// Whether this is an answer to a question of its own; then it is nobody else's.
    bool take(const History &history);

private:
    struct Question {
        ServiceId service;
        Instant from{};
    };

    BoardFeed &m_feed;
    Commands &m_commands;
    const Clock &m_clock;
    std::map<CheckId, Question> m_asked; ///< of this configuration; a service is asked about once
};

} // namespace tocsin
