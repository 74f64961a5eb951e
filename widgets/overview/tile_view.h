// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/service_list_model.h"
#include "widgets/common/latency_trail.h"

#include <QListView>

class QTimeZone;

namespace tocsin {

class FilteredServices;
class TileDelegate;

/// All services as tiles, worst first, beside each other and scrolling. Only what is visible is painted. The keyboard
/// walks: arrows, j and k, Home and End; Enter asks to open. UI thread only; owned by its page.
class TileView final : public QListView
{
    Q_OBJECT

public:
    TileView(BoardFeed &feed, QWidget *parent = nullptr);

    /// Selects the tile; nothing happens when there is no such service or the filter hides it.
    void select(const ServiceId &service);
    /// The selected service, or an empty name.
    ServiceId selected() const;
    void setFilter(const QString &typed);
    int shownCount() const;
    /// Somebody chose: from now on the selection no longer follows the worst.
    void keepSelection() { m_isChosen = true; }
    void step(int by); ///< moves the selection by so many tiles
    /// Ages are those of `now`.
    void setNow(Instant now);
    void setZone(const QTimeZone &zone);

signals:
    void serviceSelected(const tocsin::ServiceId &service);
    void openRequested();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layTilesOut();
    void handleRows();
    void refreshTiles();
    void refreshTile(const QModelIndex &index);
    QModelIndex placeOf(const ServiceId &service) const;
    QString emptyText() const;

    BoardFeed &m_feed;
    ServiceListModel *m_services;
    FilteredServices *m_filtered;
    TileDelegate *m_delegate;
    bool m_isChosen = false;
};

} // namespace tocsin
