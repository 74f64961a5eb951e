// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manual_clock.h"
#include "tests/support/sample_board.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"
#include "widgets/wall/wall_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPaintEvent>
#include <QPainter>
#include <QStaticText>

#include <algorithm>
#include <cstdio>
#include <functional>

// What a wall of 2,000 tiles costs to paint, beside the floor of quality.md in the same run: one widget that fills a
// rectangle and draws one prepared text per tile, and paints the region that is asked for.

using namespace tocsin;

namespace {

constexpr int kTiles = 2000;
constexpr QSize kScreen(3840, 2160);
constexpr int kRounds = 31;

class FloorWall final : public QWidget
{
public:
    FloorWall()
    {
        setAttribute(Qt::WA_OpaquePaintEvent);
        m_font = textFontOfHeight(12);
        for (const QRect &tile :
            fillWithTiles(QRect(QPoint(0, 0), kScreen), std::vector<TileWeight>(kTiles, TileWeight::Normal), 4).tiles) {
            QStaticText text(QStringLiteral("Payments"));
            text.setTextFormat(Qt::PlainText);
            text.prepare(QTransform(), m_font);
            m_tiles.push_back({tile, text});
        }
    }
    QRect tile(std::size_t index) const { return m_tiles[index].rect; }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setFont(m_font);
        painter.setPen(Qt::white);
        const QRect bounds = event->region().boundingRect();
        for (const Tile &tile : m_tiles) {
            if (!bounds.intersects(tile.rect) || !event->region().intersects(tile.rect))
                continue;
            painter.fillRect(tile.rect, themePalette().surface);
            painter.drawStaticText(tile.rect.topLeft() + QPoint(20, 8), tile.text);
        }
    }

private:
    struct Tile {
        QRect rect;
        QStaticText text;
    };
    QFont m_font;
    std::vector<Tile> m_tiles;
};

/// Milliseconds, the median of several rounds.
double median(const std::function<void()> &work)
{
    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        rounds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::nth_element(rounds.begin(), rounds.begin() + kRounds / 2, rounds.end());
    return rounds[kRounds / 2];
}

void repaint(QWidget &widget, const QRegion &region)
{
    widget.repaint(region);
}

void print(const char *what, double floor, double tocsin, double most)
{
    std::printf(
        "%-28s floor %8.3f ms   tocsin %8.3f ms   ratio %5.2f   must be <= %.1f\n", what, floor, tocsin, tocsin / floor, most);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme theme;
    theme.apply(ThemeKind::Dark);
    ManualClock clock(sample::now);
    BoardFeed feed;
    WallView wall(feed, clock, {.onePage = true});
    FloorWall floor;
    for (QWidget *widget : {static_cast<QWidget *>(&wall), static_cast<QWidget *>(&floor)}) {
        widget->resize(kScreen);
        widget->show();
    }
    feed.apply(sample::board(kTiles, true));
    QApplication::processEvents();

    QRegion scatteredWall;
    QRegion scatteredFloor;
    for (std::size_t i = 0; i < 200; ++i) {
        scatteredWall += wall.faces()[(i * 37 + 20) % kTiles].rect();
        scatteredFloor += floor.tile((i * 37 + 20) % kTiles);
    }
    const auto measure = [](QWidget &widget, const QRegion &region) { return median([&] { repaint(widget, region); }); };
    print("2,000 tiles", measure(floor, floor.rect()), measure(wall, wall.rect()), 1.0);
    print("one tile", measure(floor, floor.tile(1000)), measure(wall, wall.faces()[1000].rect()), 2.0);
    print("200 scattered tiles", measure(floor, scatteredFloor), measure(wall, scatteredWall), 1.2);
    return 0;
}
