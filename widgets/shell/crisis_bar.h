// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "widgets/style/palette.h"

#include <QFrame>
#include <QTimeZone>

#include <array>
#include <map>
#include <optional>

class QLabel;

namespace tocsin {

class ElidedLabel;
struct Summary;
class StateBadge;

/// The line on top of every view: what the station cannot see, then counts with shapes, the worst in one sentence, how
/// fresh the sources are, and both clocks. UI thread; owned by the window; the feed must outlive it.
class CrisisBar final : public QFrame
{
    Q_OBJECT

public:
    explicit CrisisBar(const BoardFeed &feed, QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void tick(Instant now);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeStrip();
    QWidget *makeBar();
    QWidget *makeEnd();
    void dress();
    void refresh();
    void showCounts(const Summary &summary);
    bool leavesLittleRoom(const Summary &summary) const;

    const BoardFeed &m_feed;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Instant m_now{};
    ElidedLabel *m_blind;
    ElidedLabel *m_drill;
    QLabel *m_shop;
    std::map<State, StateBadge *> m_badges;
    std::optional<std::array<int, 6>> m_counts; ///< what the badges say now, and how wide the bar was
    int m_countsWidth = 0;
    ElidedLabel *m_sentence;
    ElidedLabel *m_detail;
    ElidedLabel *m_fresh;
    QLabel *m_local;
    QLabel *m_utc;
};

} // namespace tocsin
