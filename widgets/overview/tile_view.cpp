// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/tile_view.h"

#include "widgets/common/tile_layout.h"
#include "widgets/overview/service_filter.h"
#include "widgets/overview/tile_delegate.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace tocsin {

namespace {

constexpr double kMostEnlarged = 2.2; ///< few tiles grow so much and leave the rest of the room to calm

/// Smallest size of a tile, without the gap.
QSize smallestTile()
{
    return {scaled(216), scaled(138)};
}

} // namespace

/// The services that the filter lets through, in the order of the model below. Owned by its view.
class FilteredServices final : public QSortFilterProxyModel
{
public:
    FilteredServices(ServiceListModel *services, QObject *parent)
        : QSortFilterProxyModel(parent)
        , m_services(services)
    {
        setSourceModel(services);
        setDynamicSortFilter(true);
    }

    void setTyped(const QString &typed)
    {
        m_typed = typed;
        invalidateFilter();
    }
    const QString &typed() const { return m_typed; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        const ServiceStatus *service = m_services->service(row);
        return service && matchesFilter(*service, m_typed);
    }

private:
    ServiceListModel *m_services;
    QString m_typed;
};

TileView::TileView(BoardFeed &feed, QWidget *parent)
    : QListView(parent)
    , m_feed(feed)
    , m_services(new ServiceListModel(feed, this))
    , m_filtered(new FilteredServices(m_services, this))
    , m_delegate(new TileDelegate(feed, this))
{
    setModel(m_filtered);
    setItemDelegate(m_delegate);
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAccessibleName(tr("Services, worst first"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // or all that lies behind is painted first
    connect(&feed, &BoardFeed::changed, this, [this](const Changes &changes) {
        m_delegate->take(changes);
        handleRows();
        for (const ServiceStatus &service : changes.services)
            refreshTile(placeOf(service.id));
    });
    connect(&feed, &BoardFeed::recalled, this, [this](const ServiceId &service, const std::vector<LatencySample> &samples) {
        m_delegate->recall(service, samples);
        refreshTile(placeOf(service));
    });
    connect(this, &QListView::activated, this, &TileView::openRequested);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, &TileView::handleRows);
    layTilesOut();
}

void TileView::select(const ServiceId &service)
{
    const QModelIndex index = placeOf(service);
    if (!index.isValid())
        return;
    keepSelection();
    setCurrentIndex(index);
}

ServiceId TileView::selected() const
{
    return ServiceId(currentIndex().data(ServiceListModel::NameRole).toString().toStdString());
}

void TileView::setFilter(const QString &typed)
{
    m_filtered->setTyped(typed);
    handleRows();
}

void TileView::setZone(const QTimeZone &zone)
{
    m_delegate->setZone(zone);
    m_delegate->forgetFaces();
    viewport()->update();
}

int TileView::shownCount() const
{
    return m_filtered->rowCount();
}

void TileView::step(int by)
{
    const int last = m_filtered->rowCount() - 1;
    keepSelection();
    if (last >= 0)
        setCurrentIndex(m_filtered->index(std::clamp(currentIndex().row() + by, 0, last), 0));
}

void TileView::setNow(Instant now)
{
    m_delegate->setNow(now);
    refreshTiles();
}

void TileView::refreshTiles()
{
    for (int row = 0; row < m_filtered->rowCount(); ++row)
        refreshTile(m_filtered->index(row, 0));
}

/// Of most tiles only the age moves on, and a desk where nothing happens must cost nothing.
void TileView::refreshTile(const QModelIndex &index)
{
    const QRect cell = visualRect(index);
    if (!cell.intersects(viewport()->rect()))
        return;
    const QRect changed = m_delegate->refresh(ServiceId(index.data(ServiceListModel::NameRole).toString().toStdString()));
    if (!changed.isEmpty())
        viewport()->update(changed.translated(cell.topLeft()));
}

QModelIndex TileView::placeOf(const ServiceId &service) const
{
    return m_filtered->mapFromSource(m_services->index(m_services->rowOf(service), 0));
}

/// There is always a selected service, as long as there is a service: the worst, until somebody chose one.
void TileView::handleRows()
{
    const QModelIndex worst = m_filtered->index(0, 0);
    if (worst.isValid() && currentIndex() != worst && (!currentIndex().isValid() || !m_isChosen))
        setCurrentIndex(worst);
    layTilesOut();
}

void TileView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        emit serviceSelected(selected());
}

void TileView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        keepSelection();
        QListView::keyPressEvent(event);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit openRequested();
        return;
    default:
        // Letters are commands here, not a search: the page hears them.
        event->ignore();
    }
}

void TileView::mousePressEvent(QMouseEvent *event)
{
    if (indexAt(event->position().toPoint()).isValid())
        keepSelection();
    QListView::mousePressEvent(event);
}

/// Decides about the scroll bar itself: a bar that comes and goes with its own width would make the columns jump.
void TileView::layTilesOut()
{
    const QSize smallest = smallestTile();
    const QSize smallestCell = smallest + QSize(TileDelegate::gap, TileDelegate::gap);
    RoomyGrid grid = roomyGrid(contentsRect().size() - QSize(2, 0), m_filtered->rowCount(), smallestCell, kMostEnlarged);
    const bool fits = grid.columns > 0;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAlwaysOn);
    if (!fits) {
        const int width = contentsRect().width() - verticalScrollBar()->sizeHint().width();
        const int columns = scrollingTiles(width - TileDelegate::gap, 1, smallest, TileDelegate::gap).columns;
        grid.cell = QSize((width - 2) / columns, smallestCell.height());
    }
    if (grid.cell == gridSize())
        return;
    m_delegate->setCell(grid.cell, grid.enlarged);
    setGridSize(grid.cell);
    verticalScrollBar()->setSingleStep(grid.cell.height() / 3);
}

void TileView::resizeEvent(QResizeEvent *event)
{
    layTilesOut();
    QListView::resizeEvent(event);
}

void TileView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        if (m_delegate)
            m_delegate->forgetFaces();
        layTilesOut();
    }
}

QString TileView::emptyText() const
{
    if (!m_filtered->typed().isEmpty())
        return tr("No service is named or in a state like “%1”. Esc shows all again.").arg(m_filtered->typed());
    return tr("Nothing is watched yet, so nothing is proven. Add services to the configuration, or look at the simulated shop "
              "with: tocsin --simulated");
}

void TileView::paintEvent(QPaintEvent *event)
{
    {
        QPainter ground(viewport());
        for (const QRect &part : event->region())
            ground.fillRect(part, themePalette().ground);
    }
    m_delegate->setAsked(event->region());
    QListView::paintEvent(event);
    if (m_filtered->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(themePalette().muted);
    painter.drawText(
        viewport()->rect().adjusted(24, 24, -24, -24), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, emptyText());
}

} // namespace tocsin
