// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/service_detail.h"

#include "models/items/words.h"
#include "widgets/actions/action_desk.h"
#include "widgets/common/command_table.h"
#include "widgets/common/key_button.h"
#include "widgets/common/section_header.h"
#include "widgets/common/tile_facts.h"
#include "widgets/overview/action_targets.h"
#include "widgets/overview/answer_view.h"
#include "widgets/overview/detail_header.h"
#include "widgets/overview/item_list.h"
#include "widgets/overview/metric_list.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kMostLinks = 6;
constexpr int kSideBySide = 880; ///< pixels at scale 1; from this width the lists stand beside the evidence

} // namespace

ServiceDetail::ServiceDetail(BoardFeed &feed, Commands &commands, const Clock &clock, LinkOpener opener, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_commands(commands)
    , m_clock(clock)
    , m_header(new DetailHeader(this))
    , m_lower(new QBoxLayout(QBoxLayout::TopToBottom))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::margin, metrics::gap, metrics::margin, metrics::margin);
    layout->setSpacing(metrics::gap);
    layout->addWidget(m_header);
    addActions(layout);
    m_answers = new AnswerView(commands, clock, this);
    layout->addWidget(m_answers->chartSection(), 4);
    m_metrics = new MetricList(this);
    layout->addWidget(m_metrics);
    auto *lists = new QVBoxLayout;
    addLists(lists, std::move(opener));
    lists->addStretch(1);
    auto *answer = new QVBoxLayout;
    answer->setSpacing(metrics::gap);
    answer->addWidget(m_answers->partsSection());
    answer->addWidget(m_answers->evidenceSection());
    answer->addStretch(1);
    m_lower->setSpacing(metrics::gap);
    m_lower->addLayout(lists, 1);
    m_lower->addLayout(answer, 1);
    layout->addLayout(m_lower);
    layout->addStretch(1);
    connect(&feed, &BoardFeed::changed, this, &ServiceDetail::handleChanges);
    connect(m_items, &ItemList::checkSelected, this, &ServiceDetail::selectCheck);
    connect(m_actions, &ActionDesk::closed, m_items, [this] { m_items->setFocus(Qt::OtherFocusReason); });
}

void ServiceDetail::addActions(QVBoxLayout *layout)
{
    m_acknowledge = new KeyButton(tr("Acknowledge"), commandKeyText(CommandId::Acknowledge), this);
    m_acknowledge->setObjectName(QStringLiteral("detail.acknowledge"));
    m_giveBack = new KeyButton(tr("Give back"), commandKeyText(CommandId::Unacknowledge), this);
    m_giveBack->setObjectName(QStringLiteral("detail.giveBack"));
    m_silence = new KeyButton(tr("Silence"), commandKeyText(CommandId::Silence), this);
    m_silence->setObjectName(QStringLiteral("detail.silence"));
    auto *refreshButton = new KeyButton(tr("Look again"), commandKeyText(CommandId::Refresh), this);
    refreshButton->setObjectName(QStringLiteral("detail.refresh"));
    m_actions = new ActionDesk(m_feed, m_commands, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::gapSmall);
    row->addWidget(m_acknowledge);
    row->addWidget(m_giveBack);
    row->addWidget(m_silence);
    row->addWidget(refreshButton);
    row->addStretch();
    layout->addLayout(row);
    layout->addWidget(m_actions);
    connect(m_acknowledge, &QPushButton::clicked, this, &ServiceDetail::acknowledge);
    connect(m_giveBack, &QPushButton::clicked, this, &ServiceDetail::giveBack);
    connect(m_silence, &QPushButton::clicked, this, &ServiceDetail::silence);
    connect(refreshButton, &QPushButton::clicked, this, [this] { m_commands.refreshNow(); });
}

void ServiceDetail::addLists(QVBoxLayout *layout, LinkOpener opener)
{
    m_itemsHeader = new SectionHeader(tr("Checks and alerts"), this);
    m_items = new ItemList(this);
    m_items->setObjectName(QStringLiteral("detail.items"));
    m_items->setAccessibleName(tr("Checks and alerts"));
    m_links = new AlertLinks(std::move(opener), this);
    auto *section = new QVBoxLayout;
    section->setSpacing(metrics::gapSmall);
    section->addWidget(m_itemsHeader);
    section->addWidget(m_links); // above: hundreds of alerts may follow
    section->addWidget(m_items);
    layout->addLayout(section);
}

const ServiceStatus *ServiceDetail::status() const
{
    const auto it = m_feed.board().services.find(m_service);
    return it == m_feed.board().services.end() ? nullptr : &it->second;
}

void ServiceDetail::setService(const ServiceId &service)
{
    const bool isOther = service != m_service;
    m_service = service;
    m_trouble.reset();
    if (isOther) {
        const QSignalBlocker quiet(m_actions); // the keyboard stays where it chose another service
        m_actions->cancel();
        m_items->setRows({});
    }
    refresh();
    if (!isOther)
        return;
    m_followsWorst = true;
    m_answers->setCheck(m_feed.board(), {});
    followWorst();
}

/// What is shown of a service is what is wrong with it, until somebody chose a check.
void ServiceDetail::followWorst()
{
    const std::vector<ItemRow> &rows = m_items->rows();
    const auto first = std::find_if(rows.begin(), rows.end(), [](const ItemRow &row) { return !row.check.isEmpty(); });
    if (!m_followsWorst || m_items->hasFocus() || first == rows.end() || first->check == m_answers->check())
        return;
    m_items->selectCheck(CheckId(first->check));
    m_followsWorst = true; // selecting by itself is no choice
}

void ServiceDetail::selectCheck(const CheckId &check)
{
    m_followsWorst = false;
    if (check != m_answers->check() || check.isEmpty())
        m_answers->setCheck(m_feed.board(), check);
}

void ServiceDetail::handleChanges(const Changes &changes)
{
    if (changes.reset) {
        const ServiceId service = m_service;
        m_service = {};
        setService(service);
        return;
    }
    const bool hasAnswer = std::any_of(changes.checks.begin(), changes.checks.end(),
        [this](const CheckStatus &check) { return check.id == m_answers->check(); });
    if (hasAnswer)
        m_answers->update(m_feed.board());
    if (!isConcerned(changes))
        return;
    m_trouble.reset();
    refresh();
    followWorst();
}

/// Of ten checks that answer in a second as a rule none is of this service.
bool ServiceDetail::isConcerned(const Changes &changes) const
{
    if (!changes.alerts.empty() || !changes.goneAlerts.empty() || !changes.joinedAlerts.empty() || !changes.actions.empty())
        return true;
    return std::any_of(changes.services.begin(), changes.services.end(),
               [this](const ServiceStatus &service) { return service.id == m_service; })
        || std::any_of(changes.checks.begin(), changes.checks.end(),
            [this](const CheckStatus &check) { return check.service == m_service; });
}

void ServiceDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= scaled(kSideBySide);
    m_lower->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_lower->setSpacing(isWide ? metrics::gapLarge * 2 : metrics::gap);
}

void ServiceDetail::tick(Instant now)
{
    refresh();
    m_answers->tick(m_feed.board(), now);
    m_actions->tick(now);
}

void ServiceDetail::setZone(const QTimeZone &zone)
{
    m_header->setZone(zone);
    m_answers->setZone(zone);
    refresh();
}

void ServiceDetail::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (const ServiceStatus *known = status())
        refreshActions(*known);
}

void ServiceDetail::refresh()
{
    const ServiceStatus *known = status();
    setVisible(known != nullptr);
    if (!known)
        return;
    const Instant now = m_clock.now();
    m_header->setService(*known, now);
    m_items->setRows(itemRows(m_feed.board(), *known, now));
    m_itemsHeader->setRemark(
        m_items->rows().empty() ? tr("none: add checks to this service, so that calm can be proven") : remarkFor(*known));
    m_metrics->setMetrics(known->metrics, now);
    m_links->setLinks(linksOf(m_feed.board(), *known, kMostLinks));
    refreshActions(*known);
}

QString ServiceDetail::remarkFor(const ServiceStatus &service) const
{
    const QString checks = words::checkCount(static_cast<int>(service.checks.size()));
    const QString alerts = words::alertCount(static_cast<int>(service.alerts.size()));
    if (service.alerts.size() <= mostAlertRows)
        return tr("%1, %2").arg(checks, alerts);
    return tr("%1, %2; the worst %3 are listed").arg(checks, alerts, words::number(static_cast<int>(mostAlertRows)));
}

void ServiceDetail::refreshActions(const ServiceStatus &)
{
    if (!isVisible())
        return; // going through thousands of alerts for buttons that nobody sees would hold up the view that is in front
    m_acknowledge->setVisible(canAcknowledge() || !canGiveBack());
    m_acknowledge->setEnabled(canAcknowledge());
    m_giveBack->setVisible(canGiveBack());
    m_silence->setVisible(canSilence());
}

void ServiceDetail::showHistory(const History &history)
{
    m_answers->showHistory(history);
}

ActionTarget ServiceDetail::acknowledgeTarget() const
{
    const ServiceStatus *known = status();
    if (!known)
        return {};
    const ItemRow *row = m_items->hasFocus() ? m_items->currentRow() : nullptr;
    if (row && needsAttention(row->state) && !row->owned)
        return targetOf(*row);
    return unownedTrouble(m_feed.board(), *known);
}

ActionTarget ServiceDetail::giveBackTarget() const
{
    const ServiceStatus *known = status();
    if (!known)
        return {};
    const ItemRow *row = m_items->hasFocus() ? m_items->currentRow() : nullptr;
    if (row && row->owned)
        return targetOf(*row);
    return ownedTrouble(m_feed.board(), *known);
}

const Trouble &ServiceDetail::trouble() const
{
    if (!m_trouble) {
        const ServiceStatus *known = status();
        m_trouble = known ? troubleOf(m_feed.board(), *known) : Trouble();
    }
    return *m_trouble;
}

bool ServiceDetail::canSilence() const
{
    // As a rule the first alert answers: this is asked with every change.
    const ServiceStatus *known = status();
    return known && std::any_of(known->alerts.begin(), known->alerts.end(), [this](const AlertKey &key) {
        const auto it = m_feed.board().alerts.find(key);
        return it != m_feed.board().alerts.end() && it->second->actions.silence;
    });
}

std::vector<AlertPtr> ServiceDetail::silenceTarget() const
{
    const ServiceStatus *known = status();
    if (!known)
        return {};
    const ItemRow *row = m_items->hasFocus() ? m_items->currentRow() : nullptr;
    std::vector<AlertPtr> alerts;
    for (const AlertKey &key : known->alerts) {
        const auto it = m_feed.board().alerts.find(key);
        const bool isMeant = !row || row->alert.externalId.empty() || row->alert == key;
        if (it != m_feed.board().alerts.end() && it->second->actions.silence && isMeant)
            alerts.push_back(it->second);
    }
    return alerts;
}

void ServiceDetail::acknowledge()
{
    m_actions->acknowledge(acknowledgeTarget());
}

void ServiceDetail::giveBack()
{
    m_actions->giveBack(giveBackTarget());
}

void ServiceDetail::silence()
{
    m_actions->silence(silenceTarget());
}

void ServiceDetail::undo()
{
    m_actions->undo();
}

void ServiceDetail::showPreview(const AcknowledgePreview &preview)
{
    m_actions->showPreview(preview);
}

bool ServiceDetail::cancel()
{
    return m_actions->cancel();
}

} // namespace tocsin
