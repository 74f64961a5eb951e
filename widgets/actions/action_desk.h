// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/session/commands.h"

#include <QWidget>

class QVBoxLayout;

namespace tocsin {

class AcknowledgePanel;
class SilencePanel;
class UndoBar;

/// What a page lets people do about alerts and checks: asks in place, sends, says how far it has come, and takes the last
/// wish back. Takes no room while there is nothing to ask or to say. UI thread; owned by its page; feed and commands must
/// outlive it.
class ActionDesk final : public QWidget
{
    Q_OBJECT

public:
    ActionDesk(BoardFeed &feed, Commands &commands, QWidget *parent = nullptr);

    /// Each of them does nothing when there is nothing to do it to.
    void acknowledge(const ActionTarget &target);
    void giveBack(const ActionTarget &target);
    void silence(const std::vector<AlertPtr> &alerts);
    void undo();

    void showPreview(const AcknowledgePreview &preview);
    bool isAsking() const;
    /// Closes the question; false when none is open.
    bool cancel();
    void tick(Instant now);

signals:
    void closed(); ///< a question is answered or taken back: the keyboard goes back to the page
    void sent();   ///< a wish was sent

private:
    AcknowledgePanel &acknowledgePanel();
    SilencePanel &silencePanel();
    void addPanel(QWidget &panel);
    void cancelAcknowledging();
    void cancelSilencing();
    void handleChanges(const Changes &changes);
    void send(const ActionTarget &target, const QString &comment, Duration lasting);
    void sendSilence(const SilenceWish &wish, const std::vector<AlertKey> &matching);

    BoardFeed &m_feed;
    Commands &m_commands;
    AcknowledgePanel *m_acknowledge = nullptr; ///< made with the first question: most hours need none
    SilencePanel *m_silence = nullptr;
    UndoBar *m_undo;
    QVBoxLayout *m_layout;
};

} // namespace tocsin
