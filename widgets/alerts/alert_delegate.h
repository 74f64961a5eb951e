// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/items/alert_roles.h"

#include <QStyledItemDelegate>
#include <QTimeZone>

namespace tocsin {

/// Paints the cells of the alert table: the state as shape and word, who has it as an outline, marks for what is stale or
/// unmapped, ages in words. UI thread; owned by the view.
class AlertDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setNow(Instant now) { m_now = now; }
    void setZone(const QTimeZone &zone) { m_zone = zone; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(
        QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

    /// What a cell shows, before it is shortened to its room.
    QString textOf(const QModelIndex &index) const;
    /// The tooltip of a cell as plain text: the whole text, and times in both zones.
    QString tipOf(const QModelIndex &index) const;
    /// Where the mark of a chosen row stands, from the left edge of the row.
    static int gutter();
    /// Room for one of these words in a cell.
    static int widthFor(const QFont &font, const QString &text);

private:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintState(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintName(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    QString whoHasIt(const QModelIndex &index) const;

    Instant m_now{};
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace tocsin
