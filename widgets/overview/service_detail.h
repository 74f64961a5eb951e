// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/session/commands.h"
#include "widgets/overview/action_targets.h"
#include "widgets/overview/alert_links.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace tocsin {

class AcknowledgePanel;
class AnswerView;
class DetailHeader;
class ItemList;
class KeyButton;
class SectionHeader;

/// All that is known of one service, and what a person can do about it. UI thread only; owned by the page; feed, commands
/// and clock must outlive it.
class ServiceDetail final : public QWidget
{
    Q_OBJECT

public:
    ServiceDetail(BoardFeed &feed, Commands &commands, const Clock &clock, LinkOpener opener, QWidget *parent = nullptr);

    void setService(const ServiceId &service);
    const ServiceId &service() const { return m_service; }
    void tick(Instant now);
    void showHistory(const History &history);

    /// What `a` does: asks for a comment for the row with the keyboard, or for all that is wrong and that nobody has.
    void acknowledge();
    void giveBack();
    bool canAcknowledge() const { return trouble().isUnowned; }
    bool canGiveBack() const { return trouble().isOwned; }
    /// Closes the question for a comment; false when it is not open.
    bool cancel();

    ItemList *items() const { return m_items; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addActions(QVBoxLayout *layout);
    void addLists(QVBoxLayout *layout, LinkOpener opener);
    void handleChanges(const Changes &changes);
    void refresh();
    void refreshActions(const ServiceStatus &status);
    void selectCheck(const CheckId &check);
    void send(const ActionTarget &target, const QString &comment, Duration lasting);
    const ServiceStatus *status() const;
    ActionTarget acknowledgeTarget() const;
    ActionTarget giveBackTarget() const;
    const Trouble &trouble() const;
    QString remarkFor(const ServiceStatus &service) const;
    QString wordsFor(const ActionTarget &target) const;

    BoardFeed &m_feed;
    Commands &m_commands;
    const Clock &m_clock;
    ServiceId m_service;
    ActionId m_lastAction;
    mutable std::optional<Trouble> m_trouble; ///< found out when somebody asks; nothing: it may have changed
    DetailHeader *m_header;
    KeyButton *m_acknowledge = nullptr;
    KeyButton *m_giveBack = nullptr;
    QLabel *m_progress = nullptr;
    AcknowledgePanel *m_panel = nullptr;
    AnswerView *m_answers = nullptr;
    SectionHeader *m_itemsHeader = nullptr;
    ItemList *m_items = nullptr;
    AlertLinks *m_links = nullptr;
};

} // namespace tocsin
