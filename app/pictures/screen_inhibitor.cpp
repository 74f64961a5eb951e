// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/screen_inhibitor.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QVariantMap>

namespace tocsin {

namespace {

const auto kScreenSaver = QStringLiteral("org.freedesktop.ScreenSaver");
const auto kScreenSaverPath = QStringLiteral("/org/freedesktop/ScreenSaver");
const auto kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto kPortalInhibit = QStringLiteral("org.freedesktop.portal.Inhibit");
const auto kPortalRequest = QStringLiteral("org.freedesktop.portal.Request");

constexpr uint kFromIdling = 8; ///< the portal's flag

QString reasonInWords()
{
    return QCoreApplication::translate("Wall", "The wall must stay readable");
}

} // namespace

BusScreenInhibitor::BusScreenInhibitor(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

BusScreenInhibitor::~BusScreenInhibitor()
{
    if (!m_bus.isConnected())
        return;
    if (m_cookie) {
        QDBusMessage end
            = QDBusMessage::createMethodCall(kScreenSaver, kScreenSaverPath, kScreenSaver, QStringLiteral("UnInhibit"));
        end << *m_cookie;
        m_bus.send(end);
    }
    if (!m_request.isEmpty())
        m_bus.send(QDBusMessage::createMethodCall(kPortal, m_request, kPortalRequest, QStringLiteral("Close")));
}

void BusScreenInhibitor::begin()
{
    if (!m_bus.isConnected())
        return;
    // A desktop shell that restarts has forgotten who asked.
    auto *watcher = new QDBusServiceWatcher(kScreenSaver, m_bus, QDBusServiceWatcher::WatchForRegistration, this);
    watcher->addWatchedService(kPortal);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] {
        m_cookie.reset();
        m_request.clear();
        askScreenSaver();
    });
    askScreenSaver();
}

void BusScreenInhibitor::askScreenSaver()
{
    QDBusMessage question
        = QDBusMessage::createMethodCall(kScreenSaver, kScreenSaverPath, kScreenSaver, QStringLiteral("Inhibit"));
    question << QCoreApplication::applicationName() << reasonInWords();
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<uint> reply = *finished;
        if (reply.isError())
            askPortal();
        else
            m_cookie = reply.value();
        finished->deleteLater();
    });
}

void BusScreenInhibitor::askPortal()
{
    QDBusMessage question = QDBusMessage::createMethodCall(kPortal, kPortalPath, kPortalInhibit, QStringLiteral("Inhibit"));
    question << QString() << kFromIdling << QVariantMap{{QStringLiteral("reason"), reasonInWords()}};
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QDBusObjectPath> reply = *finished;
        if (!reply.isError())
            m_request = reply.value().path();
        finished->deleteLater();
    });
}

} // namespace tocsin
