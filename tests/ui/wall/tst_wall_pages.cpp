// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/tile_face.h"
#include "widgets/wall/wall_pages.h"

#include <QTest>

#include <set>

using namespace tocsin;

namespace {

const QRect kScreen(20, 110, 1880, 920);
constexpr double kLeastName = 27; // 1080 lines / 40

std::vector<TileWeight> weightsOf(std::size_t loud, std::size_t quiet)
{
    std::vector<TileWeight> weights(loud, TileWeight::Largest);
    weights.insert(weights.end(), quiet, TileWeight::Normal);
    return weights;
}

std::set<std::size_t> shownSomewhere(const std::vector<WallPage> &pages)
{
    std::set<std::size_t> shown;
    for (const WallPage &page : pages)
        shown.insert(page.services.begin(), page.services.end());
    return shown;
}

} // namespace

class TstWallPages : public QObject
{
    Q_OBJECT

private slots:
    void fitsOnOnePageWhileNamesAreLegible_data();
    void fitsOnOnePageWhileNamesAreLegible();
    void manyServicesArePagedLegibly();
    void whatNeedsAttentionIsOnEveryPage();
    void onePageIsAMapWhenAskedFor();
    void aStormIsNotHiddenOnPages();
    void noShopNoPage();
};

void TstWallPages::fitsOnOnePageWhileNamesAreLegible_data()
{
    QTest::addColumn<int>("services");
    for (const int services : {1, 3, 4, 12, 24, 60})
        QTest::newRow(qPrintable(QString::number(services))) << services;
}

void TstWallPages::fitsOnOnePageWhileNamesAreLegible()
{
    QFETCH(int, services);
    const std::vector<WallPage> pages = wallPages(kScreen, weightsOf(0, static_cast<std::size_t>(services)), kLeastName, false);
    QCOMPARE(pages.size(), std::size_t(1));
    QVERIFY(wallTileType(pages.front().layout.cell, kLeastName).name >= kLeastName);
}

void TstWallPages::manyServicesArePagedLegibly()
{
    for (const std::size_t services : {150u, 300u, 700u}) {
        const std::vector<WallPage> pages = wallPages(kScreen, weightsOf(2, services - 2), kLeastName, false);
        QVERIFY(pages.size() > 1);
        QVERIFY(pages.size() <= services / 50);
        QCOMPARE(shownSomewhere(pages).size(), services);
        for (const WallPage &page : pages)
            QVERIFY(wallTileType(page.layout.cell, kLeastName).name >= kLeastName);
    }
}

void TstWallPages::whatNeedsAttentionIsOnEveryPage()
{
    for (const WallPage &page : wallPages(kScreen, weightsOf(3, 297), kLeastName, false)) {
        for (const std::size_t loud : {0u, 1u, 2u})
            QCOMPARE(page.services[loud], loud);
    }
}

void TstWallPages::onePageIsAMapWhenAskedFor()
{
    const std::vector<WallPage> pages = wallPages(kScreen, weightsOf(10, 1990), kLeastName, true);
    QCOMPARE(pages.size(), std::size_t(1));
    QCOMPARE(pages.front().layout.tiles.size(), std::size_t(2000));
}

void TstWallPages::aStormIsNotHiddenOnPages()
{
    const std::vector<WallPage> pages = wallPages(kScreen, weightsOf(500, 100), kLeastName, false);
    QCOMPARE(pages.size(), std::size_t(1));
    QCOMPARE(shownSomewhere(pages).size(), std::size_t(600));
}

void TstWallPages::noShopNoPage()
{
    QVERIFY(wallPages(kScreen, {}, kLeastName, false).empty());
    QVERIFY(wallPages(QRect(), weightsOf(1, 1), kLeastName, false).empty());
}

QTEST_MAIN(TstWallPages)
#include "tst_wall_pages.moc"
