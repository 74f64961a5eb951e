// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/session/commands.h"
#include "widgets/common/page.h"
#include "widgets/style/palette.h"

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace tocsin {

class SectionHeader;
class TestList;

/// The look, the sources and checks with their state and a button that asks each again, and what this program is. UI thread;
/// owned by the window; feed and commands must outlive it.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    SettingsPage(const BoardFeed &feed, Commands &commands, QWidget *parent = nullptr);

    bool knows(CommandId) const override { return false; }
    void run(CommandId) override { }
    void tick(Instant now) override;
    QWidget *focusTarget() override;

    /// Nothing: as the desktop.
    void setTheme(std::optional<ThemeKind> theme);
    /// Where the configuration was read from, as people find it.
    void setConfigurationPath(const QString &path);

signals:
    void themeChosen(std::optional<tocsin::ThemeKind> theme);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeTheme();
    QWidget *makeChecks();
    QWidget *makeAbout();
    void refresh();

    const BoardFeed &m_feed;
    Commands &m_commands;
    Instant m_now{};
    QComboBox *m_theme = nullptr;
    TestList *m_sources;
    TestList *m_checks;
    SectionHeader *m_checksHeader = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_about = nullptr;
};

} // namespace tocsin
