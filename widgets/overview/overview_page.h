// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/session/commands.h"
#include "widgets/common/page.h"
#include "widgets/overview/alert_links.h"

#include <QTimeZone>

class QLineEdit;
class QScrollArea;
class QSplitter;

namespace tocsin {

class ElidedLabel;
class ServiceDetail;
class TileView;

/// The first view of the desk: every service as a tile, worst first, beside the detail of the selected one; below it where
/// the window is narrow. UI thread only; owned by the window; feed, commands and clock must outlive it.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    OverviewPage(BoardFeed &feed, Commands &commands, const Clock &clock, QWidget *parent = nullptr);

    /// In place of the desktop's own way to open an address; for tests.
    void setLinkOpener(LinkOpener opener) { m_opener = std::move(opener); }

    bool knows(CommandId command) const override;
    void run(CommandId command) override;
    bool goBack() override;
    void tick(Instant now) override;
    QWidget *focusTarget() override;
    IncidentScope chosenScope() const override;

    void select(const ServiceId &service);
    ServiceId selected() const;
    void setZone(const QTimeZone &zone);
    void showPreview(const AcknowledgePreview &preview);

public slots:
    void showHistory(const tocsin::History &history);

signals:
    void serviceSelected(const tocsin::ServiceId &service);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHead(QWidget *parent);
    void makeTiles();
    void makePlaceOfDetail();
    ServiceDetail &detail();
    void arrange();
    void refreshHead();
    void step(int by);

    BoardFeed &m_feed;
    Commands &m_commands;
    const Clock &m_clock;
    LinkOpener m_opener;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QSplitter *m_splitter;
    TileView *m_tiles = nullptr;
    ServiceDetail *m_detail = nullptr; ///< only in detail() is it sure to be there
    QScrollArea *m_detailScroll = nullptr;
    ElidedLabel *m_remark = nullptr;
    QLineEdit *m_filter = nullptr;
};

} // namespace tocsin
