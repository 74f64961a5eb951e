// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QString>

#include <optional>

namespace tocsin {

/// Keeps the screen from going dark or being locked while it exists. Made and owned by whoever shows the wall; UI thread.
class ScreenInhibitor
{
public:
    virtual ~ScreenInhibitor() = default;

    /// Asks the desktop; asks again by itself when the desktop forgets.
    virtual void begin() = 0;
};

/// Asks over D-Bus: org.freedesktop.ScreenSaver, and where that does not answer the portal's org.freedesktop.portal.Inhibit.
/// Says nothing where neither is there (a bare X server: `xset s off -dpms` is up to the station). Never waits.
/// Sources: Idle Inhibition Service draft of freedesktop.org; XDG Desktop Portal documentation, Inhibit.
class BusScreenInhibitor final : public QObject, public ScreenInhibitor
{
    Q_OBJECT

public:
    explicit BusScreenInhibitor(const QDBusConnection &bus, QObject *parent = nullptr);
    /// Lets the screen sleep again.
    ~BusScreenInhibitor() override;

    void begin() override;

private:
    void askScreenSaver();
    void askPortal();

    QDBusConnection m_bus;
    std::optional<uint> m_cookie; ///< what org.freedesktop.ScreenSaver answered
    QString m_request;            ///< the portal's path of our request
};

} // namespace tocsin
