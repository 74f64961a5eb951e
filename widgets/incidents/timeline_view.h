// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/timeline_model.h"

#include <QListView>
#include <QTimeZone>

namespace tocsin {

/// The timeline: two lines for each entry, the newest last. Stays at the end while it is there, and where it is while somebody
/// reads further up. UI thread; owned by the page; the model must outlive it.
class TimelineView final : public QListView
{
    Q_OBJECT

public:
    explicit TimelineView(TimelineModel &model, QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone);
    const QTimeZone &zone() const { return m_zone; }
    void moveBy(int rows);
    TimelineEntryPtr currentEntry() const; ///< null when there is none
    bool isCurrentPinned() const;
    void goToEnd();

signals:
    void currentEntryChanged();
    void opened();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isAtEnd() const;

    TimelineModel &m_model;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    bool m_follows = true; ///< the end was in sight before rows came
};

} // namespace tocsin
