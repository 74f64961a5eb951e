// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/json_path.h"

#include "models/checks/json_document.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace tocsin;

class JsonPathTest : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
    void readsOnlyWholeAndHonestDocuments();
    void knowsJsonTypes();
};

void JsonPathTest::finds_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value"); // empty: nothing there
    const auto row = [](const char *path, const char *value) { QTest::newRow(path) << QByteArray(path) << QByteArray(value); };
    row(".status", "\"UP\"");
    row(".items[1].name", "\"b\"");
    row(".items.1.name", "\"b\"");
    row("[\"dotted.key\"]", "1");
    row("['dotted.key']", "1");
    row(".nothing", "null");
    row(".items[2]", "");
    row(".items[99999999999999999999]", "");
    row(".items.name", "");
    row(".status.deeper", "");
    row(".status[0]", "");
    row(".missing", "");
    row(".0", "");
    row("[0]", "");
}

void JsonPathTest::finds()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    const auto document
        = readJson(R"({"status":"UP","items":[{"name":"a"},{"name":"b"}],"dotted.key":1,"nothing":null})").value();
    const auto read = JsonPath::parse(path.toStdString());
    if (!read) { // a number that no list can have is refused already
        QVERIFY(value.isEmpty());
        return;
    }
    const nlohmann::json *found = read->find(document);
    QCOMPARE(found ? QByteArray::fromStdString(found->dump()) : QByteArray(), value);
}

void JsonPathTest::refuses_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *path, int offset) { QTest::newRow(path) << QByteArray(path) << offset; };
    row("status", 0);
    row(".", 0);
    row(".a..b", 2);
    row(".a.", 2);
    row(".a[", 2);
    row(".a[x]", 3);
    row(".a[]", 3);
    row(".a[-1]", 3);
    row(".a[0]b", 5);
    row(".a['b]", 2);
    row(".a['b'", 2);
    const QByteArray deep = QByteArray(".a").repeated(40);
    QTest::newRow("too long") << deep << 64;
}

void JsonPathTest::refuses()
{
    QFETCH(QByteArray, path);
    QFETCH(int, offset);
    const auto read = JsonPath::parse(path.toStdString());
    QVERIFY(!read);
    QVERIFY(!read.error().message.empty());
    QCOMPARE(static_cast<int>(read.error().offset), offset);
}

void JsonPathTest::readsOnlyWholeAndHonestDocuments()
{
    QVERIFY(readJson(R"({"a":[1,2,{"b":null}]})"));
    QVERIFY(readJson("\"text\""));
    QVERIFY(readJson("\xef\xbb\xbf{}"));
    QVERIFY(!readJson(""));
    QVERIFY(!readJson(R"({"a":)"));
    QVERIFY(!readJson(R"({"a":1} trailing)"));
    QVERIFY(!readJson("<html>"));
    QVERIFY(!readJson("{\"a\":\"\xff\"}"));
    QVERIFY(readJson(std::string(60, '[') + std::string(60, ']')));
    QVERIFY(!readJson(std::string(80, '[') + std::string(80, ']')));
    QVERIFY(!readJson(std::string(500'000, '[')));
    QVERIFY(readJson(R"({"a":"[[[[\\\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["})"));
    QVERIFY(!readJson("\"\\"));
}

void JsonPathTest::knowsJsonTypes()
{
    QVERIFY(isJsonType("application/json"));
    QVERIFY(isJsonType("Application/JSON; charset=utf-8"));
    QVERIFY(isJsonType("application/health+json"));
    QVERIFY(isJsonType("application/vnd.spring-boot.actuator.v3+json;charset=UTF-8"));
    QVERIFY(!isJsonType(""));
    QVERIFY(!isJsonType("text/html"));
    QVERIFY(!isJsonType("text/plain"));
    QVERIFY(!isJsonType("application/jsonp"));
    QVERIFY(!isJsonType("+json"));
}

QTEST_GUILESS_MAIN(JsonPathTest)
#include "tst_json_path.moc"
