// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/items/summary.h"

#include <QRect>
#include <QString>
#include <QStringList>
#include <QTimeZone>

class QPainter;

namespace tocsin {

/// How many times taller the head is when the sentence has a row of its own.
inline constexpr double kStackedRows = 1.7;

/// What is wrong with the station itself, beside what the board says of it.
struct WallTrouble {
    QStringList configurationErrors;
    bool keptOld = false; ///< the configuration before stays in force
    Reason notice;        ///< the disk is full, the monitoring stands still; empty: all is well
};

/// What the wall says above its tiles. A value, compared to know whether it must be painted again.
struct WallHeadFacts {
    Summary summary;
    QString sentence; ///< what is worst, or that calm is proven
    QString incident; ///< the worst incident that is open; empty: none
    QString alarm;    ///< what is wrong with the station: stands where the sentence would
    QStringList alarmDetails;
    bool alarmIsAll = false; ///< blindness and no usable configuration leave nothing else worth reading: no counts
    QString localTime;
    QString utcTime;
    int second = 0; ///< moves a mark under the clock, so that a frozen panel is noticed
    bool isDrill = false;
    bool isStacked = false; ///< the screen is tall: the sentence gets a row of its own
};

WallHeadFacts wallHeadFacts(const Board &board, const WallTrouble &trouble, Instant now, const QTimeZone &zone);

/// Whether both say the same but for the time of day.
bool sayTheSame(const WallHeadFacts &a, const WallHeadFacts &b);

/// Paint the head of the wall: the clock, and all that stands beside it, which is another only when the facts are. Every size
/// follows from the height of the box.
void paintWallClock(QPainter &painter, const QRect &box, const WallHeadFacts &facts);
void paintWallHead(QPainter &painter, const QRect &box, const WallHeadFacts &facts);

/// What the wall says below its tiles.
struct WallFootFacts {
    QString shop;
    QString freshness;
    QString lastChange;
    int page = 1;
    int pages = 1;

    friend bool operator==(const WallFootFacts &, const WallFootFacts &) = default;
};

void paintWallFoot(QPainter &painter, const QRect &box, const WallFootFacts &facts);

} // namespace tocsin
