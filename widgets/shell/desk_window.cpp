// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/desk_window.h"

#include "widgets/alerts/alerts_page.h"
#include "widgets/overview/overview_page.h"
#include "widgets/shell/command_palette.h"
#include "widgets/shell/crisis_bar.h"
#include "widgets/shell/help_panel.h"
#include "widgets/shell/notice_bar.h"
#include "widgets/shell/rail.h"
#include "widgets/shell/settings_page.h"

#include <QAction>
#include <QCloseEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin {

DeskWindow::DeskWindow(BoardFeed &feed, Commands &commands, const Clock &clock, const DeskOptions &options)
    : m_feed(feed)
    , m_commands(commands)
    , m_state(options.stateFile)
    , m_ticker(clock)
{
    setObjectName(QStringLiteral("desk"));
    setWindowTitle(tr("Tocsin"));
    build(clock);
    configure(options);
    makeActions();
    wire();
    go(CommandId::GoOverview);
    resize(1280, 800);
    restoreGeometry(m_state.geometry());
    m_ticker.start();
}

DeskWindow::~DeskWindow() = default;

void DeskWindow::build(const Clock &clock)
{
    // From the window inwards: a widget that changes its parent is dressed again with all that it holds.
    auto *whole = new QWidget(this);
    setCentralWidget(whole);
    m_crisis = new CrisisBar(m_feed, whole);
    m_notice = new NoticeBar(whole);
    auto *middle = new QWidget(whole);
    auto *down = new QVBoxLayout(whole);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_crisis);
    down->addWidget(m_notice);
    down->addWidget(middle, 1);
    m_rail = new Rail(middle);
    auto *line = new QFrame(middle);
    line->setProperty("role", QStringLiteral("line"));
    line->setStyleSheet(QStringLiteral("max-width: 1px; min-width: 1px; max-height: 16777215px;"));
    m_stack = new QStackedWidget(middle);
    auto *across = new QHBoxLayout(middle);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_rail);
    across->addWidget(line);
    across->addWidget(m_stack, 1);
    m_overview = new OverviewPage(m_feed, m_commands, clock, m_stack);
    m_alerts = new AlertsPage(m_feed, m_commands, clock, m_stack);
    m_settings = new SettingsPage(m_feed, m_commands, m_stack);
    addView(CommandId::GoOverview, tr("Overview"), m_overview);
    addView(CommandId::GoAlerts, tr("Alerts"), m_alerts);
    addView(CommandId::GoSettings, tr("Settings"), m_settings);
    m_palette = new CommandPalette(middle);
    m_help = new HelpPanel(middle);
}

void DeskWindow::configure(const DeskOptions &options)
{
    m_crisis->setZone(options.zone);
    m_overview->setZone(options.zone);
    m_alerts->setZone(options.zone);
    m_alerts->setOrder(m_state.alertOrder());
    if (options.openLink) {
        m_alerts->setLinkOpener(options.openLink);
        m_overview->setLinkOpener(options.openLink);
    }
    m_settings->setTheme(options.theme ? options.theme : m_state.theme());
    m_settings->setConfigurationPath(options.configurationPath);
}

void DeskWindow::addView(CommandId command, const QString &name, Page *page)
{
    m_views.push_back({command, page});
    m_stack->addWidget(page);
    m_rail->addView(command, name);
}

void DeskWindow::makeActions()
{
    for (const CommandSpec &command : commandTable()) {
        auto *action = new QAction(commandText(command.id), this);
        action->setObjectName(QLatin1String(command.name));
        action->setData(static_cast<int>(command.id));
        if (!command.isKeyOfView)
            action->setShortcuts(commandKeys(command.id));
        connect(action, &QAction::triggered, this, [this, id = command.id] { run(id); });
        addAction(action);
    }
}

void DeskWindow::wire()
{
    connect(m_rail, &Rail::chosen, this, &DeskWindow::run);
    connect(m_palette, &CommandPalette::chosen, this, &DeskWindow::run);
    connect(m_palette, &CommandPalette::closed, this, [this] { page()->focusTarget()->setFocus(); });
    connect(m_alerts, &AlertsPage::orderChanged, this, [this](const AlertOrder &order) { m_state.setAlertOrder(order); });
    connect(m_settings, &SettingsPage::themeChosen, this, &DeskWindow::chooseTheme);
    connect(&m_ticker, &Ticker::ticked, m_crisis, &CrisisBar::tick);
    for (const View &view : m_views)
        connect(&m_ticker, &Ticker::ticked, view.page, &Page::tick);
}

void DeskWindow::handle(const Message &message)
{
    if (const auto *history = std::get_if<History>(&message))
        m_overview->showHistory(*history);
    else if (const auto *report = std::get_if<ConfigurationReport>(&message))
        m_notice->show(*report);
    else if (const auto *notice = std::get_if<StationNotice>(&message))
        m_notice->show(*notice);
    else if (const auto *preview = std::get_if<AcknowledgePreview>(&message))
        showPreview(*preview);
}

/// Each page takes the answer to its own question only.
void DeskWindow::showPreview(const AcknowledgePreview &preview)
{
    m_alerts->showPreview(preview);
    m_overview->showPreview(preview);
}

void DeskWindow::run(CommandId command)
{
    m_notice->tell(command == CommandId::Later ? tr("Incidents, customer updates, history and drills come with a later version.")
                                               : QString());
    switch (command) {
    case CommandId::GoOverview:
    case CommandId::GoAlerts:
    case CommandId::GoSettings:
        return go(command);
    case CommandId::Later:
        return; // it has said so
    case CommandId::Palette:
        return openPalette();
    case CommandId::Help:
        return m_help->open();
    case CommandId::Back:
        return goBack();
    case CommandId::Refresh:
        return m_commands.refreshNow();
    case CommandId::FullScreen:
        return setWindowState(windowState() ^ Qt::WindowFullScreen);
    case CommandId::ThemeFollow:
        return chooseTheme(std::nullopt);
    case CommandId::ThemeDark:
        return chooseTheme(ThemeKind::Dark);
    case CommandId::ThemeLight:
        return chooseTheme(ThemeKind::Light);
    case CommandId::ThemeContrast:
        return chooseTheme(ThemeKind::HighContrast);
    case CommandId::Quit:
        close();
        return;
    default:
        return page()->run(command);
    }
}

void DeskWindow::go(CommandId command)
{
    const auto view = std::find_if(m_views.begin(), m_views.end(), [command](const View &v) { return v.command == command; });
    if (view == m_views.end())
        return;
    m_palette->hide();
    m_help->hide();
    m_stack->setCurrentWidget(view->page);
    m_rail->setCurrent(command);
    refreshActions();
    view->page->focusTarget()->setFocus();
}

void DeskWindow::goBack()
{
    if (m_palette->isVisible())
        m_palette->closePalette();
    else if (m_help->isVisible())
        m_help->hide();
    else if (!page()->goBack() && windowState().testFlag(Qt::WindowFullScreen))
        setWindowState(windowState() & ~Qt::WindowFullScreen);
}

void DeskWindow::openPalette()
{
    std::vector<CommandId> commands;
    for (const CommandSpec &command : commandTable()) {
        const bool isPointless
            = command.id == CommandId::Palette || command.id == CommandId::Back || command.id == CommandId::Later;
        if (isMeant(command) && !isPointless)
            commands.push_back(command.id);
    }
    m_palette->open(std::move(commands));
}

void DeskWindow::chooseTheme(std::optional<ThemeKind> theme)
{
    m_state.setTheme(theme);
    m_settings->setTheme(theme);
    emit themeChosen(theme);
}

bool DeskWindow::isMeant(const CommandSpec &command) const
{
    return command.scope == CommandScope::Window || page()->knows(command.id);
}

void DeskWindow::refreshActions()
{
    for (QAction *action : actions())
        action->setEnabled(isMeant(commandSpec(static_cast<CommandId>(action->data().toInt()))));
}

Page *DeskWindow::page() const
{
    return m_views[static_cast<std::size_t>(m_stack->currentIndex())].page;
}

CommandId DeskWindow::currentView() const
{
    return m_views[static_cast<std::size_t>(m_stack->currentIndex())].command;
}

void DeskWindow::closeEvent(QCloseEvent *event)
{
    m_state.setGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

void DeskWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_palette->place();
    m_help->place();
}

} // namespace tocsin
