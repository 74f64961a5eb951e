// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

namespace tocsin {

/// All commands with their keys, over the window as a child of it. UI thread; owned by the window.
class HelpPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit HelpPanel(QWidget *parent);

    void open();
    void place();

protected:
    QSize sizeHint() const override;
};

} // namespace tocsin
