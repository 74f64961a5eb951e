// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/command_table.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

using Id = CommandId;
using Scope = CommandScope;

constexpr std::array kCommands{
    CommandSpec{Id::GoOverview, "go.overview", QT_TRANSLATE_NOOP("Command", "Go to the overview"), "1", Scope::Window, false},
    CommandSpec{Id::GoAlerts, "go.alerts", QT_TRANSLATE_NOOP("Command", "Go to the alerts"), "2", Scope::Window, false},
    CommandSpec{Id::GoIncident, "go.incident", QT_TRANSLATE_NOOP("Command", "Go to the incident"), "3", Scope::Window, false},
    CommandSpec{Id::GoSettings, "go.settings", QT_TRANSLATE_NOOP("Command", "Go to the settings"), "7", Scope::Window, false},
    CommandSpec{Id::Filter, "filter", QT_TRANSLATE_NOOP("Command", "Filter"), "/; Ctrl+F", Scope::View, false},
    CommandSpec{Id::Palette, "palette", QT_TRANSLATE_NOOP("Command", "Find a command"), "Ctrl+K", Scope::Window, false},
    CommandSpec{Id::Help, "help", QT_TRANSLATE_NOOP("Command", "Show all keys"), "?; F1", Scope::Window, false},
    CommandSpec{Id::Back, "back", QT_TRANSLATE_NOOP("Command", "Go back"), "Esc", Scope::Window, false},
    CommandSpec{Id::Refresh, "refresh", QT_TRANSLATE_NOOP("Command", "Look again now"), "R; F5", Scope::Window, false},
    CommandSpec{Id::FullScreen, "fullscreen", QT_TRANSLATE_NOOP("Command", "Full screen on or off"), "F11", Scope::Window, false},
    CommandSpec{Id::MoveDown, "move.down", QT_TRANSLATE_NOOP("Command", "Move down"), "J", Scope::View, false},
    CommandSpec{Id::MoveUp, "move.up", QT_TRANSLATE_NOOP("Command", "Move up"), "K", Scope::View, false},
    CommandSpec{Id::Mark, "mark", QT_TRANSLATE_NOOP("Command", "Mark or unmark"), "X", Scope::View, false},
    CommandSpec{Id::MarkAll, "mark.all", QT_TRANSLATE_NOOP("Command", "Mark all that are listed"), "Ctrl+A", Scope::View, true},
    CommandSpec{Id::Open, "open", QT_TRANSLATE_NOOP("Command", "Open"), "Return", Scope::View, true},
    CommandSpec{Id::Acknowledge, "acknowledge", QT_TRANSLATE_NOOP("Command", "Acknowledge"), "A", Scope::View, false},
    CommandSpec{Id::Unacknowledge, "unacknowledge", QT_TRANSLATE_NOOP("Command", "Give back"), "Shift+A", Scope::View, false},
    CommandSpec{Id::Silence, "silence", QT_TRANSLATE_NOOP("Command", "Silence"), "S", Scope::View, false},
    CommandSpec{
        Id::Undo, "undo", QT_TRANSLATE_NOOP("Command", "Undo the last acknowledgement or silence"), "Ctrl+Z", Scope::View, false},
    CommandSpec{Id::OpenLink, "open.link", QT_TRANSLATE_NOOP("Command", "Open at its source"), "O", Scope::View, false},
    CommandSpec{Id::CopyRows, "copy", QT_TRANSLATE_NOOP("Command", "Copy rows"), "Ctrl+C", Scope::View, true},
    CommandSpec{
        Id::ToggleGroups, "groups", QT_TRANSLATE_NOOP("Command", "Group storms or list every alert"), "G", Scope::View, false},
    CommandSpec{Id::Declare, "declare", QT_TRANSLATE_NOOP("Command", "Declare an incident"), "I", Scope::Window, false},
    CommandSpec{Id::Note, "note", QT_TRANSLATE_NOOP("Command", "Write a note"), "N", Scope::Window, false},
    CommandSpec{Id::Pin, "pin", QT_TRANSLATE_NOOP("Command", "Pin or unpin an entry"), "P", Scope::View, false},
    CommandSpec{Id::Correct, "correct", QT_TRANSLATE_NOOP("Command", "Correct an entry"), "C", Scope::View, false},
    CommandSpec{
        Id::NextIncident, "incident.next", QT_TRANSLATE_NOOP("Command", "Next incident"), "Ctrl+PgDown", Scope::View, false},
    CommandSpec{
        Id::CopyReport, "report.copy", QT_TRANSLATE_NOOP("Command", "Copy the report of the incident"), "", Scope::View, false},
    CommandSpec{Id::SortByState, "sort.state", QT_TRANSLATE_NOOP("Command", "Sort by state"), "", Scope::View, false},
    CommandSpec{Id::SortBySeverity, "sort.severity", QT_TRANSLATE_NOOP("Command", "Sort by severity"), "", Scope::View, false},
    CommandSpec{Id::SortByName, "sort.name", QT_TRANSLATE_NOOP("Command", "Sort by alert"), "", Scope::View, false},
    CommandSpec{Id::SortBySummary, "sort.summary", QT_TRANSLATE_NOOP("Command", "Sort by summary"), "", Scope::View, false},
    CommandSpec{Id::SortByService, "sort.service", QT_TRANSLATE_NOOP("Command", "Sort by service"), "", Scope::View, false},
    CommandSpec{Id::SortBySource, "sort.source", QT_TRANSLATE_NOOP("Command", "Sort by source"), "", Scope::View, false},
    CommandSpec{Id::SortBySince, "sort.since", QT_TRANSLATE_NOOP("Command", "Sort by age"), "", Scope::View, false},
    CommandSpec{Id::SortByOwner, "sort.owner", QT_TRANSLATE_NOOP("Command", "Sort by who has it"), "", Scope::View, false},
    CommandSpec{Id::Later, "later", QT_TRANSLATE_NOOP("Command", "Updates, history, drills: with a later version"), "4; 5; 6; U",
        Scope::Window, false},
    CommandSpec{Id::ThemeFollow, "theme.follow", QT_TRANSLATE_NOOP("Command", "Theme: as the desktop"), "", Scope::Window, false},
    CommandSpec{Id::ThemeDark, "theme.dark", QT_TRANSLATE_NOOP("Command", "Theme: dark"), "", Scope::Window, false},
    CommandSpec{Id::ThemeLight, "theme.light", QT_TRANSLATE_NOOP("Command", "Theme: light"), "", Scope::Window, false},
    CommandSpec{
        Id::ThemeContrast, "theme.contrast", QT_TRANSLATE_NOOP("Command", "Theme: high contrast"), "", Scope::Window, false},
    CommandSpec{Id::Quit, "quit", QT_TRANSLATE_NOOP("Command", "Quit"), "Ctrl+Q", Scope::Window, false},
};

/// A single letter is shown as it is typed.
QString readable(const QKeySequence &key)
{
    const QString text = key.toString(QKeySequence::NativeText);
    return text.size() == 1 ? text.toLower() : text;
}

} // namespace

std::span<const CommandSpec> commandTable()
{
    return kCommands;
}

const CommandSpec &commandSpec(CommandId id)
{
    return *std::find_if(kCommands.begin(), kCommands.end(), [id](const CommandSpec &spec) { return spec.id == id; });
}

QString commandText(CommandId id)
{
    return QCoreApplication::translate("Command", commandSpec(id).text);
}

QList<QKeySequence> commandKeys(CommandId id)
{
    QList<QKeySequence> keys
        = QKeySequence::listFromString(QString::fromLatin1(commandSpec(id).keys), QKeySequence::PortableText);
    keys.removeAll(QKeySequence()); // what an empty text reads as
    return keys;
}

QString commandKeyText(CommandId id)
{
    const QList<QKeySequence> keys = commandKeys(id);
    return keys.isEmpty() ? QString() : readable(keys.first());
}

QString commandKeysText(CommandId id)
{
    QStringList texts;
    for (const QKeySequence &key : commandKeys(id))
        texts << readable(key);
    return texts.join(QStringLiteral(", "));
}

QString commandTip(CommandId id)
{
    const QString key = commandKeyText(id);
    return key.isEmpty() ? commandText(id) : QStringLiteral("%1 (%2)").arg(commandText(id), key);
}

} // namespace tocsin
