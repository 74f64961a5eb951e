// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/stall_guard.h"

#include "models/items/stall.h"

#include <algorithm>
#include <utility>

namespace tocsin {

namespace {
constexpr std::chrono::milliseconds kEvery{1'000};
/// A pause of our own longer than this was a suspended machine, or a program held as a whole: the watch gets time to wake.
constexpr Duration kLongestPause = std::chrono::seconds(3);
} // namespace

StallGuard::StallGuard(Surroundings surroundings)
    : m_around(std::move(surroundings))
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_timer.start(kEvery);
}

void StallGuard::look()
{
    const Monotonic now = m_around.clock.monotonic();
    if (!m_looked || now - *m_looked > kLongestPause)
        m_awakeSince = now;
    m_looked = now;
    const Monotonic beat = m_around.lastBeat();
    if (m_beat) {
        if (beat > *m_beat)
            end();
        return;
    }
    if (now - std::max(beat, m_awakeSince) <= patience)
        return;
    m_beat = beat;
    begin(m_around.clock.now() - (now - beat));
}

void StallGuard::begin(Instant since)
{
    const Board board = m_board ? *m_board : Board();
    const Changes stalled = stalledChanges(board, since);
    m_before = Changes();
    for (const ServiceStatus &service : stalled.services)
        m_before.services.push_back(board.services.at(service.id));
    for (const CheckStatus &check : stalled.checks)
        m_before.checks.push_back(board.checks.at(check.id));
    for (const SourceStatus &source : stalled.sources)
        m_before.sources.push_back(board.sources.at(source.id));
    m_before.station = board.station;
    m_around.say(stalled);
}

void StallGuard::end()
{
    m_beat.reset();
    m_around.say(std::exchange(m_before, {}));
}

} // namespace tocsin
