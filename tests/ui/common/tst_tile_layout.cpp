// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/tile_layout.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace tocsin;

namespace {

/// What is wrong with the layout, or nothing.
QString faultOf(const TileLayout &layout, const QRect &area, std::size_t count)
{
    if (layout.tiles.size() != count)
        return QStringLiteral("%1 tiles instead of %2").arg(layout.tiles.size()).arg(count);
    std::vector<bool> taken(static_cast<std::size_t>(area.width()) * static_cast<std::size_t>(area.height()), false);
    for (const QRect &tile : layout.tiles) {
        if (tile.isEmpty() || !area.contains(tile))
            return QStringLiteral("tile outside: %1,%2 %3x%4").arg(tile.x()).arg(tile.y()).arg(tile.width()).arg(tile.height());
        for (int y = tile.top(); y <= tile.bottom(); ++y) {
            for (int x = tile.left(); x <= tile.right(); ++x) {
                const auto index = static_cast<std::size_t>((y - area.top()) * area.width() + x - area.left());
                if (taken[index])
                    return QStringLiteral("two tiles at %1,%2").arg(x).arg(y);
                taken[index] = true;
            }
        }
    }
    return {};
}

std::vector<TileWeight> weightsOf(int normal, int raised, int largest)
{
    std::vector<TileWeight> weights(static_cast<std::size_t>(largest), TileWeight::Largest);
    weights.insert(weights.end(), static_cast<std::size_t>(raised), TileWeight::Raised);
    weights.insert(weights.end(), static_cast<std::size_t>(normal), TileWeight::Normal);
    return weights;
}

qint64 areaOf(const QRect &rect)
{
    return qint64(rect.width()) * rect.height();
}

} // namespace

class TstTileLayout : public QObject
{
    Q_OBJECT

private slots:
    void anyShopFitsAnyScreen();
    void worstIsLargest();
    void equalTilesKeepTheirOrder();
    void fewTilesFillTheScreen();
    void layingOutIsQuick();
    void scrollingGridFillsTheWidth_data();
    void scrollingGridFillsTheWidth();
};

void TstTileLayout::anyShopFitsAnyScreen()
{
    std::mt19937 random(20261121);
    const auto upTo = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    for (int round = 0; round < 60; ++round) {
        const int count = round < 40 ? round + 1 : 1 + upTo(1999);
        std::vector<TileWeight> weights;
        const int calm = upTo(10);
        for (int i = 0; i < count; ++i)
            weights.push_back(upTo(10) <= calm ? TileWeight::Normal : static_cast<TileWeight>(upTo(2)));
        const QRect area(upTo(50), upTo(200), 320 + upTo(1600), 320 + upTo(1600));
        const QString fault = faultOf(fillWithTiles(area, weights, 14), area, weights.size());
        QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("round %1: %2").arg(round).arg(fault)));
    }
    for (const QRect &area : {QRect(0, 0, 4000, 120), QRect(0, 0, 90, 3000), QRect(0, 0, 3840, 2160)}) {
        const std::vector<TileWeight> weights = weightsOf(1990, 5, 5);
        const QString fault = faultOf(fillWithTiles(area, weights, 14), area, weights.size());
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
}

void TstTileLayout::worstIsLargest()
{
    for (const QRect &area : {QRect(0, 0, 1920, 900), QRect(0, 0, 1080, 1700), QRect(0, 0, 3840, 1900)}) {
        const TileLayout layout = fillWithTiles(area, weightsOf(20, 2, 2), 14);
        QVERIFY(areaOf(layout.tiles.front()) > 3 * areaOf(layout.tiles.back()));
        QVERIFY(areaOf(layout.tiles[2]) > areaOf(layout.tiles.back()));
        QCOMPARE(layout.tiles.front().topLeft(), area.topLeft());
    }
    // When nearly all is down, size says nothing any more and legibility counts.
    const TileLayout storm = fillWithTiles(QRect(0, 0, 1920, 900), weightsOf(2, 0, 22), 14);
    QVERIFY(areaOf(storm.tiles.front()) < 2 * areaOf(storm.tiles.back()) + 2000);
}

void TstTileLayout::equalTilesKeepTheirOrder()
{
    const TileLayout layout = fillWithTiles(QRect(0, 0, 1920, 900), weightsOf(300, 0, 0), 14);
    for (std::size_t i = 1; i < layout.tiles.size(); ++i) {
        const QRect &before = layout.tiles[i - 1];
        const QRect &after = layout.tiles[i];
        QVERIFY(after.top() > before.top() || (after.top() == before.top() && after.left() > before.left()));
    }
}

void TstTileLayout::fewTilesFillTheScreen()
{
    const QRect area(0, 0, 1920, 900);
    for (const int count : {1, 2, 3, 4, 6, 8, 12, 24}) {
        const TileLayout layout = fillWithTiles(area, weightsOf(count, 0, 0), 14);
        qint64 covered = 0;
        for (const QRect &tile : layout.tiles)
            covered += areaOf(tile);
        QVERIFY2(covered > areaOf(area) * 3 / 4, qPrintable(QString::number(count)));
    }
}

void TstTileLayout::layingOutIsQuick()
{
    // A storm lays the wall out anew with each batch: far less than a frame on any machine.
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i)
        fillWithTiles(QRect(0, 0, 3840, 1900), weightsOf(1800, 100, 100), 14);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

void TstTileLayout::scrollingGridFillsTheWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("columns");
    QTest::newRow("narrower than one tile") << 150 << 1;
    QTest::newRow("one") << 400 << 1;
    QTest::newRow("two") << 430 << 2;
    QTest::newRow("three") << 700 << 3;
}

void TstTileLayout::scrollingGridFillsTheWidth()
{
    QFETCH(int, width);
    QFETCH(int, columns);
    const TileLayout layout = scrollingTiles(width, 7, QSize(200, 120), 12);
    QCOMPARE(layout.columns, columns);
    QCOMPARE(layout.tiles.size(), std::size_t(7));
    QCOMPARE(layout.tiles[static_cast<std::size_t>(columns - 1)].right() + 1, width);
    QCOMPARE(faultOf(layout, QRect(0, 0, width, layout.tiles.back().bottom() + 1), 7), QString());
}

QTEST_GUILESS_MAIN(TstTileLayout)
#include "tst_tile_layout.moc"
