// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/timeline_model.h"

#include <QWidget>

#include <map>

class QLineEdit;
class QPushButton;

namespace tocsin {

class SectionHeader;

/// The head of a timeline: how much there is, and what of it is shown. UI thread; owned by the page.
class TimelineBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineBar(QWidget *parent = nullptr);

    void showCounts(const TimelineModel &model);
    void focusFilter();
    /// Shows everything again; false when it does already.
    bool clear();

signals:
    void filterChanged(const tocsin::TimelineFilter &filter);
    void left(); ///< Enter or the arrow down: on to the timeline

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(TimelineFilter::Kinds kinds);

    TimelineFilter m_filter;
    SectionHeader *m_header;
    QLineEdit *m_text;
    std::map<TimelineFilter::Kinds, QPushButton *> m_kinds;
};

} // namespace tocsin
