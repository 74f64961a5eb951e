// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/sample_board.h"
#include "widgets/charts/latency_chart.h"
#include "widgets/charts/phase_legend.h"
#include "widgets/style/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace tocsin;

class TstLatencyChart : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void showsTheLastHour();
    void aYoungCheckFillsTheWidth();
    void keysZoomAndMove();
    void draggingZooms();
    void readsOutPhasesInWords();
    void gapsStayEmpty();
    void describesItselfToScreenReaders();
    void liveSamplesJoinTheHistory();

private:
    std::unique_ptr<LatencyChart> m_chart;
};

void TstLatencyChart::init()
{
    static Theme theme;
    theme.apply(ThemeKind::Dark);
    m_chart = std::make_unique<LatencyChart>();
    m_chart->resize(800, 260);
    m_chart->setCheck(QStringLiteral("health"), std::chrono::seconds(10));
    m_chart->setNow(sample::now);
    m_chart->setSamples(sample::history(CheckId("Payments/health")));
    m_chart->show();
}

void TstLatencyChart::showsTheLastHour()
{
    QCOMPARE(m_chart->window().to(), sample::now);
    QCOMPARE(m_chart->window().from(), sample::now - std::chrono::hours(1));
}

void TstLatencyChart::aYoungCheckFillsTheWidth()
{
    m_chart->setCheck(QStringLiteral("new"), std::chrono::seconds(10));
    LatencySample first;
    first.check = CheckId("Payments/new");
    first.at = sample::now - std::chrono::seconds(20);
    first.totalUs = 9000;
    m_chart->append(first);
    QCOMPARE(m_chart->window().length(), Duration(std::chrono::minutes(5)));
    m_chart->setNow(sample::now + std::chrono::minutes(9)); // grows with what is known
    QCOMPARE(m_chart->window().length(), Duration(std::chrono::minutes(15)));
    QTest::keyClick(m_chart.get(), Qt::Key_Plus); // a person's choice stands
    const Duration chosen = m_chart->window().length();
    m_chart->setNow(sample::now + std::chrono::minutes(20));
    QCOMPARE(m_chart->window().length(), chosen);
    QTest::keyClick(m_chart.get(), Qt::Key_0);
    QCOMPARE(m_chart->window().length(), Duration(std::chrono::minutes(30)));
}

void TstLatencyChart::keysZoomAndMove()
{
    QSignalSpy moved(m_chart.get(), &LatencyChart::windowChanged);
    QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QCOMPARE(m_chart->window().length(), Duration(std::chrono::minutes(30)));
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QCOMPARE(m_chart->window().to(), sample::now - std::chrono::milliseconds(450000));
    QTest::keyClick(m_chart.get(), Qt::Key_0);
    QCOMPARE(m_chart->window().from(), sample::now - std::chrono::hours(1));
    QTest::keyClick(m_chart.get(), Qt::Key_Minus);
    QCOMPARE(m_chart->window().length(), Duration(std::chrono::hours(2)));
    QCOMPARE(moved.count(), 4);
}

void TstLatencyChart::draggingZooms()
{
    const QRectF plot = m_chart->chart()->plotArea();
    const int y = static_cast<int>(plot.center().y());
    const QPoint quarter(static_cast<int>(plot.left() + plot.width() / 4), y);
    const QPoint middle(static_cast<int>(plot.left() + plot.width() / 2), y);
    QTest::mousePress(m_chart->viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseRelease(m_chart->viewport(), Qt::LeftButton, {}, quarter);
    const Duration off = m_chart->window().length() - std::chrono::minutes(15);
    QVERIFY(std::chrono::abs(off) < std::chrono::seconds(20));
    QVERIFY(std::chrono::abs(m_chart->window().to() - (sample::now - std::chrono::minutes(30))) < std::chrono::seconds(10));
}

void TstLatencyChart::readsOutPhasesInWords()
{
    const QString text = m_chart->readOut(sample::now - std::chrono::seconds(60));
    QVERIFY2(text.contains(QStringLiteral("DOWN")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("first byte")), qPrintable(text));
    QVERIFY(m_chart->readOut(sample::now - std::chrono::hours(20)).isEmpty());
}

void TstLatencyChart::gapsStayEmpty()
{
    const QImage image = m_chart->grab().toImage();
    const QRectF plot = m_chart->chart()->plotArea();
    const auto hasFill = [&](double share) {
        const int x = static_cast<int>(plot.left() + plot.width() * share);
        for (int y = static_cast<int>(plot.top()) + 30; y < static_cast<int>(plot.bottom()) - 1; ++y) {
            if (image.pixelColor(x, y) == themePalette().phases.firstByte)
                return true;
        }
        return false;
    };
    QVERIFY(hasFill(0.3));
    QVERIFY(!hasFill(165.0 / 360));
}

void TstLatencyChart::describesItselfToScreenReaders()
{
    QCOMPARE(m_chart->accessibleName(), QStringLiteral("Latency of health"));
    QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("slowest")));
    QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("2 change")));
}

void TstLatencyChart::liveSamplesJoinTheHistory()
{
    LatencySample sample = sample::history(CheckId("Payments/health")).back();
    sample.at = sample::now + std::chrono::seconds(10);
    sample.state = State::Ok;
    m_chart->append(sample);
    m_chart->setSamples(sample::history(CheckId("Payments/health"))); // asked for earlier, arrives later
    m_chart->setNow(sample::now + std::chrono::seconds(12));
    QVERIFY(m_chart->readOut(sample.at).contains(QStringLiteral("OK")));
}

QTEST_MAIN(TstLatencyChart)
#include "tst_latency_chart.moc"
