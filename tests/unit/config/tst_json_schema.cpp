// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/json_schema.h"

#include "tests/unit/config/test_vocabulary.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <functional>

using namespace tocsin;

namespace {

nlohmann::json schema()
{
    return nlohmann::json::parse(jsonSchema(test::vocabulary()));
}

const nlohmann::json &checkKind(const nlohmann::json &whole, std::size_t index)
{
    return whole.at("properties").at("services").at("items").at("properties").at("checks").at("items").at("anyOf").at(index);
}

} // namespace

/// What an editor learns: the same keys that the reader knows, and nothing else.
class TestJsonSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesUnknownKeysEverywhere();
    void hasOneAlternativeForEachKind();
    void carriesWhatTheTablesSay();
    void secretsNameAPlace();
};

void TestJsonSchema::refusesUnknownKeysEverywhere()
{
    const nlohmann::json whole = schema();
    int objects = 0;
    const std::function<void(const nlohmann::json &)> visit = [&](const nlohmann::json &node) {
        if (node.is_object() && node.contains("properties") && node.contains("type") && node.at("type") == "object") {
            ++objects;
            QVERIFY2(node.at("additionalProperties") == false, node.dump().c_str());
        }
        if (!node.is_structured())
            return; // iterating over a value yields the value itself
        for (const nlohmann::json &child : node)
            visit(child);
    };
    visit(whole);
    QVERIFY(objects > 10);
}

void TestJsonSchema::hasOneAlternativeForEachKind()
{
    const nlohmann::json whole = schema();
    const Vocabulary words = test::vocabulary();
    for (std::size_t i = 0; i < words.checks.size(); ++i) {
        const nlohmann::json &kind = checkKind(whole, i);
        QCOMPARE(kind.at("properties").at("type").at("const").get<std::string>(), std::string(words.checks[i].type));
        QVERIFY(kind.at("properties").contains("failure_threshold"));
        for (const Key &key : words.checks[i].keys)
            QVERIFY2(kind.at("properties").contains(key.name), std::string(key.name).c_str());
    }
    QCOMPARE(whole.at("properties").at("sources").at("items").at("anyOf").size(), words.sources.size());
}

void TestJsonSchema::carriesWhatTheTablesSay()
{
    const nlohmann::json whole = schema();
    const nlohmann::json &http = checkKind(whole, 0).at("properties");
    QVERIFY(checkKind(whole, 0).at("required") == nlohmann::json({"type", "url"}));
    QVERIFY(http.at("method").at("anyOf").at(0).at("enum") == nlohmann::json({"GET", "POST"}));
    QVERIFY(http.at("method").at("default") == nlohmann::json("GET"));
    QVERIFY(http.at("redirects").at("anyOf").at(0).at("maximum") == nlohmann::json(10.0));
    QVERIFY(http.at("interval").at("description") == nlohmann::json("How often to look."));
    QVERIFY(http.at("tls").at("properties").at("ca_file").at("type") == nlohmann::json("string"));
}

void TestJsonSchema::secretsNameAPlace()
{
    const nlohmann::json whole = schema();
    const nlohmann::json &places = checkKind(whole, 0).at("properties").at("bearer_token").at("oneOf");
    QCOMPARE(places.size(), 4u);
    for (const nlohmann::json &place : places)
        QVERIFY(place.at("type") == nlohmann::json("object"));
}

QTEST_GUILESS_MAIN(TestJsonSchema)
#include "tst_json_schema.moc"
