// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/wall/wall_view.h"

#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

// What WallView paints.

namespace tocsin {

void WallView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const QRegion &region = event->region();
    const Palette &palette = themePalette();
    // Only what is asked for: 200 tiles that changed here and there must not cost a whole screen.
    for (const QRect &rect : region)
        painter.fillRect(rect, palette.ground);
    painter.translate(m_shift);
    const QRegion asked = region.translated(-m_shift);
    const QRect bounds = asked.boundingRect();
    for (std::size_t tile = 0; tile < m_faces.size(); ++tile) {
        const TileFace &face = m_faces[tile];
        if (!bounds.intersects(face.rect()) || !asked.intersects(face.rect()))
            continue;
        face.paint(painter);
        const std::vector<std::size_t> &services = m_pages[static_cast<std::size_t>(m_page)].services;
        if (!m_announcedUntil.empty() && isAnnouncing(m_order[services[tile]]))
            paintAnnouncement(painter, face);
    }
    if (asked.intersects(headBox()))
        paintWallHead(painter, headBox(), m_head);
    if (asked.intersects(footBox()))
        paintWallFoot(painter, footBox(), m_foot);
    if (m_faces.empty()) {
        painter.setFont(textFontOfHeight(leastName() * 1.3));
        painter.setPen(palette.muted);
        painter.drawText(tilesBox(), Qt::AlignCenter | Qt::TextWordWrap,
            tr("Nothing is watched yet, so nothing is proven.\nAdd services to the configuration of this station."));
    }
    if (m_options.nightDim > 0)
        paintNight(painter);
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
