// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "widgets/common/page.h"
#include "widgets/style/palette.h"

#include <optional>

class QComboBox;
class QLabel;

namespace tocsin {

class SourceList;

/// The look, the sources with their state, and what this program is. UI thread; owned by the window; the feed must outlive
/// it.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const BoardFeed &feed, QWidget *parent = nullptr);

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

private:
    QWidget *makeTheme();
    QWidget *makeAbout();

    QComboBox *m_theme = nullptr;
    SourceList *m_sources;
    QLabel *m_about = nullptr;
};

} // namespace tocsin
