// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/alert_filter.h"
#include "models/items/board_feed.h"
#include "models/items/filter_completion.h"

#include <QTimer>
#include <QWidget>

class QCompleter;
class QLabel;
class QLineEdit;
class QPushButton;
class QStringListModel;

namespace tocsin {

/// The line that filters the alerts, with completion and with its mistakes said beside it, and the switch between grouped
/// storms and every alert. A line that cannot be read leaves the filter before it in force. UI thread; owned by the page.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(const BoardFeed &feed, QWidget *parent = nullptr);

    void focusLine();
    QString line() const;
    void setLine(const QString &line);
    void setGrouped(bool isGrouped);
    bool hasError() const;
    /// Closes the list of completions; false when it is not open.
    bool closeCompletion();

signals:
    void filterChanged(const tocsin::AlertFilter &filter);
    void groupedChanged(bool isGrouped);
    void left(); ///< Enter or the arrow down: on to the table

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void handleText(const QString &text);
    void readBoardLater();
    void readBoard();
    void sayMistake(const FilterError &mistake);
    void offerCompletion();
    void handleEnter();
    void complete(const QString &candidate);

    const BoardFeed &m_feed;
    QLineEdit *m_line;
    QPushButton *m_grouped;
    QLabel *m_error;
    QCompleter *m_completer;
    QStringListModel *m_candidates;
    FilterVocabulary m_vocabulary;
    QTimer m_reading;                ///< between frames, while somebody is in the line
    bool m_isOutdated = true;        ///< the board has changed since the vocabulary was begun
    bool m_awaitsCompletion = false; ///< somebody typed before the vocabulary was read
    bool m_isTyped = false;          ///< the text that comes next is from the keyboard
    int m_completionBegin = 0;
    int m_completionEnd = 0;
};

} // namespace tocsin
