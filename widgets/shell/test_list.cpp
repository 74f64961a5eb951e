// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/test_list.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/state_badge.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace tocsin {

namespace {

constexpr int kColumns = 5;
constexpr int kNameWidth = 220; ///< pixels at scale 1

QString answeredText(const std::optional<Instant> &at, Instant now)
{
    return at ? TestList::tr("answered %1").arg(words::ago(at, now)) : TestList::tr("no answer yet");
}

/// What the last answer showed by itself, before it is weighed against those before it.
QString outcomeOf(const CheckStatus &check)
{
    if (!check.last)
        return words::sentence(check.reason);
    if (!check.last->reason.isEmpty())
        return words::sentence(check.last->reason);
    const Micros total = check.last->evidence.timings.total;
    return TestList::tr("works, in %1").arg(words::latency(std::chrono::duration_cast<Duration>(total)));
}

} // namespace

std::vector<TestItem> sourceItems(const Board &board, Instant now)
{
    std::vector<TestItem> items;
    for (const auto &[id, source] : board.sources) {
        TestItem item;
        item.id = id.text();
        item.state = source.state;
        item.name = QStringLiteral("%1 (%2)").arg(plainLine(id.text()), plainLine(source.type));
        item.answeredAt = source.lastGood;
        if (source.evidence.at > item.answeredAt.value_or(Instant()))
            item.answeredAt = source.evidence.at;
        item.age
            = source.lastGood ? TestList::tr("answered %1").arg(words::ago(source.lastGood, now)) : TestList::tr("no answer yet");
        QStringList remarks{words::sentence(source.reason)};
        for (const Reason &remark : source.remarks)
            remarks << words::sentence(remark);
        remarks.removeAll(QString());
        item.remark = remarks.join(QLatin1Char('\n'));
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<TestItem> checkItems(const Board &board, const QString &typed, Instant now)
{
    std::vector<const CheckStatus *> checks;
    for (const auto &[id, check] : board.checks) {
        if (QString::fromStdString(id.text()).contains(typed.trimmed(), Qt::CaseInsensitive))
            checks.push_back(&check);
    }
    std::stable_sort(checks.begin(), checks.end(), [](const auto *a, const auto *b) { return a->state > b->state; });
    std::vector<TestItem> items;
    for (const CheckStatus *check : checks) {
        TestItem item;
        item.id = check->id.text();
        item.state = check->state;
        item.name
            = QStringLiteral("%1: %2 (%3)").arg(plainLine(check->service.text()), plainLine(check->name), plainLine(check->type));
        if (check->last)
            item.answeredAt = check->last->at;
        item.age = answeredText(item.answeredAt, now);
        item.remark = outcomeOf(*check);
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<TestItem> channelItems(const DeliveryFeed &feed, Instant now)
{
    std::vector<TestItem> items;
    for (const ChannelView &channel : feed.channels()) {
        TestItem item;
        item.id = channel.id.text();
        item.name = QStringLiteral("%1 (%2)").arg(plainLine(channel.id.text()), plainLine(channel.type));
        item.age = TestList::tr("nothing sent yet");
        item.word = words::stateName(State::Pending);
        if (const Delivery *last = feed.lastOf(channel.id)) {
            item.state = words::stateOf(*last);
            item.word = words::deliveryWord(*last);
            item.age = words::ago(last->lastTried.value_or(last->message.at), now);
            item.remark = plainLine(words::deliveryRemark(*last).toStdString());
            // An attempt that ended, however it did, is the answer to whoever pressed the button.
            if (last->state != DeliveryState::Underway && (last->attempts > 0 || last->isSettled()))
                item.answeredAt = last->settledAt ? last->settledAt : last->lastTried;
        }
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<TestItem> messageItems(const DeliveryFeed &feed, std::size_t most, Instant now)
{
    std::vector<TestItem> items;
    for (const Delivery *delivery : feed.newest(most)) {
        TestItem item;
        item.id = delivery->message.id.text();
        item.state = words::stateOf(*delivery);
        item.word = words::deliveryWord(*delivery);
        item.name = plainLine(delivery->message.title);
        item.age = words::ago(delivery->message.at, now);
        item.remark = plainLine(words::destinationOf(delivery->message).toStdString());
        if (const QString remark = words::deliveryRemark(*delivery); !remark.isEmpty())
            item.remark += QLatin1Char('\n') + plainLine(remark.toStdString());
        items.push_back(std::move(item));
    }
    return items;
}

TestList::TestList(const QString &emptyText, QWidget *parent, Buttons buttons)
    : QWidget(parent)
    , m_buttons(buttons)
    , m_layout(new QGridLayout(this))
    , m_none(new QLabel(emptyText, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(metrics::gapLarge);
    m_layout->setVerticalSpacing(metrics::gapSmall);
    m_layout->setColumnStretch(1, 2);
    m_layout->setColumnStretch(3, 3);
    m_none->setWordWrap(true);
    m_none->setProperty("tone", QStringLiteral("muted"));
    m_layout->addWidget(m_none, 0, 0, 1, kColumns);
}

void TestList::addRow()
{
    Row row{new StateBadge(this), new QLabel(this), new QLabel(this), new QLabel(this), new QPushButton(this)};
    const int line = static_cast<int>(m_rows.size()) + 1;
    for (QLabel *label : {row.name, row.age, row.remark})
        showPlain(*label);
    row.name->setWordWrap(true);
    row.name->setMinimumWidth(scaled(kNameWidth));
    row.remark->setWordWrap(true);
    row.age->setProperty("tone", QStringLiteral("muted"));
    row.remark->setProperty("tone", QStringLiteral("muted"));
    m_layout->addWidget(row.badge, line, 0, Qt::AlignVCenter);
    m_layout->addWidget(row.name, line, 1);
    m_layout->addWidget(row.age, line, 2);
    m_layout->addWidget(row.remark, line, 3);
    m_layout->addWidget(row.test, line, 4, Qt::AlignVCenter);
    row.test->setVisible(m_buttons == Buttons::Test);
    connect(row.test, &QPushButton::clicked, this, [this, index = m_rows.size()] { press(index); });
    m_rows.push_back(row);
}

void TestList::press(std::size_t row)
{
    const TestItem item = m_items.at(row);
    m_waiting[item.id] = item.answeredAt;
    fill(m_rows[row], item);
    emit testRequested(QString::fromStdString(item.id));
}

void TestList::fill(const Row &row, const TestItem &item)
{
    const auto waiting = m_waiting.find(item.id);
    if (waiting != m_waiting.end() && waiting->second != item.answeredAt)
        m_waiting.erase(waiting);
    const bool isWaiting = m_waiting.count(item.id) > 0;
    row.badge->setState(item.state);
    row.badge->setWord(item.word.isEmpty() ? words::stateName(item.state) : item.word);
    row.name->setText(item.name);
    row.age->setText(item.age);
    row.remark->setText(item.remark);
    row.test->setObjectName(QStringLiteral("test.%1").arg(QString::fromStdString(item.id)));
    row.test->setText(isWaiting ? tr("Testing …") : tr("Test"));
    row.test->setEnabled(!isWaiting);
    row.test->setAccessibleName(tr("Test %1").arg(item.name));
}

void TestList::setItems(const std::vector<TestItem> &items)
{
    m_items = items;
    m_none->setVisible(items.empty());
    while (m_rows.size() < items.size())
        addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        if (i < items.size())
            fill(row, items[i]);
        for (QWidget *part : std::initializer_list<QWidget *>{row.badge, row.name, row.age, row.remark, row.test})
            part->setVisible(i < items.size() && (part != row.test || m_buttons == Buttons::Test));
    }
}

} // namespace tocsin
