// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/timeline_view.h"

#include "widgets/incidents/timeline_delegate.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace tocsin {

TimelineView::TimelineView(TimelineModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setModel(&model);
    setItemDelegate(new TimelineDelegate(m_zone, this));
    setUniformItemSizes(true); // fifty thousand entries are laid out at once
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    connect(&model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { m_follows = isAtEnd(); });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_follows)
            scrollToBottom();
    });
    connect(this, &QListView::doubleClicked, this, &TimelineView::opened);
}

void TimelineView::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    viewport()->update();
}

void TimelineView::moveBy(int rows)
{
    const int last = m_model.rowCount() - 1;
    if (last < 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() : last + (rows < 0 ? 1 : 0) - (rows > 0 ? 1 : 0);
    setCurrentIndex(m_model.index(std::clamp(from + rows, 0, last), 0));
}

TimelineEntryPtr TimelineView::currentEntry() const
{
    return currentIndex().isValid() ? m_model.entry(currentIndex().row()) : nullptr;
}

bool TimelineView::isCurrentPinned() const
{
    return currentIndex().isValid() && m_model.isPinned(currentIndex().row());
}

void TimelineView::goToEnd()
{
    setCurrentIndex(QModelIndex());
    scrollToBottom();
}

bool TimelineView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - sizeHintForRow(0) / 2;
}

void TimelineView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentEntryChanged();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QListView::keyPressEvent(event);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit opened();
        return;
    default:
        event->ignore(); // letters are commands, not a search
    }
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    const bool wasAtEnd = isAtEnd();
    QListView::resizeEvent(event);
    if (wasAtEnd)
        scrollToBottom();
}

void TimelineView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace tocsin
