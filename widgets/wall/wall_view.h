// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/items/board_feed.h"
#include "widgets/common/latency_trail.h"
#include "widgets/common/tile_face.h"
#include "widgets/wall/wall_head.h"
#include "widgets/wall/wall_pages.h"

#include <QPixmap>
#include <QTimeZone>
#include <QTimer>
#include <QWidget>

#include <unordered_map>

namespace tocsin {

/// The wall display: one widget that paints every service of the shop, worst first and largest, without scrolling, at any
/// aspect. Never opens anything: whatever is wrong is painted. Repaints only what changed. UI thread only; owned by
/// whoever shows it; feed and clock must outlive it.
class WallView final : public QWidget
{
    Q_OBJECT

public:
    WallView(BoardFeed &feed, const Clock &clock, WallOptions options = {}, QWidget *parent = nullptr);

    /// Painted in the header until the list is empty again. `keptOld`: the configuration before stays in force.
    void setConfigurationErrors(const QStringList &errors, bool keptOld = false);
    /// What is wrong with the station itself, painted in the header until it is empty again.
    void setNotice(const Reason &notice);
    /// Those that are open, the worst first: it stands in the header.
    void setIncidents(std::vector<IncidentPtr> open);
    /// Clock, ages, pages and night follow this time; called once a second by the wall's own timer.
    void tick(Instant now);

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    int page() const { return m_page; }
    /// The tiles of the page in front, for tests and the screen reader.
    const std::vector<TileFace> &faces() const { return m_faces; }
    bool isAnnouncing(const ServiceId &service) const { return m_announcedUntil.count(service) != 0; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void handleChanges(const Changes &changes);
    void announceNew(const Changes &changes);
    void layOut();
    void showPage(int page);
    void rotate(Instant now);
    void refreshFace(std::size_t tile);
    void refreshTexts(Instant now);
    void shiftPixels(Instant now);
    void describe();
    void paintTiles(QPainter &painter, const QRegion &asked) const;
    void paintHead(QPainter &painter);
    void paintAnnouncement(QPainter &painter, const TileFace &face) const;
    void paintNight(QPainter &painter) const;
    TileFacts factsOf(const ServiceId &service) const;
    double leastName() const;
    QRect headBox() const;
    QRect footBox() const;
    QRect tilesBox() const;
    int margin() const;

    BoardFeed &m_feed;
    const Clock &m_clock;
    WallOptions m_options;
    LatencyTrail m_trail;
    QTimer m_timer;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Instant m_now;
    Instant m_pageSince;
    std::vector<ServiceId> m_order; ///< worst first
    std::vector<State> m_states;    ///< by position in the order: a change of it needs a new layout
    std::vector<WallPage> m_pages;
    std::vector<TileFace> m_faces; ///< of the page in front
    QRegion m_bare;                ///< what no tile paints of the tiles' box
    int m_page = 0;
    std::unordered_map<ServiceId, Instant> m_announcedUntil;
    WallTrouble m_trouble;
    std::vector<IncidentPtr> m_incidents;
    WallHeadFacts m_head;
    QPixmap m_headPicture; ///< all of the head but the clock: large letters cost more than 200 tiles; null: to be painted
    WallFootFacts m_foot;
    QPoint m_shift; ///< against burn-in
    Instant m_lastNews{};
};

} // namespace tocsin
