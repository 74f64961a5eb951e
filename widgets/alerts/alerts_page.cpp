// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/alerts/alerts_page.h"

#include "models/domain/incident/related.h"
#include "models/items/summary.h"
#include "models/items/words.h"
#include "widgets/actions/action_desk.h"
#include "widgets/alerts/alert_detail.h"
#include "widgets/alerts/alert_view.h"
#include "widgets/alerts/filter_bar.h"
#include "widgets/common/key_hint.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/section_header.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

constexpr std::array kKnown{CommandId::Filter, CommandId::MoveDown, CommandId::MoveUp, CommandId::Mark, CommandId::MarkAll,
    CommandId::Open, CommandId::Acknowledge, CommandId::Unacknowledge, CommandId::Silence, CommandId::Undo, CommandId::OpenLink,
    CommandId::CopyRows, CommandId::ToggleGroups};

constexpr std::array kOrders{std::pair{CommandId::SortByState, AlertColumn::State},
    std::pair{CommandId::SortBySeverity, AlertColumn::Severity}, std::pair{CommandId::SortByName, AlertColumn::Name},
    std::pair{CommandId::SortBySummary, AlertColumn::Summary}, std::pair{CommandId::SortByService, AlertColumn::Service},
    std::pair{CommandId::SortBySource, AlertColumn::Source}, std::pair{CommandId::SortBySince, AlertColumn::Since},
    std::pair{CommandId::SortByOwner, AlertColumn::Acknowledged}};

std::optional<AlertColumn> columnToSort(CommandId command)
{
    const auto it = std::find_if(kOrders.begin(), kOrders.end(), [command](const auto &entry) { return entry.first == command; });
    return it == kOrders.end() ? std::nullopt : std::optional(it->second);
}

ActionTarget targetOf(const std::vector<AlertPtr> &alerts)
{
    ActionTarget target;
    for (const AlertPtr &alert : alerts)
        target.alerts.push_back(alert->key);
    return target;
}

} // namespace

AlertsPage::AlertsPage(BoardFeed &feed, Commands &commands, const Clock &clock, QWidget *parent)
    : Page(parent)
    , m_feed(feed)
    , m_clock(clock)
    , m_openLink([](const QUrl &url) { QDesktopServices::openUrl(url); })
    , m_model(feed)
    , m_splitter(new QSplitter(this))
    , m_list(new QWidget(m_splitter))
    , m_header(new SectionHeader(tr("Alerts"), m_list))
    , m_filter(new FilterBar(feed, m_list))
    , m_silent(new QLabel(m_list))
    , m_stack(new QStackedWidget(m_list))
    , m_view(new AlertView(m_model, m_stack))
    , m_empty(new QLabel(m_stack))
    , m_detail(new AlertDetail(m_splitter))
    , m_actions(new ActionDesk(feed, commands, m_list))
{
    setObjectName(QStringLiteral("alertsPage"));
    m_header->addAtEnd(new KeyHint(commandKeyText(CommandId::Filter), tr("filter"), m_header));
    m_header->addAtEnd(new KeyHint(commandKeyText(CommandId::Mark), tr("mark"), m_header));
    m_header->addAtEnd(new KeyHint(commandKeyText(CommandId::Acknowledge), tr("acknowledge"), m_header));
    m_header->addAtEnd(new KeyHint(commandKeyText(CommandId::Silence), tr("silence"), m_header));
    m_empty->setObjectName(QStringLiteral("noAlerts"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    m_empty->setProperty("tone", QStringLiteral("muted"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_silent->setObjectName(QStringLiteral("silentSources"));
    m_silent->setTextFormat(Qt::PlainText);
    m_silent->setWordWrap(true);
    auto *layout = new QVBoxLayout(m_list);
    layout->setContentsMargins(metrics::margin, metrics::gapLarge, metrics::margin, metrics::gap);
    layout->setSpacing(metrics::gap);
    layout->addWidget(m_header);
    layout->addWidget(m_filter);
    layout->addWidget(m_silent);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_actions);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_splitter);
    wire();
    tick(clock.now());
    refreshHeader(); // of what the board knew before there was this page
}

void AlertsPage::wire()
{
    connect(&m_feed, &BoardFeed::changed, this, &AlertsPage::handleChanges);
    connect(&m_model, &AlertTableModel::settled, this, &AlertsPage::refreshHeader);
    connect(&m_model, &AlertTableModel::orderChanged, this, &AlertsPage::orderChanged);
    connect(m_filter, &FilterBar::filterChanged, this, [this](const AlertFilter &filter) { m_model.setFilter(filter); });
    connect(m_filter, &FilterBar::groupedChanged, this, [this](bool isGrouped) { m_model.setGrouped(isGrouped); });
    connect(m_filter, &FilterBar::left, this, [this] {
        m_view->setFocus();
        m_view->moveBy(0);
    });
    connect(m_view, &AlertView::opened, this, &AlertsPage::openDetail);
    connect(m_view, &AlertView::copyRequested, this, &AlertsPage::copyRows);
    connect(m_view, &AlertView::marksChanged, this, &AlertsPage::refreshHeader);
    connect(m_view, &AlertView::currentAlertChanged, this, &AlertsPage::refreshDetail);
    connect(m_detail, &AlertDetail::closed, this, &AlertsPage::closeDetail);
    connect(
        m_detail, &AlertDetail::acknowledgeRequested, this, [this] { m_actions->acknowledge(targetOf({m_detail->alert()})); });
    connect(m_detail, &AlertDetail::unacknowledgeRequested, this, [this] { run(CommandId::Unacknowledge); });
    connect(m_detail, &AlertDetail::linkRequested, this, &AlertsPage::openLink);
    connect(m_actions, &ActionDesk::sent, m_view, &AlertView::clearMarks);
    connect(m_actions, &ActionDesk::closed, this, [this] { focusTarget()->setFocus(); });
}

bool AlertsPage::knows(CommandId command) const
{
    return columnToSort(command) || std::find(kKnown.begin(), kKnown.end(), command) != kKnown.end();
}

void AlertsPage::run(CommandId command)
{
    switch (command) {
    case CommandId::Filter:
        return m_filter->focusLine();
    case CommandId::MoveDown:
        return m_view->moveBy(1);
    case CommandId::MoveUp:
        return m_view->moveBy(-1);
    case CommandId::Mark:
        return m_view->toggleMark();
    case CommandId::MarkAll:
        return m_view->selectAll();
    case CommandId::Open:
        return m_view->openCurrent();
    case CommandId::Acknowledge:
        return m_actions->acknowledge(targetOf(m_view->chosen()));
    case CommandId::Unacknowledge:
        return giveBack();
    case CommandId::Silence:
        return m_actions->silence(m_view->chosen());
    case CommandId::Undo:
        return m_actions->undo();
    case CommandId::OpenLink:
        if (const AlertPtr alert = m_view->currentAlert())
            openLink(QString::fromStdString(alert->link));
        return;
    case CommandId::CopyRows:
        return copyRows();
    case CommandId::ToggleGroups:
        return m_filter->setGrouped(!m_model.isGrouped());
    default:
        if (const std::optional<AlertColumn> column = columnToSort(command))
            m_model.setOrder(m_model.order().clicked(*column));
    }
}

bool AlertsPage::goBack()
{
    if (m_filter->closeCompletion())
        return true;
    if (m_actions->cancel())
        return true;
    if (m_detail->isVisibleTo(this)) {
        closeDetail();
        return true;
    }
    if (m_view->selectionModel()->hasSelection()) {
        m_view->clearMarks();
        return true;
    }
    if (!m_filter->line().isEmpty()) {
        m_filter->setLine(QString());
        focusTarget()->setFocus();
        return true;
    }
    const bool wasElsewhere = !focusTarget()->hasFocus();
    focusTarget()->setFocus();
    return wasElsewhere;
}

void AlertsPage::tick(Instant now)
{
    m_view->setNow(now);
    m_actions->tick(now);
    if (m_detail->isVisibleTo(this))
        m_detail->tick(now);
    if (m_model.rowCount() == 0)
        refreshHeader();
    refreshSilent(now);
}

QWidget *AlertsPage::focusTarget()
{
    return m_stack->currentWidget();
}

IncidentScope AlertsPage::chosenScope() const
{
    IncidentScope scope;
    for (const AlertPtr &alert : m_view->chosen())
        scope.alerts.push_back(snapshotOf(*alert));
    return scope;
}

void AlertsPage::handleChanges(const Changes &)
{
    refreshHeader();
    refreshSilent(m_clock.now());
    refreshDetail();
}

void AlertsPage::refreshHeader()
{
    const int marked = m_view->markedCount();
    QString remark = words::alertCount(m_model.total());
    if (m_model.passing() != m_model.total())
        remark = tr("%1 of %2").arg(QLocale().toString(m_model.passing()), remark);
    if (m_model.total() > 0)
        remark += QStringLiteral(", ") + orderText();
    if (marked > 0)
        remark = tr("%1 marked").arg(QLocale().toString(marked)) + QStringLiteral(" · ") + remark;
    m_header->setRemark(remark);
    const bool isEmpty = m_model.rowCount() == 0 && m_model.isSettled();
    if (isEmpty && m_model.total() > 0)
        m_empty->setText(tr("No alert passes this filter. %1 clears it.").arg(tr("Esc")));
    else if (isEmpty)
        m_empty->setText(words::noAlerts(m_feed.board(), m_clock.now()));
    const bool hadFocus = m_stack->currentWidget()->hasFocus();
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_view);
    if (hadFocus)
        focusTarget()->setFocus(); // else the letters of commands would land in the filter
}

/// A list that its source no longer proves must not look like the truth.
void AlertsPage::refreshSilent(Instant now)
{
    const QString silent = plainLine(words::silence(m_feed.board(), now).toStdString(), 400);
    m_silent->setVisible(!silent.isEmpty() && m_model.total() > 0);
    if (silent.isEmpty())
        return;
    const QString sheet = QStringLiteral("color: %1;").arg(themePalette().tone(State::Degraded).name());
    if (m_silent->styleSheet() != sheet)
        m_silent->setStyleSheet(sheet);
    m_silent->setText(tr("%1: there may be alerts that are not listed, and some that are listed may be over.").arg(silent));
}

QString AlertsPage::orderText() const
{
    const AlertOrder &order = m_model.order();
    if (order == AlertOrder())
        return tr("worst first");
    const QString column = m_model.headerData(static_cast<int>(order.column), Qt::Horizontal, Qt::DisplayRole).toString();
    return order.isReversed ? tr("by \"%1\", reversed").arg(column) : tr("by \"%1\"").arg(column);
}

void AlertsPage::setOrder(const AlertOrder &order)
{
    m_model.setOrder(order);
}

void AlertsPage::openDetail(const AlertPtr &alert)
{
    m_detail->showAlert(alert, m_clock.now(), m_zone);
    m_detail->show();
    m_view->scrollTo(m_view->currentIndex());
}

void AlertsPage::closeDetail()
{
    m_detail->hide();
    m_view->setFocus();
}

void AlertsPage::refreshDetail()
{
    if (!m_detail->isVisibleTo(this))
        return;
    if (const AlertPtr alert = m_view->currentAlert())
        m_detail->showAlert(alert, m_clock.now(), m_zone);
    else
        m_detail->hide();
}

void AlertsPage::acknowledge(const ActionTarget &target)
{
    m_actions->acknowledge(target);
}

void AlertsPage::showPreview(const AcknowledgePreview &preview)
{
    m_actions->showPreview(preview);
}

void AlertsPage::giveBack()
{
    std::vector<AlertPtr> alerts = m_view->chosen();
    std::erase_if(alerts, [](const AlertPtr &alert) { return !alert->acknowledgement; });
    m_actions->giveBack(targetOf(alerts));
}

void AlertsPage::openLink(const QString &link)
{
    const std::string safe = safeLink(link.toStdString());
    if (!safe.empty())
        m_openLink(QUrl(QString::fromStdString(safe), QUrl::StrictMode));
}

void AlertsPage::copyRows()
{
    QGuiApplication::clipboard()->setText(m_view->rowsAsText());
}

void AlertsPage::setFilter(const QString &line)
{
    m_filter->setLine(line);
}

void AlertsPage::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_view->setZone(zone);
}

void AlertsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isUpright = width() < scaled(1100) || height() > width();
    m_splitter->setOrientation(isUpright ? Qt::Vertical : Qt::Horizontal);
    if (isUpright) {
        const int share = std::max(scaled(260), height() * 2 / 5);
        m_detail->setMinimumSize(0, share);
        m_detail->setMaximumSize(QWIDGETSIZE_MAX, std::max(share, height() * 3 / 5));
    } else {
        m_detail->setMinimumSize(scaled(380), 0);
        m_detail->setMaximumSize(std::max(scaled(380), width() * 2 / 5), QWIDGETSIZE_MAX);
    }
}

} // namespace tocsin
