// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/alert_order.h"
#include "widgets/style/palette.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tocsin {

/// What the desk remembers from one start to the next, in one small file of the XDG state folder. Without a file it
/// remembers nothing. UI thread; read at the start, written when it changes or the window closes.
class DeskState
{
public:
    explicit DeskState(QString file);

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);
    /// Nothing: as the desktop.
    std::optional<ThemeKind> theme() const;
    void setTheme(std::optional<ThemeKind> theme);
    /// By what the alerts are listed.
    AlertOrder alertOrder() const;
    void setAlertOrder(const AlertOrder &order);

private:
    QString m_file;
};

} // namespace tocsin
