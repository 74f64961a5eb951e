// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/items/delivery_feed.h"
#include "models/session/commands.h"
#include "widgets/common/page.h"
#include "widgets/style/palette.h"

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace tocsin {

class SectionHeader;
class TestList;

/// The look; sources, channels and checks with their state and a button that tries each; the messages; what this program is. UI
/// thread; owned by the window; feed and commands must outlive it.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    SettingsPage(const BoardFeed &feed, const DeliveryFeed &deliveries, Commands &commands, QWidget *parent = nullptr);

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
    void addList(QVBoxLayout *layout, const QString &title, TestList *list, const QString &name);
    QWidget *makeAbout();
    void refresh();

    const BoardFeed &m_feed;
    const DeliveryFeed &m_deliveries;
    Commands &m_commands;
    Instant m_now{};
    QComboBox *m_theme = nullptr;
    TestList *m_sources;
    TestList *m_checks;
    TestList *m_channels;
    TestList *m_messages;
    SectionHeader *m_checksHeader = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_about = nullptr;
};

} // namespace tocsin
