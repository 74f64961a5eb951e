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

/// Says how far the last wish has come, and offers to take it back. Goes by itself some seconds after it was confirmed; a
/// failure stays. UI thread; owned by the action desk.
class UndoBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Acknowledge, GiveBack, Silence, EndSilence };
    struct Wish {
        Kind kind = Kind::Acknowledge;
        ActionId id;
        ActionTarget target; ///< of a silence: what it matched when it was made
    };

    explicit UndoBar(QWidget *parent = nullptr);

    void showWish(Wish wish);
    /// Takes news of the wish it shows.
    void follow(const ActionStatus &action);
    void tick(Instant now);
    /// The wish that can be taken back now.
    std::optional<Wish> undoable() const;

signals:
    void undoRequested();

private:
    void say();
    QString pendingText(const QString &what) const;
    QString doneText(const QString &what) const;
    QString failedText() const;
    QString partlyText() const;

    Wish m_wish;
    ActionStatus::Progress m_progress = ActionStatus::Progress::Pending;
    Reason m_reason;
    bool m_recorded = true;
    bool m_isUndoable = false;
    std::optional<Instant> m_confirmedAt;
    ElidedLabel *m_text;
    QPushButton *m_undo;
    QPushButton *m_close;
};

} // namespace tocsin
