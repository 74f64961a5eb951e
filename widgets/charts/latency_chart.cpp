// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/latency_chart.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/charts/phase_stack.h"
#include "widgets/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

constexpr double kZoomStep = 2;
constexpr double kPanStep = 0.25;
constexpr Duration kLongestAtFirst = std::chrono::hours(1);
constexpr std::array<Duration, 3> kLengthsAtFirst{std::chrono::minutes(5), std::chrono::minutes(15), std::chrono::minutes(30)};
constexpr double kShortestDrag = 6; ///< pixels; less is a click

} // namespace

LatencyChart::LatencyChart(QWidget *parent)
    : QChartView(new PhaseStack, parent) // given later, it would leave the view's own first chart without an owner
    , m_stack(static_cast<PhaseStack *>(chart()))
{
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(QStringLiteral("background: transparent"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContentsMargins(0, 0, 0, 0);
    setToolTip(tr("Drag to zoom, + and − zoom, arrows move, 0 goes back"));
}

void LatencyChart::setCheck(const QString &name, Duration interval)
{
    m_name = name;
    m_interval = interval;
    m_pyramid = {};
    m_marks.clear();
    m_window.setInitialLength(kLongestAtFirst);
    m_window.reset();
    refresh();
}

/// A check that is young shows its few minutes over the whole width.
void LatencyChart::fitWindow()
{
    if (m_pyramid.samples().empty())
        return;
    const Duration known = m_window.latest() - m_pyramid.samples().front().at;
    const auto length = std::find_if(kLengthsAtFirst.begin(), kLengthsAtFirst.end(), [&](Duration one) { return one >= known; });
    m_window.setInitialLength(length == kLengthsAtFirst.end() ? kLongestAtFirst : *length);
}

void LatencyChart::setSamples(std::vector<LatencySample> samples)
{
    const std::vector<LatencySample> arrived = m_pyramid.samples();
    m_pyramid = SamplePyramid(std::move(samples));
    for (const LatencySample &sample : arrived)
        m_pyramid.append(sample);
    m_marks = stateMarks(m_pyramid.samples());
    fitWindow();
    refresh();
}

void LatencyChart::append(const LatencySample &sample)
{
    const std::vector<LatencySample> &samples = m_pyramid.samples();
    if (!samples.empty() && samples.back().state != sample.state && sample.at > samples.back().at)
        m_marks.push_back({sample.at, sample.state});
    m_pyramid.append(sample);
    fitWindow();
    refresh();
}

void LatencyChart::setNow(Instant now)
{
    m_window.setLatest(now);
    fitWindow();
    // Over an hour the picture moves by a pixel every few seconds; before, there is nothing new to see.
    if (m_window.isLive() && (m_window.length() != m_shown.length() || m_window.to() - m_shown.to() >= timeOfAPixel()))
        refresh();
}

Duration LatencyChart::timeOfAPixel() const
{
    return m_window.length() / std::max(width(), 50);
}

void LatencyChart::refresh()
{
    m_stack->setLabelRoom(width());
    m_shown = m_window;
    const int columns = std::max(width(), 50);
    const std::vector<LatencySample> shown = m_pyramid.decimate(m_window.from(), m_window.to(), columns);
    m_stack->show(shown, m_window.from(), m_window.to(), std::max(m_interval * 3, timeOfAPixel() * 3));
    describe(shown);
    viewport()->update();
}

void LatencyChart::describe(const std::vector<LatencySample> &shown)
{
    setAccessibleName(tr("Latency of %1").arg(m_name));
    if (shown.empty()) {
        setAccessibleDescription(tr("No answers in this time"));
        return;
    }
    const auto [fastest, slowest] = std::minmax_element(
        shown.begin(), shown.end(), [](const LatencySample &a, const LatencySample &b) { return a.totalUs < b.totalUs; });
    const auto spoken = [](const LatencySample &sample) {
        return words::latency(std::chrono::duration_cast<Duration>(Micros(sample.totalUs)));
    };
    const auto changes = std::count_if(m_marks.begin(), m_marks.end(),
        [this](const StateMark &mark) { return mark.at >= m_window.from() && mark.at <= m_window.to(); });
    setAccessibleDescription(
        tr("From %1 to %2: fastest %3, slowest %4, last %5, %n change(s) of state", nullptr, static_cast<int>(changes))
            .arg(words::clockTime(m_window.from(), m_zone), words::clockTime(m_window.to(), m_zone), spoken(*fastest),
                spoken(*slowest), spoken(shown.back())));
}

void LatencyChart::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_stack->setZone(zone);
    refresh();
}

void LatencyChart::windowMoved()
{
    refresh();
    emit windowChanged(m_window.from(), m_window.to());
}

double LatencyChart::xOf(Instant at) const
{
    const QRectF plot = m_stack->plotArea();
    const double share = static_cast<double>((at - m_window.from()).count()) / static_cast<double>(m_window.length().count());
    return plot.left() + share * plot.width();
}

Instant LatencyChart::timeAt(double x) const
{
    const QRectF plot = m_stack->plotArea();
    const double share = std::clamp((x - plot.left()) / std::max(1.0, plot.width()), 0.0, 1.0);
    return m_window.from() + Duration(static_cast<Duration::rep>(static_cast<double>(m_window.length().count()) * share));
}

const LatencySample *LatencyChart::nearest(Instant at) const
{
    const std::vector<LatencySample> &samples = m_pyramid.samples();
    const auto after = std::lower_bound(
        samples.begin(), samples.end(), at, [](const LatencySample &sample, Instant t) { return sample.at < t; });
    const LatencySample *best = after == samples.end() ? nullptr : &*after;
    if (after != samples.begin() && (!best || at - (after - 1)->at < best->at - at))
        best = &*(after - 1);
    const Duration reach = std::max(m_interval * 2, m_window.length() / 60);
    return best && std::chrono::abs(best->at - at) <= reach ? best : nullptr;
}

QString LatencyChart::readOut(Instant at) const
{
    const LatencySample *sample = nearest(at);
    if (!sample)
        return {};
    const std::array<double, phaseCount> parts = phaseParts(*sample);
    QStringList phases;
    for (std::size_t phase = 0; phase < phaseCount; ++phase) {
        if (parts[phase] >= 0.05)
            phases << phaseName(phase) + QLatin1Char(' ')
                    + words::number(parts[phase] < 10 ? parts[phase] : std::round(parts[phase]));
    }
    const QString head = words::clockTime(sample->at, m_zone) + QLatin1Char(' ') + words::stateName(sample->state)
        + QStringLiteral("  ") + words::latency(std::chrono::duration_cast<Duration>(Micros(sample->totalUs)));
    return phases.isEmpty() ? head : head + QLatin1Char('\n') + phases.join(QStringLiteral(" · "));
}

void LatencyChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_window.zoom(kZoomStep);
        break;
    case Qt::Key_Minus:
        m_window.zoom(1 / kZoomStep);
        break;
    case Qt::Key_Left:
        m_window.pan(-kPanStep);
        break;
    case Qt::Key_Right:
        m_window.pan(kPanStep);
        break;
    case Qt::Key_0:
        m_window.reset();
        break;
    default:
        event->ignore();
        return;
    }
    windowMoved();
}

void LatencyChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_dragFrom = event->position().x();
    setFocus(Qt::MouseFocusReason);
}

void LatencyChart::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position().x();
    viewport()->update();
}

void LatencyChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_dragFrom)
        return;
    const double begin = *m_dragFrom;
    const double end = event->position().x();
    m_dragFrom.reset();
    if (std::abs(end - begin) >= kShortestDrag) {
        m_window.show(timeAt(std::min(begin, end)), timeAt(std::max(begin, end)));
        windowMoved();
    }
    viewport()->update();
}

void LatencyChart::mouseDoubleClickEvent(QMouseEvent *)
{
    m_dragFrom.reset();
    m_window.reset();
    windowMoved();
}

void LatencyChart::wheelEvent(QWheelEvent *event)
{
    // The page around the chart scrolls; only with Ctrl is the wheel meant for the chart.
    if (!(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    m_window.zoom(event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep);
    windowMoved();
    event->accept();
}

void LatencyChart::leaveEvent(QEvent *event)
{
    m_pointer.reset();
    viewport()->update();
    QChartView::leaveEvent(event);
}

void LatencyChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    refresh();
}

void LatencyChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_stack->applyTheme();
        refresh();
    }
}

} // namespace tocsin
