// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace tocsin {

/// The columns of the alert table, shared by model, delegate and tests.
enum class AlertColumn { State, Severity, Name, Service, Source, Since, Acknowledged, Progress, Summary };
inline constexpr int alertColumnCount = 9;

/// Meanings, not looks. A row is an alert, or the head of a group of alerts; a head speaks of its group.
namespace AlertRole {
enum : int {
    Alert = Qt::UserRole + 1, ///< AlertPtr; of a head: its worst, newest alert
    Key,                      ///< AlertKey
    State,                    ///< std::optional<State>; nothing for mere information
    Since,                    ///< std::optional<Instant>; of a head: its newest alert
    Outlined,                 ///< bool: acknowledged, silenced or inhibited; of a head: all of them are
    Stale,                    ///< bool: no longer proven by its source
    Unmapped,                 ///< bool: a severity that nobody mapped
    IsHead,                   ///< bool
    IsMember,                 ///< bool: listed under a head
    IsExpanded,               ///< bool, of a head
    Count,                    ///< int: how many alerts the row stands for
    OwnedCount,               ///< int: how many of them are acknowledged
    Action,                   ///< std::optional<ActionStatus>: the newest wish about it
    Sort,                     ///< what sorting the column compares
};
}

} // namespace tocsin
