// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_loader.h"

#include "tests/unit/config/test_vocabulary.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

QString textOf(const std::vector<ConfigProblem> &problems)
{
    QStringList lines;
    for (const ConfigProblem &problem : problems)
        lines << QString::fromStdString((problem.isError ? "" : "warning: ") + problem.text());
    return lines.join(QLatin1Char('\n'));
}

LoadedConfig parse(const std::string &yaml)
{
    const Environment environment = test::environmentOf(
        {{"HOST", "shop.example.net"}, {"SECONDS", "45s"}, {"PLANTED", "hunter2secret"}, {"EMPTY", ""}, {"USER", "ada"}});
    return parseConfig(yaml, "/etc/shop/shop.yaml", test::vocabulary(), environment);
}

/// A configuration with one http check whose lines are these; they begin in line 4, each with eight blanks before it.
std::string withCheck(const std::string &lines)
{
    return "services:\n  - name: Shop\n    checks:\n      - type: http\n        url: https://shop.example.net/\n" + lines;
}

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

std::filesystem::path pathOf(const QString &text)
{
    return text.toStdString();
}

} // namespace

/// What a person who writes a configuration gets back.
class TestConfigLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExampleAsItIs();
    void takesDefaults();
    void readsEveryType();
    void expandsVariables();
    void resolvesPathsAgainstTheFile();
    void anchorsAndMergeKeysSaveTyping();
    void tellsEveryProblemAtOnce();
    void mergesTheFilesOfAFolder();
    void namesBothPlacesOfAConflictBetweenFiles();
    void refusesWhatIsNotThere_data();
    void refusesWhatIsNotThere();
    void warnsOfMissingSecretsAndFiles();
    void neverTellsASecret();
};

void TestConfigLoader::readsTheExampleAsItIs()
{
    const std::filesystem::path path
        = std::filesystem::path(qgetenv("TOCSIN_SOURCE").toStdString()) / "resources/config-example.yaml";
    const LoadedConfig loaded = loadConfig(path, test::vocabulary(), test::environmentOf({{"PROMETHEUS_TOKEN", "x"}}));
    QVERIFY2(loaded.config, qPrintable(textOf(loaded.problems)));
    QCOMPARE(loaded.files, std::vector{path});

    const Config &config = *loaded.config;
    QCOMPARE(config.shop, "Example Shop");
    QCOMPARE(config.currency, "EUR");
    QCOMPARE(config.beacons, (std::vector<std::string>{"192.0.2.1:443", "198.51.100.1:443", "203.0.113.1:443"}));
    QCOMPARE(config.sources.size(), 2u);
    QCOMPARE(config.sources[0].policy.interval, Duration(10s));
    QCOMPARE(config.sources[0].policy.timeout, Duration(5s));
    QCOMPARE(config.sources[0].settings.text("filter"), R"(env="prod")");
    QCOMPARE(config.sources[1].settings.secret("bearer_token")->name, "PROMETHEUS_TOKEN");
    QCOMPARE(config.sources[1].settings.section("tls").text("ca_file"), (path.parent_path() / "ca.pem").string());
    QCOMPARE(config.services.size(), 3u);
    QCOMPARE(config.services[0].tier, 1);
    QCOMPARE(config.services[0].checks[0].name, "checkout page");
    QCOMPARE(config.services[0].checks[0].settings.texts("conditions").size(), 3u);
    QCOMPARE(config.services[0].metrics[0].headline, true);
    QCOMPARE(config.services[0].metrics[0].interval, Duration(30s));
    QCOMPARE(config.services[1].dependsOn, std::vector<std::string>{"CDN"});
    QCOMPARE(config.services[1].checks[0].name, "http https://shop.example.net/search/health");
    QCOMPARE(config.maintenance[0].services, std::vector<std::string>{"Search"});
    QCOMPARE(config.maintenance[0].start, *parseRfc3339("2026-11-22T01:00:00Z"));
    QCOMPARE(config.maintenance[0].duration, Duration(2h));
}

void TestConfigLoader::takesDefaults()
{
    const LoadedConfig loaded = parse("defaults: { interval: 20s, stale_after: 4 }\n" + withCheck("        timeout: 2s\n"));
    QVERIFY2(loaded.config, qPrintable(textOf(loaded.problems)));
    const CheckConfig &check = loaded.config->services[0].checks[0];
    QCOMPARE(check.policy, (Policy{20s, 2s, 3, 2, 4}));
    QCOMPARE(loaded.config->person, "ada");
    QCOMPARE(loaded.config->shop, "Shop");
    QCOMPARE(loaded.config->services[0].tier, 2);
}

void TestConfigLoader::readsEveryType()
{
    const LoadedConfig loaded
        = parse(withCheck("        redirects: 3\n"
                          "        keep_alive: false\n"
                          "        method: POST\n"
                          "        conditions: '[STATUS] == 200'\n"
                          "        headers: { Accept: text/html, X-Count: 7 }\n"
                          "        secret_headers: [{ name: X-Api-Key, value: { command: [pass, show, key] } }]\n"
                          "        basic_auth: { username: ada, password: { keyring: shop } }\n"
                          "        parts: [{ path: a, weight: 0.5 }, { path: b }]\n"));
    QVERIFY2(loaded.config, qPrintable(textOf(loaded.problems)));
    const Settings &settings = loaded.config->services[0].checks[0].settings;
    QCOMPARE(settings.integer("redirects", 0), 3);
    QCOMPARE(settings.boolean("keep_alive", true), false);
    QCOMPARE(settings.text("method"), "POST");
    QCOMPARE(settings.texts("conditions"), std::vector<std::string>{"[STATUS] == 200"});
    QCOMPARE(settings.textMap("headers"), (Settings::TextMap{{"Accept", "text/html"}, {"X-Count", "7"}}));
    QCOMPARE(settings.sections("secret_headers")[0].secret("value")->command, (std::vector<std::string>{"pass", "show", "key"}));
    QCOMPARE(settings.section("basic_auth").secret("password")->place, SecretReference::Place::Keyring);
    QCOMPARE(settings.sections("parts").size(), 2u);
    QCOMPARE(settings.sections("parts")[0].number("weight", 1), 0.5);
    QCOMPARE(settings.position("redirects"), (FilePosition{"/etc/shop/shop.yaml", 6, 9}));
}

void TestConfigLoader::expandsVariables()
{
    const LoadedConfig loaded = parse("shop: '${HOST} costs $$5 and $6${EMPTY}'\n"
                                      "services:\n"
                                      "  - name: Shop\n"
                                      "    checks: [{ type: http, url: 'https://${HOST}/', interval: '${SECONDS}' }]\n");
    QVERIFY2(loaded.config, qPrintable(textOf(loaded.problems)));
    QCOMPARE(loaded.config->shop, "shop.example.net costs $5 and $6");
    QCOMPARE(loaded.config->services[0].checks[0].settings.text("url"), "https://shop.example.net/");
    QCOMPARE(loaded.config->services[0].checks[0].policy.interval, Duration(45s));
}

void TestConfigLoader::resolvesPathsAgainstTheFile()
{
    const LoadedConfig loaded = parse(withCheck("        tls: { ca_file: ../ca.pem, cert_file: /abs/c.pem, key_file: k.pem }\n"
                                                "        bearer_token: { file: secrets/token }\n"));
    QVERIFY2(loaded.config, qPrintable(textOf(loaded.problems)));
    const Settings &settings = loaded.config->services[0].checks[0].settings;
    QCOMPARE(settings.section("tls").text("ca_file"), "/etc/ca.pem");
    QCOMPARE(settings.section("tls").text("cert_file"), "/abs/c.pem");
    QCOMPARE(settings.section("tls").text("key_file"), "/etc/shop/k.pem");
    QCOMPARE(settings.secret("bearer_token")->name, "/etc/shop/secrets/token");
}

void TestConfigLoader::anchorsAndMergeKeysSaveTyping()
{
    const LoadedConfig loaded
        = parse("services:\n"
                "  - name: Shop\n"
                "    checks:\n"
                "      - &page { type: http, url: 'https://shop.example.net/', interval: 15s, method: POST }\n"
                "      - { <<: *page, url: 'https://shop.example.net/cart', interval: 40s }\n");
    QVERIFY2(loaded.config, qPrintable(textOf(loaded.problems)));
    const CheckConfig &second = loaded.config->services[0].checks[1];
    QCOMPARE(second.settings.text("url"), "https://shop.example.net/cart");
    QCOMPARE(second.settings.text("method"), "POST");
    QCOMPARE(second.policy.interval, Duration(40s));
}

void TestConfigLoader::tellsEveryProblemAtOnce()
{
    const LoadedConfig loaded = parse("shp: x\n"
                                      "defaults: { interval: 5 }\n"
                                      "services:\n"
                                      "  - name: Shop\n"
                                      "    depends_on: [Shpo]\n"
                                      "    checks:\n"
                                      "      - { type: htpp, url: x }\n"
                                      "      - { type: tcp, adress: 'a:1' }\n");
    QVERIFY(!loaded.config);
    QCOMPARE(textOf(loaded.problems),
        QStringLiteral(
            "/etc/shop/shop.yaml:1:1: unknown key \"shp\" in the configuration; did you mean shop?\n"
            "/etc/shop/shop.yaml:2:23: \"interval\" must be a duration such as 30s or 1h30m, not \"5\"; did you mean 5s?\n"
            "/etc/shop/shop.yaml:5:18: there is no service \"Shpo\"; did you mean Shop?\n"
            "/etc/shop/shop.yaml:7:17: unknown type \"htpp\" of a check; known are http, tcp, tls, dns; did you mean http?\n"
            "/etc/shop/shop.yaml:8:22: unknown key \"adress\" in a check of type tcp; did you mean address?"));
}

void TestConfigLoader::mergesTheFilesOfAFolder()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("10-shop.yaml")),
        "shop: Two files\ndefaults: { interval: 20s }\nservices: [{ name: A, alerts: 'a=b' }]\n");
    writeFile(folder.filePath(QStringLiteral("20-more.yml")),
        "defaults: { timeout: 3s }\nservices: [{ name: B, alerts: 'b=c', depends_on: A }]\n");
    writeFile(folder.filePath(QStringLiteral("30-empty.yaml")), "# nothing yet\n");
    writeFile(folder.filePath(QStringLiteral("notes.txt")), "not: [yaml\n");
    writeFile(folder.filePath(QStringLiteral(".hidden.yaml")), "not: [yaml\n");
    const LoadedConfig loaded = loadConfig(pathOf(folder.path()), test::vocabulary(), test::environmentOf({}));
    QVERIFY2(loaded.config, qPrintable(textOf(loaded.problems)));
    QCOMPARE(loaded.config->services.size(), 2u);
    QCOMPARE(loaded.config->services[1].name, "B");
    QCOMPARE(loaded.config->services[1].dependsOn, std::vector<std::string>{"A"});
    QCOMPARE(loaded.config->defaults.interval, Duration(20s));
    QCOMPARE(loaded.config->defaults.timeout, Duration(3s));
    QCOMPARE(loaded.files.size(), 3u);
}

void TestConfigLoader::namesBothPlacesOfAConflictBetweenFiles()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(QStringLiteral("a.yaml")), "shop: One\nservices: [{ name: A, alerts: 'a=b' }]\n");
    writeFile(folder.filePath(QStringLiteral("b.yaml")), "services:\n  - { name: A, alerts: 'a=b' }\nshop: Two\n");
    const LoadedConfig loaded = loadConfig(pathOf(folder.path()), test::vocabulary(), test::environmentOf({}));
    QVERIFY(!loaded.config);
    const QString path = folder.path();
    QCOMPARE(textOf(loaded.problems),
        QStringLiteral("%1/b.yaml:2:13: two services have the name \"A\"; the first stands at %1/a.yaml:2:20\n"
                       "%1/b.yaml:3:1: \"shop\" is given already at %1/a.yaml:1:1")
            .arg(path));
}

void TestConfigLoader::refusesWhatIsNotThere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("message");
    QTest::newRow("no file") << "missing.yaml"
                             << "there is no such file or folder";
    QTest::newRow("no YAML in the folder") << "folder"
                                           << "there is no .yaml or .yml file in this folder";
}

void TestConfigLoader::refusesWhatIsNotThere()
{
    QFETCH(const QString, name);
    QFETCH(const QString, message);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder")));
    const QString path = folder.filePath(name);
    const LoadedConfig loaded = loadConfig(pathOf(path), test::vocabulary(), test::environmentOf({}));
    QVERIFY(!loaded.config);
    QCOMPARE(textOf(loaded.problems), path + QStringLiteral(": ") + message);
}

void TestConfigLoader::warnsOfMissingSecretsAndFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.yaml"));
    writeFile(path,
        QByteArray::fromStdString(withCheck("        bearer_token: { env: NOT_THERE }\n        tls: { ca_file: ca.pem }\n")));
    const LoadedConfig loaded = loadConfig(pathOf(path), test::vocabulary(), test::environmentOf({}));
    QVERIFY(loaded.config);
    QCOMPARE(textOf(loaded.problems),
        QStringLiteral("warning: %1/shop.yaml:6:30: the environment variable NOT_THERE for \"bearer_token\" is not set\n"
                       "warning: %1/shop.yaml:7:25: the file %1/ca.pem for \"ca_file\" is missing")
            .arg(folder.path()));
}

void TestConfigLoader::neverTellsASecret()
{
    const LoadedConfig loaded = parse(withCheck("        bearer_token: hunter2secret\n"
                                                "        basic_auth: ada:hunter2secret\n"
                                                "        proxy: http://ada:hunter2secret@proxy:1\n"
                                                "        secret_headers: [{ name: a, value: hunter2secret }, hunter2secret]\n"
                                                "        redirects: ${PLANTED}\n"
                                                "        conditions: ['${PLANTED}']\n"
                                                "        interval: ${PLANTED}\n")
        + "  - name: Other\n    depends_on: ['${PLANTED}']\n    checks: [{ type: http, url: 'https://ada:hunter2secret@x/' }]\n");
    QVERIFY(!loaded.config);
    QVERIFY(loaded.problems.size() >= 8);
    QVERIFY2(!textOf(loaded.problems).contains(QStringLiteral("hunter2")), qPrintable(textOf(loaded.problems)));
}

QTEST_GUILESS_MAIN(TestConfigLoader)
#include "tst_config_loader.moc"
