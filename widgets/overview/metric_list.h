// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace tocsin {

class ElidedLabel;
class MetricRun;
class SectionHeader;

/// The metrics of one service: name, figure, and how it ran in the last hour; in place of a figure that is missing, why.
/// Takes no room while there are none. UI thread only; owned by the detail.
class MetricList final : public QWidget
{
    Q_OBJECT

public:
    explicit MetricList(QWidget *parent = nullptr);

    void setMetrics(const std::vector<MetricStatus> &metrics, Instant now);

private:
    struct Row {
        ElidedLabel *name;
        QLabel *figure;
        MetricRun *run;
        QLabel *reason;
    };

    void addRow();
    void fill(const Row &row, const MetricStatus &metric, Instant now);

    SectionHeader *m_header;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};

} // namespace tocsin
