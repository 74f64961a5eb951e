// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>
#include <QTimeZone>

namespace tocsin {

/// Paints an entry of a timeline: its time, a mark on a line that runs through all, what happened, and a second, muted line. All
/// entries are equally tall. Owned by its view, as is the zone, which must outlive it.
class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TimelineDelegate(const QTimeZone &zone, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static int lineHeight();
    void paintMark(QPainter &painter, const QStyleOptionViewItem &option, const QRect &box, const QModelIndex &index) const;
    void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QRect &box, const QModelIndex &index) const;

    const QTimeZone &m_zone;
};

} // namespace tocsin
