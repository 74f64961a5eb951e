// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/phase_stack.h"

#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QAreaSeries>
#include <QCoreApplication>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace tocsin {

namespace {

constexpr std::array kPhaseNames{QT_TRANSLATE_NOOP("Phases", "dns"), QT_TRANSLATE_NOOP("Phases", "connect"),
    QT_TRANSLATE_NOOP("Phases", "tls"), QT_TRANSLATE_NOOP("Phases", "first byte"), QT_TRANSLATE_NOOP("Phases", "rest")};
constexpr double kSecondsFrom = 2000; ///< milliseconds; axes that reach higher are labelled in seconds

double milliseconds(Instant at)
{
    return static_cast<double>(at.time_since_epoch().count());
}

/// The top of an axis, and into how many parts it is divided so that each label is a round number.
struct Scale {
    double top;
    int parts;
};

Scale scaleFor(double highest)
{
    constexpr std::array<Scale, 8> kSteps{{{1, 5}, {1.5, 3}, {2, 4}, {2.5, 5}, {3, 3}, {4, 4}, {5, 5}, {8, 4}}};
    const double power = std::pow(10.0, std::floor(std::log10(std::max(highest, 1.0))));
    for (const Scale &step : kSteps) {
        if (highest <= step.top * power)
            return {step.top * power, step.parts};
    }
    return {10 * power, 5};
}

QDateTime localTime(double milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds));
}

double shiftTo(const QTimeZone &zone, Instant at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    return (zone.offsetFromUtc(moment) - QTimeZone::systemTimeZone().offsetFromUtc(moment)) * 1000.0;
}

} // namespace

QString phaseName(std::size_t phase)
{
    return QCoreApplication::translate("Phases", kPhaseNames.at(phase));
}

QColor phaseColour(std::size_t phase)
{
    const PhaseColours &p = themePalette().phases;
    const std::array colours{p.dns, p.connect, p.tls, p.firstByte, p.rest};
    return colours.at(phase);
}

std::array<double, phaseCount> phaseParts(const LatencySample &sample)
{
    const std::uint64_t known = std::uint64_t{sample.dnsUs} + sample.connectUs + sample.tlsUs + sample.firstByteUs;
    const std::uint64_t rest = sample.totalUs > known ? sample.totalUs - known : 0;
    return {sample.dnsUs / 1000.0, sample.connectUs / 1000.0, sample.tlsUs / 1000.0, sample.firstByteUs / 1000.0,
        static_cast<double>(rest) / 1000.0};
}

PhaseStack::PhaseStack()
    : m_times(new QDateTimeAxis(this))
    , m_values(new QValueAxis(this))
{
    legend()->hide();
    setMargins(QMargins(0, 0, 0, 0));
    setBackgroundVisible(false);
    setAnimationOptions(QChart::NoAnimation);
    setLocalizeNumbers(true);
    layout()->setContentsMargins(0, 0, 0, 0);
    addAxis(m_times, Qt::AlignBottom);
    addAxis(m_values, Qt::AlignLeft);
    m_times->setLineVisible(false);
    m_times->setGridLineVisible(false);
    m_values->setLineVisible(false);
    for (QLineSeries *&line : m_lines)
        line = new QLineSeries(this);
    for (std::size_t phase = 0; phase < phaseCount; ++phase) {
        m_areas[phase] = new QAreaSeries(m_lines[phase + 1], m_lines[phase]);
        addSeries(m_areas[phase]);
        m_areas[phase]->attachAxis(m_times);
        m_areas[phase]->attachAxis(m_values);
    }
    applyTheme();
}

void PhaseStack::applyTheme()
{
    const Palette &palette = themePalette();
    for (std::size_t phase = 0; phase < phaseCount; ++phase) {
        m_areas[phase]->setPen(Qt::NoPen);
        m_areas[phase]->setBrush(phaseColour(phase));
    }
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(m_times), static_cast<QAbstractAxis *>(m_values)}) {
        axis->setLabelsColor(palette.muted);
        axis->setLabelsFont(textFont(TextSize::Small));
        axis->setGridLineColor(palette.line);
    }
}

void PhaseStack::setLabelRoom(int width)
{
    m_times->setTickCount(std::clamp(width / scaled(120), 2, 7));
}

void PhaseStack::scale(double highest)
{
    const Scale wanted = scaleFor(std::max(highest * 1.05, 5.0));
    m_top = wanted.top;
    m_values->setTickCount(wanted.parts + 1);
    const bool isInSeconds = m_top >= kSecondsFrom;
    m_values->setRange(0, isInSeconds ? m_top / 1000 : m_top);
    m_values->setLabelFormat(isInSeconds ? QStringLiteral("%.1f s") : QStringLiteral("%.0f ms"));
}

void PhaseStack::labelTimes(Instant from, Instant to)
{
    m_times->setRange(localTime(milliseconds(from) + m_shift), localTime(milliseconds(to) + m_shift));
    const Duration length = to - from;
    m_times->setFormat(length < std::chrono::minutes(10) ? QStringLiteral("HH:mm:ss")
            : length > std::chrono::hours(24)            ? QStringLiteral("d MMM HH:mm")
                                                         : QStringLiteral("HH:mm"));
}

void PhaseStack::show(const std::vector<LatencySample> &samples, Instant from, Instant to, Duration gapAfter)
{
    m_shift = shiftTo(m_zone, to);
    double highest = 0;
    for (const LatencySample &sample : samples)
        highest = std::max(highest, sample.totalUs / 1000.0);
    scale(highest);
    const double unit = m_top >= kSecondsFrom ? 1000 : 1;

    std::array<QList<QPointF>, phaseCount + 1> points;
    for (QList<QPointF> &list : points)
        list.reserve(static_cast<qsizetype>(samples.size()) + 8);
    const auto dropToZero = [&](Instant at) {
        for (QList<QPointF> &list : points)
            list.append({milliseconds(at) + m_shift, 0});
    };
    for (std::size_t i = 0; i < samples.size(); ++i) {
        // In a gap all areas have no height, so that nothing is painted there.
        if (i > 0 && samples[i].at - samples[i - 1].at > gapAfter) {
            dropToZero(samples[i - 1].at);
            dropToZero(samples[i].at);
        }
        double height = 0;
        const std::array<double, phaseCount> parts = phaseParts(samples[i]);
        const double x = milliseconds(samples[i].at) + m_shift;
        points[0].append({x, 0});
        for (std::size_t phase = 0; phase < phaseCount; ++phase) {
            height += parts[phase];
            points[phase + 1].append({x, height / unit});
        }
    }
    for (std::size_t i = 0; i < points.size(); ++i)
        m_lines[i]->replace(points[i]);
    labelTimes(from, to);
}

} // namespace tocsin
