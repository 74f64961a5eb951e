// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/metric_list.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/section_header.h"
#include "widgets/common/sparkline.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tocsin {

namespace {

constexpr int kRunHeight = 40; ///< pixels at scale 1
constexpr int kRunWidth = 140;

QString figureOf(double value, const std::string &unit)
{
    const words::Quantity quantity = words::quantity(value, unit);
    return plainLine((quantity.figure + QLatin1Char(' ') + quantity.unit).trimmed().toStdString(), 60);
}

} // namespace

/// One run of values with its highest and lowest. UI thread; owned by its list.
class MetricRun final : public QWidget
{
public:
    explicit MetricRun(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(scaled(kRunHeight));
        setMinimumWidth(scaled(kRunWidth));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setRun(const MetricStatus &metric)
    {
        m_values.clear();
        for (const Sample &sample : metric.recent) {
            if (std::isfinite(sample.value))
                m_values.push_back(sample.value);
        }
        m_highest.clear();
        m_lowest.clear();
        if (m_values.size() >= 2) {
            const auto [lowest, highest] = std::minmax_element(m_values.begin(), m_values.end());
            m_highest = figureOf(*highest, metric.unit);
            m_lowest = figureOf(*lowest, metric.unit);
        }
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_values.size() < 2)
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QFont font = textFont(TextSize::Small);
        const int room
            = std::max(QFontMetrics(font).horizontalAdvance(m_highest), QFontMetrics(font).horizontalAdvance(m_lowest));
        const QRectF area = QRectF(rect()).adjusted(0, 3, -room - metrics::gapSmall, -3);
        paintSparkline(painter, area, m_values, themePalette().focus);
        painter.setFont(font);
        painter.setPen(themePalette().muted);
        const QRect texts(width() - room, 0, room, height());
        painter.drawText(texts, Qt::AlignRight | Qt::AlignTop, m_highest);
        if (m_lowest != m_highest)
            painter.drawText(texts, Qt::AlignRight | Qt::AlignBottom, m_lowest);
    }

private:
    std::vector<double> m_values;
    QString m_highest;
    QString m_lowest;
};

MetricList::MetricList(QWidget *parent)
    : QWidget(parent)
    , m_header(new SectionHeader(tr("Metrics"), this))
    , m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("detail.metrics"));
    m_header->setRemark(tr("last hour"));
    m_grid->setHorizontalSpacing(metrics::gap);
    m_grid->setVerticalSpacing(metrics::grid);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(2, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(m_header);
    layout->addLayout(m_grid);
    hide();
}

void MetricList::addRow()
{
    const Row row{new ElidedLabel(this), new QLabel(this), new MetricRun(this), new QLabel(this)};
    const int line = 2 * static_cast<int>(m_rows.size());
    row.figure->setProperty("tone", QStringLiteral("heading"));
    row.figure->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    row.reason->setProperty("tone", QStringLiteral("muted"));
    row.reason->setWordWrap(true);
    showPlain(*row.figure);
    showPlain(*row.reason);
    m_grid->addWidget(row.name, line, 0);
    m_grid->addWidget(row.figure, line, 1);
    m_grid->addWidget(row.run, line, 2);
    m_grid->addWidget(row.reason, line + 1, 0, 1, 3);
    m_rows.push_back(row);
}

void MetricList::fill(const Row &row, const MetricStatus &metric, Instant now)
{
    row.name->setFullText(plainLine(metric.name));
    row.figure->setText(metric.value ? figureOf(*metric.value, metric.unit) : tr("no data"));
    row.run->setRun(metric);
    QString reason = plainLine(words::sentence(metric.reason).toStdString(), 400);
    if (!metric.value && metric.at)
        reason = tr("%1; the last figure came %2").arg(reason, words::ago(metric.at, now));
    row.reason->setText(reason);
    row.reason->setVisible(!metric.value && !reason.isEmpty());
}

void MetricList::setMetrics(const std::vector<MetricStatus> &metrics, Instant now)
{
    setVisible(!metrics.empty());
    while (m_rows.size() < metrics.size())
        addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isUsed = i < metrics.size();
        const Row &row = m_rows[i];
        for (QWidget *part : std::initializer_list<QWidget *>{row.name, row.figure, row.run, row.reason})
            part->setVisible(isUsed);
        if (isUsed)
            fill(row, metrics[i], now);
    }
}

} // namespace tocsin
