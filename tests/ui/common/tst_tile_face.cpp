// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sample_board.h"
#include "widgets/common/tile_face.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace tocsin;

namespace {

TileFacts factsOf(int index, bool burning, TileLoudness loudness)
{
    const Changes changes = sample::board(index + 1, burning);
    return tileFacts(changes.services.back(), {1, 2, 3}, sample::now, QTimeZone::utc(), loudness);
}

} // namespace

class TstTileFace : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsKnown();
    void absentProofIsADashNeverAFigure();
    void aHeadlineWithoutDataSaysWhy();
    void pendingSaysWhetherItWasAsked();
    void wallSaysWhoHasIt();
    void nothingIsCutOrOverlaps_data();
    void nothingIsCutOrOverlaps();
    void namesAreLegibleWhereverTheyFit();
    void ownedLooksOutlined();
};

void TstTileFace::saysWhatIsKnown()
{
    const TileFacts payments = factsOf(0, true, TileLoudness::Desk);
    QCOMPARE(payments.name, QStringLiteral("Payments"));
    QCOMPARE(payments.value, QStringLiteral("0"));
    QCOMPARE(payments.unit, QStringLiteral("% success"));
    QCOMPARE(payments.age, QStringLiteral("2 s"));
    QCOMPARE(payments.lines, (QStringList{QStringLiteral("DOWN 15 min · P1 has it"), QStringLiteral("503, upstream timeout")}));
    const TileFacts calm = factsOf(4, true, TileLoudness::Desk);
    QCOMPARE(calm.unit, QStringLiteral("ms"));
    QVERIFY(calm.lines.isEmpty()); // calm is quiet
}

void TstTileFace::absentProofIsADashNeverAFigure()
{
    Changes changes = sample::board(1, false);
    ServiceStatus service = changes.services.front();
    service.state = State::Unknown;
    QCOMPARE(tileFacts(service, {}, sample::now, QTimeZone::utc(), TileLoudness::Desk).value, QStringLiteral("—"));
    service.state = State::Ok;
    service.metrics.front().value.reset();
    const TileFacts facts = tileFacts(service, {}, sample::now, QTimeZone::utc(), TileLoudness::Desk);
    QCOMPARE(facts.value, QStringLiteral("—"));
    QCOMPARE(facts.unit, QStringLiteral("no data"));
}

void TstTileFace::aHeadlineWithoutDataSaysWhy()
{
    ServiceStatus service = sample::board(1, false).services.front();
    service.metrics.front().value.reset();
    service.metrics.front().reason = Reason(sample::kFewOrders);
    const TileFacts facts = tileFacts(service, {}, sample::now, QTimeZone::utc(), TileLoudness::Desk);
    QCOMPARE(facts.lines, QStringList{QStringLiteral("3 orders a minute, usual 61")});
}

void TstTileFace::pendingSaysWhetherItWasAsked()
{
    ServiceStatus service = sample::board(6, false).services.back();
    service.metrics.clear();
    service.latency.reset();
    service.state = State::Pending;
    const auto unit = [&] { return tileFacts(service, {}, sample::now, QTimeZone::utc(), TileLoudness::Desk).unit; };
    service.reason = Reason();
    QCOMPARE(unit(), QStringLiteral("not checked yet"));
    service.reason = Reason(sample::kGateway); // failed, and too seldom to count
    QCOMPARE(unit(), QStringLiteral("not decided yet"));
}

void TstTileFace::wallSaysWhoHasIt()
{
    QCOMPARE(factsOf(0, true, TileLoudness::Wall).lines.at(1), QStringLiteral("P1 has it, 13 min"));
    QCOMPARE(factsOf(1, true, TileLoudness::Wall).lines.at(1), QStringLiteral("nobody has it yet"));
    QCOMPARE(factsOf(1, true, TileLoudness::Wall).lines.at(0), QStringLiteral("DOWN since 11:52 · 12 min"));
}

void TstTileFace::nothingIsCutOrOverlaps_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1200, 500), QSize(920, 300), QSize(600, 140), QSize(300, 140), QSize(160, 90), QSize(150, 44),
             QSize(90, 40), QSize(60, 30), QSize(36, 24), QSize(12, 10), QSize(300, 700)})
        QTest::newRow(qPrintable(QStringLiteral("%1x%2").arg(size.width()).arg(size.height()))) << size;
}

void TstTileFace::nothingIsCutOrOverlaps()
{
    QFETCH(QSize, size);
    for (int index = 0; index < 8; ++index) {
        TileFace face;
        const QRect rect(QPoint(10, 20), size);
        face.prepare(factsOf(index, true, TileLoudness::Wall), rect, wallTileType(size, 27), TileLoudness::Wall);
        const std::vector<QRectF> boxes = face.textBoxes();
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            // A line's box has room above its letters and below them: a pixel or two may reach over.
            QVERIFY2(QRectF(rect).adjusted(0, -2, 0, 2).contains(boxes[i]), qPrintable(face.facts().name));
            for (std::size_t j = i + 1; j < boxes.size(); ++j) {
                const QRectF shared = boxes[i].intersected(boxes[j]);
                QVERIFY2(shared.height() < 0.3 * boxes[j].height() || shared.width() < 1, qPrintable(face.facts().name));
            }
        }
    }
}

void TstTileFace::namesAreLegibleWhereverTheyFit()
{
    // Decision 38: at 1080 lines a name has 27 pixels or more wherever the tile has room for it.
    QVERIFY(wallTileType(QSize(300, 140), 27).name >= 27 || wallTileType(QSize(300, 140), 25).name >= 25);
    QVERIFY(wallTileType(QSize(280, 70), 27).name >= 27);
    QCOMPARE(wallTileType(QSize(20, 16), 27).name, 0.0); // a map of shapes
}

void TstTileFace::ownedLooksOutlined()
{
    const auto painted = [](const TileFacts &facts) {
        QImage image(320, 160, QImage::Format_RGB32);
        QPainter painter(&image);
        TileFace face;
        face.prepare(facts, image.rect(), deskTileType(), TileLoudness::Wall);
        face.paint(painter);
        return image.pixelColor(160, 150);
    };
    TileFacts facts = factsOf(1, true, TileLoudness::Wall);
    const QColor filled = painted(facts);
    facts.owned = true;
    QVERIFY(filled.red() > painted(facts).red() + 80);
}

QTEST_MAIN(TstTileFace)
#include "tst_tile_face.moc"
