// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/screen_inhibitor.h"
#include "app/pictures/wall_screen.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusError>
#include <QDBusObjectPath>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QVariantMap>

#include <memory>

using namespace tocsin;

namespace {

const auto kScreenSaver = QStringLiteral("org.freedesktop.ScreenSaver");
const auto kPortal = QStringLiteral("org.freedesktop.portal.Desktop");

} // namespace

/// What a desktop's screen saver does with those who ask.
class ScreenSaverDouble final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public:
    QList<uint> held;
    QString lastReason;

public slots:
    uint Inhibit(const QString &, const QString &reason)
    {
        lastReason = reason;
        held << ++m_count;
        return m_count;
    }
    void UnInhibit(uint cookie) { held.removeAll(cookie); }

private:
    uint m_count = 40;
};

/// What the desktop portal does.
class PortalDouble final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")

public:
    uint flags = 0;

public slots:
    QDBusObjectPath Inhibit(const QString &, uint asked, const QVariantMap &)
    {
        flags = asked;
        return QDBusObjectPath(QStringLiteral("/org/freedesktop/portal/desktop/request/wall"));
    }
};

class TestScreenInhibitor final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void holdsTheScreenWhileItLives();
    void asksAgainAfterTheDesktopRestarted();
    void asksThePortalWhereThereIsNoScreenSaver();
    void theScreenIsChosenByName();

private:
    QDBusConnection connection(const char *name) const
    {
        return QDBusConnection::connectToBus(m_address, QString::fromLatin1(name));
    }
    void offer(QObject &desktop, const QString &service, const QString &path)
    {
        QDBusConnection bus = connection("desktop");
        QVERIFY(bus.registerObject(path, &desktop, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(service));
    }

    QProcess m_daemon;
    QString m_address;
};

void TestScreenInhibitor::initTestCase()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    QVERIFY2(!program.isEmpty(), "dbus-daemon is not installed: see packaging/debian-packages.txt");
    m_daemon.start(program, {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_daemon.waitForReadyRead(20000));
    m_address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
    QVERIFY(!m_address.isEmpty());
}

void TestScreenInhibitor::cleanup()
{
    QDBusConnection bus = connection("desktop");
    bus.unregisterService(kScreenSaver);
    bus.unregisterService(kPortal);
    QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    QDBusConnection::disconnectFromBus(QStringLiteral("wall"));
}

void TestScreenInhibitor::cleanupTestCase()
{
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void TestScreenInhibitor::holdsTheScreenWhileItLives()
{
    ScreenSaverDouble desktop;
    offer(desktop, kScreenSaver, QStringLiteral("/org/freedesktop/ScreenSaver"));
    {
        BusScreenInhibitor inhibitor(connection("wall"));
        inhibitor.begin();
        QTRY_COMPARE(desktop.held.size(), 1);
        QVERIFY(!desktop.lastReason.isEmpty());
        QTest::qWait(50); // the answer must have come back before it can be given up
    }
    QTRY_VERIFY(desktop.held.isEmpty());
}

void TestScreenInhibitor::asksAgainAfterTheDesktopRestarted()
{
    auto desktop = std::make_unique<ScreenSaverDouble>();
    offer(*desktop, kScreenSaver, QStringLiteral("/org/freedesktop/ScreenSaver"));
    BusScreenInhibitor inhibitor(connection("wall"));
    inhibitor.begin();
    QTRY_COMPARE(desktop->held.size(), 1);
    QVERIFY(connection("desktop").unregisterService(kScreenSaver));
    desktop = std::make_unique<ScreenSaverDouble>();
    offer(*desktop, kScreenSaver, QStringLiteral("/org/freedesktop/ScreenSaver"));
    QTRY_COMPARE(desktop->held.size(), 1);
}

void TestScreenInhibitor::asksThePortalWhereThereIsNoScreenSaver()
{
    PortalDouble portal;
    offer(portal, kPortal, QStringLiteral("/org/freedesktop/portal/desktop"));
    BusScreenInhibitor inhibitor(connection("wall"));
    inhibitor.begin();
    QTRY_COMPARE(portal.flags, 8u);
}

void TestScreenInhibitor::theScreenIsChosenByName()
{
    const QStringList both{QStringLiteral("eDP-1"), QStringLiteral("HDMI-1")};
    QCOMPARE(screenFor(QStringLiteral("HDMI-1"), both), 1);
    QCOMPARE(screenFor(QStringLiteral("HDMI-1"), {QStringLiteral("eDP-1")}), 0); // unplugged: better there than nowhere
    QCOMPARE(screenFor(QString(), both), 0);
    QCOMPARE(screenFor(QStringLiteral("HDMI-1"), {}), -1);
}

QTEST_GUILESS_MAIN(TestScreenInhibitor)
#include "tst_screen_inhibitor.moc"
