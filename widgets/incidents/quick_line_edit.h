// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/quick_line.h"

#include <QWidget>

#include <functional>

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace tocsin {

/// The line under the timeline in which people write notes and commands, with completion, a sentence about what cannot be read,
/// and what became of the last one. What was not written down comes back into the line. UI thread; owned by the page.
class QuickLineEdit final : public QWidget
{
    Q_OBJECT

public:
    /// `context` tells what a line is read against, when it is read.
    QuickLineEdit(std::function<QuickContext()> context, QWidget *parent = nullptr);

    /// Begins a line: `/note `. What stands there already stays when it is none of ours.
    void begin(const QString &text);
    void focusLine();
    QString text() const;
    bool closeCompletion();
    /// Leaves the line empty; false when it is.
    bool clear();
    /// The journal did not take it: the text comes back, unless somebody writes already.
    void giveBack(const QString &line, const QString &why);
    /// What is wrong; an empty text says that nothing is.
    void say(const QString &problem);
    /// Something that is no problem.
    void tell(const QString &news);

signals:
    void entered(const tocsin::IncidentAct &act, const QString &line);
    void left(); ///< Esc or the arrow up: back to the timeline

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void handleEnter();
    void offerCompletion();

    std::function<QuickContext()> m_context;
    QLineEdit *m_line;
    QLabel *m_hint;
    QCompleter *m_completer;
    QStringListModel *m_candidates;
};

} // namespace tocsin
