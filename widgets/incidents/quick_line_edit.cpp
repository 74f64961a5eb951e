// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/quick_line_edit.h"

#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>

namespace tocsin {

namespace {
constexpr int kLongestLine = 4000;
}

QuickLineEdit::QuickLineEdit(std::function<QuickContext()> context, QWidget *parent)
    : QWidget(parent)
    , m_context(std::move(context))
    , m_line(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_completer(new QCompleter(this))
    , m_candidates(new QStringListModel(this))
{
    m_line->setObjectName(QStringLiteral("quickLine"));
    m_line->setPlaceholderText(tr("Write a note, or / for commands"));
    m_line->setAccessibleName(tr("Note or command"));
    m_line->setMaxLength(kLongestLine);
    m_line->installEventFilter(this);
    m_hint->setObjectName(QStringLiteral("quickHint"));
    m_hint->setProperty("tone", QStringLiteral("small"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_completer->setWidget(m_line);
    m_completer->setModel(m_candidates);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setProperty("role", QStringLiteral("popup"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::grid);
    layout->addWidget(m_hint);
    layout->addWidget(m_line);
    connect(m_line, &QLineEdit::returnPressed, this, &QuickLineEdit::handleEnter);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        tell(quickLineUsage(m_line->text()));
        offerCompletion();
    });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &line) {
        m_line->setText(line);
        offerCompletion();
    });
}

void QuickLineEdit::begin(const QString &text)
{
    if (m_line->text().isEmpty() || m_line->text().startsWith(QLatin1Char('/')))
        m_line->setText(text);
    tell(quickLineUsage(m_line->text()));
    focusLine();
    offerCompletion();
}

void QuickLineEdit::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
}

QString QuickLineEdit::text() const
{
    return m_line->text();
}

bool QuickLineEdit::closeCompletion()
{
    if (!m_completer->popup()->isVisible())
        return false;
    m_completer->popup()->hide();
    return true;
}

bool QuickLineEdit::clear()
{
    say(QString());
    if (m_line->text().isEmpty())
        return false;
    m_line->clear();
    return true;
}

void QuickLineEdit::giveBack(const QString &line, const QString &why)
{
    if (m_line->text().isEmpty())
        m_line->setText(line);
    say(tr("Not written down: %1").arg(why));
}

void QuickLineEdit::say(const QString &problem)
{
    m_hint->setVisible(!problem.isEmpty());
    m_hint->setText(plainLine(problem.toStdString()));
    m_hint->setStyleSheet(
        problem.isEmpty() ? QString() : QStringLiteral("color: %1;").arg(themePalette().tone(State::Degraded).name()));
}

void QuickLineEdit::tell(const QString &news)
{
    say(news);
    m_hint->setStyleSheet(QString());
}

void QuickLineEdit::handleEnter()
{
    const QString line = m_line->text();
    if (line.trimmed().isEmpty())
        return;
    const auto act = readQuickLine(line, m_context());
    if (!act)
        return say(act.error());
    m_completer->popup()->hide();
    m_line->clear();
    say(QString());
    emit entered(*act, line);
}

void QuickLineEdit::offerCompletion()
{
    const QStringList lines = completeQuickLine(m_line->text(), m_context());
    m_candidates->setStringList(lines);
    if (lines.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(QModelIndex()); // Enter takes what was written, unless somebody chose
}

bool QuickLineEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isOpen = m_completer->popup()->isVisible();
        if (key->key() == Qt::Key_Tab && isOpen) {
            m_line->setText(m_candidates->stringList().value(0));
            offerCompletion();
            return true;
        }
        if (key->key() == Qt::Key_Up && !isOpen) {
            emit left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tocsin
