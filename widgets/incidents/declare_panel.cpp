// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/declare_panel.h"

#include "models/items/incident_words.h"
#include "models/items/words.h"
#include "widgets/actions/match_list.h"
#include "widgets/common/key_button.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace tocsin {

namespace {

constexpr int kLongestTitle = 200;

/// The worst of what was chosen, and how much hangs on it.
struct Proposal {
    QString title;
    IncidentSeverity severity = IncidentSeverity::Sev3;
};

IncidentSeverity severityFor(State state, int tier)
{
    if (state != State::Down)
        return IncidentSeverity::Sev3;
    return tier == 1 ? IncidentSeverity::Sev1 : IncidentSeverity::Sev2;
}

void takeService(const ServiceId &id, const Board &board, Proposal &proposal)
{
    const auto it = board.services.find(id);
    if (it == board.services.end())
        return;
    proposal.severity = std::min(proposal.severity, severityFor(it->second.state, it->second.tier));
    if (proposal.title.isEmpty())
        proposal.title = QStringLiteral("%1: %2").arg(plainLine(id.text(), 80), words::sentence(it->second.reason));
}

Proposal proposalFor(const IncidentScope &scope, const Board &board)
{
    Proposal proposal;
    for (const ServiceId &service : scope.services)
        takeService(service, board, proposal);
    for (const IncidentAlert &alert : scope.alerts) {
        if (proposal.title.isEmpty()) {
            const QString service = plainLine(alert.service.text(), 80);
            proposal.title = (service.isEmpty() ? QString() : service + QStringLiteral(": ")) + plainLine(alert.name, 100);
        }
        takeService(alert.service, board, proposal);
    }
    for (const CheckId &check : scope.checks) {
        if (proposal.title.isEmpty())
            proposal.title = plainLine(check.text(), 100);
    }
    proposal.title.truncate(kLongestTitle);
    return proposal;
}

} // namespace

DeclarePanel::DeclarePanel(const IncidentFeed &feed, QWidget *parent)
    : QFrame(parent)
    , m_feed(feed)
    , m_heading(new QLabel(tr("Declare an incident"), this))
    , m_known(new QLabel(this))
    , m_rows(new MatchList(this))
    , m_title(new QLineEdit(this))
    , m_severity(new QComboBox(this))
    , m_criterion(new QLabel(this))
    , m_declare(new KeyButton(tr("Declare"), tr("Enter"), this))
    , m_cancel(new KeyButton(tr("Cancel"), tr("Esc"), this))
{
    setObjectName(QStringLiteral("declarePanel"));
    setProperty("role", QStringLiteral("card"));
    m_heading->setProperty("tone", QStringLiteral("heading"));
    for (QLabel *label : {m_known, m_criterion}) {
        label->setProperty("tone", QStringLiteral("muted"));
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_known->setObjectName(QStringLiteral("declareKnown"));
    m_rows->setAccessibleName(tr("What it is about"));
    m_title->setObjectName(QStringLiteral("declareTitle"));
    m_title->setPlaceholderText(tr("What is wrong, in a few words"));
    m_title->setAccessibleName(tr("Title"));
    m_title->setMaxLength(kLongestTitle);
    m_severity->setObjectName(QStringLiteral("declareSeverity"));
    m_severity->setAccessibleName(tr("Severity"));
    m_declare->setObjectName(QStringLiteral("declareConfirm"));
    m_declare->setProperty("role", QStringLiteral("primary"));
    auto *form = new QHBoxLayout;
    form->setSpacing(metrics::gapSmall);
    form->addWidget(m_title, 1);
    for (QWidget *widget :
        {static_cast<QWidget *>(m_severity), static_cast<QWidget *>(m_declare), static_cast<QWidget *>(m_cancel)})
        form->addWidget(widget);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::gapSmall);
    for (QWidget *widget : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_known), static_cast<QWidget *>(m_rows)})
        layout->addWidget(widget);
    layout->addLayout(form);
    layout->addWidget(m_criterion);
    connect(m_declare, &QPushButton::clicked, this, &DeclarePanel::declare);
    connect(m_cancel, &QPushButton::clicked, this, &DeclarePanel::cancel);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &DeclarePanel::sayCriterion);
    hide();
}

void DeclarePanel::ask(IncidentScope scope, const Board &board)
{
    m_scope = std::move(scope);
    m_isAsking = true;
    const Proposal proposal = proposalFor(m_scope, board);
    fillSeverities(proposal.severity);
    m_title->setText(proposal.title);
    showScope(board);
    sayKnown();
    show();
    m_title->setFocus(Qt::ShortcutFocusReason);
    m_title->selectAll();
}

void DeclarePanel::fillSeverities(IncidentSeverity proposed)
{
    m_severity->clear();
    for (int i = 1; i <= 5; ++i) {
        const auto severity = static_cast<IncidentSeverity>(i);
        m_severity->addItem(words::severity(severity), i);
        const auto criterion = m_feed.rules().criteria.find(severity);
        if (criterion != m_feed.rules().criteria.end())
            m_severity->setItemData(i - 1, plainLine(criterion->second), Qt::ToolTipRole);
    }
    m_severity->setCurrentIndex(static_cast<int>(proposed) - 1);
    sayCriterion();
}

void DeclarePanel::sayCriterion()
{
    const QString criterion = m_severity->currentData(Qt::ToolTipRole).toString();
    m_criterion->setText(criterion);
    m_criterion->setVisible(!criterion.isEmpty());
}

void DeclarePanel::showScope(const Board &board)
{
    m_rows->clear();
    std::size_t all = 0;
    for (const ServiceId &service : m_scope.services) {
        const auto it = board.services.find(service);
        if (it != board.services.end()) {
            m_rows->addService(it->second);
            ++all;
        }
    }
    for (const CheckId &check : m_scope.checks) {
        if (const auto it = board.checks.find(check); it != board.checks.end())
            m_rows->addCheck(it->second, {});
        ++all;
    }
    for (const IncidentAlert &alert : m_scope.alerts) {
        const auto it = board.alerts.find(alert.key);
        if (it != board.alerts.end() && m_rows->count() < MatchList::mostRows)
            m_rows->addAlert(*it->second, plainLine(it->second->summary, 200));
        ++all;
    }
    m_rows->finish(all);
    m_rows->setVisible(all > 0);
}

/// Two incidents about one thing are one too many.
void DeclarePanel::sayKnown()
{
    QStringList known;
    for (const IncidentPtr &incident : m_feed.open()) {
        const auto isLinked = [&](const IncidentAlert &alert) {
            return std::any_of(incident->alerts.begin(), incident->alerts.end(),
                [&](const LinkedAlert &linked) { return linked.alert.key == alert.key; });
        };
        const auto isNamed = [&](const ServiceId &service) {
            return std::find(incident->services.begin(), incident->services.end(), service) != incident->services.end();
        };
        const bool isThere = std::any_of(m_scope.alerts.begin(), m_scope.alerts.end(), isLinked)
            || std::any_of(m_scope.services.begin(), m_scope.services.end(), isNamed);
        if (isThere)
            known << words::incidentTitle(*incident);
    }
    m_known->setVisible(!known.isEmpty());
    m_known->setText(tr("There is an incident about this already: %1").arg(known.join(QStringLiteral(", "))));
}

void DeclarePanel::declare()
{
    const QString title = m_title->text().trimmed();
    if (title.isEmpty())
        return m_title->setFocus();
    acts::Declare declaration;
    declaration.title = title.toStdString();
    declaration.severity = static_cast<IncidentSeverity>(m_severity->currentData().toInt());
    declaration.scope = m_scope;
    close();
    emit declared(declaration);
}

void DeclarePanel::cancel()
{
    close();
}

void DeclarePanel::close()
{
    m_isAsking = false;
    hide();
    emit closed();
}

void DeclarePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return declare();
    QFrame::keyPressEvent(event);
}

} // namespace tocsin
