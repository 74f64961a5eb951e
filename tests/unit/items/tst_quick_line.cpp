// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/quick_line.h"

#include <QTest>

using namespace tocsin;

namespace {

Instant at(const char *text)
{
    return parseRfc3339(text).value();
}

QuickContext contextFor()
{
    auto incident = std::make_shared<Incident>();
    incident->id = IncidentId("01a1fc65-0c30-7a31-9c4e-0f6b2d8c11aa");
    auto other = std::make_shared<Incident>();
    other->id = IncidentId("01a1fc65-0c30-7a31-9c4e-0f6b2d8c22bb");
    QuickContext context;
    context.incident = incident;
    context.all = {{incident->id, incident}, {other->id, other}};
    context.rules.ownRoles = {RoleId("warehouse"), RoleId("pastry chef")};
    context.people = {"ada", "bob"};
    context.me = "ada";
    context.now = at("2026-11-21T13:04:31Z");
    context.zone = QTimeZone(3600);
    return context;
}

} // namespace

class TestQuickLine final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsDone_data()
    {
        using namespace acts;
        QTest::addColumn<QString>("line");
        QTest::addColumn<IncidentAct>("act");
        const auto row = [](const char *line, IncidentAct act) { QTest::newRow(line) << QString::fromUtf8(line) << act; };
        row("provider confirms", AddNote{NoteKind::Note, "provider confirms"});
        row("  /note  two  words ", AddNote{NoteKind::Note, "two  words"});
        row("/decision no refunds", AddNote{NoteKind::Decision, "no refunds"});
        row("/action pathway B", AddNote{NoteKind::Action, "pathway B"});
        row("/need a DBA", AddNote{NoteKind::Need, "a DBA"});
        row("/well the plan", AddNote{NoteKind::WentWell, "the plan"});
        row("/badly no alarm", AddNote{NoteKind::WentBadly, "no alarm"});
        row("/todo alarm", AddNote{NoteKind::FollowUp, "alarm"});
        row("/role ic", GiveRole{roles::commander, "ada", {}});
        row("/role IC me", GiveRole{roles::commander, "ada", {}});
        row("/role customer_liaison Grace Hopper", GiveRole{roles::customerLiaison, "Grace Hopper", {}});
        row("/role warehouse bob", GiveRole{RoleId("warehouse"), "bob", {}});
        row("/role pastry chef bob", GiveRole{RoleId("pastry chef"), "bob", {}});
        row("/role scribe -", GiveRole{roles::scribe, {}, {}});
        row("/sev 2", SetSeverity{IncidentSeverity::Sev2, {}});
        row("/SEV sev1 cards only", SetSeverity{IncidentSeverity::Sev1, "cards only"});
        row("/status Monitoring it holds", SetStatus{IncidentStatus::Monitoring, "it holds"});
        row("/resolve", SetStatus{IncidentStatus::Resolved, {}});
        row("/close done", SetStatus{IncidentStatus::Closed, "done"});
        row("/reopen it is back", SetStatus{IncidentStatus::Investigating, "it is back"});
        row("/title Payments fail", SetTitle{"Payments fail"});
        row("/merge inc-8c22bb", Merge{IncidentId("01a1fc65-0c30-7a31-9c4e-0f6b2d8c22bb")});
        // The reader's zone is an hour ahead of UTC, and it is 14:04:31 there.
        row("/time started 13:49 a customer called",
            SetMilestone{MilestoneKind::Started, at("2026-11-21T12:49:00Z"), "a customer called"});
        row("/time resolved 14:04:30 x", SetMilestone{MilestoneKind::Resolved, at("2026-11-21T13:04:30Z"), "x"});
        row("/time started 23:10 x", SetMilestone{MilestoneKind::Started, at("2026-11-20T22:10:00Z"), "x"}); // yesterday
        row("/time detected 2026-11-19T08:00:00Z x", SetMilestone{MilestoneKind::Detected, at("2026-11-19T08:00:00Z"), "x"});
        row("/time detected - by mistake", SetMilestone{MilestoneKind::Detected, {}, "by mistake"});
    }
    void whatIsWrittenIsDone()
    {
        QFETCH(QString, line);
        QFETCH(IncidentAct, act);
        const auto read = readQuickLine(line, contextFor());
        QVERIFY2(read, qPrintable(read ? QString() : read.error()));
        QVERIFY(*read == act);
    }

    void whatCannotBeReadIsExplained_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << QStringLiteral("/fly away") << QStringLiteral("There is no command /fly");
        QTest::newRow("empty note") << QStringLiteral("/note") << QStringLiteral("nothing to write down");
        QTest::newRow("role") << QStringLiteral("/role cook bob") << QStringLiteral("No role is called \"cook\"");
        QTest::newRow("severity") << QStringLiteral("/sev high") << QStringLiteral("not \"high\"");
        QTest::newRow("status") << QStringLiteral("/status done") << QStringLiteral("not \"done\"");
        QTest::newRow("moment") << QStringLiteral("/time noon 12:00 x") << QStringLiteral("not \"noon\"");
        QTest::newRow("time") << QStringLiteral("/time started noon x") << QStringLiteral("not \"noon\"");
        QTest::newRow("merge") << QStringLiteral("/merge INC-000000") << QStringLiteral("No incident is called \"INC-000000\"");
        QTest::newRow("handover") << QStringLiteral("/handover") << QStringLiteral("To whom?");
    }
    void whatCannotBeReadIsExplained()
    {
        QFETCH(QString, line);
        QFETCH(QString, says);
        const auto read = readQuickLine(line, contextFor());
        QVERIFY(!read);
        QVERIFY2(read.error().contains(says), qPrintable(read.error()));
    }

    void aHandoverBringsItsBrief()
    {
        const auto read = readQuickLine(QStringLiteral("/handover bob"), contextFor());
        const auto &given = std::get<acts::GiveRole>(read.value());
        QVERIFY(given.role == roles::commander && given.person == "bob");
        for (const char *part : {"Conditions", "Actions", "Needs"})
            QVERIFY(given.brief.find(part) != std::string::npos);
    }

    void completion()
    {
        const QuickContext context = contextFor();
        QCOMPARE(completeQuickLine(QStringLiteral("/re"), context),
            (QStringList{QStringLiteral("/resolve "), QStringLiteral("/reopen ")}));
        QCOMPARE(completeQuickLine(QStringLiteral("/role s"), context), QStringList{QStringLiteral("/role scribe ")});
        QCOMPARE(completeQuickLine(QStringLiteral("/role scribe B"), context), QStringList{QStringLiteral("/role scribe bob ")});
        QCOMPARE(completeQuickLine(QStringLiteral("/status re"), context), QStringList{QStringLiteral("/status resolved ")});
        QCOMPARE(completeQuickLine(QStringLiteral("/merge "), context), QStringList{QStringLiteral("/merge INC-8C22BB ")});
        QVERIFY(completeQuickLine(QStringLiteral("note"), context).isEmpty());
        QVERIFY(completeQuickLine(QStringLiteral("/note a"), context).isEmpty());
    }

    void usage()
    {
        QVERIFY(quickLineUsage(QStringLiteral("/sev 2")).startsWith(QStringLiteral("/sev N [REASON]")));
        QVERIFY(quickLineUsage(QStringLiteral("/se")).isEmpty());
        QVERIFY(quickLineUsage(QStringLiteral("note")).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestQuickLine)
#include "tst_quick_line.moc"
