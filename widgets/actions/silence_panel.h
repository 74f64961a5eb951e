// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/session/commands.h"

#include <QFrame>
#include <QTimer>

#include <cstddef>
#include <set>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin {

class MatchList;

/// Asks what shall be quiet, how long and why, and shows while somebody types which alerts of the board that matches. Those
/// that were not chosen come first: they are what a silence catches by mistake. Stands in the page, never over it. Enter
/// confirms, Esc cancels. UI thread; owned by the action desk; the feed must outlive it.
class SilencePanel final : public QFrame
{
    Q_OBJECT

public:
    explicit SilencePanel(const BoardFeed &feed, QWidget *parent = nullptr);

    /// Opens for these alerts: the labels that they have in common are the first proposal.
    void ask(const std::vector<AlertPtr> &chosen);
    bool isAsking() const { return m_isAsking; }
    void cancel();

signals:
    void confirmed(const tocsin::SilenceWish &wish, const std::vector<tocsin::AlertKey> &matching);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *makeForm();
    void refreshLater();
    void refresh();
    void showMatching();
    void showLines(const std::vector<AlertPtr> &lines, std::ptrdiff_t others, const std::vector<AlertPtr> &missed);
    QString readWish();
    void confirm();
    void close();

    const BoardFeed &m_feed;
    QTimer m_refresh; ///< several keys or changes within one frame are one look
    std::vector<AlertPtr> m_chosen;
    std::set<AlertKey> m_chosenKeys;
    SilenceWish m_wish;
    std::vector<AlertPtr> m_matching;
    std::vector<AlertPtr> m_shown;
    bool m_isAsking = false;
    QLabel *m_title;
    QLabel *m_problem;
    MatchList *m_rows;
    QLineEdit *m_matchers;
    QLineEdit *m_lasting;
    QLineEdit *m_comment;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
    QBoxLayout *m_form = nullptr;
};

} // namespace tocsin
