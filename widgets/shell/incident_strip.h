// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/incident_feed.h"

#include <QFrame>

class QLabel;

namespace tocsin {

class ElidedLabel;

/// The open incidents in one line under the crisis bar: the worst with its status, its commander and its time, and how many more
/// there are. Takes no room while there is none; a click asks for the incident. UI thread; owned by the window; the feed must
/// outlive it.
class IncidentStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit IncidentStrip(const IncidentFeed &incidents, QWidget *parent = nullptr);

    void tick(Instant now);

signals:
    void clicked();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    const IncidentFeed &m_incidents;
    Instant m_now{};
    QLabel *m_severity;
    ElidedLabel *m_line;
    QLabel *m_more;
};

} // namespace tocsin
