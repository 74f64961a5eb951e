// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/session/commands.h"
#include "widgets/overview/action_targets.h"
#include "widgets/overview/alert_links.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QTimeZone;
class QVBoxLayout;

namespace tocsin {

class ActionDesk;
class AnswerView;
class DetailHeader;
class ItemList;
class KeyButton;
class MetricList;
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
    void setZone(const QTimeZone &zone);
    void showHistory(const History &history);

    /// What `a` does: asks for a comment for the row with the keyboard, or for all that is wrong and that nobody has.
    void acknowledge();
    void giveBack();
    /// What `s` does: asks what shall be quiet, for the alert with the keyboard, or for all alerts of the service.
    void silence();
    void undo();
    void showPreview(const AcknowledgePreview &preview);
    bool canAcknowledge() const { return trouble().isUnowned; }
    bool canGiveBack() const { return trouble().isOwned; }
    bool canSilence() const;
    /// Closes the question; false when none is open.
    bool cancel();

    ItemList *items() const { return m_items; }

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addActions(QVBoxLayout *layout);
    void addLists(QVBoxLayout *layout, LinkOpener opener);
    void handleChanges(const Changes &changes);
    bool isConcerned(const Changes &changes) const;
    void refresh();
    void refreshActions(const ServiceStatus &status);
    void selectCheck(const CheckId &check);
    void followWorst();
    const ServiceStatus *status() const;
    ActionTarget acknowledgeTarget() const;
    ActionTarget giveBackTarget() const;
    const Trouble &trouble() const;
    QString remarkFor(const ServiceStatus &service) const;
    std::vector<AlertPtr> silenceTarget() const;

    BoardFeed &m_feed;
    Commands &m_commands;
    const Clock &m_clock;
    ServiceId m_service;
    mutable std::optional<Trouble> m_trouble; ///< found out when somebody asks; nothing: it may have changed
    bool m_followsWorst = true;
    DetailHeader *m_header;
    QBoxLayout *m_lower; ///< what is listed, and the last answer
    KeyButton *m_acknowledge = nullptr;
    KeyButton *m_giveBack = nullptr;
    KeyButton *m_silence = nullptr;
    ActionDesk *m_actions = nullptr;
    AnswerView *m_answers = nullptr;
    MetricList *m_metrics = nullptr;
    SectionHeader *m_itemsHeader = nullptr;
    ItemList *m_items = nullptr;
    AlertLinks *m_links = nullptr;
};

} // namespace tocsin
