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

void TileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ServiceId id(index.data(ServiceListModel::NameRole).toString().toStdString());
    const auto service = m_feed.board().services.find(id);
    if (service == m_feed.board().services.end())
        return;
    constexpr int kHalf = gap / 2;
    const QRect tile = option.rect.adjusted(kHalf, kHalf, -kHalf, -kHalf);
    const QRect atOrigin(QPoint(0, 0), tile.size());
    TileFace &face = m_faces[id];
    TileFacts facts = tileFacts(service->second, m_trail.of(id), m_now, m_zone, TileLoudness::Desk);
    if (face.rect() != atOrigin || face.facts() != facts)
        face.prepare(facts, atOrigin, deskTileType(m_enlarged), TileLoudness::Desk);
    painter->save();
    painter->translate(tile.topLeft());
    face.paint(*painter);
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
