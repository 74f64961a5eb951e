// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/commands.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;

namespace tocsin {

/// Asks for the comment and the length of an acknowledgement, in place, without a dialog: Enter confirms, Esc cancels.
/// Hidden until it is opened. UI thread only; owned by the detail.
class AcknowledgePanel final : public QFrame
{
    Q_OBJECT

public:
    explicit AcknowledgePanel(QWidget *parent = nullptr);

    /// Opens for this target; `what` says in words what it is.
    void open(ActionTarget target, const QString &what);
    bool isOpen() const { return isVisibleTo(parentWidget()); }
    void cancel();

signals:
    /// `lasting` zero: until it is resolved.
    void confirmed(const tocsin::ActionTarget &target, const QString &comment, tocsin::Duration lasting);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void confirm();

    ActionTarget m_target;
    QLabel *m_what;
    QLineEdit *m_comment;
    QComboBox *m_lasting;
};

} // namespace tocsin
