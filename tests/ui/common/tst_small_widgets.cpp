// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/elided_label.h"
#include "widgets/common/latency_trail.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/sparkline.h"
#include "widgets/common/state_badge.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>

using namespace tocsin;

class TstSmallWidgets : public QObject
{
    Q_OBJECT

private slots:
    void outsideTextStaysPlain_data();
    void outsideTextStaysPlain();
    void longTextsAreCutVisibly();
    void elidedLabelKeepsTheWholeText();
    void badgeSpeaks();
    void sparklineLeavesGaps();
    void trailBeginsWithWhatTheJournalKnows();
};

void TstSmallWidgets::outsideTextStaysPlain_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("markup") << QByteArray("<b>x</b> & y") << QStringLiteral("<b>x</b> & y");
    QTest::newRow("lines") << QByteArray("a\r\nb\tc") << QStringLiteral("a b c");
    QTest::newRow("right-to-left override") << QByteArray("good\xe2\x80\xae"
                                                          "dab")
                                            << QStringLiteral("good dab");
    QTest::newRow("terminal escape") << QByteArray("\x1b[31mred") << QStringLiteral("[31mred");
}

void TstSmallWidgets::outsideTextStaysPlain()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, line);
    QCOMPARE(plainLine(text.toStdString()), line);
}

void TstSmallWidgets::longTextsAreCutVisibly()
{
    const QString cut = plainLine(std::string(2000, 'a'), 40);
    QCOMPARE(cut.size(), 40);
    QVERIFY(cut.endsWith(QChar(0x2026)));
    QCOMPARE(plainBlock("a\nb\x07"), QStringLiteral("a\nb") + QChar(QChar::ReplacementCharacter));
}

void TstSmallWidgets::elidedLabelKeepsTheWholeText()
{
    ElidedLabel label;
    label.setFullText(QStringLiteral("<i>a rather long sentence</i> that does not fit"));
    label.resize(80, 20);
    label.show();
    QVERIFY(label.text().endsWith(QChar(0x2026)));
    QVERIFY(label.toolTip().contains(QStringLiteral("&lt;i&gt;"))); // a tooltip must not become rich text
    label.resize(900, 20);
    QCOMPARE(label.text(), label.fullText());
    QVERIFY(label.toolTip().isEmpty());
}

void TstSmallWidgets::badgeSpeaks()
{
    StateBadge badge;
    badge.setState(State::Down);
    QCOMPARE(badge.accessibleName(), QStringLiteral("DOWN"));
    const int alone = badge.sizeHint().width();
    badge.setWord(QStringLiteral("2 DOWN"));
    QCOMPARE(badge.accessibleName(), QStringLiteral("2 DOWN"));
    QVERIFY(badge.sizeHint().width() > alone);
}

void TstSmallWidgets::sparklineLeavesGaps()
{
    QImage image(100, 20, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    const double gap = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> values{5, 5, 5, gap, gap, 5, 5, 5};
    paintSparkline(painter, image.rect(), values, Qt::white);
    const auto isDrawn = [&](int x) {
        for (int y = 0; y < image.height(); ++y) {
            if (qGray(image.pixel(x, y)) > 100)
                return true;
        }
        return false;
    };
    QVERIFY(isDrawn(10));
    QVERIFY(isDrawn(90));
    QVERIFY(!isDrawn(50));
}

void TstSmallWidgets::trailBeginsWithWhatTheJournalKnows()
{
    const ServiceId cart("Cart");
    const auto at = [](int seconds) { return Instant(std::chrono::seconds(seconds)); };
    LatencyTrail trail;
    Changes live;
    live.services.resize(1);
    live.services[0].id = cart;
    live.services[0].latency = Duration(40);
    live.services[0].lastProof = at(100);
    trail.take(live);
    std::vector<LatencySample> known;
    for (int i = 0; i < 200; ++i) {
        LatencySample sample;
        sample.at = at(i);
        sample.state = i == 98 ? State::Down : State::Ok; // how long a failure took says nothing about speed
        sample.totalUs = static_cast<std::uint32_t>(i) * 1000;
        known.push_back(sample);
    }
    trail.recall(cart, known); // also what was measured since: that is there already
    const std::vector<double> values = trail.of(cart);
    QCOMPARE(values.size(), LatencyTrail::longest);
    QCOMPARE(values.back(), 40.0);
    QCOMPARE(values[values.size() - 2], 99.0);
    QCOMPARE(values[values.size() - 3], 97.0);
    LatencyTrail early; // the journal was quicker than the first answer
    early.recall(cart, {known.begin(), known.begin() + 4});
    early.take(live);
    QCOMPARE(early.of(cart), (std::vector<double>{1, 2, 3, 40}));
}

QTEST_MAIN(TstSmallWidgets)
#include "tst_small_widgets.moc"
