// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/wall/wall_view.h"

#include "models/items/incident_words.h"
#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/tile_facts.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>
#include <array>
#include <span>

namespace tocsin {

namespace {

constexpr double kHeadShare = 0.095; ///< of the shorter side of the screen
constexpr double kFootShare = 0.032;
constexpr double kMarginShare = 0.018;
constexpr int kLegibleShare = 40; ///< decision 38

TileWeight weightOf(State state)
{
    switch (state) {
    case State::Down:
        return TileWeight::Largest;
    case State::Degraded:
    case State::Unknown:
        return TileWeight::Raised;
    default:
        return TileWeight::Normal;
    }
}

/// In halves: adding them one by one takes a time that grows with their square.
QRegion regionOf(std::span<const TileFace> faces)
{
    if (faces.size() > 1)
        return regionOf(faces.first(faces.size() / 2)) + regionOf(faces.subspan(faces.size() / 2));
    return faces.empty() || !faces.front().isOpaque() ? QRegion() : QRegion(faces.front().rect());
}

} // namespace

WallView::WallView(BoardFeed &feed, const Clock &clock, WallOptions options, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_clock(clock)
    , m_options(options)
    , m_now(clock.now())
    , m_pageSince(m_now)
{
    setCursor(Qt::BlankCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Wall"));
    connect(&feed, &BoardFeed::changed, this, &WallView::handleChanges);
    connect(&feed, &BoardFeed::recalled, this, [this](const ServiceId &service, const std::vector<LatencySample> &samples) {
        m_trail.recall(service, samples);
        layOut();
    });
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { tick(m_clock.now()); });
    m_timer.start(1000);
    layOut();
}

int WallView::margin() const
{
    return std::max(4, static_cast<int>(std::min(width(), height()) * kMarginShare));
}

QRect WallView::headBox() const
{
    const int side = std::min(width(), height());
    const double tall = side * kHeadShare * (height() > width() ? kStackedRows : 1.0);
    return {margin(), margin() / 2, width() - 2 * margin(), std::max(24, static_cast<int>(tall))};
}

QRect WallView::footBox() const
{
    const int side = std::min(width(), height());
    const int tall = std::max(14, static_cast<int>(side * kFootShare));
    return {margin(), height() - tall - margin() / 4, width() - 2 * margin(), tall};
}

QRect WallView::tilesBox() const
{
    return QRect(QPoint(margin(), headBox().bottom() + margin() / 2), QPoint(width() - margin(), footBox().top() - margin() / 3));
}

double WallView::leastName() const
{
    return static_cast<double>(std::min(width(), height())) / kLegibleShare;
}

TileFacts WallView::factsOf(const ServiceId &service) const
{
    const auto it = m_feed.board().services.find(service);
    return it == m_feed.board().services.end() ? TileFacts{}
                                               : tileFacts(it->second, m_trail.of(service), m_now, m_zone, TileLoudness::Wall);
}

void WallView::handleChanges(const Changes &changes)
{
    m_now = m_clock.now();
    m_lastNews = m_now;
    m_trail.take(changes);
    announceNew(changes);
    const std::vector<ServiceId> order = worstFirst(m_feed.board());
    std::vector<State> states;
    states.reserve(order.size());
    for (const ServiceId &id : order)
        states.push_back(m_feed.board().services.at(id).state);
    if (changes.reset || order != m_order || states != m_states) {
        layOut();
        return;
    }
    if (!m_pages.empty()) {
        const std::vector<std::size_t> &shown = m_pages[static_cast<std::size_t>(m_page)].services;
        for (const ServiceStatus &service : changes.services) {
            const auto place
                = std::find_if(shown.begin(), shown.end(), [&](std::size_t position) { return m_order[position] == service.id; });
            if (place != shown.end())
                refreshFace(static_cast<std::size_t>(place - shown.begin()));
        }
    }
    refreshTexts(m_now);
}

/// Only what becomes DOWN while the wall is watching is news; what it finds at its start is not.
void WallView::announceNew(const Changes &changes)
{
    if (changes.reset || m_order.empty()) {
        m_announcedUntil.clear();
        return;
    }
    for (const ServiceStatus &service : changes.services) {
        const auto known = std::find(m_order.begin(), m_order.end(), service.id);
        const bool wasDown = known != m_order.end() && m_states[static_cast<std::size_t>(known - m_order.begin())] == State::Down;
        if (service.state == State::Down && !wasDown) {
            m_announcedUntil[service.id] = m_now + m_options.announceFor;
            m_page = 0;
            m_pageSince = m_now;
        } else if (service.state != State::Down) {
            m_announcedUntil.erase(service.id);
        }
    }
}

void WallView::layOut()
{
    m_order = worstFirst(m_feed.board());
    m_states.clear();
    std::vector<TileWeight> weights;
    for (const ServiceId &id : m_order) {
        m_states.push_back(m_feed.board().services.at(id).state);
        weights.push_back(weightOf(m_states.back()));
    }
    m_headPicture = {};
    m_pages = wallPages(tilesBox(), weights, leastName(), m_options.onePage);
    showPage(std::clamp(m_page, 0, std::max(0, pageCount() - 1)));
    refreshTexts(m_now);
}

void WallView::showPage(int page)
{
    m_page = page;
    m_faces.clear();
    if (!m_pages.empty()) {
        const WallPage &shown = m_pages[static_cast<std::size_t>(page)];
        m_faces.resize(shown.services.size());
        for (std::size_t tile = 0; tile < m_faces.size(); ++tile) {
            const QRect rect = QStyle::visualRect(layoutDirection(), tilesBox(), shown.layout.tiles[tile]);
            m_faces[tile].prepare(
                factsOf(m_order[shown.services[tile]]), rect, wallTileType(rect.size(), leastName()), TileLoudness::Wall);
        }
    }
    m_bare = QRegion(tilesBox()) - regionOf(m_faces);
    describe();
    update();
}

void WallView::refreshFace(std::size_t tile)
{
    const std::size_t service = m_pages[static_cast<std::size_t>(m_page)].services[tile];
    const QRect changed = m_faces[tile].take(factsOf(m_order[service]));
    if (!changed.isEmpty())
        update(changed.translated(m_shift));
}

void WallView::refreshTexts(Instant now)
{
    WallHeadFacts head = wallHeadFacts(m_feed.board(), m_trouble, now, m_zone);
    head.incident = words::incidentsFromAfar(m_incidents, now);
    head.isStacked = height() > width();
    if (!sayTheSame(head, m_head))
        m_headPicture = {};
    m_head = std::move(head);
    WallFootFacts foot;
    foot.shop = plainLine(m_feed.board().shop);
    foot.freshness = words::freshness(m_head.summary, now);
    foot.lastChange = m_lastNews == Instant{} ? tr("no news yet") : tr("last news %1").arg(words::ago(m_lastNews, now));
    foot.page = m_page + 1;
    foot.pages = std::max(1, pageCount());
    if (foot != m_foot) {
        m_foot = foot;
        update(footBox().translated(m_shift));
    }
    update(headBox().translated(m_shift));
}

void WallView::rotate(Instant now)
{
    const bool isAnnouncing = !m_announcedUntil.empty();
    if (pageCount() < 2 || isAnnouncing || now - m_pageSince < m_options.rotateEvery)
        return;
    m_pageSince = now;
    showPage((m_page + 1) % pageCount());
}

void WallView::tick(Instant now)
{
    m_now = now;
    const std::size_t announced = m_announcedUntil.size();
    std::erase_if(m_announcedUntil, [now](const auto &entry) { return entry.second <= now; });
    if (announced > 0)
        update();
    rotate(now);
    for (std::size_t tile = 0; tile < m_faces.size(); ++tile)
        refreshFace(tile);
    shiftPixels(now);
    refreshTexts(now);
}

/// Two pixels around a small square, one step a minute.
void WallView::shiftPixels(Instant now)
{
    constexpr std::array<QPoint, 8> kWalk{
        QPoint(0, 0), QPoint(1, 0), QPoint(2, 0), QPoint(2, 1), QPoint(2, 2), QPoint(1, 2), QPoint(0, 2), QPoint(0, 1)};
    const auto minute = now.time_since_epoch().count() / 60000;
    const QPoint shift = kWalk[static_cast<std::size_t>(minute % static_cast<qint64>(kWalk.size()))];
    if (shift == m_shift)
        return;
    m_shift = shift;
    update();
}

void WallView::setConfigurationErrors(const QStringList &errors, bool keptOld)
{
    m_trouble.configurationErrors.clear();
    for (const QString &error : errors)
        m_trouble.configurationErrors << plainLine(error.toStdString());
    m_trouble.keptOld = keptOld;
    refreshTexts(m_now);
}

void WallView::setNotice(const Reason &notice)
{
    m_trouble.notice = notice;
    refreshTexts(m_now);
}

void WallView::setIncidents(std::vector<IncidentPtr> open)
{
    m_incidents = std::move(open);
    refreshTexts(m_now);
}

/// A screen reader gets what needs attention, worst first.
void WallView::describe()
{
    QStringList sentences;
    for (const ServiceId &id : m_order) {
        const ServiceStatus &service = m_feed.board().services.at(id);
        if (needsAttention(service.state))
            sentences << words::tileSentence(service, m_zone);
    }
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
}

void WallView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void WallView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LayoutDirectionChange)
        layOut();
}

bool WallView::event(QEvent *event)
{
    // Nothing may ever cover the wall, not even a tooltip.
    if (event->type() == QEvent::ToolTip)
        return true;
    return QWidget::event(event);
}

} // namespace tocsin
