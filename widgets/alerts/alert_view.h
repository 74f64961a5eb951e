// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/alert_table_model.h"

#include <QTableView>
#include <QTimeZone>

namespace tocsin {

class AlertDelegate;

/// The table of alerts as people walk through it: the row with the focus is one thing, the marked rows are another, so
/// that moving never changes what an action will hit. UI thread; owned by the page; the model must outlive it.
class AlertView final : public QTableView
{
    Q_OBJECT

public:
    explicit AlertView(AlertTableModel &model, QWidget *parent = nullptr);

    void setNow(Instant now);
    void setZone(const QTimeZone &zone);

    void moveBy(int rows, bool marks = false);
    void toggleMark();
    void clearMarks();
    void openCurrent();
    /// The alerts that an action hits: the marked ones, else those of the current row.
    std::vector<AlertPtr> chosen() const;
    AlertPtr currentAlert() const;
    int markedCount() const;
    /// The marked rows, else the current one, as lines of tab-separated texts.
    QString rowsAsText() const;

    const AlertDelegate &delegate() const { return *m_delegate; }

signals:
    void opened(const tocsin::AlertPtr &alert);
    void currentAlertChanged();
    void marksChanged();
    void copyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyboardSearch(const QString &) override { }
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;

private:
    void wireOrder();
    void showOrder(const AlertOrder &order);
    void layOutColumns();
    void repaintRow(int row);
    std::vector<int> chosenRows() const;

    AlertTableModel &m_model;
    AlertDelegate *m_delegate;
};

} // namespace tocsin
