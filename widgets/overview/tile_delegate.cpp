// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/tile_delegate.h"

#include "models/items/service_list_model.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"

#include <QPainter>

namespace tocsin {

TileDelegate::TileDelegate(const BoardFeed &feed, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_feed(feed)
{
}

TileFacts TileDelegate::factsOf(const ServiceStatus &service) const
{
    return tileFacts(service, m_trail.of(service.id), m_now, m_zone, TileLoudness::Desk);
}

QRect TileDelegate::refresh(const ServiceId &service)
{
    const auto face = m_faces.find(service);
    const auto known = m_feed.board().services.find(service);
    if (face == m_faces.end() || known == m_feed.board().services.end())
        return {QPoint(), m_cell};
    const QRect changed = face->second.take(factsOf(known->second));
    return changed.isEmpty() ? QRect() : changed.translated(gap / 2, gap / 2);
}

void TileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRegion asked = m_asked & option.rect;
    const ServiceId id(index.data(ServiceListModel::NameRole).toString().toStdString());
    const auto service = m_feed.board().services.find(id);
    if (asked.isEmpty() || service == m_feed.board().services.end())
        return;
    constexpr int kHalf = gap / 2;
    const QRect tile = option.rect.adjusted(kHalf, kHalf, -kHalf, -kHalf);
    const QRect atOrigin(QPoint(0, 0), tile.size());
    TileFace &face = m_faces[id];
    if (face.rect() != atOrigin)
        face.prepare(factsOf(service->second), atOrigin, deskTileType(m_enlarged), TileLoudness::Desk);
    else
        face.take(factsOf(service->second)); // it may just have been scrolled into view
    painter->save();
    painter->translate(tile.topLeft());
    TileRun run(*painter);
    face.paint(run, asked.boundingRect().translated(-tile.topLeft()));
    if (option.state & QStyle::State_Selected) {
        const bool hasFocus = option.state & QStyle::State_Active && option.state & QStyle::State_HasFocus;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(hasFocus ? themePalette().focus : themePalette().muted, metrics::focusWidth));
        painter->drawRoundedRect(QRectF(atOrigin).adjusted(-2.5, -2.5, 2.5, 2.5), metrics::radius + 2, metrics::radius + 2);
    }
    painter->restore();
}

} // namespace tocsin
