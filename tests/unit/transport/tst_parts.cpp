// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/http.h"
#include "models/transport/plain_text.h"
#include "models/transport/url.h"

#include <QTest>

using namespace tocsin;

/// The small pure parts: addresses, header fields, outside text.
class TestParts : public QObject
{
    Q_OBJECT

private slots:
    void address();
    void originOfAddress();
    void redirectTarget();
    void addressForPeopleShowsNoSecret();
    void addressesAreJoined();
    void headerNamesIgnoreCase();
    void outsideTextBecomesUtf8_data();
    void outsideTextBecomesUtf8();
};

void TestParts::address()
{
    const std::optional<Url> url = parseUrl("HTTPS://us%20er:pa%3Ass@Shop.Example.NET/a/../b?q=1#part");
    QVERIFY(url.has_value());
    QCOMPARE(url->scheme, std::string("https"));
    QCOMPARE(url->host, std::string("shop.example.net"));
    QCOMPARE(url->port, std::string("443"));
    QCOMPARE(url->path, std::string("/b"));
    QCOMPARE(url->user, std::string("us er"));
    QCOMPARE(url->password, std::string("pa:ss"));
    QVERIFY(url->text.find('@') == std::string::npos);
    QVERIFY(url->text.find('#') == std::string::npos);
    QVERIFY(!parseUrl("mailto:a@b"));
    QVERIFY(!parseUrl("http://"));
    QVERIFY(!parseUrl("//shop.example.net/"));
}

void TestParts::originOfAddress()
{
    QCOMPARE(parseUrl("http://a.example/x")->origin(), parseUrl("HTTP://A.EXAMPLE:80/y")->origin());
    QVERIFY(parseUrl("http://a.example/")->origin() != parseUrl("https://a.example/")->origin());
    QVERIFY(parseUrl("http://a.example/")->origin() != parseUrl("http://a.example:8080/")->origin());
    QCOMPARE(parseUrl("http://[::1]:9090/")->hostAndPort(), std::string("[::1]:9090"));
}

void TestParts::redirectTarget()
{
    const Url from = *parseUrl("https://a.example/x/y?z=1");
    QCOMPARE(resolveRedirect(from, "/login")->text, std::string("https://a.example/login"));
    QCOMPARE(resolveRedirect(from, "w")->text, std::string("https://a.example/x/w"));
    QCOMPARE(resolveRedirect(from, "//b.example/")->text, std::string("https://b.example/"));
    QCOMPARE(resolveRedirect(from, "http://u:p@b.example/q")->user, std::string());
    QVERIFY(!resolveRedirect(from, "file:///etc/passwd"));
}

void TestParts::addressForPeopleShowsNoSecret()
{
    QCOMPARE(shownUrl(*parseUrl("http://a.example/x?Token=1&b=2&my_password=3&flag")),
        std::string("http://a.example/x?Token=...&b=2&my_password=...&flag"));
    QCOMPARE(addressForPeople("htp://me:hunter2@a.example/x?y=hunter2"), std::string("htp://a.example/x"));
    QCOMPARE(addressForPeople("me:hunter2@a.example"), std::string("a.example"));
}

void TestParts::addressesAreJoined()
{
    QCOMPARE(joinUrl("http://mon/prom/", "/api/v1/alerts"), std::string("http://mon/prom/api/v1/alerts"));
    QCOMPARE(joinUrl("http://mon", "api"), std::string("http://mon/api"));
    QCOMPARE(percentEncoded("a=\"ä b\"&c"), std::string("a%3D%22%C3%A4%20b%22%26c"));
}

void TestParts::headerNamesIgnoreCase()
{
    Headers headers;
    headers.add("Content-Type", "a");
    headers.add("content-type", "b");
    QCOMPARE(std::string(headers.value("CONTENT-TYPE")), std::string("a"));
    QVERIFY(headers.value("content").empty());
    QCOMPARE(headers.size(), std::size_t(2));
}

void TestParts::outsideTextBecomesUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("a\tb\nc") << 10 << QByteArray("a\tb\nc");
    QTest::newRow("cut") << QByteArray("abcdef") << 3 << QByteArray("abc");
    QTest::newRow("cut in two") << QByteArray("ab\xc3\xa9") << 3 << QByteArray("ab");
    QTest::newRow("cut in three") << QByteArray("a\xe2\x82\xac\xe2\x82\xac") << 6 << QByteArray("a\xe2\x82\xac");
    QTest::newRow("whole") << QByteArray("a\xe2\x82\xac") << 4 << QByteArray("a\xe2\x82\xac");
    QTest::newRow("not UTF-8") << QByteArray("a\xff") << 10 << QByteArray("a\xef\xbf\xbd");
    QTest::newRow("escape sequence") << QByteArray("\x1b[2J") << 10 << QByteArray("\xef\xbf\xbd[2J");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << 10
                         << QByteArray("a\xef\xbf\xbd"
                                       "b");
}

void TestParts::outsideTextBecomesUtf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, limit);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(plainText(bytes.toStdString(), static_cast<std::size_t>(limit))), text);
}

QTEST_GUILESS_MAIN(TestParts)
#include "tst_parts.moc"
