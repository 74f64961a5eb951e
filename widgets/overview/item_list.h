// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/overview/item_rows.h"

#include <QListView>

class QStandardItemModel;

namespace tocsin {

/// Checks and alerts as rows: shape, name, figure, detail. As tall as its rows: the page around it scrolls. UI thread only;
/// owned by the detail.
class ItemList final : public QListView
{
    Q_OBJECT

public:
    explicit ItemList(QWidget *parent = nullptr);

    /// Shows these rows in place of the former ones; the selection stays on the same item.
    void setRows(std::vector<ItemRow> rows);
    const std::vector<ItemRow> &rows() const { return m_rows; }
    /// The row with the keyboard, or null.
    const ItemRow *currentRow() const;
    void selectCheck(const CheckId &check);
    void step(int by);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void checkSelected(const tocsin::CheckId &check);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int rowOfSame(const ItemRow &wanted) const;

    std::vector<ItemRow> m_rows;
    QStandardItemModel *m_model;
    bool m_isFilling = false;
};

} // namespace tocsin
