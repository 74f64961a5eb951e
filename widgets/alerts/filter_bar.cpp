// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/alerts/filter_bar.h"

#include "widgets/common/command_table.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStringListModel>

#include <algorithm>
#include <utility>

namespace tocsin {

FilterBar::FilterBar(const BoardFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_line(new QLineEdit(this))
    , m_grouped(new QPushButton(tr("Group storms"), this))
    , m_error(new QLabel(this))
    , m_completer(new QCompleter(this))
    , m_candidates(new QStringListModel(this))
{
    m_line->setObjectName(QStringLiteral("alertFilter"));
    m_line->setPlaceholderText(tr("Filter: service=payments severity=~\"critical|page\" state!=acked, or words"));
    m_line->setAccessibleName(tr("Filter the alerts"));
    m_line->setToolTip(commandTip(CommandId::Filter));
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_grouped->setObjectName(QStringLiteral("groupStorms"));
    m_grouped->setCheckable(true);
    m_grouped->setChecked(true);
    m_grouped->setToolTip(commandTip(CommandId::ToggleGroups));
    m_error->setObjectName(QStringLiteral("filterError"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    m_completer->setWidget(m_line);
    m_completer->setModel(m_candidates);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setProperty("role", QStringLiteral("popup"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(metrics::gapSmall);
    layout->setVerticalSpacing(metrics::grid);
    layout->addWidget(m_line, 0, 0);
    layout->addWidget(m_grouped, 0, 1);
    layout->addWidget(m_error, 1, 0, 1, 2);
    m_reading.setSingleShot(true);
    connect(&m_reading, &QTimer::timeout, this, &FilterBar::readBoard);
    connect(&feed, &BoardFeed::changed, this, [this](const Changes &changes) {
        m_isOutdated = m_isOutdated || changes.reset || !changes.alerts.empty() || !changes.goneAlerts.empty();
        if (m_line->hasFocus())
            readBoardLater();
    });
    connect(m_line, &QLineEdit::textChanged, this, &FilterBar::handleText);
    connect(m_line, &QLineEdit::textEdited, this, [this] { m_isTyped = true; }); // the sentence about mistakes comes first
    connect(m_line, &QLineEdit::returnPressed, this, &FilterBar::handleEnter);
    connect(m_grouped, &QPushButton::toggled, this, &FilterBar::groupedChanged);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterBar::complete);
}

void FilterBar::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

QString FilterBar::line() const
{
    return m_line->text();
}

void FilterBar::setLine(const QString &line)
{
    m_line->setText(line);
}

void FilterBar::setGrouped(bool isGrouped)
{
    m_grouped->setChecked(isGrouped);
}

bool FilterBar::hasError() const
{
    return m_error->isVisibleTo(this);
}

void FilterBar::handleText(const QString &text)
{
    const auto filter = AlertFilter::parse(text);
    m_error->setVisible(!filter);
    if (filter)
        emit filterChanged(*filter);
    else
        sayMistake(filter.error());
    if (std::exchange(m_isTyped, false))
        offerCompletion();
}

void FilterBar::sayMistake(const FilterError &mistake)
{
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, themePalette().tone(State::Degraded));
    m_error->setPalette(warning);
    m_error->setText(tr("At character %1: %2. The filter before stays in force.")
                         .arg(QLocale().toString(mistake.position + 1), mistake.detail));
}

/// A board that changes all the time is still read to its end, and then once more.
void FilterBar::readBoardLater()
{
    if (!m_isOutdated || m_reading.isActive())
        return;
    m_isOutdated = false;
    m_vocabulary.begin(m_feed.board());
    m_reading.start();
}

void FilterBar::readBoard()
{
    if (!m_vocabulary.advance()) {
        m_reading.start();
        return;
    }
    if (std::exchange(m_awaitsCompletion, false) && m_line->hasFocus())
        offerCompletion();
    readBoardLater();
}

void FilterBar::offerCompletion()
{
    readBoardLater();
    m_awaitsCompletion = m_reading.isActive();
    const FilterCompletion completion = m_vocabulary.complete(m_line->text(), m_line->cursorPosition());
    m_completionBegin = completion.begin;
    m_completionEnd = completion.end;
    const QString typed = m_line->text().mid(completion.begin, completion.end - completion.begin);
    const bool isFinished = completion.candidates.size() == 1 && completion.candidates.first() == typed;
    const bool isName = completion.begin == 0 || m_line->text().at(completion.begin - 1).isSpace();
    if (completion.candidates.isEmpty() || isFinished || (isName && typed.isEmpty())) {
        m_completer->popup()->hide();
        return;
    }
    m_candidates->setStringList(completion.candidates);
    const int width = std::min(m_line->width(), scaled(360));
    // Below the sentence about what is wrong, which would be covered else.
    const int taken = hasError() ? 2 * metrics::grid + m_error->heightForWidth(this->width()) : 0;
    m_completer->complete(QRect(isRightToLeft() ? m_line->width() - width : 0, 0, width, m_line->height() + taken));
    m_completer->popup()->setCurrentIndex(QModelIndex()); // Enter goes on to the table unless somebody chose
}

bool FilterBar::closeCompletion()
{
    m_awaitsCompletion = false; // nor may it open a moment later
    if (!m_completer->popup()->isVisible())
        return false;
    m_completer->popup()->hide();
    return true;
}

void FilterBar::handleEnter()
{
    const bool isChoosing = m_completer->popup()->isVisible() && m_completer->popup()->currentIndex().isValid();
    if (isChoosing)
        return; // the completer takes what is chosen
    m_completer->popup()->hide();
    emit left();
}

void FilterBar::complete(const QString &candidate)
{
    QString text = m_line->text();
    text.replace(m_completionBegin, m_completionEnd - m_completionBegin, candidate);
    m_line->setText(text);
    m_line->setCursorPosition(m_completionBegin + static_cast<int>(candidate.size()));
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::FocusIn)
        readBoardLater();
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down && !m_completer->popup()->isVisible()) {
        emit left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tocsin
