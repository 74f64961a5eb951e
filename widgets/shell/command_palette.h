// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/common/command_table.h"

#include <QFrame>

#include <vector>

class QLineEdit;
class QListWidget;

namespace tocsin {

/// Every command by its name: type some letters of it, Enter does it. Lies over the window as a child of it, is no dialog
/// and holds nothing up. UI thread; owned by the window.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    void open(std::vector<CommandId> commands);
    void closePalette();
    /// Keeps it in the upper middle of the parent.
    void place();

signals:
    void chosen(tocsin::CommandId command);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &typed);
    void choose();

    std::vector<CommandId> m_commands;
    QLineEdit *m_line;
    QListWidget *m_list;
};

} // namespace tocsin
