// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/alert_table_model.h"
#include "models/session/commands.h"
#include "widgets/common/page.h"

#include <QTimeZone>
#include <QUrl>

#include <functional>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace tocsin {

class ActionDesk;
class AlertDetail;
class AlertView;
class FilterBar;
class SectionHeader;

/// The alerts of all sources: filter, table, detail, acknowledging and silencing with a preview. UI thread; owned by the window;
/// feed, commands and clock must outlive it.
class AlertsPage final : public Page
{
    Q_OBJECT

public:
    AlertsPage(BoardFeed &feed, Commands &commands, const Clock &clock, QWidget *parent = nullptr);

    bool knows(CommandId command) const override;
    void run(CommandId command) override;
    bool goBack() override;
    void tick(Instant now) override;
    QWidget *focusTarget() override;
    IncidentScope chosenScope() const override;

    void showPreview(const AcknowledgePreview &preview);
    /// Asks for these alerts as if they had been marked in the table.
    void acknowledge(const ActionTarget &target);
    void setFilter(const QString &line);
    void setZone(const QTimeZone &zone);
    void setOrder(const AlertOrder &order);
    /// What opens a link that was found safe; by default the desktop's browser.
    void setLinkOpener(std::function<void(const QUrl &)> opener) { m_openLink = std::move(opener); }

signals:
    void orderChanged(const tocsin::AlertOrder &order);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void wire();
    void handleChanges(const Changes &changes);
    void refreshHeader();
    void refreshSilent(Instant now);
    QString orderText() const;
    void refreshDetail();
    void openDetail(const AlertPtr &alert);
    void closeDetail();
    void giveBack();
    void openLink(const QString &link);
    void copyRows();

    BoardFeed &m_feed;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::function<void(const QUrl &)> m_openLink;
    AlertTableModel m_model;
    QSplitter *m_splitter;
    QWidget *m_list; ///< left of the detail
    SectionHeader *m_header;
    FilterBar *m_filter;
    QLabel *m_silent; ///< which sources do not answer
    QStackedWidget *m_stack;
    AlertView *m_view;
    QLabel *m_empty;
    AlertDetail *m_detail;
    ActionDesk *m_actions;
};

} // namespace tocsin
