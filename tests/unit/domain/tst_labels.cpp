// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/labels.h"

#include <QTest>

using namespace tocsin;

class LabelsTest : public QObject
{
    Q_OBJECT

private slots:
    void sortsByName();
    void keepsTheLastOfEqualNames();
    void aMissingLabelReadsAsEmpty();
    void setsAndRemoves();
    void equalSetsAreEqualWhateverTheirOrder();
};

void LabelsTest::sortsByName()
{
    const Labels labels{{"service", "cart"}, {"alertname", "Down"}, {"job", "shop"}};
    std::string names;
    for (const auto &[name, value] : labels)
        names += name + ' ';
    QCOMPARE(names, std::string("alertname job service "));
}

void LabelsTest::keepsTheLastOfEqualNames()
{
    const Labels labels{{"a", "1"}, {"b", "x"}, {"a", "2"}, {"a", "3"}};
    QCOMPARE(labels.size(), std::size_t(2));
    QCOMPARE(labels.value("a"), std::string_view("3"));
    QCOMPARE(labels.value("b"), std::string_view("x"));
}

void LabelsTest::aMissingLabelReadsAsEmpty()
{
    const Labels labels{{"a", ""}};
    QCOMPARE(labels.value("b"), std::string_view());
    QVERIFY(!labels.contains("b"));
    QVERIFY(labels.contains("a"));
    QVERIFY(Labels().isEmpty());
}

void LabelsTest::setsAndRemoves()
{
    Labels labels{{"b", "2"}};
    labels.set("c", "3");
    labels.set("a", "1");
    labels.set("b", "two");
    QVERIFY(labels == Labels({{"a", "1"}, {"b", "two"}, {"c", "3"}}));
    labels.remove("b");
    labels.remove("z");
    QVERIFY(labels == Labels({{"a", "1"}, {"c", "3"}}));
}

void LabelsTest::equalSetsAreEqualWhateverTheirOrder()
{
    QVERIFY(Labels({{"a", "1"}, {"b", "2"}}) == Labels({{"b", "2"}, {"a", "1"}}));
    QVERIFY(Labels({{"a", "1"}}) != Labels({{"a", "2"}}));
    QVERIFY(Labels({{"a", "1"}}) < Labels({{"a", "2"}}));
}

QTEST_GUILESS_MAIN(LabelsTest)
#include "tst_labels.moc"
