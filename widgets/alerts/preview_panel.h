// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/commands.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace tocsin {

/// Shows what an acknowledgement will match before it is sent, and asks for a comment and how long it shall last. Stands
/// in the page, never over it: nothing waits for it. UI thread; owned by the page.
class PreviewPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit PreviewPanel(QWidget *parent = nullptr);

    /// Opens for these alerts; the preview follows.
    void ask(std::vector<AlertPtr> alerts);
    /// Takes the preview when it is the one that was asked for.
    void showPreview(const AcknowledgePreview &preview);
    bool isAsking() const { return m_isAsking; }
    void cancel();

signals:
    void confirmed(const tocsin::ActionTarget &target, const QString &comment, tocsin::Duration lasting);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeForm();
    void addRow(const AlertPtr &alert, const QString &remark, bool isProblem);
    void confirm();
    void close();

    std::vector<AlertPtr> m_alerts;
    ActionTarget m_target; ///< what can be acknowledged, once the preview is there
    bool m_isAsking = false;
    bool m_hasPreview = false;
    bool m_confirmWhenClean = false; ///< Enter came before the preview
    QLabel *m_title;
    QListWidget *m_rows;
    QLineEdit *m_comment;
    QComboBox *m_lasting;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace tocsin
