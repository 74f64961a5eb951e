// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/incident_page.h"

#include "models/items/incident_words.h"
#include "models/items/quick_line.h"
#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/incidents/declare_panel.h"
#include "widgets/incidents/entry_view.h"
#include "widgets/incidents/incident_head.h"
#include "widgets/incidents/people_column.h"
#include "widgets/incidents/quick_line_edit.h"
#include "widgets/incidents/scope_column.h"
#include "widgets/incidents/timeline_bar.h"
#include "widgets/incidents/timeline_view.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

constexpr std::array kAlways{CommandId::Declare, CommandId::Note};
constexpr std::array kOfIncident{CommandId::Filter, CommandId::MoveDown, CommandId::MoveUp, CommandId::Open, CommandId::Pin,
    CommandId::Correct, CommandId::NextIncident, CommandId::CopyReport};
constexpr int kWide = 1060; ///< pixels at scale 1, from which on three columns have room
constexpr int kColumn = 264;

template<typename List> bool has(const List &list, CommandId command)
{
    return std::find(list.begin(), list.end(), command) != list.end();
}

} // namespace

IncidentPage::IncidentPage(
    const BoardFeed &board, const IncidentFeed &incidents, Commands &commands, const Clock &clock, QWidget *parent)
    : Page(parent)
    , m_board(board)
    , m_incidents(incidents)
    , m_commands(commands)
    , m_clock(clock)
    , m_tabs(new QTabBar(this))
    , m_declare(new DeclarePanel(incidents, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new QLabel(m_stack))
{
    setObjectName(QStringLiteral("incidentPage"));
    m_tabs->setObjectName(QStringLiteral("incidentTabs"));
    m_tabs->setAccessibleName(tr("Incidents"));
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_empty->setObjectName(QStringLiteral("noIncident"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    m_empty->setProperty("tone", QStringLiteral("muted"));
    m_empty->setText(
        tr("No incident is open. Mark alerts or go to a tile and press i to declare one; here i declares one by hand."));
    m_content = makeContent();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::margin, metrics::gap, metrics::margin, metrics::gap);
    layout->setSpacing(metrics::gap);
    layout->addWidget(m_tabs);
    layout->addWidget(m_declare);
    layout->addWidget(m_stack, 1);
    wire();
    handleIncidents({}); // what was known before there was this page
}

QWidget *IncidentPage::makeContent()
{
    auto *content = new QWidget(m_stack);
    m_head = new IncidentHead(content);
    m_splitter = new QSplitter(content);
    m_splitter->setChildrenCollapsible(false);
    m_left = makeColumn(m_leftRoom);
    m_people = new PeopleColumn(m_incidents, m_left->widget());
    m_leftRoom->insertWidget(0, m_people);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(makeMiddle());
    m_right = makeColumn(m_rightRoom);
    m_scope = new ScopeColumn(m_right->widget());
    m_rightRoom->insertWidget(0, m_scope);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gap);
    layout->addWidget(m_head);
    layout->addWidget(m_splitter, 1);
    return content;
}

QScrollArea *IncidentPage::makeColumn(QVBoxLayout *&room)
{
    auto *scroll = new QScrollArea(m_splitter);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget(scroll);
    room = new QVBoxLayout(inside);
    room->setContentsMargins(metrics::gapSmall, 0, metrics::gapSmall, 0);
    room->setSpacing(metrics::gapLarge);
    room->addStretch(1);
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

QWidget *IncidentPage::makeMiddle()
{
    auto *middle = new QWidget(m_splitter);
    m_bar = new TimelineBar(middle);
    m_timeline = new TimelineView(m_model, middle);
    m_entry = new EntryView(middle);
    m_quick = new QuickLineEdit([this] { return context(); }, middle);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(metrics::gapSmall, 0, metrics::gapSmall, 0);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(m_bar);
    layout->addWidget(m_timeline, 1);
    layout->addWidget(m_entry);
    layout->addWidget(m_quick);
    return middle;
}

void IncidentPage::wire()
{
    connect(&m_incidents, &IncidentFeed::changed, this, &IncidentPage::handleIncidents);
    connect(&m_incidents, &IncidentFeed::rulesChanged, this, &IncidentPage::refresh);
    connect(&m_board, &BoardFeed::changed, this, [this] {
        if (m_incident && isVisible())
            m_scope->show(m_incident, m_board.board());
    });
    connect(m_tabs, &QTabBar::currentChanged, this,
        [this](int tab) { choose(IncidentId(m_tabs->tabData(tab).toString().toStdString())); });
    connect(m_declare, &DeclarePanel::declared, this,
        [this](const acts::Declare &declaration) { m_awaited = m_commands.declareIncident(declaration); });
    connect(m_declare, &DeclarePanel::closed, this, [this] { focusTarget()->setFocus(); });
    connect(m_head, &IncidentHead::statusChosen, this, [this](IncidentStatus status) { act(acts::SetStatus{status, {}}); });
    connect(m_head, &IncidentHead::severityRequested, this, [this] { m_quick->begin(QStringLiteral("/sev ")); });
    connect(m_head, &IncidentHead::reportRequested, this, [this] { run(CommandId::CopyReport); });
    connect(m_people, &PeopleColumn::roleChosen, this,
        [this](const RoleId &role) { m_quick->begin(QStringLiteral("/role %1 ").arg(QString::fromStdString(role.text()))); });
    connect(m_people, &PeopleColumn::milestoneChosen, this, [this](MilestoneKind milestone) {
        m_quick->begin(QStringLiteral("/time %1 ").arg(QString::fromStdString(std::string(milestoneWord(milestone)))));
    });
    connect(m_scope, &ScopeColumn::linkRequested, this, [this](const IncidentScope &scope) { act(acts::Link{scope}); });
    connect(m_scope, &ScopeColumn::unlinkRequested, this, [this](const IncidentScope &scope) { act(acts::Unlink{scope}); });
    connect(m_bar, &TimelineBar::filterChanged, this, [this](const TimelineFilter &filter) {
        m_model.setFilter(filter);
        m_bar->showCounts(m_model);
    });
    connect(m_bar, &TimelineBar::left, this, [this] { m_timeline->setFocus(); });
    connect(m_timeline, &TimelineView::currentEntryChanged, this, &IncidentPage::showEntry);
    connect(m_timeline, &TimelineView::opened, this, &IncidentPage::showEntry);
    connect(m_quick, &QuickLineEdit::left, this, [this] { m_timeline->setFocus(); });
    connect(
        m_quick, &QuickLineEdit::entered, this, [this](const IncidentAct &entered, const QString &line) { act(entered, line); });
}

QuickContext IncidentPage::context() const
{
    QuickContext context;
    context.incident = m_incident;
    context.all = m_incidents.all();
    context.rules = m_incidents.rules();
    context.people = m_incidents.people();
    context.me = m_incidents.person();
    context.now = m_clock.now();
    context.zone = m_zone;
    return context;
}

bool IncidentPage::knows(CommandId command) const
{
    return has(kAlways, command) || (m_incident && has(kOfIncident, command));
}

void IncidentPage::run(CommandId command)
{
    switch (command) {
    case CommandId::Declare:
        return declare({});
    case CommandId::Note:
        return beginNote();
    case CommandId::Filter:
        return m_bar->focusFilter();
    case CommandId::MoveDown:
        return m_timeline->moveBy(1);
    case CommandId::MoveUp:
        return m_timeline->moveBy(-1);
    case CommandId::Open:
        return showEntry();
    case CommandId::Pin:
        return togglePin();
    case CommandId::Correct:
        return beginCorrection();
    case CommandId::NextIncident:
        if (m_tabs->count() > 0)
            m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count());
        return;
    case CommandId::CopyReport:
        if (m_incident)
            m_commands.writeReport(m_incident->id);
        return;
    default:
        return;
    }
}

bool IncidentPage::goBack()
{
    if (m_declare->isAsking()) {
        m_declare->cancel();
        return true;
    }
    if (!m_incident)
        return false;
    if (m_quick->closeCompletion())
        return true;
    m_corrected = EventId();
    if (m_quick->clear()) {
        m_timeline->setFocus();
        return true;
    }
    if (m_entry->isVisibleTo(this)) {
        m_timeline->goToEnd();
        return true;
    }
    if (m_bar->clear())
        return true;
    const bool wasElsewhere = !m_timeline->hasFocus();
    m_timeline->setFocus();
    return wasElsewhere;
}

void IncidentPage::tick(Instant now)
{
    if (!m_incident)
        return;
    m_head->tick(now);
    m_people->tick(now);
}

QWidget *IncidentPage::focusTarget()
{
    return m_incident ? static_cast<QWidget *>(m_timeline) : m_empty;
}

void IncidentPage::declare(const IncidentScope &scope)
{
    m_declare->ask(scope, m_board.board());
}

void IncidentPage::beginNote()
{
    if (!m_incident)
        return declare({});
    m_corrected = EventId();
    m_quick->begin(QString());
}

void IncidentPage::handleIncidents(const std::vector<IncidentPtr> &incidents)
{
    refreshTabs();
    const auto isShown = [this](const IncidentPtr &incident) { return m_incident && incident->id == m_incident->id; };
    if (std::any_of(incidents.begin(), incidents.end(), isShown))
        choose(m_incident->id);
}

/// A tab for each that is open, and for the one in hand when it has been closed meanwhile.
void IncidentPage::refreshTabs()
{
    std::vector<IncidentPtr> shown = m_incidents.open();
    const IncidentPtr current = m_incident ? m_incidents.find(m_incident->id) : nullptr;
    if (current && !current->isOpen() && current->mergedInto.isEmpty())
        shown.push_back(current);
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > static_cast<int>(shown.size()))
        m_tabs->removeTab(m_tabs->count() - 1);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const int tab = static_cast<int>(i);
        if (tab >= m_tabs->count())
            m_tabs->addTab(QString());
        m_tabs->setTabText(
            tab, plainLine(words::incidentTitle(*shown[i]).toStdString(), 40).replace(QLatin1Char('&'), QLatin1String("&&")));
        m_tabs->setTabData(tab, QString::fromStdString(shown[i]->id.text()));
    }
    m_tabs->setVisible(shown.size() > 1);
    IncidentId wanted = m_incident ? m_incident->id : IncidentId();
    if (current && !current->mergedInto.isEmpty())
        wanted = current->mergedInto;
    if (m_incidents.find(m_awaited))
        wanted = std::exchange(m_awaited, IncidentId());
    const auto isWanted = [&](const IncidentPtr &incident) { return incident->id == wanted; };
    const auto it = std::find_if(shown.begin(), shown.end(), isWanted);
    const auto index = it == shown.end() ? shown.begin() : it;
    if (index != shown.end())
        m_tabs->setCurrentIndex(static_cast<int>(index - shown.begin()));
    const IncidentId next = index == shown.end() ? IncidentId() : (*index)->id;
    if (!m_incident || m_incident->id != next)
        choose(next);
}

void IncidentPage::choose(const IncidentId &id)
{
    const bool isOther = !m_incident || m_incident->id != id;
    m_incident = m_incidents.find(id);
    if (isOther) {
        m_corrected = EventId();
        m_bar->clear();
    }
    refresh();
    if (isOther)
        m_timeline->goToEnd();
}

void IncidentPage::refresh()
{
    const bool hadFocus = isAncestorOf(focusWidget()) && m_stack->currentWidget()->hasFocus();
    m_stack->setCurrentWidget(m_incident ? m_content : m_empty);
    m_model.setIncident(m_incident);
    if (!m_incident)
        return;
    m_head->show(m_incident, m_incidents.rules());
    m_people->show(m_incident, m_clock.now(), m_zone);
    m_scope->show(m_incident, m_board.board());
    m_bar->showCounts(m_model);
    showEntry();
    tick(m_clock.now());
    if (hadFocus)
        focusTarget()->setFocus();
}

void IncidentPage::showEntry()
{
    const TimelineEntryPtr entry = m_timeline->currentEntry();
    const QString correction = entry ? m_timeline->currentIndex().data(TimelineModel::CorrectionRole).toString() : QString();
    m_entry->showEntry(entry, correction, m_zone);
}

void IncidentPage::act(IncidentAct wanted, const QString &line)
{
    if (!m_incident)
        return;
    if (const auto *note = std::get_if<acts::AddNote>(&wanted); note && !m_corrected.isEmpty())
        wanted = acts::Correct{std::exchange(m_corrected, EventId()), note->text};
    m_written.emplace(m_commands.actOnIncident(m_incident->id, std::move(wanted)), line);
}

void IncidentPage::takeAnswer(const IncidentAnswer &answer)
{
    const auto it = m_written.find(answer.action);
    const bool isDeclaration = !m_awaited.isEmpty() && answer.incident == m_awaited;
    if (it == m_written.end() && !isDeclaration)
        return;
    const QString line = it == m_written.end() ? QString() : it->second;
    if (it != m_written.end())
        m_written.erase(it);
    if (answer.problem.isEmpty())
        return;
    const QString why = words::sentence(answer.problem);
    if (m_incident)
        m_quick->giveBack(line, why);
    else
        m_empty->setText(tr("The incident was not declared: %1").arg(why));
    if (isDeclaration)
        m_awaited = IncidentId();
}

void IncidentPage::takeReport(const IncidentReportText &report)
{
    if (m_incident && report.incident == m_incident->id) {
        QGuiApplication::clipboard()->setText(QString::fromStdString(report.markdown));
        m_quick->tell(tr("The report is on the clipboard, as Markdown."));
    }
}

void IncidentPage::togglePin()
{
    if (const TimelineEntryPtr entry = m_timeline->currentEntry())
        act(acts::Pin{entry->id, !m_timeline->isCurrentPinned()});
}

/// The next note says what should have stood in the entry with the keyboard.
void IncidentPage::beginCorrection()
{
    const TimelineEntryPtr entry = m_timeline->currentEntry();
    if (!entry)
        return m_quick->say(tr("Go to the entry first that is to be corrected"));
    m_corrected = entry->id;
    m_quick->begin(QString());
    m_quick->tell(tr("What should stand there instead of: %1").arg(words::sentence(entry->what)));
}

void IncidentPage::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_timeline->setZone(zone);
    refresh();
}

void IncidentPage::setLinkOpener(const std::function<void(const QUrl &)> &opener)
{
    m_head->setLinkOpener(opener);
}

void IncidentPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isWide = width() >= scaled(kWide);
    const bool isUpright = width() < scaled(700);
    // Where three columns have no room the two at the sides are one.
    QVBoxLayout *room = isWide ? m_rightRoom : m_leftRoom;
    if (room->indexOf(m_scope) < 0)
        room->insertWidget(room->count() - 1, m_scope);
    m_right->setVisible(isWide);
    m_splitter->setOrientation(isUpright ? Qt::Vertical : Qt::Horizontal);
    const int column = isUpright ? QWIDGETSIZE_MAX : std::max(scaled(kColumn), std::min(scaled(400), width() / 4));
    for (QScrollArea *side : {m_left, m_right}) {
        side->setMinimumWidth(isUpright ? 0 : scaled(kColumn));
        side->setMaximumWidth(column);
        side->setMaximumHeight(isUpright ? height() * 2 / 5 : QWIDGETSIZE_MAX);
    }
    const int whole = isUpright ? m_splitter->height() : m_splitter->width();
    const int share = isUpright ? height() * 2 / 5 : column;
    m_splitter->setSizes({share, whole - share - (isWide ? share : 0), isWide ? share : 0});
}

} // namespace tocsin
