// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/incident/incident.h"

#include <QFrame>

#include <functional>
#include <map>

class QLabel;
class QPushButton;
class QHBoxLayout;
class QUrl;

namespace tocsin {

class ElidedLabel;

/// The top of an incident: severity, title, how far it has come, how long it has been going on, and where people meet. UI thread;
/// owned by the page.
class IncidentHead final : public QFrame
{
    Q_OBJECT

public:
    explicit IncidentHead(QWidget *parent = nullptr);

    void show(const IncidentPtr &incident, const IncidentRules &rules);
    void tick(Instant now);
    void setLinkOpener(std::function<void(const QUrl &)> opener) { m_openLink = std::move(opener); }

signals:
    void severityRequested();
    void statusChosen(tocsin::IncidentStatus status);
    void reportRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLayout *makeClock();
    QWidget *makeStatus();
    QPushButton *makeMeeting(const QString &text, const QString &name);
    void dress();

    std::function<void(const QUrl &)> m_openLink;
    IncidentPtr m_incident;
    Instant m_now{};
    QPushButton *m_severity;
    ElidedLabel *m_title;
    ElidedLabel *m_origin;
    QLabel *m_running;
    QPushButton *m_call;
    QPushButton *m_chat;
    QPushButton *m_report;
    std::map<IncidentStatus, QPushButton *> m_statuses;
};

} // namespace tocsin
