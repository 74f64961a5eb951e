// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/check.h"
#include "models/config/config_loader.h"
#include "models/config/json_schema.h"
#include "models/sources/source.h"

#include <QTest>

using namespace tocsin;

namespace {

Vocabulary realWords()
{
    Vocabulary words;
    for (const CheckKind &kind : checkKinds())
        words.checks.push_back(kind.section);
    for (const SourceKind &kind : sourceKinds())
        words.sources.push_back(kind.section);
    return words;
}

void verifyTable(KeyTable table, std::string_view owner)
{
    for (const Key &key : table) {
        QVERIFY2(!key.name.empty() && !key.help.empty(), std::string(owner).c_str());
        QVERIFY2(!key.required || key.fallback.empty(), std::string(key.name).c_str());
        verifyTable(key.section, key.name);
    }
}

} // namespace

/// The shipped example against the kinds that the program really has.
class TestExampleConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validatesAsItIs();
    void everyKeyIsExplained();
    void theSchemaIsAlwaysTheSame();
};

void TestExampleConfig::validatesAsItIs()
{
    const std::filesystem::path path
        = std::filesystem::path(qgetenv("TOCSIN_SOURCE").toStdString()) / "resources/config-example.yaml";
    const auto noVariables = [](const std::string &) { return std::optional<std::string>(); };
    const LoadedConfig loaded = loadConfig(path, realWords(), noVariables);
    QString problems;
    for (const ConfigProblem &problem : loaded.problems)
        problems += QString::fromStdString(problem.text()) + QLatin1Char('\n');
    QVERIFY2(loaded.config, qPrintable(problems));
    // Decision 18: only the token and the authority that an example cannot bring.
    QCOMPARE(loaded.problems.size(), 2u);
    QVERIFY2(problems.contains(QStringLiteral("PROMETHEUS_TOKEN")) && problems.contains(QStringLiteral("ca.pem")),
        qPrintable(problems));
}

void TestExampleConfig::everyKeyIsExplained()
{
    const Vocabulary words = realWords();
    QVERIFY(!words.checks.empty() && !words.sources.empty());
    for (const auto *kinds : {&words.checks, &words.sources}) {
        for (const KindOfSection &kind : *kinds) {
            QVERIFY2(!kind.help.empty(), std::string(kind.type).c_str());
            verifyTable(kind.keys, kind.type);
        }
    }
}

void TestExampleConfig::theSchemaIsAlwaysTheSame()
{
    const std::string schema = jsonSchema(realWords());
    QCOMPARE(jsonSchema(realWords()), schema);
    for (const CheckKind &kind : checkKinds())
        QVERIFY(schema.find("\"const\": \"" + std::string(kind.section.type) + '"') != std::string::npos);
}

QTEST_GUILESS_MAIN(TestExampleConfig)
#include "tst_example_config.moc"
