// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/palette.h"

#include <QDBusVariant>
#include <QObject>

namespace tocsin {

/// What the desktop prefers, dark or light, asked of the settings portal (org.freedesktop.appearance color-scheme). Says
/// nothing where there is no portal. UI thread; never waits.
/// Source: XDG Desktop Portal documentation, org.freedesktop.portal.Settings.
class DesktopTheme final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks, and listens to changes from then on.
    void begin();

signals:
    void preferred(tocsin::ThemeKind kind);

private slots:
    void handleSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void takeScheme(const QVariant &value);
};

} // namespace tocsin
