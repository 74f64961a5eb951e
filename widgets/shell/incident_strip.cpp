// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/incident_strip.h"

#include "models/items/incident_words.h"
#include "widgets/common/command_table.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>

namespace tocsin {

IncidentStrip::IncidentStrip(const IncidentFeed &incidents, QWidget *parent)
    : QFrame(parent)
    , m_incidents(incidents)
    , m_severity(new QLabel(this))
    , m_line(new ElidedLabel(this))
    , m_more(new QLabel(this))
{
    setObjectName(QStringLiteral("incidentStrip"));
    setProperty("role", QStringLiteral("panel"));
    setToolTip(commandTip(CommandId::GoIncident));
    m_severity->setTextFormat(Qt::PlainText);
    m_line->setObjectName(QStringLiteral("incidentLine"));
    m_more->setTextFormat(Qt::PlainText);
    m_more->setProperty("tone", QStringLiteral("muted"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::gapLarge, metrics::grid, metrics::gapLarge, metrics::grid);
    layout->setSpacing(metrics::gap);
    layout->addWidget(m_severity);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_more);
    connect(&incidents, &IncidentFeed::changed, this, &IncidentStrip::refresh);
    hide();
}

void IncidentStrip::tick(Instant now)
{
    m_now = now;
    refresh();
}

void IncidentStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit clicked();
}

void IncidentStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void IncidentStrip::refresh()
{
    const std::vector<IncidentPtr> &open = m_incidents.open();
    setVisible(!open.empty());
    if (open.empty())
        return;
    const Incident &worst = *open.front();
    const State loudness = worst.isBurning() ? loudnessOf(worst.severity) : State::Ok;
    const QString sheet = QStringLiteral("color: %1; font-weight: bold;").arg(themePalette().tone(loudness).name());
    if (m_severity->styleSheet() != sheet)
        m_severity->setStyleSheet(sheet);
    m_severity->setText(words::severity(worst.severity));
    m_line->setFullText(plainLine(words::incidentLine(worst, m_now).toStdString()));
    const int more = static_cast<int>(open.size()) - 1;
    m_more->setVisible(more > 0);
    m_more->setText(words::moreIncidents(more));
}

} // namespace tocsin
