// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manual_clock.h"
#include "tests/support/sample_board.h"
#include "widgets/style/theme.h"
#include "widgets/wall/wall_view.h"

#include <QTest>

using namespace tocsin;

namespace {

/// Counts what is painted, in pixels.
class PaintWatcher final : public QObject
{
public:
    explicit PaintWatcher(QWidget &widget) { widget.installEventFilter(this); }
    qint64 painted = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            for (const QRect &rect : static_cast<QPaintEvent *>(event)->region())
                painted += qint64(rect.width()) * rect.height();
        }
        return false;
    }
};

} // namespace

class TstWallView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyServiceHasItsTile_data();
    void everyServiceHasItsTile();
    void worstComesFirstAndLargest();
    void pagesRotateAndADownInterrupts();
    void aNewDownAnnouncesItselfThenStays();
    void whatIsDownAtStartIsNoNews();
    void blindnessAndConfigurationArePainted();
    void theClockMovesVisibly();
    void oneTileRepaintsAlone();
    void emptyShopSaysWhatToDo();
    void nightDarkensCalmOnly();

private:
    void load(int services, bool burning, QSize size = QSize(1920, 1080), WallOptions options = {});
    void change(int index, State state);

    ManualClock m_clock{sample::now};
    std::unique_ptr<BoardFeed> m_feed;
    std::unique_ptr<WallView> m_wall;
    Changes m_loaded;
};

void TstWallView::init()
{
    static Theme theme;
    theme.apply(ThemeKind::Dark);
    m_clock.advance(sample::now - m_clock.now());
    m_wall.reset();
    m_feed = std::make_unique<BoardFeed>();
}

void TstWallView::load(int services, bool burning, QSize size, WallOptions options)
{
    m_wall = std::make_unique<WallView>(*m_feed, m_clock, options);
    m_wall->resize(size);
    m_wall->show();
    m_loaded = sample::board(services, burning);
    m_feed->apply(m_loaded);
    QTest::qWait(1);
}

void TstWallView::change(int index, State state)
{
    ServiceStatus service = m_loaded.services[static_cast<std::size_t>(index)];
    service.state = state;
    service.since = m_clock.now();
    Changes changes;
    changes.services.push_back(service);
    m_feed->apply(changes);
}

void TstWallView::everyServiceHasItsTile_data()
{
    QTest::addColumn<int>("services");
    QTest::addColumn<QSize>("size");
    for (const int services : {3, 24, 300}) {
        for (const QSize size : {QSize(1280, 800), QSize(1080, 1920), QSize(1920, 1080), QSize(3840, 2160)})
            QTest::newRow(qPrintable(QStringLiteral("%1 at %2x%3").arg(services).arg(size.width()).arg(size.height())))
                << services << size;
    }
}

void TstWallView::everyServiceHasItsTile()
{
    QFETCH(int, services);
    QFETCH(QSize, size);
    load(services, true, size, {.onePage = true});
    QCOMPARE(m_wall->faces().size(), static_cast<std::size_t>(services));
    for (const TileFace &face : m_wall->faces()) {
        QVERIFY(m_wall->rect().contains(face.rect()));
        for (const QRectF &text : face.textBoxes())
            QVERIFY2(QRectF(face.rect()).adjusted(0, -2, 0, 2).contains(text), qPrintable(face.facts().name));
    }
}

void TstWallView::worstComesFirstAndLargest()
{
    load(24, true);
    const std::vector<TileFace> &faces = m_wall->faces();
    QCOMPARE(faces.front().facts().name, QStringLiteral("Payments"));
    QVERIFY(faces.front().rect().height() > faces.back().rect().height());
    QVERIFY(m_wall->accessibleDescription().startsWith(QStringLiteral("Payments, down")));
}

void TstWallView::pagesRotateAndADownInterrupts()
{
    load(300, false);
    QVERIFY(m_wall->pageCount() > 1);
    QCOMPARE(m_wall->page(), 0);
    m_clock.advance(std::chrono::seconds(31));
    m_wall->tick(m_clock.now());
    QCOMPARE(m_wall->page(), 1);
    change(299, State::Down);
    QCOMPARE(m_wall->page(), 0);
    QCOMPARE(m_wall->faces().front().facts().state, State::Down);
    m_clock.advance(std::chrono::seconds(31));
    m_wall->tick(m_clock.now());
    QCOMPARE(m_wall->page(), 1);
    QCOMPARE(m_wall->faces().front().facts().state, State::Down); // on every page
}

void TstWallView::aNewDownAnnouncesItselfThenStays()
{
    load(24, false);
    change(7, State::Down);
    const ServiceId service = m_loaded.services[7].id;
    QVERIFY(m_wall->isAnnouncing(service));
    m_clock.advance(std::chrono::seconds(13));
    m_wall->tick(m_clock.now());
    QVERIFY(!m_wall->isAnnouncing(service));
    QCOMPARE(m_wall->faces().front().facts().state, State::Down);
}

void TstWallView::whatIsDownAtStartIsNoNews()
{
    load(24, true);
    QVERIFY(!m_wall->isAnnouncing(m_loaded.services[0].id));
}

void TstWallView::blindnessAndConfigurationArePainted()
{
    load(24, false);
    const QColor alarm = themePalette().tile(State::Down, false, TileLoudness::Wall).ground;
    const auto isAlarming = [&] { return m_wall->grab().toImage().pixelColor(900, 20) == alarm; };
    QVERIFY(!isAlarming());
    Changes blind;
    blind.station = StationStatus{true, sample::now, Reason(sample::kGateway)};
    m_feed->apply(blind);
    QVERIFY(isAlarming());
    blind.station = StationStatus{};
    m_feed->apply(blind);
    QVERIFY(!isAlarming());
    m_wall->setConfigurationErrors({QStringLiteral("shop.yaml:3:1: unknown key")});
    QVERIFY(isAlarming());
    QVERIFY(QApplication::topLevelWidgets().size() == 1); // painted, never a dialog
}

void TstWallView::theClockMovesVisibly()
{
    load(24, false);
    const QImage before = m_wall->grab().toImage();
    m_clock.advance(std::chrono::seconds(1));
    m_wall->tick(m_clock.now());
    QVERIFY(before.copy(1600, 0, 320, 110) != m_wall->grab().toImage().copy(1600, 0, 320, 110));
}

void TstWallView::oneTileRepaintsAlone()
{
    load(300, false, QSize(1920, 1080), {.onePage = true});
    QVERIFY(QTest::qWaitForWindowExposed(m_wall.get()));
    QTest::qWait(20);
    PaintWatcher watcher(*m_wall);
    Changes changes;
    changes.services.push_back(m_loaded.services[100]);
    changes.services.back().owned = true;
    m_feed->apply(changes);
    QTest::qWait(20);
    QVERIFY(watcher.painted > 0);
    QVERIFY2(watcher.painted < 1920 * 1080 / 5, qPrintable(QString::number(watcher.painted)));
}

void TstWallView::emptyShopSaysWhatToDo()
{
    load(0, false);
    QVERIFY(m_wall->faces().empty());
    const QImage image = m_wall->grab().toImage();
    bool hasText = false;
    for (int x = 600; x < 1300; ++x)
        hasText = hasText || image.pixelColor(x, 560) != themePalette().ground;
    QVERIFY(hasText);
}

void TstWallView::nightDarkensCalmOnly()
{
    m_clock.advance(sample::now + std::chrono::hours(11) - m_clock.now()); // 23:04
    load(24, false, QSize(1280, 800), {.nightDim = 0.6});
    const QPoint inTile = m_wall->faces().back().rect().bottomRight() - QPoint(20, 8);
    const QColor dimmed = m_wall->grab().toImage().pixelColor(inTile);
    QVERIFY(dimmed.lightness() < themePalette().surface.lightness());
    change(0, State::Down);
    const QPoint calm = m_wall->faces().back().rect().bottomRight() - QPoint(20, 8);
    QCOMPARE(m_wall->grab().toImage().pixelColor(calm), themePalette().surface);
}

QTEST_MAIN(TstWallView)
#include "tst_wall_view.moc"
