// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pictures/desktop_theme.h"
#include "app/workspace.h"
#include "models/items/board_feed.h"
#include "models/session/session.h"
#include "models/session/system_clock.h"
#include "models/session/tile_history.h"
#include "widgets/style/theme.h"

#include <functional>
#include <vector>

namespace tocsin {

/// What desk, wall and snapshot have in common: the workspace, the running session, the board that views read, and the
/// looks. UI thread; a bad or missing configuration still makes a station, one that says so.
class Station
{
public:
    explicit Station(const CommandLine &line);

    const Workspace &workspace() const { return m_workspace; }
    const Clock &clock() const { return m_clock; }
    BoardFeed &feed() { return m_feed; }
    Session &session() { return m_session; }
    /// From now on this theme; nothing: as the desktop prefers.
    void useTheme(std::optional<ThemeKind> theme);
    /// How much larger than designed windows are; before they are made.
    void useScale(double scale) { m_theme.setScale(scale); }

    /// Every message goes to the board first and then to the view. What is wrong from the start comes at once.
    void follow(std::function<void(const Message &)> view);

private:
    void takePreference(ThemeKind preferred);

    SystemClock m_clock;
    DesktopTheme m_desktopTheme; ///< first: it seeks the bus while the configuration is read
    Workspace m_workspace;
    Theme m_theme;
    ThemeKind m_preferred = ThemeKind::Dark; ///< what the desktop says; ops rooms are dark
    std::optional<ThemeKind> m_chosen;
    BoardFeed m_feed;
    Session m_session;
    TileHistory m_history;
};

} // namespace tocsin
