// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/objection.h"
#include "tests/unit/incidents/story.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;

namespace {

/// What is said against an act on the payment crisis; empty: nothing.
std::string against(const IncidentAct &act, const Story &story = paymentCrisis(), const char *now = "14:00:00")
{
    IncidentBook book;
    book.take(story.facts());
    const IncidentPtr incident = book.find(IncidentId("i1"));
    return std::string(objection(act, incident.get(), book.incidents(), Story::at(now)).code());
}

Story closedCrisis()
{
    Story story = paymentCrisis();
    story.act("13:31:00", "P1", acts::SetStatus{IncidentStatus::Closed, {}});
    return story;
}

} // namespace

class TestObjection final : public QObject
{
    Q_OBJECT

private slots:
    void sensibleActsAreTaken()
    {
        const std::vector<IncidentAct> sensible{acts::Link{{{}, {ServiceId("Cart")}, {}}}, acts::SetTitle{"Other"},
            acts::SetSeverity{IncidentSeverity::Sev2, {}}, acts::SetStatus{IncidentStatus::Closed, {}},
            acts::SetStatus{IncidentStatus::Investigating, {}}, acts::GiveRole{roles::scribe, "P2", {}},
            acts::GiveRole{roles::commander, {}, {}}, acts::AddNote{NoteKind::Note, "x"},
            acts::SetMilestone{MilestoneKind::Started, Story::at("12:40:00"), "a call"},
            acts::SetMilestone{MilestoneKind::Detected, {}, "by mistake"}};
        for (const IncidentAct &act : sensible)
            QVERIFY2(against(act).empty(), kindOf(act).c_str());
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<IncidentAct>("act");
        QTest::addColumn<std::string>("code");
        const auto row
            = [](const char *name, IncidentAct act, const char *code) { QTest::newRow(name) << act << std::string(code); };
        row("no title", acts::Declare{"  ", IncidentSeverity::Sev1, {}, {}}, "objection.no_title");
        row("long title", acts::SetTitle{std::string(201, 'x')}, "objection.too_long");
        row("empty note", acts::AddNote{NoteKind::Note, "\n \t"}, "objection.no_text");
        row("long note", acts::AddNote{NoteKind::Note, std::string(4001, 'x')}, "objection.too_long");
        row("same severity", acts::SetSeverity{IncidentSeverity::Sev1, {}}, "objection.same_severity");
        row("same status", acts::SetStatus{IncidentStatus::Resolved, {}}, "objection.same_status");
        row("has it", acts::GiveRole{roles::commander, "P1", {}}, "objection.has_role");
        row("nobody has it", acts::GiveRole{roles::legal, {}, {}}, "objection.role_open");
        row("links nothing", acts::Link{}, "objection.nothing_to_link");
        row("no such entry", acts::Pin{EventId("x"), true}, "objection.no_entry");
        row("time without a reason", acts::SetMilestone{MilestoneKind::Started, Story::at("12:40:00"), " "},
            "objection.no_reason");
        row("in the future", acts::SetMilestone{MilestoneKind::Resolved, Story::at("14:00:01"), "x"}, "objection.future");
        row("starts after it was detected", acts::SetMilestone{MilestoneKind::Started, Story::at("12:50:00"), "x"},
            "objection.too_late");
        row("resolved before it was mitigated", acts::SetMilestone{MilestoneKind::Resolved, Story::at("13:00:00"), "x"},
            "objection.too_early");
        row("into itself", acts::Merge{IncidentId("i1")}, "objection.into_itself");
        row("into nothing", acts::Merge{IncidentId("i9")}, "objection.no_such");
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(IncidentAct, act);
        QFETCH(std::string, code);
        QCOMPARE(against(act), code);
    }

    void onlyWhatIsResolvedCanBeClosed()
    {
        Story story = paymentCrisis();
        story.act("13:35:00", "P1", acts::SetStatus{IncidentStatus::Monitoring, {}});
        QCOMPARE(against(acts::SetStatus{IncidentStatus::Closed, {}}, story), std::string("objection.resolve_first"));
    }

    void whatIsClosedOnlyLearns()
    {
        const Story story = closedCrisis();
        QVERIFY(against(acts::AddNote{NoteKind::FollowUp, "x"}, story).empty());
        QVERIFY(against(acts::SetMilestone{MilestoneKind::Started, Story::at("12:40:00"), "x"}, story).empty());
        QVERIFY(against(acts::SetStatus{IncidentStatus::Investigating, {}}, story).empty());
        QCOMPARE(against(acts::SetStatus{IncidentStatus::Monitoring, {}}, story), std::string("objection.reopen_first"));
        for (const IncidentAct &act : std::vector<IncidentAct>{acts::GiveRole{roles::scribe, "P2", {}},
                 acts::SetSeverity{IncidentSeverity::Sev2, {}}, acts::Link{{{}, {ServiceId("Cart")}, {}}}})
            QCOMPARE(against(act, story), std::string("objection.closed"));
    }

    void whatIsMergedIsWrittenElsewhere()
    {
        Story story = paymentCrisis();
        story.act("13:35:00", "P1", acts::Declare{"Cart", IncidentSeverity::Sev3, {}, {}}, "i2");
        story.act("13:36:00", "P1", acts::Merge{IncidentId("i2")});
        QCOMPARE(against(acts::AddNote{NoteKind::Note, "x"}, story), std::string("objection.merged"));
    }

    void nothingIsDoneToWhatIsNotThere()
    {
        QCOMPARE(std::string(objection(acts::AddNote{NoteKind::Note, "x"}, nullptr, {}, Story::at("12:00:00")).code()),
            std::string("objection.no_such"));
        QVERIFY(objection(acts::Declare{"x", IncidentSeverity::Sev1, {}, {}}, nullptr, {}, Story::at("12:00:00")).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestObjection)
#include "tst_objection.moc"
