// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/undo_bar.h"

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

void UndoBar::showWish(Wish wish)
{
    m_wish = std::move(wish);
    m_progress = ActionStatus::Progress::Pending;
    m_reason = {};
    m_recorded = true;
    m_isUndoable = m_wish.kind == Kind::Acknowledge || m_wish.kind == Kind::Silence;
    m_confirmedAt.reset();
    say();
    show();
}

void UndoBar::follow(const ActionStatus &action)
{
    if (action.id != m_wish.id)
        return;
    m_progress = action.progress;
    m_reason = action.reason;
    m_recorded = action.recorded;
    say();
}

void UndoBar::tick(Instant now)
{
    if (!isVisibleTo(parentWidget()) || m_progress != ActionStatus::Progress::Confirmed)
        return;
    if (!m_confirmedAt)
        m_confirmedAt = now;
    else if (now - *m_confirmedAt >= kStays)
        hide();
}

std::optional<UndoBar::Wish> UndoBar::undoable() const
{
    return m_isUndoable ? std::optional(m_wish) : std::nullopt;
}

QString UndoBar::pendingText(const QString &what) const
{
    switch (m_wish.kind) {
    case Kind::Acknowledge:
        return tr("Acknowledging %1 …").arg(what);
    case Kind::GiveBack:
        return tr("Giving back %1 …").arg(what);
    case Kind::Silence:
        return tr("Silencing %1 …").arg(what);
    case Kind::EndSilence:
        return tr("Ending the silence over %1 …").arg(what);
    }
    return {};
}

QString UndoBar::doneText(const QString &what) const
{
    switch (m_wish.kind) {
    case Kind::Acknowledge:
        return tr("Acknowledged %1.").arg(what);
    case Kind::GiveBack:
        return tr("Gave back %1.").arg(what);
    case Kind::Silence:
        return tr("Silenced %1.").arg(what);
    case Kind::EndSilence:
        return tr("Ended the silence over %1.").arg(what);
    }
    return {};
}

QString UndoBar::partlyText() const
{
    switch (m_wish.kind) {
    case Kind::Acknowledge:
        return tr("Acknowledging %1: %2");
    case Kind::GiveBack:
        return tr("Giving back %1: %2");
    case Kind::Silence:
        return tr("Silencing %1: %2");
    case Kind::EndSilence:
        return tr("Ending the silence over %1: %2");
    }
    return {};
}

QString UndoBar::failedText() const
{
    switch (m_wish.kind) {
    case Kind::Acknowledge:
        return tr("Not acknowledged, %1: %2");
    case Kind::GiveBack:
        return tr("Not given back, %1: %2");
    case Kind::Silence:
        return tr("Not silenced, %1: %2");
    case Kind::EndSilence:
        return tr("The silence over %1 was not ended: %2");
    }
    return {};
}

void UndoBar::say()
{
    QStringList parts;
    if (!m_wish.target.alerts.empty() || m_wish.target.checks.empty())
        parts << words::alertCount(static_cast<int>(m_wish.target.alerts.size()));
    if (!m_wish.target.checks.empty())
        parts << words::checkCount(static_cast<int>(m_wish.target.checks.size()));
    const QString what = parts.join(QStringLiteral(", "));
    m_text->setTone(QColor());
    switch (m_progress) {
    case ActionStatus::Progress::Pending:
        m_text->setFullText(pendingText(what));
        break;
    case ActionStatus::Progress::Confirmed: {
        const QString done = doneText(what);
        m_text->setFullText(m_recorded ? done : tr("%1 It could not be written to the journal.").arg(done));
        break;
    }
    case ActionStatus::Progress::Failed:
        m_isUndoable = false;
        m_text->setTone(themePalette().tone(State::Down));
        m_text->setFullText(words::isPartly(m_reason) ? words::fill(partlyText(), {what, words::sentence(m_reason)})
                                                      : words::fill(failedText(), {what, words::sentence(m_reason)}));
        break;
    }
    m_undo->setVisible(m_isUndoable);
}

} // namespace tocsin
