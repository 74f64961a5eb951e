// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/items/incident_feed.h"
#include "models/items/timeline_model.h"
#include "models/session/commands.h"
#include "widgets/common/page.h"

#include <QTimeZone>

#include <functional>
#include <map>

class QButtonGroup;
class QLabel;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QUrl;
class QVBoxLayout;

namespace tocsin {

class DeclarePanel;
class EntryView;
class IncidentHead;
class PeopleColumn;
struct QuickContext;
class QuickLineEdit;
class ScopeColumn;
class TimelineBar;
class TimelineView;

/// Command: the incident in hand with its timeline, roles, times and scope, and the line in which people write. UI thread; owned
/// by the window; feeds, commands and clock must outlive it.
class IncidentPage final : public Page
{
    Q_OBJECT

public:
    IncidentPage(
        const BoardFeed &board, const IncidentFeed &incidents, Commands &commands, const Clock &clock, QWidget *parent = nullptr);

    bool knows(CommandId command) const override;
    void run(CommandId command) override;
    bool goBack() override;
    void tick(Instant now) override;
    QWidget *focusTarget() override;

    /// Asks for a new incident about this.
    void declare(const IncidentScope &scope);
    /// Begins a note; asks for an incident first when there is none.
    void beginNote();
    void takeAnswer(const IncidentAnswer &answer);
    void takeReport(const IncidentReportText &report);
    void setZone(const QTimeZone &zone);
    void setLinkOpener(const std::function<void(const QUrl &)> &opener);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeMiddle();
    QScrollArea *makeColumn(QVBoxLayout *&room);
    void wire();
    void handleIncidents(const std::vector<IncidentPtr> &incidents);
    void refreshTabs();
    void choose(const IncidentId &id);
    void refresh();
    void showEntry();
    void act(IncidentAct act, const QString &line = {});
    void togglePin();
    void beginCorrection();
    QuickContext context() const;

    const BoardFeed &m_board;
    const IncidentFeed &m_incidents;
    Commands &m_commands;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    TimelineModel m_model;
    IncidentPtr m_incident;
    IncidentId m_awaited;                  ///< was declared here, and is not on disk yet
    std::map<ActionId, QString> m_written; ///< lines that wait for the disk
    EventId m_corrected;                   ///< the entry that the line will correct; empty: it is a line of its own
    QTabBar *m_tabs;
    DeclarePanel *m_declare;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    QWidget *m_content = nullptr;
    IncidentHead *m_head = nullptr;
    QSplitter *m_splitter = nullptr;
    QScrollArea *m_left = nullptr;
    QScrollArea *m_right = nullptr;
    QVBoxLayout *m_leftRoom = nullptr;
    QVBoxLayout *m_rightRoom = nullptr;
    PeopleColumn *m_people = nullptr;
    ScopeColumn *m_scope = nullptr;
    TimelineBar *m_bar = nullptr;
    TimelineView *m_timeline = nullptr;
    EntryView *m_entry = nullptr;
    QuickLineEdit *m_quick = nullptr;
};

} // namespace tocsin
