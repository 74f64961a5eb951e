// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "widgets/common/latency_trail.h"
#include "widgets/common/tile_face.h"

#include <QRegion>
#include <QStyledItemDelegate>
#include <QTimeZone>

#include <unordered_map>

namespace tocsin {

/// Paints one service as a tile, and keeps what it has measured until the service, its age in words or its size change.
/// UI thread only; owned by the view; the feed must outlive it.
class TileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int gap = 12; ///< between two tiles; half of it belongs to each

    TileDelegate(const BoardFeed &feed, QObject *parent);

    void setNow(Instant now) { m_now = now; }
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void take(const Changes &changes) { m_trail.take(changes); }
    void recall(const ServiceId &service, const std::vector<LatencySample> &samples) { m_trail.recall(service, samples); }
    /// Of a tile with its gap, and how much larger than designed its type is.
    void setCell(QSize cell, double enlarged)
    {
        m_cell = cell;
        m_enlarged = enlarged;
    }
    void forgetFaces() { m_faces.clear(); }
    /// Brings the tile of a service up to date. Returns what of its cell must be painted anew, from the corner of the cell.
    QRect refresh(const ServiceId &service);
    /// What the next tiles are painted for; what lies outside is left out.
    void setAsked(const QRegion &asked) { m_asked = asked; }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return m_cell; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    TileFacts factsOf(const ServiceStatus &service) const;

    const BoardFeed &m_feed;
    LatencyTrail m_trail;
    QSize m_cell;
    QRegion m_asked;
    double m_enlarged = 1;
    Instant m_now{};
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    mutable std::unordered_map<ServiceId, TileFace> m_faces;
};

} // namespace tocsin
