// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace tocsin {

/// Notices that the watch thread no longer moves, for then nothing on the screen is proven any more and nobody else would
/// say so: the thread that judges ages is the one that hangs. Says it as changes of the board, and takes it back when the
/// thread moves again. UI thread; owned by the session.
class StallGuard
{
public:
    /// A watch that has not moved for this long is stalled.
    static constexpr Duration patience = std::chrono::seconds(5);

    struct Surroundings {
        const Clock &clock;
        std::function<Monotonic()> lastBeat;      ///< when the watch thread moved last; any thread
        std::function<void(const Changes &)> say; ///< at once, not by way of the watch
    };

    explicit StallGuard(Surroundings surroundings);

    /// What people see; it must outlive the guard. Without it only the station itself is said to be stalled.
    void guard(const Board &board) { m_board = &board; }
    /// Once a second, and before changes of the watch are shown.
    void look();

private:
    void begin(Instant since);
    void end();

    Surroundings m_around;
    QTimer m_timer;
    const Board *m_board = nullptr;
    std::optional<Monotonic> m_looked;
    Monotonic m_awakeSince{};        ///< the program as a whole was asleep before
    std::optional<Monotonic> m_beat; ///< the last one before the stall; nothing: all is well
    Changes m_before;                ///< what was shown before the stall
};

} // namespace tocsin
