// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/commands.h"

#include <QFrame>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin {

class MatchList;

/// Shows what an acknowledgement will match before it is sent, and asks for a comment and how long it shall last. Stands
/// in the page, never over it: nothing waits for it. Enter confirms, Esc cancels. UI thread; owned by the action desk.
class AcknowledgePanel final : public QFrame
{
    Q_OBJECT

public:
    explicit AcknowledgePanel(QWidget *parent = nullptr);

    /// Opens for these; the preview of the alerts follows. Checks of our own are acknowledged in our journal (decision 13).
    void ask(std::vector<AlertPtr> alerts, std::vector<CheckStatus> checks);
    /// Takes the preview when it is the one that was asked for.
    void showPreview(const AcknowledgePreview &preview);
    bool isAsking() const { return m_isAsking; }
    void cancel();

signals:
    /// `lasting` zero: as long as it stands.
    void confirmed(const tocsin::ActionTarget &target, const QString &comment, tocsin::Duration lasting);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *makeForm();
    void showRows(std::vector<AcknowledgePreview::Row> rows);
    void sayCounts(const std::vector<AcknowledgePreview::Row> &rows);
    void confirm();
    void close();

    std::vector<AlertPtr> m_alerts;
    std::vector<CheckStatus> m_checks;
    ActionTarget m_target; ///< what can be acknowledged, once the preview is there
    bool m_isAsking = false;
    bool m_hasPreview = false;
    bool m_confirmWhenClean = false; ///< Enter came before the preview
    QLabel *m_title;
    QLabel *m_counts;
    MatchList *m_rows;
    QLineEdit *m_comment;
    QComboBox *m_lasting;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
    QBoxLayout *m_form = nullptr;
};

} // namespace tocsin
