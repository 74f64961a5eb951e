// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/timeline_bar.h"

#include "models/items/incident_words.h"
#include "widgets/common/command_table.h"
#include "widgets/common/section_header.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace tocsin {

namespace {
using Kinds = TimelineFilter::Kinds;
}

TimelineBar::TimelineBar(QWidget *parent)
    : QWidget(parent)
    , m_header(new SectionHeader(tr("Timeline"), this))
    , m_text(new QLineEdit(this))
{
    const std::pair<Kinds, QString> kinds[]
        = {{Kinds::Alerts, tr("alerts")}, {Kinds::People, tr("people")}, {Kinds::Pinned, tr("pinned")}};
    m_text->setObjectName(QStringLiteral("timelineFilter"));
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter the timeline"));
    m_text->setToolTip(commandTip(CommandId::Filter));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_header->addAtEnd(m_text);
    for (const auto &[kind, word] : kinds) {
        auto *button = new QPushButton(word, this);
        button->setObjectName(QStringLiteral("timeline.") + word);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(
            button, &QPushButton::clicked, this, [this, kind = kind](bool isChecked) { choose(isChecked ? kind : Kinds::All); });
        m_header->addAtEnd(button);
        m_kinds.emplace(kind, button);
    }
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_header);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter.text = text.trimmed();
        emit filterChanged(m_filter);
    });
    connect(m_text, &QLineEdit::returnPressed, this, &TimelineBar::left);
}

void TimelineBar::showCounts(const TimelineModel &model)
{
    const QString total = words::entryCount(model.total());
    const bool isFiltered = model.rowCount() != model.total();
    m_header->setRemark(isFiltered ? tr("%1 of %2").arg(QLocale().toString(model.rowCount()), total) : total);
    const int pinned = model.pinnedCount();
    m_kinds.at(Kinds::Pinned)->setText(pinned > 0 ? tr("pinned %1").arg(QLocale().toString(pinned)) : tr("pinned"));
}

void TimelineBar::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

bool TimelineBar::clear()
{
    if (m_filter == TimelineFilter())
        return false;
    m_text->clear();
    choose(Kinds::All);
    return true;
}

void TimelineBar::choose(TimelineFilter::Kinds kinds)
{
    m_filter.kinds = kinds;
    for (const auto &[kind, button] : m_kinds)
        button->setChecked(kind == kinds);
    emit filterChanged(m_filter);
}

/// Title and switches need their room first.
void TimelineBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_text->setFixedWidth(std::clamp(width() / 7, scaled(70), scaled(180)));
}

bool TimelineBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDown
        = watched == m_text && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down;
    if (isDown)
        emit left();
    return isDown || QWidget::eventFilter(watched, event);
}

} // namespace tocsin
