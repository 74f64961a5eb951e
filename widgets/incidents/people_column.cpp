// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/people_column.h"

#include "models/items/incident_words.h"
#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/section_header.h"
#include "widgets/incidents/pair_list.h"
#include "widgets/style/metrics.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tocsin {

PeopleColumn::PeopleColumn(const IncidentFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_roles(new PairList(this))
    , m_times(new PairList(this))
    , m_dutyHeader(new SectionHeader(QString(), this))
    , m_duty(new QLabel(this))
{
    m_roles->setObjectName(QStringLiteral("incidentRoles"));
    m_roles->setAccessibleName(tr("Roles"));
    m_times->setObjectName(QStringLiteral("incidentTimes"));
    m_times->setAccessibleName(tr("Times"));
    m_duty->setObjectName(QStringLiteral("duty"));
    m_duty->setTextFormat(Qt::PlainText);
    m_duty->setWordWrap(true);
    m_duty->setProperty("tone", QStringLiteral("muted"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(new SectionHeader(tr("Roles"), this));
    layout->addWidget(m_roles);
    layout->addWidget(m_dutyHeader);
    layout->addWidget(m_duty);
    layout->addSpacing(metrics::gap);
    layout->addWidget(new SectionHeader(tr("Times"), this));
    layout->addWidget(m_times);
    connect(
        m_roles, &PairList::chosen, this, [this](int row) { emit roleChosen(m_shownRoles.at(static_cast<std::size_t>(row))); });
    connect(m_times, &PairList::chosen, this, [this](int row) { emit milestoneChosen(static_cast<MilestoneKind>(row)); });
}

void PeopleColumn::show(const IncidentPtr &incident, Instant now, const QTimeZone &zone)
{
    m_incident = incident;
    m_now = now;
    m_zone = zone;
    refreshRoles();
    refreshTimes();
}

void PeopleColumn::tick(Instant now)
{
    m_now = now;
    if (m_incident)
        refreshTimes(); // what is overdue stands out by itself
}

void PeopleColumn::refreshRoles()
{
    m_shownRoles = usualRoles();
    m_shownRoles.insert(m_shownRoles.end(), m_feed.rules().ownRoles.begin(), m_feed.rules().ownRoles.end());
    std::vector<PairRow> rows;
    QStringList duties;
    QStringList mine;
    for (const RoleId &role : m_shownRoles) {
        const std::string holder = m_incident->holderOf(role);
        const QString duty = words::sentence(dutyOf(role, m_incident->status));
        PairRow row{
            words::roleName(role), holder.empty() ? QStringLiteral("–") : plainLine(holder, 60), duty, {}, holder.empty(), false};
        rows.push_back(row);
        if (holder.empty() || holder != m_feed.person() || duty.isEmpty())
            continue;
        duties << duty + QLatin1Char('.');
        mine << row.name;
    }
    m_roles->setRows(std::move(rows));
    m_dutyHeader->setVisible(!duties.isEmpty());
    m_duty->setVisible(!duties.isEmpty());
    m_dutyHeader->setTitle(tr("Now, as %1").arg(mine.join(QStringLiteral(", "))));
    m_duty->setText(duties.join(QLatin1Char('\n')));
}

void PeopleColumn::refreshTimes()
{
    std::vector<PairRow> rows;
    for (std::size_t i = 0; i < milestoneCount; ++i) {
        const auto milestone = static_cast<MilestoneKind>(i);
        const Milestone &known = m_incident->milestone(milestone);
        QString value = words::milestoneTime(*m_incident, milestone, m_feed.rules());
        if (milestone == MilestoneKind::Started && known.at)
            value = words::shortTime(*known.at, m_now, m_zone);
        rows.push_back({words::milestoneName(milestone), value, words::milestoneSource(known, m_zone), {}, !known.at.has_value(),
            words::isMissed(*m_incident, milestone, m_feed.rules(), m_now)});
    }
    m_times->setRows(std::move(rows));
}

} // namespace tocsin
