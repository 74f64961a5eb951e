// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace tocsin {

/// The colours of the phases with their names, in one line; shortens the names where there is no room. UI thread only; owned
/// by its parent.
class PhaseLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseLegend(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tocsin
