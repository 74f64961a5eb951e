// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measure.h"
#include "tests/support/manual_clock.h"
#include "tests/support/sample_board.h"
#include "widgets/common/glyph_cache.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"
#include "widgets/wall/wall_view.h"

#include <QApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QStaticText>

#include <algorithm>
#include <cstdio>
#include <vector>

// What a wall of 2,000 tiles costs to paint, beside the floor of quality.md in the same run: one widget whose
// tiles are a frame, a picture and the prepared name, and which paints the region that is asked for.

using namespace tocsin;

namespace {

constexpr int kTiles = 2000;
constexpr QSize kScreen(3840, 2160);
constexpr int kRounds = 31;

class FloorWall final : public QWidget
{
public:
    /// The same names, equally large, on tiles as large as those of the wall.
    explicit FloorWall(const std::vector<TileFace> &faces)
    {
        setAttribute(Qt::WA_OpaquePaintEvent);
        m_font = textFontOfHeight(wallTileType(faces.back().rect().size(), kScreen.height() / 40.0).name, QFont::DemiBold);
        for (const TileFace &face : faces) {
            QStaticText text(QFontMetricsF(m_font).elidedText(face.facts().name, Qt::ElideRight, face.rect().width() - 24));
            text.setTextFormat(Qt::PlainText);
            text.prepare(QTransform(), m_font);
            m_tiles.push_back({face.rect(), text});
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
        for (const QRect &rect : event->region())
            painter.fillRect(rect, themePalette().ground);
        for (const Tile &tile : m_tiles) {
            if (!bounds.intersects(tile.rect) || !event->region().intersects(tile.rect))
                continue;
            painter.fillRect(tile.rect, themePalette().line);
            painter.fillRect(tile.rect.adjusted(1, 1, -1, -1), themePalette().surface);
            painter.drawPixmap(tile.rect.topLeft() + QPoint(4, 8), m_picture);
            painter.drawStaticText(tile.rect.topLeft() + QPoint(20, 8), tile.text);
        }
    }

private:
    struct Tile {
        QRect rect;
        QStaticText text;
    };
    QFont m_font;
    QPixmap m_picture = glyphPixmap(State::Ok, Qt::green, GlyphFill::Filled, 12, 1);
    std::vector<Tile> m_tiles;
};

/// Milliseconds of this thread's own time.
double ownTime()
{
    return bench::threadSeconds() * 1e3;
}

struct Costs {
    double floor;
    double tocsin;
};

/// Medians of rounds in turn, so that both meet the same disturbances.
Costs measure(QWidget &floor, const QRegion &floorRegion, QWidget &wall, const QRegion &wallRegion)
{
    std::vector<double> floors;
    std::vector<double> walls;
    for (int round = 0; round < kRounds; ++round) {
        const double begin = ownTime();
        floor.repaint(floorRegion);
        const double middle = ownTime();
        wall.repaint(wallRegion);
        floors.push_back(middle - begin);
        walls.push_back(ownTime() - middle);
    }
    const auto median = [](std::vector<double> &rounds) {
        std::nth_element(rounds.begin(), rounds.begin() + kRounds / 2, rounds.end());
        return rounds[kRounds / 2];
    };
    return {median(floors), median(walls)};
}

/// One line of the table, and the same for machines.
nlohmann::json report(const char *what, Costs costs, double most)
{
    std::printf("%-28s floor %8.3f ms   tocsin %8.3f ms   ratio %5.2f   must be <= %.1f\n", what, costs.floor, costs.tocsin,
        costs.tocsin / costs.floor, most);
    return {{"what", what}, {"floor_ms", costs.floor}, {"tocsin_ms", costs.tocsin}, {"ratio", costs.tocsin / costs.floor},
        {"limit", most}};
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
    wall.resize(kScreen);
    wall.show();
    feed.apply(sample::board(kTiles, true));
    FloorWall floor(wall.faces());
    floor.resize(kScreen);
    floor.show();
    QApplication::processEvents();

    QRegion scatteredWall;
    QRegion scatteredFloor;
    for (std::size_t i = 0; i < 200; ++i) {
        scatteredWall += wall.faces()[(i * 37 + 20) % kTiles].rect();
        scatteredFloor += floor.tile((i * 37 + 20) % kTiles);
    }
    QRect tiles;
    for (const TileFace &face : wall.faces())
        tiles |= face.rect();
    const nlohmann::json rows{report("2,000 tiles", measure(floor, tiles, wall, tiles), 1.0),
        report("whole screen, with head", measure(floor, floor.rect(), wall, wall.rect()), 1.0),
        report("one tile", measure(floor, floor.tile(1000), wall, wall.faces()[1000].rect()), 2.0),
        report("200 scattered tiles", measure(floor, scatteredFloor, wall, scatteredWall), 1.2)};
    bench::writeJson(argc, argv, "wall", {{"rows", rows}});
    return 0;
}
