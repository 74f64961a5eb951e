// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_watcher.h"

#include "tests/unit/config/test_vocabulary.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tocsin;

namespace {

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

} // namespace

/// Where a configuration lies, and when it has changed.
class TestConfigFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheDefaultPath_data();
    void findsTheDefaultPath();
    void noticesEveryChangeOnce();
    void noticesAFileThatAppears();
};

void TestConfigFiles::findsTheDefaultPath_data()
{
    QTest::addColumn<QString>("xdg");
    QTest::addColumn<QString>("home");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("expected");
    QTest::newRow("XDG") << "/x"
                         << "/home/ada"
                         << ""
                         << "/x/tocsin";
    QTest::newRow("home") << ""
                          << "/home/ada"
                          << ""
                          << "/home/ada/.config/tocsin";
    QTest::newRow("relative XDG is ignored") << "x"
                                             << "/home/ada"
                                             << ""
                                             << "/home/ada/.config/tocsin";
    QTest::newRow("profile") << "/x"
                             << ""
                             << "night"
                             << "/x/tocsin-night";
    QTest::newRow("no home") << ""
                             << ""
                             << ""
                             << "";
    QTest::newRow("profile that climbs") << "/x"
                                         << ""
                                         << "../night"
                                         << "";
    QTest::newRow("profile of dots") << "/x"
                                     << ""
                                     << ".."
                                     << "";
}

void TestConfigFiles::findsTheDefaultPath()
{
    QFETCH(const QString, xdg);
    QFETCH(const QString, home);
    QFETCH(const QString, profile);
    QFETCH(const QString, expected);
    const Environment environment = test::environmentOf({{"XDG_CONFIG_HOME", xdg.toStdString()}, {"HOME", home.toStdString()}});
    const auto path = defaultConfigPath(environment, profile.toStdString());
    QCOMPARE(QString::fromStdString(path.value_or("").string()), expected);
}

void TestConfigFiles::noticesEveryChangeOnce()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.yaml"));
    writeFile(path, "shop: A\n");
    ConfigWatcher watcher(path.toStdString());
    QVERIFY(!watcher.changed());

    writeFile(path, "shop: Another\n");
    QVERIFY(watcher.changed());
    QVERIFY(!watcher.changed());

    // As editors do it: a new file of the same size takes the old one's name.
    writeFile(path + QStringLiteral(".new"), "shop: Anothex\n");
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::rename(path + QStringLiteral(".new"), path));
    QVERIFY(watcher.changed());

    QVERIFY(QFile::remove(path));
    QVERIFY(watcher.changed());
    QVERIFY(!watcher.changed());
}

void TestConfigFiles::noticesAFileThatAppears()
{
    const QTemporaryDir folder;
    ConfigWatcher watcher(folder.path().toStdString());
    writeFile(folder.filePath(QStringLiteral("notes.txt")), "not ours");
    QVERIFY(!watcher.changed());
    writeFile(folder.filePath(QStringLiteral("shop.yml")), "shop: A\n");
    QVERIFY(watcher.changed());
}

QTEST_GUILESS_MAIN(TestConfigFiles)
#include "tst_config_files.moc"
