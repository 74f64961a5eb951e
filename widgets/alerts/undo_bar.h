// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/commands.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace tocsin {

class ElidedLabel;

/// Says how far the last wish has come, and offers to take an acknowledgement back. Goes by itself some seconds after it
/// was confirmed; a failure stays. UI thread; owned by the page.
class UndoBar final : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent = nullptr);

    void showWish(ActionStatus::Kind kind, ActionId id, ActionTarget target);
    /// Takes news of the wish it shows.
    void follow(const ActionStatus &action);
    void tick(Instant now);
    void dismiss();
    /// What can be taken back now.
    std::optional<ActionTarget> undoable() const;

signals:
    void undoRequested();

private:
    void say();

    ActionStatus m_wish;
    ActionTarget m_target;
    bool m_isUndoable = false;
    std::optional<Instant> m_confirmedAt;
    bool m_isConfirmed = false;
    ElidedLabel *m_text;
    QPushButton *m_undo;
    QPushButton *m_close;
};

} // namespace tocsin
