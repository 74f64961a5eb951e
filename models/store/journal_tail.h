// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/journal.h"

#include <functional>
#include <optional>

namespace tocsin {

/// All events behind a row that pass a filter; the row becomes that of the last one read.
Result<std::vector<Event>> allPages(const Journal &journal, const EventFilter &filter, std::int64_t &afterRow);

/// Hands over what is added to a journal, by whomever. Store thread only.
class JournalTail
{
public:
    using Seen = std::function<void(std::vector<Event>)>;
    enum class From {
        Beginning, ///< what is there already, too
        Now,       ///< from the first look on
    };

    JournalTail(EventFilter filter, From from, Seen seen);

    /// What cannot be read now is read at the next look.
    void look(const Journal &journal);

private:
    EventFilter m_filter;
    Seen m_seen;
    std::optional<std::int64_t> m_afterRow;
};

} // namespace tocsin
