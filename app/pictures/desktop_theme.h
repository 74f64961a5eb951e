// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/palette.h"

#include <QDBusVariant>
#include <QObject>

#include <thread>

namespace tocsin {

/// What the desktop prefers, dark or light, asked of the settings portal (org.freedesktop.appearance color-scheme). Says
/// nothing where there is no portal. UI thread; the bus is sought on a thread of its own from the beginning, because that takes
/// milliseconds even where there is none.
/// Source: XDG Desktop Portal documentation, org.freedesktop.portal.Settings.
class DesktopTheme final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopTheme(QObject *parent = nullptr);

    /// Asks, and listens to changes from then on. Waits until it is known whether there is a bus.
    void begin();

signals:
    void preferred(tocsin::ThemeKind kind);

private slots:
    void handleSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void takeScheme(const QVariant &value);

    std::jthread m_connecting;
};

} // namespace tocsin
