// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/yaml_tree.h"

#include "tests/unit/config/test_vocabulary.h"

#include <QTest>

using namespace tocsin;

namespace {

struct Outcome {
    std::optional<YamlNode> node;
    QString problems;
};

Outcome read(const std::string &text, const YamlLimits &limits = {})
{
    ProblemList problems({"f.yaml"});
    Outcome outcome;
    outcome.node = parseYaml(text, 0, test::environmentOf({}), problems, limits);
    for (const ConfigProblem &problem : problems.take())
        outcome.problems += QString::fromStdString(problem.text()) + QLatin1Char('\n');
    return outcome;
}

/// Each line refers ten times to the line before: 10^9 values from 300 bytes.
std::string laughs()
{
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 9; ++i) {
        const std::string name = "a" + std::to_string(i);
        const std::string inner = "*a" + std::to_string(i - 1);
        text += name + ": &" + name + " [" + inner;
        for (int j = 1; j < 10; ++j)
            text += ", " + inner;
        text += "]\n";
    }
    return text;
}

} // namespace

/// That no text can exhaust the program, and that every refusal has a place.
class TestYamlTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPlacesAndKinds();
    void refusals_data();
    void refusals();
    void limitsNodes();
    void acceptsAByteOrderMark();
};

void TestYamlTree::keepsPlacesAndKinds()
{
    const Outcome outcome = read("a: 1\nb:\n  - x\n  - ~\nc: {d: 'q'}\n");
    QVERIFY(outcome.node);
    QCOMPARE(outcome.problems, QString());
    const YamlNode &b = *outcome.node->find("b");
    QVERIFY(b.isList());
    QCOMPARE(b.children[0].text, "x");
    QCOMPARE(b.children[0].place.line, 3);
    QCOMPARE(b.children[0].place.column, 5);
    QVERIFY(b.children[1].kind == YamlNode::Kind::Null);
    QCOMPARE(outcome.node->find("c")->find("d")->text, "q");
    QCOMPARE(outcome.node->find("c")->keyPlace.line, 5);
}

void TestYamlTree::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QByteArray &text, const char *problem) {
        QTest::newRow(name) << text << QString::fromUtf8(problem);
    };
    row("open list", "a: [1, 2\nb: 3\n", "f.yaml:2:2: this is not YAML: end of sequence flow not found");
    row("bad indentation", "a:\n  b: 1\n c: 2\n", "f.yaml:3:2: this is not YAML: end of map not found");
    row("tab", "a:\n\t- b\n", "f.yaml:2:2: this is not YAML: illegal block entry");
    row("two documents", "a: 1\n---\nb: 2\n", "f.yaml:2:1: a file holds one YAML document only");
    row("unknown alias", "a: *b\n", "f.yaml:1:4: this is not YAML: the referenced anchor is not defined");
    row("alias inside of itself", "a: &b [*b]\n", "f.yaml:1:8: this alias stands inside of what it refers to");
    row("map as key", "? {a: b}\n: c\n", "f.yaml:1:3: a key must be a single word or text");
    row("no UTF-8", "a: ok\nb: \xc3\x28\n", "f.yaml:2:4: the file is not valid UTF-8");
    row("surrogate", "a: \xed\xa0\x80\n", "f.yaml:1:4: the file is not valid UTF-8");
    row("zero byte", QByteArray("a: \0b\n", 6), "f.yaml:1:4: the file has a control character");
    row("UTF-16",
        QByteArray("\xff\xfe"
                   "a\0:\0",
            6),
        "f.yaml:1:1: the file is not valid UTF-8");
    row("tag", "a: !!python/object x\n", "f.yaml:1:4: tags such as tag:yaml.org,2002:python/object have no meaning here");
    row("too deep", QByteArray(40, '[') + QByteArray(40, ']'), "f.yaml:1:33: nested deeper than 32 levels");
    row("very deep", QByteArray(1'000, '['), "f.yaml:1:1: a key must be a single word or text");
    row("very deep blocks", QByteArray("- ").repeated(20'000) + "x\n", "f.yaml:1:65: nested deeper than 32 levels");
    row("too large", QByteArray(5 << 20, '#'), "f.yaml: the file is larger than 4 MB");
    row("billion laughs", QByteArray::fromStdString(laughs()),
        "f.yaml:6:10: more than 300000 values, aliases counted as often as they are used");
    row("many aliases", "a: &a 1\nb: [" + QByteArray("*a, ").repeated(1'001) + "]\n", "f.yaml:2:4005: more than 1000 aliases");
}

void TestYamlTree::refusals()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, problem);
    QCOMPARE(read(text.toStdString()).problems, problem + QLatin1Char('\n'));
}

void TestYamlTree::limitsNodes()
{
    YamlLimits limits;
    limits.nodes = 7; // one list with its two members and one map, each key counted as a value
    QVERIFY(read("a: [1, 2]\n", limits).node);
    QVERIFY(!read("a: [1, 2, 3, 4, 5]\n", limits).node);
}

void TestYamlTree::acceptsAByteOrderMark()
{
    const Outcome outcome = read("\xef\xbb\xbf"
                                 "a: ä\n");
    QVERIFY(outcome.node);
    QCOMPARE(outcome.node->find("a")->text, "ä");
}

QTEST_GUILESS_MAIN(TestYamlTree)
#include "tst_yaml_tree.moc"
