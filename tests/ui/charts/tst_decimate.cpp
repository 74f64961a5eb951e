// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/decimate.h"
#include "widgets/charts/time_window.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace tocsin;

namespace {

LatencySample sampleAt(int second, std::uint32_t totalUs, State state = State::Ok)
{
    LatencySample sample;
    sample.at = Instant(std::chrono::seconds(second));
    sample.totalUs = totalUs;
    sample.state = state;
    return sample;
}

std::vector<LatencySample> noise(int count)
{
    std::mt19937 random(7);
    std::vector<LatencySample> samples;
    for (int i = 0; i < count; ++i)
        samples.push_back(sampleAt(i, 1000 + static_cast<std::uint32_t>(random() % 100000)));
    return samples;
}

Instant second(int seconds)
{
    return Instant(std::chrono::seconds(seconds));
}

} // namespace

class TstDecimate : public QObject
{
    Q_OBJECT

private slots:
    void fewSamplesComeAsTheyAre();
    void keepsTheExtremesOfEachColumn_data();
    void keepsTheExtremesOfEachColumn();
    void linesReachTheEdges();
    void appendingEqualsBuilding();
    void samplesOutOfOrderAreLeftOut();
    void windowFollowsTheClockUntilMoved();
    void windowKeepsItsLimits();
    void marksEveryChange();
};

void TstDecimate::fewSamplesComeAsTheyAre()
{
    const std::vector<LatencySample> samples = noise(50);
    QVERIFY(SamplePyramid(samples).decimate(second(0), second(100), 50) == samples);
    QVERIFY(SamplePyramid().decimate(second(0), second(100), 50).empty());
}

void TstDecimate::keepsTheExtremesOfEachColumn_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("columns");
    QTest::newRow("uneven") << 1013 << 97;
    QTest::newRow("one column") << 5000 << 1;
    QTest::newRow("several levels") << 100000 << 300;
}

void TstDecimate::keepsTheExtremesOfEachColumn()
{
    QFETCH(int, count);
    QFETCH(int, columns);
    const std::vector<LatencySample> samples = noise(count);
    const Instant from = second(count / 10);
    const Instant to = second(count - count / 10);
    const std::vector<LatencySample> thinned = SamplePyramid(samples).decimate(from, to, columns);
    QVERIFY(thinned.size() <= static_cast<std::size_t>(columns) * 2 + 2);
    QVERIFY(std::is_sorted(thinned.begin(), thinned.end(), [](const auto &a, const auto &b) { return a.at < b.at; }));
    const auto shown
        = [&](const LatencySample &sample) { return std::find(thinned.begin(), thinned.end(), sample) != thinned.end(); };
    for (int column = 0; column < columns; ++column) {
        const Instant begin = from + (to - from) * column / columns;
        const Instant end = from + (to - from) * (column + 1) / columns;
        const LatencySample *slowest = nullptr;
        const LatencySample *fastest = nullptr;
        for (const LatencySample &sample : samples) {
            if (sample.at < begin || sample.at >= end)
                continue;
            slowest = !slowest || sample.totalUs > slowest->totalUs ? &sample : slowest;
            fastest = !fastest || sample.totalUs < fastest->totalUs ? &sample : fastest;
        }
        if (columns > 1 && column + 1 < columns) { // the last column takes in its end as well
            QVERIFY(!slowest || shown(*slowest));
            QVERIFY(!fastest || shown(*fastest));
        }
    }
}

void TstDecimate::linesReachTheEdges()
{
    const std::vector<LatencySample> thinned = SamplePyramid(noise(10000)).decimate(second(1000), second(9000), 100);
    QVERIFY(thinned.front().at < second(1000));
    QVERIFY(thinned.back().at > second(9000));
}

void TstDecimate::appendingEqualsBuilding()
{
    const std::vector<LatencySample> samples = noise(5000);
    SamplePyramid grown;
    for (const LatencySample &sample : samples)
        grown.append(sample);
    const SamplePyramid built(samples);
    for (const int columns : {1, 10, 333})
        QVERIFY(grown.decimate(second(3), second(4711), columns) == built.decimate(second(3), second(4711), columns));
}

void TstDecimate::samplesOutOfOrderAreLeftOut()
{
    SamplePyramid pyramid(noise(10));
    pyramid.append(sampleAt(3, 1));
    pyramid.append(sampleAt(9, 1));
    QCOMPARE(pyramid.samples().size(), std::size_t(10));
}

void TstDecimate::windowFollowsTheClockUntilMoved()
{
    TimeWindow window(second(10000));
    window.setLatest(second(10010));
    QCOMPARE(window.to(), second(10010));
    window.pan(-0.5);
    QVERIFY(!window.isLive());
    const Instant there = window.to();
    window.setLatest(second(20000));
    QCOMPARE(window.to(), there);
    window.reset();
    QCOMPARE(window.to(), second(20000));
    QCOMPARE(window.length(), Duration(std::chrono::hours(1)));
}

void TstDecimate::windowKeepsItsLimits()
{
    TimeWindow window(second(100000));
    for (int i = 0; i < 40; ++i)
        window.zoom(2);
    QCOMPARE(window.length(), TimeWindow::shortest);
    for (int i = 0; i < 40; ++i)
        window.zoom(0.5);
    QCOMPARE(window.length(), TimeWindow::longest);
    window.pan(3);
    QCOMPARE(window.to(), second(100000));
    window.show(second(5000), second(6000));
    QCOMPARE(window.from(), second(5000));
    QCOMPARE(window.to(), second(6000));
}

void TstDecimate::marksEveryChange()
{
    const std::vector<LatencySample> samples{
        sampleAt(1, 1), sampleAt(2, 1), sampleAt(3, 1, State::Down), sampleAt(4, 1, State::Down), sampleAt(5, 1, State::Ok)};
    const std::vector<StateMark> wanted{{second(3), State::Down}, {second(5), State::Ok}};
    QCOMPARE(stateMarks(samples), wanted);
}

QTEST_GUILESS_MAIN(TstDecimate)
#include "tst_decimate.moc"
