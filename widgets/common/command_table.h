// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <span>

namespace tocsin {

/// Everything that a person can ask the desk to do.
enum class CommandId {
    GoOverview,
    GoAlerts,
    GoIncident,
    GoSettings,
    Filter,
    Palette,
    Help,
    Back,
    Refresh,
    FullScreen,
    MoveDown,
    MoveUp,
    Mark,
    MarkAll,
    Open,
    Acknowledge,
    Unacknowledge,
    Silence,
    Undo,
    OpenLink,
    CopyRows,
    ToggleGroups,
    Declare,
    Note,
    Pin,
    Correct,
    NextIncident,
    CopyReport,
    SortByState,
    SortBySeverity,
    SortByName,
    SortBySummary,
    SortByService,
    SortBySource,
    SortBySince,
    SortByOwner,
    Later,
    ThemeFollow,
    ThemeDark,
    ThemeLight,
    ThemeContrast,
    Quit,
};

/// Where a command means something.
enum class CommandScope {
    Window, ///< always
    View,   ///< when the view in front says that it knows the command
};

/// One row of the table.
struct CommandSpec {
    CommandId id;
    const char *name; ///< stable: names the action, tests find it by this
    const char *text; ///< English, translated in the context "Command"
    const char *keys; ///< in Qt's portable notation, `; ` between alternatives; the first is shown to people
    CommandScope scope;
    bool isKeyOfView; ///< the key is heard by the view that has the focus, not by the window
};

/// The one list that menus, palette, help and shortcuts are made from.
std::span<const CommandSpec> commandTable();
const CommandSpec &commandSpec(CommandId id);

QString commandText(CommandId id);
QList<QKeySequence> commandKeys(CommandId id);
/// The first key as people read it on their keyboard: "Ctrl+K"; empty when it has none.
QString commandKeyText(CommandId id);
/// All keys: "Ctrl+F, /".
QString commandKeysText(CommandId id);
/// "Acknowledge (a)", for tooltips.
QString commandTip(CommandId id);

} // namespace tocsin
