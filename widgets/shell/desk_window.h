// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/items/delivery_feed.h"
#include "models/items/incident_feed.h"
#include "models/session/commands.h"
#include "widgets/common/page.h"
#include "widgets/common/ticker.h"
#include "widgets/shell/desk_state.h"

#include <QMainWindow>
#include <QTimeZone>
#include <QUrl>

#include <functional>
#include <vector>

class QStackedWidget;

namespace tocsin {

class AlertsPage;
class CommandPalette;
class CrisisBar;
class HelpPanel;
class IncidentPage;
class IncidentStrip;
class NoticeBar;
class OverviewPage;
class Rail;
class SettingsPage;

struct DeskOptions {
    QString stateFile; ///< where geometry and theme are remembered; empty: nowhere
    QString configurationPath;
    std::optional<ThemeKind> theme; ///< asked for on the command line: stands for this run, whatever is remembered
    QTimeZone zone = QTimeZone::systemTimeZone();
    std::function<void(const QUrl &)> openLink; ///< by default the desktop's browser
};

/// The desk: a shell around the views. Shows the crisis bar and the open incidents over all of them, passes commands to the one
/// in front and messages to whom they concern. What is not in front is made after the first painting, or when a key asks for it.
/// No dialog ever opens. UI thread; owned by the program; feed, commands and clock must outlive it. The feed has taken a
/// message's Changes before `handle` gets it.
class DeskWindow final : public QMainWindow
{
    Q_OBJECT

public:
    DeskWindow(BoardFeed &feed, Commands &commands, const Clock &clock, const DeskOptions &options = {});
    ~DeskWindow() override;

    void handle(const Message &message);
    void run(CommandId command);
    /// The theme that was chosen last; nothing: as the desktop.
    std::optional<ThemeKind> themeChoice() const { return m_state.theme(); }
    CommandId currentView() const;

signals:
    void themeChosen(std::optional<tocsin::ThemeKind> theme);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct View {
        CommandId command;
        std::function<Page *()> make;
        Page *page = nullptr; ///< made when it is first shown, or after the window was painted first
    };

    void build();
    void addView(CommandId command, const QString &name, std::function<Page *()> make);
    Page *makeOverview();
    Page *makeAlerts();
    Page *makeIncident();
    IncidentPage &incidentPage();
    void takeIncidents(const IncidentNews &news);
    void takeMessages(const MessageNews &news);
    void declare();
    Page *makeSettings();
    Page *pageOf(View &view);
    void makeNextPage();
    CommandPalette &palettePanel();
    HelpPanel &helpPanel();
    void makeActions();
    void wire();
    void go(CommandId command);
    void goBack();
    void openPalette();
    void chooseTheme(std::optional<ThemeKind> theme);
    void refreshActions();
    void showPreview(const AcknowledgePreview &preview);
    Page *page() const;
    bool isMeant(const CommandSpec &command) const;

    BoardFeed &m_feed;
    Commands &m_commands;
    IncidentFeed m_incidents;
    DeliveryFeed m_deliveries;
    const Clock &m_clock;
    const DeskOptions m_options;
    DeskState m_state;
    Ticker m_ticker;
    std::vector<View> m_views;
    std::optional<ThemeKind> m_theme; ///< in force: asked for, or remembered
    bool m_isPainted = false;
    CrisisBar *m_crisis = nullptr;
    IncidentStrip *m_strip = nullptr;
    NoticeBar *m_notice = nullptr;
    Rail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    OverviewPage *m_overview = nullptr;
    AlertsPage *m_alerts = nullptr;
    IncidentPage *m_incident = nullptr;
    SettingsPage *m_settings = nullptr;
    CommandPalette *m_palette = nullptr;
    HelpPanel *m_help = nullptr;
};

} // namespace tocsin
