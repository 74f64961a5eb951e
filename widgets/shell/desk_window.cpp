// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/desk_window.h"

#include "widgets/alerts/alerts_page.h"
#include "widgets/incidents/incident_page.h"
#include "widgets/overview/overview_page.h"
#include "widgets/shell/command_palette.h"
#include "widgets/shell/crisis_bar.h"
#include "widgets/shell/help_panel.h"
#include "widgets/shell/incident_strip.h"
#include "widgets/shell/notice_bar.h"
#include "widgets/shell/rail.h"
#include "widgets/shell/settings_page.h"

#include <QAction>
#include <QCloseEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin {

DeskWindow::DeskWindow(BoardFeed &feed, Commands &commands, const Clock &clock, const DeskOptions &options)
    : m_feed(feed)
    , m_commands(commands)
    , m_clock(clock)
    , m_options(options)
    , m_state(options.stateFile)
    , m_ticker(clock)
    , m_theme(options.theme ? options.theme : m_state.theme())
{
    setObjectName(QStringLiteral("desk"));
    setWindowTitle(tr("Tocsin"));
    build();
    makeActions();
    wire();
    go(CommandId::GoOverview);
    resize(1280, 800);
    restoreGeometry(m_state.geometry());
    m_ticker.start();
}

DeskWindow::~DeskWindow() = default;

void DeskWindow::build()
{
    // From the window inwards: a widget that changes its parent is dressed again with all that it holds.
    auto *whole = new QWidget(this);
    setCentralWidget(whole);
    m_crisis = new CrisisBar(m_feed, whole);
    m_crisis->setZone(m_options.zone);
    m_strip = new IncidentStrip(m_incidents, whole);
    m_notice = new NoticeBar(whole);
    auto *middle = new QWidget(whole);
    auto *down = new QVBoxLayout(whole);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_crisis);
    down->addWidget(m_strip);
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
    addView(CommandId::GoOverview, tr("Overview"), [this] { return makeOverview(); });
    addView(CommandId::GoAlerts, tr("Alerts"), [this] { return makeAlerts(); });
    addView(CommandId::GoIncident, tr("Incident"), [this] { return makeIncident(); });
    addView(CommandId::GoSettings, tr("Settings"), [this] { return makeSettings(); });
}

void DeskWindow::addView(CommandId command, const QString &name, std::function<Page *()> make)
{
    m_views.push_back({command, std::move(make)});
    m_rail->addView(command, name);
}

Page *DeskWindow::makeOverview()
{
    m_overview = new OverviewPage(m_feed, m_commands, m_clock, m_stack);
    m_overview->setZone(m_options.zone);
    if (m_options.openLink)
        m_overview->setLinkOpener(m_options.openLink);
    return m_overview;
}

Page *DeskWindow::makeAlerts()
{
    m_alerts = new AlertsPage(m_feed, m_commands, m_clock, m_stack);
    m_alerts->setZone(m_options.zone);
    m_alerts->setOrder(m_state.alertOrder());
    if (m_options.openLink)
        m_alerts->setLinkOpener(m_options.openLink);
    connect(m_alerts, &AlertsPage::orderChanged, this, [this](const AlertOrder &order) { m_state.setAlertOrder(order); });
    return m_alerts;
}

Page *DeskWindow::makeIncident()
{
    m_incident = new IncidentPage(m_feed, m_incidents, m_commands, m_clock, m_stack);
    m_incident->setZone(m_options.zone);
    if (m_options.openLink)
        m_incident->setLinkOpener(m_options.openLink);
    return m_incident;
}

Page *DeskWindow::makeSettings()
{
    m_settings = new SettingsPage(m_feed, m_deliveries, m_commands, m_stack);
    m_settings->setTheme(m_theme);
    m_settings->setConfigurationPath(m_options.configurationPath);
    m_settings->tick(m_clock.now());
    connect(m_settings, &SettingsPage::themeChosen, this, &DeskWindow::chooseTheme);
    return m_settings;
}

Page *DeskWindow::pageOf(View &view)
{
    if (!view.page) {
        view.page = view.make();
        m_stack->addWidget(view.page);
        connect(&m_ticker, &Ticker::ticked, view.page, &Page::tick);
    }
    return view.page;
}

/// One in each turn of the event loop: none of them takes as long as a frame.
void DeskWindow::makeNextPage()
{
    const auto next = std::find_if(m_views.begin(), m_views.end(), [](const View &view) { return !view.page; });
    if (next == m_views.end())
        return;
    pageOf(*next);
    QTimer::singleShot(0, this, &DeskWindow::makeNextPage);
}

CommandPalette &DeskWindow::palettePanel()
{
    if (!m_palette) {
        m_palette = new CommandPalette(m_stack->parentWidget());
        connect(m_palette, &CommandPalette::chosen, this, &DeskWindow::run);
        connect(m_palette, &CommandPalette::closed, this, [this] { page()->focusTarget()->setFocus(); });
    }
    return *m_palette;
}

HelpPanel &DeskWindow::helpPanel()
{
    if (!m_help)
        m_help = new HelpPanel(m_stack->parentWidget());
    return *m_help;
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
    connect(&m_ticker, &Ticker::ticked, m_crisis, &CrisisBar::tick);
    connect(&m_ticker, &Ticker::ticked, m_strip, &IncidentStrip::tick);
    connect(m_strip, &IncidentStrip::clicked, this, [this] { run(CommandId::GoIncident); });
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
    else if (const auto *news = std::get_if<IncidentNews>(&message))
        takeIncidents(*news);
    else if (const auto *answer = std::get_if<IncidentAnswer>(&message); answer && m_incident)
        m_incident->takeAnswer(*answer);
    else if (const auto *text = std::get_if<IncidentReportText>(&message); text && m_incident)
        m_incident->takeReport(*text);
    else if (const auto *messages = std::get_if<MessageNews>(&message))
        takeMessages(*messages);
}

void DeskWindow::takeMessages(const MessageNews &news)
{
    if (news.channels)
        m_deliveries.setChannels(*news.channels);
    if (!news.deliveries.empty())
        m_deliveries.apply(news.deliveries);
    m_notice->show(m_deliveries.troubles());
}

void DeskWindow::takeIncidents(const IncidentNews &news)
{
    if (news.rules)
        m_incidents.setRules(*news.rules, news.person);
    if (!news.incidents.empty())
        m_incidents.apply(news.incidents);
    m_strip->tick(m_clock.now());
}

IncidentPage &DeskWindow::incidentPage()
{
    go(CommandId::GoIncident);
    return *m_incident;
}

/// About what is chosen in the view in front.
void DeskWindow::declare()
{
    const IncidentScope scope = page()->chosenScope();
    incidentPage().declare(scope);
}

/// Each page takes the answer to its own question only.
void DeskWindow::showPreview(const AcknowledgePreview &preview)
{
    if (m_alerts)
        m_alerts->showPreview(preview);
    m_overview->showPreview(preview);
}

void DeskWindow::run(CommandId command)
{
    m_notice->tell(
        command == CommandId::Later ? tr("Customer updates, history and drills come with a later version.") : QString());
    switch (command) {
    case CommandId::GoOverview:
    case CommandId::GoAlerts:
    case CommandId::GoIncident:
    case CommandId::GoSettings:
        return go(command);
    case CommandId::Declare:
        return declare();
    case CommandId::Note:
        return incidentPage().beginNote();
    case CommandId::Later:
        return; // it has said so
    case CommandId::Palette:
        return openPalette();
    case CommandId::Help:
        return helpPanel().open();
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
    if (m_palette)
        m_palette->hide();
    if (m_help)
        m_help->hide();
    m_stack->setCurrentWidget(pageOf(*view));
    m_rail->setCurrent(command);
    refreshActions();
    page()->focusTarget()->setFocus();
}

void DeskWindow::goBack()
{
    if (m_palette && m_palette->isVisible())
        m_palette->closePalette();
    else if (m_help && m_help->isVisible())
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
    palettePanel().open(std::move(commands));
}

void DeskWindow::chooseTheme(std::optional<ThemeKind> theme)
{
    m_state.setTheme(theme);
    m_theme = theme;
    if (m_settings)
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
    return static_cast<Page *>(m_stack->currentWidget());
}

CommandId DeskWindow::currentView() const
{
    return std::find_if(m_views.begin(), m_views.end(), [this](const View &view) { return view.page == page(); })->command;
}

void DeskWindow::closeEvent(QCloseEvent *event)
{
    m_state.setGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

void DeskWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_palette)
        m_palette->place();
    if (m_help)
        m_help->place();
}

void DeskWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (std::exchange(m_isPainted, true))
        return;
    QTimer::singleShot(0, this, &DeskWindow::makeNextPage);
}

} // namespace tocsin
