// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/secrets/secret_vault.h"

#include "tests/support/manual_clock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

constexpr Duration kPatience = 10s;

void writeFile(const QString &path, const QByteArray &text, QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    QVERIFY(file.setPermissions(permissions));
}

SecretReference inFile(const QString &path)
{
    return {SecretReference::Place::File, path.toStdString(), {}};
}

SecretReference inVariable(const std::string &name)
{
    return {SecretReference::Place::Environment, name, {}};
}

SecretReference byCommand(std::vector<std::string> command)
{
    return {SecretReference::Place::Command, {}, std::move(command)};
}

QString sentence(const Result<Secret> &result)
{
    return result ? QStringLiteral("a secret") : QString::fromStdString(english(result.error().reason));
}

} // namespace

/// What a source gets when it asks for its token.
class TestSecretVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.emplace().isValid()); }
    void fetchesFromEveryPlace();
    void namesThePlaceThatFailed();
    void doesWithoutASessionBus();
    void neverBlocks();
    void warnsOfAFileThatOthersMayRead();
    void tellsWhenARemarkComesAndGoes();
    void takesANewValueOnRefresh();
    void refreshesWhenTimeHasPassed();
    void keepsAGoodValueWhileTheKeyringIsLocked();
    void followsANewConfiguration();
    void removesKnownSecretsFromTexts();
    void removesSecretsInAnyDress_data();
    void removesSecretsInAnyDress();
    void stopsAtOnceWhileAHelperHangs();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }

    ManualClock m_clock;
    std::optional<QTemporaryDir> m_folder;
};

void TestSecretVault::fetchesFromEveryPlace()
{
    qputenv("TOCSIN_TEST_TOKEN", "from env");
    writeFile(path("token"), "from file\n");
    const SecretReference keyring{SecretReference::Place::Keyring, "shop", {}};
    SecretVault::Options options;
    options.keyring = [](const std::string &entry) { return Result<Secret>(Secret("from " + entry)); };
    const std::vector<SecretReference> references{
        inVariable("TOCSIN_TEST_TOKEN"), inFile(path("token")), byCommand({"echo", "from command"}), keyring};
    SecretVault vault(references, m_clock, options);
    QVERIFY(vault.waitUntilFetched(kPatience));
    QCOMPARE(vault.secret(references[0])->reveal(), "from env");
    QCOMPARE(vault.secret(references[1])->reveal(), "from file");
    QCOMPARE(vault.secret(references[2])->reveal(), "from command");
    QCOMPARE(vault.secret(references[3])->reveal(), "from shop");
    qunsetenv("TOCSIN_TEST_TOKEN");
}

void TestSecretVault::namesThePlaceThatFailed()
{
    writeFile(path("empty"), "\n");
    writeFile(path("large"), QByteArray(70'000, 'x'));
    const std::vector<SecretReference> references{inVariable("TOCSIN_NOT_SET"), inFile(path("missing")), inFile(path("empty")),
        inFile(m_folder->path()), inFile(path("large")), byCommand({"false"})};
    SecretVault vault(references, m_clock);
    QVERIFY(vault.waitUntilFetched(kPatience));
    QCOMPARE(sentence(vault.secret(references[0])), QStringLiteral("The environment variable TOCSIN_NOT_SET is not set"));
    QCOMPARE(sentence(vault.secret(references[1])),
        QStringLiteral("The secret file %1 cannot be read: No such file or directory").arg(path("missing")));
    QCOMPARE(sentence(vault.secret(references[2])), QStringLiteral("The secret from %1 is empty").arg(path("empty")));
    QCOMPARE(sentence(vault.secret(references[3])), QStringLiteral("%1 is not a plain file").arg(m_folder->path()));
    QCOMPARE(sentence(vault.secret(references[4])), QStringLiteral("The secret from %1 is longer than 64 KB").arg(path("large")));
    QCOMPARE(sentence(vault.secret(references[5])), QStringLiteral("The helper command false ended with status 1"));
}

void TestSecretVault::doesWithoutASessionBus()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
    const SecretReference entry{SecretReference::Place::Keyring, "shop", {}};
    SecretVault vault({entry}, m_clock);
    QVERIFY(vault.waitUntilFetched(kPatience));
    QCOMPARE(sentence(vault.secret(entry)), QStringLiteral("No keyring can be reached for the entry shop"));
}

void TestSecretVault::neverBlocks()
{
    const SecretReference slow = byCommand({"sleep", "60"});
    SecretVault vault({slow}, m_clock);
    QElapsedTimer watch;
    watch.start();
    QCOMPARE(sentence(vault.secret(slow)), QStringLiteral("The secret from sleep is not fetched yet"));
    QVERIFY(!vault.waitUntilFetched(50ms));
    QVERIFY(watch.elapsed() < 2'000);
}

void TestSecretVault::warnsOfAFileThatOthersMayRead()
{
    writeFile(path("open"), "x", QFile::ReadOwner | QFile::ReadGroup);
    writeFile(path("closed"), "x");
    SecretVault vault({inFile(path("open")), inFile(path("closed"))}, m_clock);
    QVERIFY(vault.waitUntilFetched(kPatience));
    QVERIFY(vault.secret(inFile(path("open"))));
    QCOMPARE(vault.remarks().size(), 1u);
    QVERIFY(english(vault.remarks()[0]).find(path("open").toStdString()) != std::string::npos);
}

void TestSecretVault::tellsWhenARemarkComesAndGoes()
{
    std::mutex mutex;
    std::vector<std::size_t> told;
    SecretVault::Options options;
    options.remarksChanged = [&](const std::vector<Reason> &remarks) {
        const std::lock_guard lock(mutex);
        told.push_back(remarks.size());
    };
    const auto tellings = [&] {
        const std::lock_guard lock(mutex);
        return told;
    };
    writeFile(path("open"), "x", QFile::ReadOwner | QFile::ReadGroup);
    SecretVault vault({inFile(path("open"))}, m_clock, options);
    QTRY_COMPARE(tellings(), (std::vector<std::size_t>{1}));
    QVERIFY(QFile::setPermissions(path("open"), QFile::ReadOwner));
    vault.refresh();
    QTRY_COMPARE(tellings(), (std::vector<std::size_t>{1, 0}));
}

void TestSecretVault::takesANewValueOnRefresh()
{
    writeFile(path("token"), "old");
    SecretVault vault({inFile(path("token"))}, m_clock);
    QVERIFY(vault.waitUntilFetched(kPatience));
    writeFile(path("token"), "new");
    vault.refresh();
    QVERIFY(vault.waitUntilFetched(kPatience));
    QCOMPARE(vault.secret(inFile(path("token")))->reveal(), "new");
}

void TestSecretVault::refreshesWhenTimeHasPassed()
{
    writeFile(path("token"), "old");
    SecretVault vault({inFile(path("token"))}, m_clock);
    QVERIFY(vault.waitUntilFetched(kPatience));
    writeFile(path("token"), "new");
    const auto value = [&] { return vault.secret(inFile(path("token")))->reveal(); };
    QCOMPARE(value(), "old");
    // The refresh of the start may still be on its way to note when the next one is due.
    QTRY_VERIFY_WITH_TIMEOUT((m_clock.advance(6min), value() == "new"), 5'000);
}

void TestSecretVault::keepsAGoodValueWhileTheKeyringIsLocked()
{
    std::atomic<bool> isLocked = false;
    SecretVault::Options options;
    options.keyring = [&isLocked](const std::string &) -> Result<Secret> {
        static constexpr Phrase kLocked{"test_locked", "locked"};
        if (isLocked)
            return failure(ErrorKind::Secret, Reason(kLocked));
        return Secret("good");
    };
    const SecretReference entry{SecretReference::Place::Keyring, "shop", {}};
    SecretVault vault({entry}, m_clock, options);
    QVERIFY(vault.waitUntilFetched(kPatience));
    isLocked = true;
    vault.refresh();
    QVERIFY(vault.waitUntilFetched(kPatience));
    QCOMPARE(vault.secret(entry)->reveal(), "good");
}

void TestSecretVault::followsANewConfiguration()
{
    writeFile(path("a"), "A");
    writeFile(path("b"), "B");
    SecretVault vault({inFile(path("a"))}, m_clock);
    QVERIFY(vault.waitUntilFetched(kPatience));
    vault.setReferences({inFile(path("b"))});
    QVERIFY(vault.waitUntilFetched(kPatience));
    QCOMPARE(vault.secret(inFile(path("b")))->reveal(), "B");
    QVERIFY(!vault.secret(inFile(path("a"))));
}

void TestSecretVault::removesSecretsInAnyDress_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("remains");
    QTest::newRow("bearer") << QByteArray("refused: Bearer pass/word\"17") << QByteArray("refused: Bearer [secret]");
    QTest::newRow("address") << QByteArray("GET /?key=pass%2Fword%2217&x=1") << QByteArray("GET /?key=[secret]&x=1");
    QTest::newRow("JSON") << QByteArray(R"({"sent":"pass/word\"17"})") << QByteArray(R"({"sent":"[secret]"})");
    QTest::newRow("cut") << QByteArray("you sent pass/wor…") << QByteArray("you sent [secret]…");
    QTest::newRow("cut at once") << QByteArray("you sent pass/word\"1") << QByteArray("you sent [secret]");
    QTest::newRow("a word like it") << QByteArray("pass the word") << QByteArray("pass the word");
    for (const char *user : {"a", "ad", "ada", "adam"}) {
        const QByteArray sent = QByteArray(user) + ":pass/word\"17";
        QTest::newRow(user) << QByteArray("Basic " + sent.toBase64()) << QByteArray();
    }
}

void TestSecretVault::removesSecretsInAnyDress()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, remains);
    const std::string redacted = Redactor({Secret("pass/word\"17")}).redacted(text.toStdString());
    if (!remains.isEmpty()) {
        QCOMPARE(redacted, remains.toStdString());
        return;
    }
    // Of what a user and a password were turned into, no more than the user is left to read.
    const QByteArray left = QByteArray::fromStdString(redacted).mid(6);
    QVERIFY2(left.contains("[secret]"), left.constData());
    const QByteArray before = QByteArray::fromBase64(left.left(left.indexOf("[secret]")));
    QVERIFY2(!before.contains("pa"), before.constData());
    QVERIFY2(left.size() - left.indexOf("]") - 1 <= 4, left.constData());
}

void TestSecretVault::removesKnownSecretsFromTexts()
{
    writeFile(path("short"), "hunter2");
    writeFile(path("long"), "hunter2-and-more");
    writeFile(path("tiny"), "a");
    SecretVault vault({inFile(path("short")), inFile(path("long")), inFile(path("tiny"))}, m_clock);
    QVERIFY(vault.waitUntilFetched(kPatience));
    const auto redacted = [&vault](std::string text) {
        vault.redact(text);
        return text;
    };
    QCOMPARE(redacted("a hunter2-and-more, hunter2hunter2."), std::string("a [secret], [secret][secret]."));
    QCOMPARE(Redactor().redacted("hunter2"), std::string("hunter2"));

    writeFile(path("short"), "another9");
    vault.refresh();
    QVERIFY(vault.waitUntilFetched(kPatience));
    QCOMPARE(redacted("hunter2 was before another9"), std::string("[secret] was before [secret]"));
}

void TestSecretVault::stopsAtOnceWhileAHelperHangs()
{
    QElapsedTimer watch;
    watch.start();
    {
        SecretVault vault({byCommand({"sleep", "60"}), byCommand({"sleep", "61"})}, m_clock);
        QVERIFY(!vault.waitUntilFetched(200ms));
    }
    QVERIFY(watch.elapsed() < 3'000);
}

QTEST_GUILESS_MAIN(TestSecretVault)
#include "tst_secret_vault.moc"
