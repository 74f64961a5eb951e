// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/monitor/alert_book.h"
#include "models/monitor/watch_output.h"

namespace tocsin {

/// Writes down which alerts began and which are over, for timelines and reports. A storm does not fill the disk: of more than
/// `mostPerMinute` in one minute only the number is kept. Watch thread; owned by the keeper of the tiles.
class AlertDiary
{
public:
    static constexpr std::size_t mostPerMinute = 1000;

    void tell(const AlertBook::Difference &difference, Monotonic now, WatchNews &news);

private:
    void tellOne(const Alert &alert, const char *kind, WatchNews &news);

    std::optional<Monotonic> m_minuteBegan;
    std::size_t m_told = 0; ///< in this minute
};

} // namespace tocsin
