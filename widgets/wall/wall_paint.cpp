// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/wall/wall_view.h"

#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

// What WallView paints.

namespace tocsin {

void WallView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.translate(m_shift);
    const QRegion asked = event->region().translated(-m_shift);
    paintTiles(painter, asked);
    if (asked.intersects(headBox()))
        paintHead(painter);
    if (asked.intersects(footBox()))
        paintWallFoot(painter, footBox(), m_foot);
    if (m_faces.empty()) {
        painter.setFont(textFontOfHeight(leastName() * 1.3));
        painter.setPen(themePalette().muted);
        painter.drawText(tilesBox(), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Nothing is watched yet, so nothing is proven.\nAdd services to the configuration of this station."));
    }
    if (m_options.nightDim > 0)
        paintNight(painter);
}

/// Only what is asked for: 200 tiles that changed here and there must not cost a whole screen. Where all are painted, what they
/// cover needs no ground: on a large screen that would be as many pixels again. The rest of it is painted along with the tiles,
/// while their lines of the screen are in the cache.
void WallView::paintTiles(QPainter &painter, const QRegion &asked) const
{
    const QColor ground = themePalette().ground;
    const QRect bounds = asked.boundingRect();
    const bool isOnePart = asked.rectCount() == 1;
    const bool isForAll = isOnePart && bounds.contains(tilesBox());
    for (const QRect &rect : isForAll ? asked - QRegion(tilesBox()) : asked)
        painter.fillRect(rect, ground);
    const QRect *bare = isForAll ? m_bare.begin() : m_bare.end();
    TileRun run(painter);
    for (std::size_t tile = 0; tile < m_faces.size(); ++tile) {
        const TileFace &face = m_faces[tile];
        if (!bounds.intersects(face.rect()) || (!isOnePart && !asked.intersects(face.rect())))
            continue;
        for (; bare != m_bare.end() && bare->top() <= face.rect().bottom(); ++bare)
            painter.fillRect(*bare, ground);
        face.paint(run, isOnePart ? bounds : (asked & face.rect()).boundingRect());
        const std::vector<std::size_t> &services = m_pages[static_cast<std::size_t>(m_page)].services;
        if (!m_announcedUntil.empty() && isAnnouncing(m_order[services[tile]])) {
            paintAnnouncement(painter, face);
            run.forgetColour();
        }
    }
    for (; bare != m_bare.end(); ++bare)
        painter.fillRect(*bare, ground);
}

/// Letters as tall as these are drawn as shapes, again and again: once is enough as long as they say the same.
void WallView::paintHead(QPainter &painter)
{
    const QRect box = headBox();
    const double ratio = devicePixelRatioF();
    if (ratio != std::round(ratio)) { // a picture would lie between the pixels of the screen
        paintWallHead(painter, box, m_head);
        paintWallClock(painter, box, m_head);
        return;
    }
    if (m_headPicture.isNull() || m_headPicture.devicePixelRatio() != ratio) {
        m_headPicture = QPixmap(box.size() * ratio);
        m_headPicture.setDevicePixelRatio(ratio);
        m_headPicture.fill(themePalette().ground);
        QPainter onPicture(&m_headPicture);
        onPicture.setLayoutDirection(layoutDirection());
        onPicture.translate(-box.topLeft());
        paintWallHead(onPicture, box, m_head);
    }
    painter.drawPixmap(box.topLeft(), m_headPicture);
    paintWallClock(painter, box, m_head);
}

/// A thick frame that blinks once a second in step with the clock: seen from the corner of an eye.
void WallView::paintAnnouncement(QPainter &painter, const TileFace &face) const
{
    const bool isLit = m_now.time_since_epoch().count() / 1000 % 2 == 0;
    const double thick = std::clamp(face.rect().height() * 0.04, 3.0, 14.0);
    const QRectF frame = QRectF(face.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(isLit ? themePalette().text : themePalette().tone(State::Down), thick));
    painter.drawRoundedRect(frame, metrics::radius, metrics::radius);
}

void WallView::paintNight(QPainter &painter) const
{
    const int hour = QDateTime::fromMSecsSinceEpoch(m_now.time_since_epoch().count(), m_zone).time().hour();
    const bool wraps = m_options.nightFrom > m_options.nightTo;
    const bool isNight = wraps ? hour >= m_options.nightFrom || hour < m_options.nightTo
                               : hour >= m_options.nightFrom && hour < m_options.nightTo;
    // What is DOWN is never dimmed.
    if (!isNight || std::find(m_states.begin(), m_states.end(), State::Down) != m_states.end())
        return;
    painter.fillRect(
        rect().translated(-m_shift), QColor(0, 0, 0, static_cast<int>(std::clamp(m_options.nightDim, 0.0, 0.8) * 255)));
}

} // namespace tocsin
