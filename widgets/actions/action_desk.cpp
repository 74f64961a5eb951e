// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/action_desk.h"

#include "widgets/actions/acknowledge_panel.h"
#include "widgets/actions/silence_panel.h"
#include "widgets/actions/undo_bar.h"
#include "widgets/style/metrics.h"

#include <QVBoxLayout>

namespace tocsin {

ActionDesk::ActionDesk(BoardFeed &feed, Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_commands(commands)
    , m_undo(new UndoBar(this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::gapSmall);
    m_layout->addWidget(m_undo);
    connect(&feed, &BoardFeed::changed, this, &ActionDesk::handleChanges);
    connect(m_undo, &UndoBar::undoRequested, this, &ActionDesk::undo);
}

AcknowledgePanel &ActionDesk::acknowledgePanel()
{
    if (!m_acknowledge) {
        m_acknowledge = new AcknowledgePanel(this);
        addPanel(*m_acknowledge);
        connect(m_acknowledge, &AcknowledgePanel::confirmed, this, &ActionDesk::send);
        connect(m_acknowledge, &AcknowledgePanel::closed, this, &ActionDesk::closed);
    }
    return *m_acknowledge;
}

SilencePanel &ActionDesk::silencePanel()
{
    if (!m_silence) {
        m_silence = new SilencePanel(m_feed, this);
        addPanel(*m_silence);
        connect(m_silence, &SilencePanel::confirmed, this, &ActionDesk::sendSilence);
        connect(m_silence, &SilencePanel::closed, this, &ActionDesk::closed);
    }
    return *m_silence;
}

/// Above the bar that takes back, and there for the Tab key as well, though it was made last of all.
void ActionDesk::addPanel(QWidget &panel)
{
    m_layout->insertWidget(0, &panel);
    QWidget *before = this;
    for (QWidget *part : panel.findChildren<QWidget *>()) {
        if (part->focusPolicy() == Qt::NoFocus)
            continue;
        setTabOrder(before, part);
        before = part;
    }
}

void ActionDesk::cancelAcknowledging()
{
    if (m_acknowledge)
        m_acknowledge->cancel();
}

void ActionDesk::cancelSilencing()
{
    if (m_silence)
        m_silence->cancel();
}

void ActionDesk::handleChanges(const Changes &changes)
{
    for (const ActionStatus &action : changes.actions)
        m_undo->follow(action);
}

void ActionDesk::acknowledge(const ActionTarget &target)
{
    const Board &board = m_feed.board();
    ActionTarget known;
    std::vector<AlertPtr> alerts;
    std::vector<CheckStatus> checks;
    for (const AlertKey &key : target.alerts) {
        if (const auto it = board.alerts.find(key); it != board.alerts.end()) {
            alerts.push_back(it->second);
            known.alerts.push_back(key);
        }
    }
    for (const CheckId &id : target.checks) {
        if (const auto it = board.checks.find(id); it != board.checks.end()) {
            checks.push_back(it->second);
            known.checks.push_back(id);
        }
    }
    if (isEmpty(known))
        return;
    cancelSilencing();
    acknowledgePanel().ask(std::move(alerts), std::move(checks));
    m_commands.previewAcknowledge(std::move(known));
}

void ActionDesk::giveBack(const ActionTarget &target)
{
    if (isEmpty(target))
        return;
    m_undo->showWish({UndoBar::Kind::GiveBack, m_commands.unacknowledge(target), target});
    emit sent();
}

void ActionDesk::silence(const std::vector<AlertPtr> &alerts)
{
    if (alerts.empty())
        return;
    cancelAcknowledging();
    silencePanel().ask(alerts);
}

void ActionDesk::undo()
{
    const std::optional<UndoBar::Wish> wish = m_undo->undoable();
    if (!wish)
        return;
    if (wish->kind == UndoBar::Kind::Silence)
        m_undo->showWish({UndoBar::Kind::EndSilence, m_commands.endSilence(wish->id), wish->target});
    else
        m_undo->showWish({UndoBar::Kind::GiveBack, m_commands.unacknowledge(wish->target), wish->target});
}

void ActionDesk::send(const ActionTarget &target, const QString &comment, Duration lasting)
{
    const ActionId id = m_commands.acknowledge(target, comment.toStdString(), lasting);
    m_undo->showWish({UndoBar::Kind::Acknowledge, id, target});
    emit sent();
}

void ActionDesk::sendSilence(const SilenceWish &wish, const std::vector<AlertKey> &matching)
{
    const ActionId id = m_commands.silence(wish);
    m_undo->showWish({UndoBar::Kind::Silence, id, {matching, {}}});
    emit sent();
}

void ActionDesk::showPreview(const AcknowledgePreview &preview)
{
    if (m_acknowledge)
        m_acknowledge->showPreview(preview);
}

bool ActionDesk::isAsking() const
{
    return (m_acknowledge && m_acknowledge->isAsking()) || (m_silence && m_silence->isAsking());
}

bool ActionDesk::cancel()
{
    if (!isAsking())
        return false;
    cancelAcknowledging();
    cancelSilencing();
    return true;
}

void ActionDesk::tick(Instant now)
{
    m_undo->tick(now);
}

} // namespace tocsin
