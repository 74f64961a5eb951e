// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/state.h"

#include <QListView>

#include <optional>
#include <vector>

class QStandardItemModel;

namespace tocsin {

/// One row: a name, and what belongs to it at the other end.
struct PairRow {
    QString name;
    QString value;
    QString tip;                ///< the whole, where there is more to say
    std::optional<State> state; ///< a shape before the name
    bool isQuiet = false;       ///< muted: nobody, nothing yet
    bool isMissed = false;      ///< the value stands out

    friend bool operator==(const PairRow &, const PairRow &) = default;
};

/// Roles, times and alerts of an incident as rows between hairlines. As tall as its rows: the column around it scrolls. Enter or
/// a double click asks for something to be done about the row. UI thread; owned by the page.
class PairList final : public QListView
{
    Q_OBJECT

public:
    explicit PairList(QWidget *parent = nullptr);

    void setRows(std::vector<PairRow> rows);
    const std::vector<PairRow> &rows() const { return m_rows; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::vector<PairRow> m_rows;
    QStandardItemModel *m_model;
};

} // namespace tocsin
