// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace tocsin {

class StateBadge;

/// Every source with its state, when it last answered in full, and why it does not. UI thread; owned by its parent; the feed
/// must outlive it.
class SourceList final : public QWidget
{
    Q_OBJECT

public:
    explicit SourceList(const BoardFeed &feed, QWidget *parent = nullptr);

    void tick(Instant now);

private:
    struct Row {
        StateBadge *badge;
        QLabel *name;
        QLabel *age;
        QLabel *remark;
    };

    void refresh();
    void addRow();

    const BoardFeed &m_feed;
    Instant m_now{};
    std::vector<Row> m_rows;
    QGridLayout *m_layout;
    QLabel *m_none;
};

} // namespace tocsin
