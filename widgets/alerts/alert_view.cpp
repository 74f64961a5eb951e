// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/alerts/alert_view.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/alerts/alert_delegate.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <set>

namespace tocsin {

namespace {

constexpr std::array kVisualOrder{AlertColumn::State, AlertColumn::Severity, AlertColumn::Name, AlertColumn::Summary,
    AlertColumn::Service, AlertColumn::Source, AlertColumn::Since, AlertColumn::Acknowledged};

constexpr int kArrow = 16; ///< room for the arrow of the order, at scale 1

constexpr std::array kAlertStates{State::Pending, State::Degraded, State::Down};

int at(AlertColumn column)
{
    return static_cast<int>(column);
}

} // namespace

AlertView::AlertView(AlertTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new AlertDelegate(this))
{
    setObjectName(QStringLiteral("alertTable"));
    setAccessibleName(tr("Alerts of all sources"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignVCenter | Qt::AlignLeading);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(1);
    // What an action is doing stands where its outcome will: in the column of who has it.
    setColumnHidden(at(AlertColumn::Progress), true);
    for (std::size_t i = 0; i < kVisualOrder.size(); ++i)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(at(kVisualOrder.at(i))), static_cast<int>(i));
    connect(this, &QAbstractItemView::doubleClicked, this, &AlertView::openCurrent);
    wireOrder();
    layOutColumns();
}

void AlertView::wireOrder()
{
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        m_model.setOrder(m_model.order().clicked(static_cast<AlertColumn>(section)));
        showOrder(m_model.order()); // the header has turned its arrow by its own rule
    });
    connect(&m_model, &AlertTableModel::orderChanged, this, &AlertView::showOrder);
    showOrder(m_model.order());
}

void AlertView::showOrder(const AlertOrder &order)
{
    horizontalHeader()->setSortIndicator(at(order.column), order.isDescending() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void AlertView::setNow(Instant now)
{
    m_delegate->setNow(now);
    // Only what tells an age changes with the time.
    for (const AlertColumn column : {AlertColumn::Since, AlertColumn::Acknowledged})
        viewport()->update(columnViewportPosition(at(column)), 0, columnWidth(at(column)), viewport()->height());
}

void AlertView::setZone(const QTimeZone &zone)
{
    m_delegate->setZone(zone);
}

void AlertView::layOutColumns()
{
    verticalHeader()->setDefaultSectionSize(scaled(metrics::rowHeight));
    const QFont font = textFont(TextSize::Body, QFont::DemiBold);
    const int width = viewport()->width();
    const auto share = [&](double part, int least, int most) {
        return std::clamp(static_cast<int>(width * part), scaled(least), scaled(most));
    };
    int widestState = 0;
    for (const tocsin::State state : kAlertStates)
        widestState = std::max(widestState, QFontMetrics(font).horizontalAdvance(words::stateName(state)));
    const auto headed = [&](AlertColumn column, int least) {
        const QString header = m_model.headerData(at(column), Qt::Horizontal, Qt::DisplayRole).toString();
        return std::max(least, AlertDelegate::widthFor(horizontalHeader()->font(), header) + scaled(kArrow));
    };
    const bool isNarrow = width < scaled(1000);
    setColumnHidden(at(AlertColumn::Source), isNarrow);
    const std::pair<AlertColumn, int> widths[] = {
        {AlertColumn::State, AlertDelegate::gutter() + scaled(metrics::glyph + 2 * metrics::gapSmall) + widestState},
        {AlertColumn::Severity, headed(AlertColumn::Severity, share(0.08, 90, 140))},
        {AlertColumn::Name, share(0.20, 150, 420)},
        {AlertColumn::Service,
            headed(AlertColumn::Service,
                std::max(AlertDelegate::widthFor(textFont(TextSize::Body), words::serviceOf(Alert())), share(0.09, 90, 260)))},
        {AlertColumn::Source, headed(AlertColumn::Source, share(0.10, 90, 220))},
        {AlertColumn::Since,
            headed(AlertColumn::Since,
                AlertDelegate::widthFor(font, words::span(std::chrono::hours(23) + std::chrono::minutes(55))))},
        {AlertColumn::Acknowledged, headed(AlertColumn::Acknowledged, share(0.13, 120, 320))},
    };
    int rest = width;
    for (const auto &[column, wanted] : widths) {
        setColumnWidth(at(column), wanted);
        rest -= isColumnHidden(at(column)) ? 0 : wanted;
    }
    // Where a summary would be a few letters, the name has better use for the room.
    const bool hasSummary = rest >= scaled(130);
    setColumnHidden(at(AlertColumn::Summary), !hasSummary);
    const AlertColumn growing = hasSummary ? AlertColumn::Summary : AlertColumn::Name;
    setColumnWidth(at(growing), (hasSummary ? 0 : columnWidth(at(growing))) + std::max(0, rest));
    // The style counts sections from the left, whatever the direction.
    const QString section = isRightToLeft() ? QStringLiteral("last { padding-right") : QStringLiteral("first { padding-left");
    const QString indent = QStringLiteral("QHeaderView::section:%1: %2px; }").arg(section).arg(AlertDelegate::gutter());
    if (horizontalHeader()->styleSheet() != indent)
        horizontalHeader()->setStyleSheet(indent);
}

void AlertView::repaintRow(int row)
{
    if (row >= 0 && row < m_model.rowCount())
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void AlertView::moveBy(int rows, bool marks)
{
    const int last = m_model.rowCount() - 1;
    if (last < 0)
        return;
    const int from = currentIndex().row();
    const int row = from < 0 ? 0 : std::clamp(from + rows, 0, last);
    if (marks) {
        const auto [low, high] = std::minmax(std::max(from, 0), row);
        selectionModel()->select(QItemSelection(m_model.index(low, 0), m_model.index(high, 0)),
            QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    selectionModel()->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::NoUpdate);
}

void AlertView::toggleMark()
{
    if (!currentIndex().isValid())
        moveBy(0);
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

void AlertView::clearMarks()
{
    selectionModel()->clearSelection();
}

void AlertView::openCurrent()
{
    const int row = currentIndex().row();
    if (m_model.isHead(row))
        m_model.setExpanded(row, !m_model.index(row, 0).data(AlertRole::IsExpanded).toBool());
    else if (const AlertPtr alert = currentAlert())
        emit opened(alert);
}

std::vector<int> AlertView::chosenRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    if (rows.empty() && currentIndex().isValid())
        rows.push_back(currentIndex().row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::vector<AlertPtr> AlertView::chosen() const
{
    std::vector<AlertPtr> alerts;
    std::set<AlertKey> seen; // a head and one of its alerts may both be marked
    for (const int row : chosenRows()) {
        for (const AlertPtr &alert : m_model.alertsOf(row)) {
            if (seen.insert(alert->key).second)
                alerts.push_back(alert);
        }
    }
    return alerts;
}

AlertPtr AlertView::currentAlert() const
{
    return currentIndex().isValid() ? m_model.index(currentIndex().row(), 0).data(AlertRole::Alert).value<AlertPtr>() : nullptr;
}

int AlertView::markedCount() const
{
    constexpr int fewRows = 500;
    const QItemSelection marks = selectionModel()->selection();
    int rows = 0;
    for (const QItemSelectionRange &range : marks)
        rows += range.height();
    if (rows == 0)
        return 0;
    if (rows <= fewRows)
        return static_cast<int>(chosen().size());
    // Of thousands the exact number is that of the preview; here it must not cost a frame.
    return rows;
}

QString AlertView::rowsAsText() const
{
    QStringList lines;
    for (const int row : chosenRows()) {
        QStringList cells;
        for (const AlertColumn column : kVisualOrder)
            cells << m_model.index(row, at(column)).data().toString().simplified();
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void AlertView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return emit copyRequested();
    const bool marks = event->modifiers() & Qt::ShiftModifier;
    const int page = std::max(1, viewport()->height() / scaled(metrics::rowHeight) - 1);
    switch (event->key()) {
    case Qt::Key_Down:
        return moveBy(1, marks);
    case Qt::Key_Up:
        return moveBy(-1, marks);
    case Qt::Key_PageDown:
        return moveBy(page, marks);
    case Qt::Key_PageUp:
        return moveBy(-page, marks);
    case Qt::Key_Home:
        return moveBy(-m_model.rowCount(), marks);
    case Qt::Key_End:
        return moveBy(m_model.rowCount(), marks);
    case Qt::Key_Space:
        return toggleMark();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return openCurrent();
    case Qt::Key_Left:
    case Qt::Key_Right:
        return m_model.setExpanded(currentIndex().row(), event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right));
    default:
        QTableView::keyPressEvent(event);
    }
}

void AlertView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const bool isPlain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    if (isPlain && m_model.isHead(index.row()) && index.column() == at(AlertColumn::Name))
        openCurrent();
}

QItemSelectionModel::SelectionFlags AlertView::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    const QEvent::Type type = event ? event->type() : QEvent::None;
    const bool isMouse = type == QEvent::MouseButtonPress || type == QEvent::MouseButtonRelease || type == QEvent::MouseMove;
    if (!isMouse || (static_cast<const QInputEvent *>(event)->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
        return QTableView::selectionCommand(index, event);
    return type == QEvent::MouseButtonPress ? QItemSelectionModel::Clear : QItemSelectionModel::NoUpdate;
}

void AlertView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    repaintRow(previous.row());
    repaintRow(current.row());
    emit currentAlertChanged();
}

void AlertView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit marksChanged();
}

void AlertView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void AlertView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        layOutColumns();
}

} // namespace tocsin
