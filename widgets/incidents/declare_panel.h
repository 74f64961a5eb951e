// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/items/incident_feed.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin {

class MatchList;

/// Asks for title and severity of a new incident, and shows what it will be about. Stands in the page, never over it. Enter
/// declares, Esc cancels. UI thread; owned by the page; the feed must outlive it.
class DeclarePanel final : public QFrame
{
    Q_OBJECT

public:
    explicit DeclarePanel(const IncidentFeed &feed, QWidget *parent = nullptr);

    /// Opens with a proposal made from what was chosen.
    void ask(IncidentScope scope, const Board &board);
    bool isAsking() const { return m_isAsking; }
    void cancel();

signals:
    void declared(const tocsin::acts::Declare &declaration);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showScope(const Board &board);
    void sayKnown();
    void sayCriterion();
    void fillSeverities(IncidentSeverity proposed);
    void declare();
    void close();

    const IncidentFeed &m_feed;
    IncidentScope m_scope;
    bool m_isAsking = false;
    QLabel *m_heading;
    QLabel *m_known;
    MatchList *m_rows;
    QLineEdit *m_title;
    QComboBox *m_severity;
    QLabel *m_criterion;
    QPushButton *m_declare;
    QPushButton *m_cancel;
};

} // namespace tocsin
