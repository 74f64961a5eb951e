// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/common/command_table.h"

#include <QFrame>

class QButtonGroup;
class QVBoxLayout;

namespace tocsin {

/// The views of the desk, at its edge: a number to press and a name. UI thread; owned by the window.
class Rail final : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    void addView(CommandId command, const QString &name);
    void setCurrent(CommandId command);

signals:
    void chosen(tocsin::CommandId command);

private:
    QButtonGroup *m_buttons;
    QVBoxLayout *m_layout;
};

} // namespace tocsin
