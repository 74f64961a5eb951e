// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/detail_header.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/state_badge.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tocsin {

namespace {

QString remarkOf(const ServiceStatus &service)
{
    QStringList parts;
    if (service.id != otherAlerts)
        parts << DetailHeader::tr("tier %1").arg(service.tier);
    QStringList needed;
    for (const std::string &name : service.dependsOn)
        needed << plainLine(name);
    if (!needed.isEmpty())
        parts << DetailHeader::tr("depends on %1").arg(needed.join(QStringLiteral(", ")));
    if (service.owned)
        parts << DetailHeader::tr("%1 has it").arg(plainLine(service.owner));
    if (service.flapping)
        parts << DetailHeader::tr("flapping");
    return parts.join(QStringLiteral(" · "));
}

} // namespace

DetailHeader::DetailHeader(QWidget *parent)
    : QWidget(parent)
    , m_glyph(new StateBadge(this))
    , m_name(new ElidedLabel(this))
    , m_state(new QLabel(this))
    , m_since(new ElidedLabel(this))
    , m_remark(new ElidedLabel(this))
{
    m_glyph->setGlyphSide(18);
    m_name->setProperty("tone", QStringLiteral("title"));
    m_state->setProperty("tone", QStringLiteral("heading"));
    m_state->setTextFormat(Qt::PlainText);
    m_since->setProperty("tone", QStringLiteral("muted"));
    m_remark->setProperty("tone", QStringLiteral("muted"));
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::gap);
    line->addWidget(m_glyph);
    line->addWidget(m_name, 1);
    auto *below = new QHBoxLayout;
    below->setSpacing(metrics::gap);
    below->addWidget(m_state);
    below->addWidget(m_since, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::grid);
    layout->addLayout(line);
    layout->addLayout(below);
    layout->addWidget(m_remark);
}

void DetailHeader::setService(const ServiceStatus &service, Instant now)
{
    m_glyph->setState(service.state, service.owned ? GlyphFill::Outlined : GlyphFill::Filled);
    m_name->setFullText(service.id == otherAlerts ? tr("Other alerts") : plainLine(service.id.text()));
    m_state->setText(words::stateName(service.state));
    QPalette tone = m_state->palette();
    tone.setColor(QPalette::WindowText, themePalette().tone(service.state));
    m_state->setPalette(tone);
    m_since->setFullText(tr("since %1 · %2").arg(words::shortTime(service.since, now, m_zone), words::age(service.since, now)));
    m_since->setToolTip(words::localAndUtc(service.since, m_zone));
    m_remark->setFullText(remarkOf(service));
    setAccessibleName(words::tileSentence(service, m_zone));
}

} // namespace tocsin
