// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/desktop_theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace tocsin {

namespace {

const auto kService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const auto kGroup = QStringLiteral("org.freedesktop.appearance");
const auto kKey = QStringLiteral("color-scheme");

// The portal's numbers: 0 no preference, 1 dark, 2 light.
constexpr uint kPrefersLight = 2;

} // namespace

DesktopTheme::DesktopTheme(QObject *parent)
    : QObject(parent)
    , m_connecting([] { QDBusConnection::sessionBus(); })
{
}

void DesktopTheme::begin()
{
    if (m_connecting.joinable())
        m_connecting.join();
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // A normalized signature has no spaces.
    // clang-format off
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
        SLOT(handleSettingChanged(QString,QString,QDBusVariant)));
    // clang-format on
    QDBusMessage question = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    question << kGroup << kKey;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        if (!reply.isError())
            takeScheme(reply.value().variant());
        finished->deleteLater();
    });
}

void DesktopTheme::handleSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kGroup && key == kKey)
        takeScheme(value.variant());
}

void DesktopTheme::takeScheme(const QVariant &value)
{
    // Read wraps the value in a second variant.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    emit preferred(inner.toUInt() == kPrefersLight ? ThemeKind::Light : ThemeKind::Dark);
}

} // namespace tocsin
