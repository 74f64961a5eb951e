// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/charts/decimate.h"
#include "widgets/charts/time_window.h"

#include <QChartView>
#include <QTimeZone>

#include <optional>

namespace tocsin {

class PhaseStack;

/// The latency of one check over time, by phase, with a mark for each change of state. Drag to zoom, `+ - 0` and the arrow
/// keys do the same; the pointer reads figures out. Shows the time with answers at first, at most an hour, and moves on with the
/// clock. UI thread only; owned by its parent.
class LatencyChart final : public QChartView
{
    Q_OBJECT

public:
    explicit LatencyChart(QWidget *parent = nullptr);

    /// Begins anew for another check. `interval` tells a gap from the usual distance of two samples.
    void setCheck(const QString &name, Duration interval);
    /// Takes the history over; samples that arrived in the meantime are kept behind it.
    void setSamples(std::vector<LatencySample> samples);
    void append(const LatencySample &sample);
    void setNow(Instant now);
    void setZone(const QTimeZone &zone);

    const TimeWindow &window() const { return m_window; }
    /// What the pointer or a screen reader is told of the moment nearest to `at`; empty when nothing is near.
    QString readOut(Instant at) const;

signals:
    /// A person looks at another stretch of time.
    void windowChanged(tocsin::Instant from, tocsin::Instant to);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitWindow();
    void refresh();
    void describe(const std::vector<LatencySample> &shown);
    void windowMoved();
    Duration timeOfAPixel() const;
    double xOf(Instant at) const;
    Instant timeAt(double x) const;
    const LatencySample *nearest(Instant at) const;
    void paintMarks(QPainter &painter, const QRectF &plot) const;
    void paintReadOut(QPainter &painter, const QRectF &plot) const;
    void paintHint(QPainter &painter, const QRectF &plot) const;

    PhaseStack *m_stack;
    SamplePyramid m_pyramid;
    std::vector<StateMark> m_marks;
    TimeWindow m_window;
    TimeWindow m_shown; ///< what the picture was last made of
    QString m_name;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Duration m_interval = std::chrono::seconds(30);
    std::optional<double> m_dragFrom; ///< x of the scene
    std::optional<double> m_pointer;
};

} // namespace tocsin
