// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/secrets/secret_command.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kSoonMs = 3'000;

Result<Secret> run(const std::vector<std::string> &command, Duration timeout = 10s)
{
    return runSecretCommand(command, timeout, std::stop_token());
}

std::vector<std::string> shell(const std::string &script)
{
    return {"/bin/sh", "-c", script};
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

bool isAlive(int pid)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
    // Killed but not yet collected by its new parent counts as gone.
    return status.open(QIODevice::ReadOnly) && !status.readAll().contains(") Z ");
}

} // namespace

/// With real programs: what a helper may do, and that none can hold the station or see what is not its business.
class TestSecretCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsPrinted_data();
    void takesWhatIsPrinted();
    void failures_data();
    void failures();
    void passesArgumentsWithoutAShell();
    void keepsTheEnvironmentClean();
    void killsWhatHangsWithItsChildren();
    void stopsWhenAsked();
    void acceptsAClosedOutputBeforeTheEnd();
};

void TestSecretCommand::takesWhatIsPrinted_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("printf abc") << QByteArray("abc");
    QTest::newRow("line end") << QByteArray("echo abc") << QByteArray("abc");
    QTest::newRow("only one line end") << QByteArray("printf 'a\\n\\n'") << QByteArray("a\n");
    QTest::newRow("windows line end") << QByteArray("printf 'a\\r\\n'") << QByteArray("a");
    QTest::newRow("in pieces") << QByteArray("printf a; sleep 0.1; printf b") << QByteArray("ab");
    QTest::newRow("complaints are dropped") << QByteArray("echo noise >&2; echo a") << QByteArray("a");
}

void TestSecretCommand::takesWhatIsPrinted()
{
    QFETCH(const QByteArray, script);
    QFETCH(const QByteArray, value);
    const Result<Secret> secret = run(shell(script.toStdString()));
    QVERIFY2(secret, secret ? "" : english(secret.error().reason).c_str());
    QCOMPARE(QByteArray::fromStdString(secret->reveal()), value);
}

void TestSecretCommand::failures_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("status") << QByteArray("echo hunter2; exit 3") << "The helper command /bin/sh ended with status 3";
    QTest::newRow("signal") << QByteArray("kill -TERM $$") << "The helper command /bin/sh ended with status 143";
    QTest::newRow("nothing") << QByteArray("true") << "The secret from /bin/sh is empty";
    QTest::newRow("too much") << QByteArray("head -c 70000 /dev/zero") << "The secret from /bin/sh is longer than 64 KB";
    QTest::newRow("endless") << QByteArray("yes") << "The secret from /bin/sh is longer than 64 KB";
}

void TestSecretCommand::failures()
{
    QFETCH(const QByteArray, script);
    QFETCH(const QString, sentence);
    const Result<Secret> secret = run(shell(script.toStdString()));
    QVERIFY(!secret);
    QVERIFY(secret.error().kind == ErrorKind::Secret);
    QCOMPARE(QString::fromStdString(english(secret.error().reason)), sentence);

    const Result<Secret> missing = run({"/no/such/program"});
    QVERIFY(!missing);
    QCOMPARE(english(missing.error().reason), "The helper command /no/such/program cannot be started: No such file or directory");
}

void TestSecretCommand::passesArgumentsWithoutAShell()
{
    const Result<Secret> secret = run({"printf", "%s|%s", "$HOME; `id`", "*"});
    QVERIFY(secret);
    QCOMPARE(secret->reveal(), "$HOME; `id`|*");
}

void TestSecretCommand::keepsTheEnvironmentClean()
{
    qputenv("TOCSIN_TEST_TOKEN", "hunter2");
    const Result<Secret> secret = run({"env"});
    qunsetenv("TOCSIN_TEST_TOKEN");
    QVERIFY(secret);
    QVERIFY(secret->reveal().find("PATH=") != std::string::npos);
    QVERIFY(secret->reveal().find("hunter2") == std::string::npos);
}

void TestSecretCommand::killsWhatHangsWithItsChildren()
{
    const QTemporaryDir folder;
    const QString child = folder.filePath(QStringLiteral("child"));
    QElapsedTimer watch;
    watch.start();
    const Result<Secret> secret = run(shell("sleep 60 & echo $! > " + child.toStdString() + "; wait"), 300ms);
    QVERIFY(watch.elapsed() < kSoonMs);
    QVERIFY(!secret);
    QCOMPARE(english(secret.error().reason), "The helper command /bin/sh gave no answer within 300ms");
    const int pid = contents(child).toInt();
    QVERIFY(pid > 1);
    QTRY_VERIFY(!isAlive(pid));
}

void TestSecretCommand::stopsWhenAsked()
{
    std::stop_source stop;
    std::jthread asker([&stop] {
        std::this_thread::sleep_for(100ms);
        stop.request_stop();
    });
    QElapsedTimer watch;
    watch.start();
    QVERIFY(!runSecretCommand({"sleep", "60"}, 60s, stop.get_token()));
    QVERIFY(watch.elapsed() < kSoonMs);
}

void TestSecretCommand::acceptsAClosedOutputBeforeTheEnd()
{
    const Result<Secret> secret = run(shell("printf abc; exec >&-; sleep 0.2"));
    QVERIFY(secret);
    QCOMPARE(secret->reveal(), "abc");
}

QTEST_GUILESS_MAIN(TestSecretCommand)
#include "tst_secret_command.moc"
