// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_loader.h"

#include "tests/unit/config/test_vocabulary.h"

#include <QTest>

using namespace tocsin;

namespace {

/// Puts the lines of one check into a service; the first of them is line 6, its first letter column 9.
QByteArray check(const QByteArray &lines)
{
    return "services:\n  - name: Shop\n    checks:\n      - type: http\n        url: https://shop.example.net/\n        " + lines
        + '\n';
}

QByteArray source(const QByteArray &lines)
{
    return "sources:\n  - name: am\n    type: alertmanager\n    " + lines + '\n';
}

/// A whole configuration with these lines before it.
QByteArray top(const QByteArray &lines)
{
    return lines + "\nservices: [{ name: Shop, alerts: 'a=b' }]\n";
}

QString lineOf(const ConfigProblem &problem)
{
    return QString::fromStdString((problem.isError ? "" : "warning: ") + problem.text());
}

void row(const char *name, const QByteArray &yaml, const char *expected)
{
    QTest::newRow(name) << yaml << QString::fromUtf8(expected);
}

} // namespace

/// Each mistake alone, and the one line that a person gets for it.
class TestConfigProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data();
    void keys() { compare(); }
    void types_data();
    void types() { compare(); }
    void secrets_data();
    void secrets() { compare(); }
    void http_data();
    void http() { compare(); }
    void references_data();
    void references() { compare(); }
    void names_data();
    void names() { compare(); }
    void variables_data();
    void variables() { compare(); }
    void warnings_data();
    void warnings() { compare(); }

private:
    void compare();
};

void TestConfigProblems::compare()
{
    QFETCH(const QByteArray, yaml);
    QFETCH(const QString, expected);
    const Environment environment = test::environmentOf({{"TOKEN", "x"}, {"WORD", "five"}});
    const LoadedConfig loaded = parseConfig(yaml.toStdString(), "s.yaml", test::vocabulary(), environment);
    QStringList lines;
    bool hasErrors = false;
    for (const ConfigProblem &problem : loaded.problems) {
        lines << lineOf(problem);
        hasErrors = hasErrors || problem.isError;
    }
    QCOMPARE(lines.join(QLatin1Char('\n')), expected);
    QCOMPARE(loaded.config.has_value(), !hasErrors);
}

void TestConfigProblems::keys_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    row("good", check("interval: 30s"), "");
    row("unknown, near", check("intervall: 30s"),
        "s.yaml:6:9: unknown key \"intervall\" in a check of type http; did you mean interval?");
    row("unknown, dashes", check("failure-threshold: 3"),
        "s.yaml:6:9: unknown key \"failure-threshold\" in a check of type http; did you mean failure_threshold?");
    row("misspelt, so not missing", "sources: [{ name: p, type: prometheus, ulr: 'http://p/' }]\n",
        "s.yaml:1:40: unknown key \"ulr\" in a source of type prometheus; did you mean url?");
    row("misspelt, so its kind misses nothing", "sources: [{ name: p, type: alertmanager, ulr: 'http://p/' }]\n",
        "s.yaml:1:42: unknown key \"ulr\" in a source of type alertmanager; did you mean url?");
    row("wrong, so its kind misses nothing", "sources: [{ name: p, type: alertmanager, url: 'p' }]\n",
        "s.yaml:1:47: \"url\" must begin with http:// or https://");
    row("missing beside something else", "sources: [{ name: p, type: alertmanager, colour: red }]\n",
        "s.yaml:1:11: it needs one of url and urls\n"
        "s.yaml:1:42: unknown key \"colour\" in a source of type alertmanager; known are name, type, interval, "
        "timeout, failure_threshold, success_threshold, stale_after, url, urls, watchdog, filter, tls, proxy, headers, "
        "secret_headers, basic_auth, bearer_token");
    row("unknown, far", top("defaults: { colour: red }"),
        "s.yaml:1:13: unknown key \"colour\" in \"defaults\"; known are interval, timeout, failure_threshold, success_threshold, "
        "stale_after");
    row("unknown in a nested section", check("tls: { cafile: x }"),
        "s.yaml:6:16: unknown key \"cafile\" in \"tls\"; did you mean ca_file?");
    row("unknown in a list of sections", check("parts: [{ path: a, wait: 1 }]"),
        "s.yaml:6:28: unknown key \"wait\" in an entry of \"parts\"; known are path, weight");
    row("twice", check("method: GET\n        method: POST"), "s.yaml:7:9: \"method\" is given twice; first at s.yaml:6:9");
    row("missing", "services:\n  - name: Shop\n    checks:\n      - type: tcp\n",
        "s.yaml:4:9: a check of type tcp needs the key \"address\"");
    row("missing type", "services:\n  - name: Shop\n    checks:\n      - name: x\n",
        "s.yaml:4:9: a check needs the key \"type\"");
    row("unknown type keeps to what it knows", "sources: [{ name: a, type: nagios, foo: 1, timeout: x }]\n",
        "s.yaml:1:28: unknown type \"nagios\" of a source; known are alertmanager, prometheus\n"
        "s.yaml:1:53: \"timeout\" must be a duration such as 30s or 1h30m, not \"x\"");
    row("no value", check("method:"), "s.yaml:6:9: \"method\" has no value");
    row("a list without members", "services: [{ name: Shop, alerts: 'a=b' }]\nsources:\nmaintenance: []\n", "");
    row("nothing at all", "", "s.yaml:1:1: there is nothing to watch: the configuration has neither services nor sources");
    row("a list", "- a\n",
        "s.yaml:1:1: a configuration is a map of keys, this is a list\n"
        "s.yaml:1:1: there is nothing to watch: the configuration has neither services nor sources");
    row("a check that is none", "services: [{ name: Shop, checks: [hello] }]\n",
        "s.yaml:1:35: a check must be a map of keys, this is a value");
    row("services that are none", "services: hello\nsources: [{ name: p, type: prometheus, url: 'http://p/' }]\n",
        "s.yaml:1:11: \"services\" must be a list, not a value");
}

void TestConfigProblems::types_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    row("number for duration", check("timeout: 5"),
        "s.yaml:6:18: \"timeout\" must be a duration such as 30s or 1h30m, not \"5\"; did you mean 5s?");
    row("duration too short", check("interval: 1ms"), "s.yaml:6:19: \"interval\" must be at least 100ms");
    row("duration too long", check("interval: 60d"), "s.yaml:6:19: \"interval\" must be at most 31d");
    row("word for number", check("redirects: many"), "s.yaml:6:20: \"redirects\" must be a whole number, not \"many\"");
    row("fraction for whole", check("redirects: 1.5"), "s.yaml:6:20: \"redirects\" must be a whole number, not \"1.5\"");
    row("too many", check("redirects: 11"), "s.yaml:6:20: \"redirects\" must be at most 10");
    row("too few", check("failure_threshold: 0"), "s.yaml:6:28: \"failure_threshold\" must be at least 1");
    row("weight", check("parts: [{ path: a, weight: 2 }]"), "s.yaml:6:36: \"weight\" must be at most 1");
    row("not a number", check("parts: [{ path: a, weight: nan }]"), "s.yaml:6:36: \"weight\" must be a number, not \"nan\"");
    row("yes", check("keep_alive: yes"), "s.yaml:6:21: \"keep_alive\" must be true or false, not \"yes\"; did you mean true?");
    row("choice", check("method: PSOT"), "s.yaml:6:17: \"method\" must be one of GET, POST, not \"PSOT\"; did you mean POST?");
    row("list for value", check("method: [GET]"), "s.yaml:6:17: \"method\" must be a single value, not a list");
    row("map for list", check("conditions: { a: b }"), "s.yaml:6:21: \"conditions\" must be a list, not a map");
    row("map in list", check("conditions: [{ a: b }]"), "s.yaml:6:22: \"conditions\" is a list of single values, this is a map");
    row("list for map", check("headers: [a]"), "s.yaml:6:18: \"headers\" must be a map of names to values, not a list");
    row("nested map", check("headers: { a: { b: c } }"), "s.yaml:6:23: \"a\" must be a single value, this is a map");
    row("value for section", check("tls: true"), "s.yaml:6:14: \"tls\" must be a map of keys, not a value");
    row("url", source("url: am:9093"), "s.yaml:4:10: \"url\" must begin with http:// or https://");
    row("url without host", source("url: 'http:///x'"), "s.yaml:4:10: \"url\" has no valid host");
    row("url with a bad port", source("url: 'http://am:99999/'"), "s.yaml:4:10: \"url\" has no valid host");
    row("url with blanks", source("url: 'http://a b/'"), "s.yaml:4:10: \"url\" must not contain blanks");
    row("url with a password", source("url: 'http://me:it@am/'"),
        "s.yaml:4:10: \"url\" must not carry a user name or password; use basic_auth");
    row("url of IPv6", source("url: 'http://[::1]:9093/'"), "");
    row("address", "services: [{ name: S, checks: [{ type: tcp, address: 'a' }] }]\n",
        "s.yaml:1:54: \"address\" must be an address such as shop.example.net:443, not \"a\"");
    row("address, IPv6", "services: [{ name: S, checks: [{ type: tcp, address: '[::1]:80' }] }]\n", "");
    row("beacon", top("beacons: ['1.2.3.4:443', '1.2.3.4', [a]]"),
        "s.yaml:1:26: a beacon must be an address such as 192.0.2.1:443, not \"1.2.3.4\"\n"
        "s.yaml:1:37: \"beacons\" is a list of single values, this is a list");
    row("instant", top("maintenance: [{ start: tomorrow, duration: 1h }]"),
        "s.yaml:1:24: \"start\" must be a time such as 2026-11-22T01:00:00Z, not \"tomorrow\"");
    row("condition, judged by its kind", check("conditions: ['[STATUS] = 200']"),
        "s.yaml:6:9: \"[STATUS] = 200\" is not a condition; did you mean [STATUS] == 200?");
}

void TestConfigProblems::secrets_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    row("in plain text", check("bearer_token: abc"),
        "s.yaml:6:23: \"bearer_token\" is a secret and must not stand in the configuration: say where it is kept, with env, "
        "file, "
        "keyring or command; did you mean bearer_token: { env: NAME }?");
    row("two places", check("bearer_token: { env: TOKEN, file: x }"),
        "s.yaml:6:23: \"bearer_token\" needs exactly one of env, file, keyring, command");
    row("unknown place", check("bearer_token: { environment: TOKEN }"),
        "s.yaml:6:25: unknown key in \"bearer_token\"; known are env, file, keyring, command");
    row("near place", check("bearer_token: { key_ring: x }"),
        "s.yaml:6:25: unknown key in \"bearer_token\"; known are env, file, keyring, command; did you mean keyring?");
    row("value for name", check("bearer_token: { env: a-b }"),
        "s.yaml:6:30: \"bearer_token\": env must be the name of an environment variable, without $");
    row("shell line", check("bearer_token: { command: pass show x }"),
        "s.yaml:6:34: \"bearer_token\": command must be a list of the program and its arguments; no shell reads it");
    row("empty command", check("bearer_token: { command: [] }"),
        "s.yaml:6:34: \"bearer_token\": command must be a list of the program and its arguments; no shell reads it");
    row("a list as name", check("bearer_token: { file: [a] }"), "s.yaml:6:31: \"bearer_token\": file must be a name");
    row("missing half", check("basic_auth: { username: a }"), "s.yaml:6:21: \"basic_auth\" needs the key \"password\"");
}

void TestConfigProblems::http_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    row("two logins", check("bearer_token: { env: TOKEN }\n        basic_auth: { username: a, password: { env: TOKEN } }"),
        "s.yaml:6:9: basic_auth and bearer_token exclude each other");
    row("certificate without key", check("tls: { cert_file: c.pem }"), "s.yaml:6:9: cert_file and key_file belong together");
    row("no proxy", check("proxy: proxy:3128"),
        "s.yaml:6:9: a proxy is written as http://host:port, https://host:port or socks5h://host:port");
    row("proxy", check("proxy: socks5h://127.0.0.1:9050"), "");
    row("header name", check("headers: { 'a b': c }"), "s.yaml:6:9: \"a b\" is not the name of a header");
    row("header value", check("headers: { a: \"b\\r\\nc: d\" }"),
        "s.yaml:6:9: the value of header a has a character that headers cannot carry");
    row("login in a header", check("headers: { authorization: abc }"),
        "s.yaml:6:9: header authorization carries a secret; did you mean basic_auth, bearer_token or secret_headers?");
}

void TestConfigProblems::references_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    row("metric without source",
        check("") + "    metrics: [{ name: n, source: prometeus, query: q }]\n"
            + "sources: [{ name: prometheus, type: prometheus, url: 'http://p/' }]\n",
        "s.yaml:7:34: there is no source \"prometeus\"; did you mean prometheus?");
    row("dependency", top("") + "  # \n", "");
    row("unknown dependency", "services: [{ name: A, alerts: 'a=b', depends_on: B }]\n",
        "s.yaml:1:50: there is no service \"B\"");
    row("maintenance of nothing", top("maintenance: [{ services: [Shop, Shpo], start: '2026-11-22T01:00:00Z', duration: 1h }]"),
        "s.yaml:1:34: there is no service \"Shpo\"; did you mean Shop?");
    const char *noService = "s.yaml:1:17: this window covers no service; leave the key out to cover the whole shop";
    row("maintenance of an empty list", top("maintenance: [{ services: [], start: '2026-11-22T01:00:00Z', duration: 1h }]"),
        noService);
    row("maintenance of what was left empty", top("maintenance: [{ services: , start: '2026-11-22T01:00:00Z', duration: 1h }]"),
        noService);
    row("maintenance of the whole shop", top("maintenance: [{ start: '2026-11-22T01:00:00Z', duration: 1h }]"), "");
    const char *noMatcher
        = "s.yaml:1:23: no matcher stands here, and no alert is meant; leave the key out, or match every alert with "
          "alertname=~\".+\"";
    row("empty matchers", "services: [{ name: A, alerts: '{}' }]\n", noMatcher);
    row("blank matchers", "services: [{ name: A, alerts: '' }]\n", noMatcher);
    row("circle",
        "services:\n  - { name: A, alerts: 'a=b', depends_on: [B] }\n  - { name: B, alerts: 'a=b', depends_on: [C] }\n"
        "  - { name: C, alerts: 'a=b', depends_on: [B] }\n",
        "s.yaml:4:43: services depend on each other in a circle: B -> C -> B");
    row("circle of one", "services: [{ name: A, alerts: 'a=b', depends_on: [A] }]\n",
        "s.yaml:1:50: services depend on each other in a circle: A -> A");
    row("diamond is no circle",
        "services:\n  - { name: A, alerts: 'a=b', depends_on: [B, C] }\n  - { name: B, alerts: 'a=b', depends_on: [D] }\n"
        "  - { name: C, alerts: 'a=b', depends_on: [D] }\n  - { name: D, alerts: 'a=b' }\n",
        "");
    row("matchers", "services: [{ name: A, alerts: 'a=~\"(\"' }]\n",
        "s.yaml:1:31: \"alerts\" is not a list of label matchers: the regular expression is not valid: missing ): ( (character "
        "1)");
}

void TestConfigProblems::names_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    row("service twice", "services:\n  - { name: A, alerts: 'a=b' }\n  - { name: A, alerts: 'a=b' }\n",
        "s.yaml:3:13: two services have the name \"A\"; the first stands at s.yaml:2:13");
    row("source twice",
        "sources:\n  - { name: p, type: prometheus, url: 'http://p/' }\n  - { name: p, type: prometheus, url: 'http://q/' }\n",
        "s.yaml:3:13: two sources have the name \"p\"; the first stands at s.yaml:2:13");
    row("check twice", check("name: x\n      - { type: tcp, address: 'a:1', name: x }"),
        "s.yaml:7:44: two checks of one service have the name \"x\"; the first stands at s.yaml:6:15");
    row("made name twice", check("\n      - { type: http, url: 'https://shop.example.net/', method: POST }"),
        "s.yaml:7:9: two checks of one service have the name \"http https://shop.example.net/\"; the first stands at s.yaml:4:9");
    row("same check name in two services",
        "services:\n  - { name: A, checks: [{ type: tcp, address: 'a:1', name: x }] }\n"
        "  - { name: B, checks: [{ type: tcp, address: 'a:1', name: x }] }\n",
        "");
    row("slash", "services: [{ name: a/b, alerts: 'a=b' }]\n",
        "s.yaml:1:20: the name must not contain a slash: it is written as service/check");
    row("reserved", "services: [{ name: Other alerts, alerts: 'a=b' }]\n",
        "s.yaml:1:20: \"Other alerts\" is the tile for alerts that match no service");
    row("empty", "services: [{ name: '', alerts: 'a=b' }]\n", "s.yaml:1:20: \"name\" is empty");
}

void TestConfigProblems::variables_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    row("missing", top("shop: 'a ${NO_SUCH} b'"), "s.yaml:1:7: the environment variable NO_SUCH is not set");
    row("open", top("shop: 'a ${NO'"), "s.yaml:1:7: ${...} must name an environment variable; a $ as such is written $$");
    row("default values are not known here", top("shop: '${A:-b}'"),
        "s.yaml:1:7: ${...} must name an environment variable; a $ as such is written $$");
    row("not in keys", top("'${WORD}': x"),
        "s.yaml:1:1: unknown key \"${WORD}\" in the configuration; known are shop, currency, person, "
        "beacons, defaults, sources, services, channels, maintenance, incidents");
    row("before typing", check("redirects: ${WORD}"), "s.yaml:6:20: \"redirects\" must be a whole number, not \"${WORD}\"");
    row("in comments", top("# ${NO_SUCH}"), "");
}

void TestConfigProblems::warnings_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    row("timeout above interval", check("interval: 2s"),
        "warning: s.yaml:6:19: the timeout (5s) is longer than the interval (2s): a slow answer delays the next look");
    row("unproven service", "services: [{ name: A }]\n",
        "warning: s.yaml:1:12: nothing can prove service \"A\": it has neither checks nor alerts");
}

QTEST_GUILESS_MAIN(TestConfigProblems)
#include "tst_config_problems.moc"
