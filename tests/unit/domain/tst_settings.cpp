// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/settings.h"

#include <QTest>

using namespace tocsin;
using namespace std::chrono_literals;

class SettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void givesBackWhatWasSet();
    void givesTheFallbackForWhatIsNotThere();
    void aValueOfAnotherTypeIsNotThere();
    void knowsWhereAKeyStands();
    void twoAreEqualWhereverTheyStand();
};

void SettingsTest::givesBackWhatWasSet()
{
    Settings login;
    login.set("username", std::string("war"));
    Settings settings;
    settings.set("url", std::string("https://example.net"));
    settings.set("redirects", std::int64_t(3));
    settings.set("ratio", 0.5);
    settings.set("on", true);
    settings.set("interval", Duration(10s));
    settings.set("start", Instant(Duration(1)));
    settings.set("conditions", std::vector<std::string>{"a", "b"});
    settings.set("headers", Settings::TextMap{{"X", "y"}});
    settings.set("token", SecretReference{SecretReference::Place::Environment, "TOKEN", {}});
    settings.set("basic_auth", std::vector<Settings>{login});
    QCOMPARE(settings.text("url"), std::string("https://example.net"));
    QCOMPARE(settings.integer("redirects", 0), std::int64_t(3));
    QCOMPARE(settings.number("ratio", 0), 0.5);
    QCOMPARE(settings.number("redirects", 0), 3.0);
    QCOMPARE(settings.boolean("on", false), true);
    QVERIFY(settings.duration("interval", 0s) == 10s);
    QVERIFY(settings.instant("start") == Instant(Duration(1)));
    QCOMPARE(settings.texts("conditions").size(), std::size_t(2));
    QCOMPARE(settings.textMap("headers").at("X"), std::string("y"));
    QCOMPARE(settings.secret("token")->name, std::string("TOKEN"));
    QCOMPARE(settings.section("basic_auth").text("username"), std::string("war"));
    QVERIFY(settings.contains("on"));
}

void SettingsTest::givesTheFallbackForWhatIsNotThere()
{
    const Settings settings;
    QCOMPARE(settings.text("url", "none"), std::string("none"));
    QCOMPARE(settings.integer("redirects", 7), std::int64_t(7));
    QVERIFY(settings.duration("interval", 5s) == 5s);
    QVERIFY(!settings.instant("start"));
    QVERIFY(!settings.secret("token"));
    QVERIFY(settings.texts("conditions").empty());
    QVERIFY(!settings.section("tls").contains("ca_file"));
    QVERIFY(!settings.contains("url"));
}

void SettingsTest::aValueOfAnotherTypeIsNotThere()
{
    Settings settings;
    settings.set("url", std::int64_t(1));
    QCOMPARE(settings.text("url", "none"), std::string("none"));
    settings.set("url", std::string("later")); // the last one stands
    QCOMPARE(settings.text("url"), std::string("later"));
}

void SettingsTest::knowsWhereAKeyStands()
{
    Settings settings;
    settings.setPosition({"shop.yaml", 3, 1});
    settings.set("url", std::string("x"), {"shop.yaml", 5, 7});
    QVERIFY(settings.position("url") == (FilePosition{"shop.yaml", 5, 7}));
    QVERIFY(settings.position("method") == (FilePosition{"shop.yaml", 3, 1}));
}

void SettingsTest::twoAreEqualWhereverTheyStand()
{
    Settings a;
    a.set("url", std::string("x"), {"a.yaml", 1, 1});
    Settings b;
    b.set("url", std::string("x"), {"b.yaml", 9, 9});
    QVERIFY(a == b);
    b.set("method", std::string("HEAD"));
    QVERIFY(!(a == b));
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
