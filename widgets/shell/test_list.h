// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/items/delivery_feed.h"

#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace tocsin {

class StateBadge;

/// One check or source: its state and what it answered last.
struct TestItem {
    std::string id;
    State state = State::Pending;
    QString word; ///< in place of the state's own; empty: that
    QString name;
    std::optional<Instant> answeredAt; ///< when its last answer, good or bad, was known
    QString age;
    QString remark;
};

std::vector<TestItem> sourceItems(const Board &board, Instant now);
/// Worst first; only those whose names hold what was typed.
std::vector<TestItem> checkItems(const Board &board, const QString &typed, Instant now);

/// Each channel, with what became of the last message through it.
std::vector<TestItem> channelItems(const DeliveryFeed &feed, Instant now);
/// The newest messages and what became of them, the newest first.
std::vector<TestItem> messageItems(const DeliveryFeed &feed, std::size_t most, Instant now);

/// Checks, sources or channels with their state, their last answer and a button that asks again. A button says that it waits
/// until an answer came that was not known when it was pressed. UI thread; owned by its page.
class TestList final : public QWidget
{
    Q_OBJECT

public:
    enum class Buttons { Test, None };

    TestList(const QString &emptyText, QWidget *parent = nullptr, Buttons buttons = Buttons::Test);

    void setItems(const std::vector<TestItem> &items);

signals:
    void testRequested(const QString &id);

private:
    struct Row {
        StateBadge *badge;
        QLabel *name;
        QLabel *age;
        QLabel *remark;
        QPushButton *test;
    };

    void addRow();
    void fill(const Row &row, const TestItem &item);
    void press(std::size_t row);

    const Buttons m_buttons;
    QGridLayout *m_layout;
    QLabel *m_none;
    std::vector<Row> m_rows;
    std::vector<TestItem> m_items;
    std::map<std::string, std::optional<Instant>> m_waiting; ///< since which answer
};

} // namespace tocsin
