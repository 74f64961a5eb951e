// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/source_list.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/state_badge.h"
#include "widgets/style/metrics.h"

#include <QGridLayout>
#include <QLabel>

namespace tocsin {

SourceList::SourceList(const BoardFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_layout(new QGridLayout(this))
    , m_none(new QLabel(tr("No source is configured. Add one under `sources:` in the configuration."), this))
{
    setObjectName(QStringLiteral("sourceList"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(metrics::gapLarge);
    m_layout->setVerticalSpacing(metrics::gap);
    m_layout->setColumnStretch(3, 1);
    m_none->setWordWrap(true);
    m_none->setProperty("tone", QStringLiteral("muted"));
    m_layout->addWidget(m_none, 0, 0, 1, 4);
    connect(&feed, &BoardFeed::changed, this, &SourceList::refresh);
    refresh();
}

void SourceList::addRow()
{
    Row row{new StateBadge(this), new QLabel(this), new QLabel(this), new QLabel(this)};
    const int line = static_cast<int>(m_rows.size()) + 1;
    row.remark->setWordWrap(true);
    row.remark->setProperty("tone", QStringLiteral("muted"));
    for (QLabel *label : {row.name, row.age, row.remark})
        showPlain(*label);
    m_layout->addWidget(row.badge, line, 0, Qt::AlignTop);
    m_layout->addWidget(row.name, line, 1, Qt::AlignTop);
    m_layout->addWidget(row.age, line, 2, Qt::AlignTop);
    m_layout->addWidget(row.remark, line, 3);
    m_rows.push_back(row);
}

void SourceList::tick(Instant now)
{
    m_now = now;
    refresh();
}

void SourceList::refresh()
{
    const auto &sources = m_feed.board().sources;
    m_none->setVisible(sources.empty());
    while (m_rows.size() < sources.size())
        addRow();
    std::size_t i = 0;
    for (const auto &[id, source] : sources) {
        const Row &row = m_rows[i++];
        row.badge->setState(source.state);
        row.badge->setWord(words::stateName(source.state));
        row.name->setText(QStringLiteral("%1 (%2)").arg(plainLine(id.text()), plainLine(source.type)));
        row.age->setText(tr("answered %1").arg(words::ago(source.lastGood, m_now)));
        QStringList remarks{words::sentence(source.reason)};
        for (const Reason &remark : source.remarks)
            remarks << words::sentence(remark);
        remarks.removeAll(QString());
        row.remark->setText(remarks.join(QLatin1Char('\n')));
    }
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const bool isUsed = row < sources.size();
        m_rows[row].badge->setVisible(isUsed);
        for (QLabel *label : {m_rows[row].name, m_rows[row].age, m_rows[row].remark})
            label->setVisible(isUsed);
    }
}

} // namespace tocsin
