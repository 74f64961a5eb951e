// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/check.h"

#include <QTest>

#include <set>

using namespace tocsin;

class CheckRegistryTest : public QObject
{
    Q_OBJECT

private slots:
    void everyKindIsComplete();
    void noKeyStandsTwice();
};

void CheckRegistryTest::everyKindIsComplete()
{
    std::set<std::string_view> types;
    for (const CheckKind &kind : checkKinds()) {
        QVERIFY2(types.insert(kind.section.type).second, std::string(kind.section.type).c_str());
        QVERIFY(kind.make);
        QVERIFY(kind.section.defaultName);
        QVERIFY(!kind.section.help.empty());
        for (const Key &key : kind.section.keys)
            QVERIFY2(!key.help.empty(), std::string(key.name).c_str());
    }
    QVERIFY(types.count("http") && types.count("tcp") && types.count("tls"));
}

void CheckRegistryTest::noKeyStandsTwice()
{
    // These are read for every check, whatever its kind.
    const std::set<std::string_view> common{
        "name", "type", "interval", "timeout", "failure_threshold", "success_threshold", "stale_after"};
    for (const CheckKind &kind : checkKinds()) {
        std::set<std::string_view> names = common;
        for (const Key &key : kind.section.keys)
            QVERIFY2(names.insert(key.name).second, std::string(key.name).c_str());
    }
}

QTEST_GUILESS_MAIN(CheckRegistryTest)
#include "tst_check_registry.moc"
