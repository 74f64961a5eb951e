// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/alerts/undo_bar.h"

#include "models/items/words.h"
#include "widgets/common/command_table.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/key_button.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tocsin {

namespace {

constexpr std::chrono::seconds kStays{12};

} // namespace

UndoBar::UndoBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new ElidedLabel(this))
    , m_undo(new KeyButton(tr("Undo"), commandKeyText(CommandId::Undo), this))
    , m_close(new QPushButton(QStringLiteral("×"), this))
{
    setObjectName(QStringLiteral("undoBar"));
    setProperty("role", QStringLiteral("card"));
    m_text->setObjectName(QStringLiteral("undoText"));
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_undo->setFocusPolicy(Qt::TabFocus);
    m_close->setProperty("role", QStringLiteral("quiet"));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::grid, metrics::grid, metrics::grid);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_close);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undoRequested);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void UndoBar::showWish(ActionStatus::Kind kind, ActionId id, ActionTarget target)
{
    m_wish = ActionStatus();
    m_wish.id = std::move(id);
    m_wish.kind = kind;
    m_wish.alerts = target.alerts;
    m_target = std::move(target);
    m_isUndoable = kind == ActionStatus::Kind::Acknowledge;
    m_isConfirmed = false;
    m_confirmedAt.reset();
    say();
    show();
}

void UndoBar::follow(const ActionStatus &action)
{
    if (action.id != m_wish.id)
        return;
    m_wish.progress = action.progress;
    m_wish.reason = action.reason;
    m_wish.recorded = action.recorded;
    m_isConfirmed = action.progress == ActionStatus::Progress::Confirmed;
    say();
}

void UndoBar::tick(Instant now)
{
    if (!isVisibleTo(parentWidget()) || !m_isConfirmed)
        return;
    if (!m_confirmedAt)
        m_confirmedAt = now;
    else if (now - *m_confirmedAt >= kStays)
        hide();
}

void UndoBar::dismiss()
{
    m_isUndoable = false;
    hide();
}

std::optional<ActionTarget> UndoBar::undoable() const
{
    return m_isUndoable ? std::optional(m_target) : std::nullopt;
}

void UndoBar::say()
{
    const QString what = words::alertCount(static_cast<int>(m_wish.alerts.size()));
    const bool isAcknowledging = m_wish.kind == ActionStatus::Kind::Acknowledge;
    m_text->setTone(QColor());
    switch (m_wish.progress) {
    case ActionStatus::Progress::Pending:
        m_text->setFullText(isAcknowledging ? tr("Acknowledging %1 …").arg(what) : tr("Giving back %1 …").arg(what));
        break;
    case ActionStatus::Progress::Confirmed: {
        const QString done = isAcknowledging ? tr("Acknowledged %1.").arg(what) : tr("Gave back %1.").arg(what);
        m_text->setFullText(m_wish.recorded ? done : tr("%1 It could not be written to the journal.").arg(done));
        break;
    }
    case ActionStatus::Progress::Failed:
        m_isUndoable = false;
        m_text->setTone(themePalette().tone(State::Down));
        m_text->setFullText(words::fill(isAcknowledging ? tr("Not acknowledged, %1: %2") : tr("Not given back, %1: %2"),
            {what, words::sentence(m_wish.reason)}));
        break;
    }
    m_undo->setVisible(m_isUndoable);
}

} // namespace tocsin
