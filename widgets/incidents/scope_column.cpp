// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/scope_column.h"

#include "models/domain/incident/related.h"
#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/section_header.h"
#include "widgets/incidents/pair_list.h"
#include "widgets/style/metrics.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tocsin {

namespace {

constexpr std::size_t kMostRelated = 8;
constexpr std::size_t kMostLinked = 50;

std::optional<State> stateOfService(const ServiceId &service, const Board &board)
{
    const auto it = board.services.find(service);
    return it == board.services.end() ? std::nullopt : std::optional(it->second.state);
}

} // namespace

ScopeColumn::ScopeColumn(QWidget *parent)
    : QWidget(parent)
    , m_linked(new PairList(this))
    , m_nothing(new QLabel(this))
    , m_relatedHeader(new SectionHeader(tr("May belong to it"), this))
    , m_related(new PairList(this))
{
    m_linked->setObjectName(QStringLiteral("linkedAlerts"));
    m_linked->setAccessibleName(tr("What it is about"));
    m_related->setObjectName(QStringLiteral("relatedAlerts"));
    m_related->setAccessibleName(tr("May belong to it"));
    m_nothing->setText(tr("Nothing is linked. Mark alerts, or go to a tile, and press i."));
    m_relatedHeader->setRemark(tr("Enter links"));
    m_nothing->setObjectName(QStringLiteral("nothingLinked"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setProperty("tone", QStringLiteral("muted"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gapSmall);
    auto *header = new SectionHeader(tr("What it is about"), this);
    layout->addWidget(header);
    layout->addWidget(m_linked);
    layout->addWidget(m_nothing);
    layout->addSpacing(metrics::gap);
    layout->addWidget(m_relatedHeader);
    layout->addWidget(m_related);
    connect(m_linked, &PairList::chosen, this,
        [this](int row) { emit unlinkRequested(m_linkedScopes.at(static_cast<std::size_t>(row))); });
    connect(m_related, &PairList::chosen, this,
        [this](int row) { emit linkRequested(m_relatedScopes.at(static_cast<std::size_t>(row))); });
}

void ScopeColumn::show(const IncidentPtr &incident, const Board &board)
{
    showLinked(*incident, board);
    showRelated(*incident, board);
}

void ScopeColumn::showLinked(const Incident &incident, const Board &board)
{
    m_linkedScopes.clear();
    std::vector<PairRow> rows;
    for (const ServiceId &service : incident.services) {
        const std::optional<State> state = stateOfService(service, board);
        rows.push_back({plainLine(service.text(), 80), state ? words::stateName(*state) : tr("not watched"), {},
            state.value_or(State::Unknown), false, false});
        m_linkedScopes.push_back({{}, {service}, {}});
    }
    for (const CheckId &check : incident.checks) {
        const auto it = board.checks.find(check);
        const State state = it == board.checks.end() ? State::Unknown : it->second.state;
        rows.push_back({plainLine(check.text(), 80), words::stateName(state), {}, state, false, false});
        m_linkedScopes.push_back({{}, {}, {check}});
    }
    for (const LinkedAlert &linked : incident.alerts) {
        if (rows.size() >= kMostLinked)
            break;
        const auto it = board.alerts.find(linked.alert.key);
        const std::optional<State> state = it == board.alerts.end() ? std::nullopt : stateOf(*it->second);
        const QString word = it == board.alerts.end() ? (linked.resolvedAt ? tr("over") : tr("not listed"))
                                                      : plainLine(linked.alert.severity, 40);
        rows.push_back({plainLine(linked.alert.name, 120), word, plainLine(linked.alert.key.source.text(), 80),
            state.value_or(linked.resolvedAt ? State::Ok : State::Unknown), it == board.alerts.end(), false});
        m_linkedScopes.push_back({{linked.alert}, {}, {}});
    }
    m_nothing->setVisible(rows.empty());
    m_linked->setVisible(!rows.empty());
    m_linked->setRows(std::move(rows));
}

void ScopeColumn::showRelated(const Incident &incident, const Board &board)
{
    m_relatedScopes.clear();
    std::vector<PairRow> rows;
    if (incident.isOpen()) {
        for (const RelatedAlert &related : relatedAlerts(incident, board, kMostRelated)) {
            rows.push_back({plainLine(related.alert->name, 120), words::sentence(related.why), plainLine(related.alert->summary),
                stateOf(*related.alert), true, false});
            m_relatedScopes.push_back({{snapshotOf(*related.alert)}, {}, {}});
        }
    }
    m_relatedHeader->setVisible(!rows.empty());
    m_related->setVisible(!rows.empty());
    m_related->setRows(std::move(rows));
}

} // namespace tocsin
