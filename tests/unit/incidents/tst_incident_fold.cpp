// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/incidents/story.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;

namespace {

constexpr const char *kDownWithEvidence
    = "{\"from\":\"ok\",\"to\":\"down\",\"reason\":\"503\",\"evidence\":{\"request\":\"GET https://pay.example.net/health\","
      "\"status\":503,\"content_type\":\"text/plain\",\"timings\":\"connect 1.0 ms, total 137.2 ms\","
      "\"first_bytes\":\"upstream timeout\"}}";

} // namespace

class TestIncidentFold final : public QObject
{
    Q_OBJECT

private slots:
    void theCrisisReadsAsItHappened()
    {
        const IncidentPtr incident = paymentCrisis().fold();
        QVERIFY(incident);
        QCOMPARE(incident->title, std::string("Payments fail at provider A"));
        QVERIFY(incident->severity == IncidentSeverity::Sev1);
        QVERIFY(incident->status == IncidentStatus::Resolved);
        QVERIFY(incident->isOpen() && !incident->isBurning());
        QCOMPARE(incident->holderOf(roles::commander), std::string("P1"));
        QCOMPARE(incident->holderOf(roles::operations), std::string("P3"));
        QVERIFY(incident->services == std::vector<ServiceId>{ServiceId("Payments")});
        QVERIFY(incident->alerts.at(0).resolvedAt == Story::at("13:10:30"));
        const std::vector<std::string> wanted{"Payments/gateway is DOWN", "Payments is DOWN",
            "Alert PaymentDeclineSpike, critical", "P1 acknowledged am/a1", "P1 declared SEV1: Payments fail at provider A",
            "P1 took the role Commander", "P1 gave the role Operations lead to P3", "P1 set the status to identified",
            "P3 does: switching checkout to pathway B", "Payments is OK", "Alert PaymentDeclineSpike is over",
            "P1 set the status to monitoring", "P1 set the status to resolved"};
        QVERIFY(linesOf(*incident) == wanted);
    }

    void itsTimesComeFromTheEvidence()
    {
        const IncidentPtr incident = paymentCrisis().fold();
        QVERIFY(when(*incident, MilestoneKind::Started) == Story::at("12:49:10")); // as the check says, before it was sure
        QVERIFY(when(*incident, MilestoneKind::Detected) == Story::at("12:49:20"));
        QVERIFY(when(*incident, MilestoneKind::Acknowledged) == Story::at("12:51:05"));
        QVERIFY(!when(*incident, MilestoneKind::FirstUpdate));
        QVERIFY(when(*incident, MilestoneKind::Mitigated) == Story::at("13:11:00"));
        QVERIFY(when(*incident, MilestoneKind::Resolved) == Story::at("13:30:00"));
    }

    void whoDeclaresHasItInHand()
    {
        Story story;
        story.act("12:51:30", "P1", acts::Declare{"By hand", IncidentSeverity::Sev3, {}, {}});
        const IncidentPtr incident = story.fold();
        for (const MilestoneKind kind : {MilestoneKind::Started, MilestoneKind::Detected, MilestoneKind::Acknowledged})
            QVERIFY(when(*incident, kind) == Story::at("12:51:30"));
    }

    void reopenedItIsNeitherResolvedNorMitigated()
    {
        Story story = paymentCrisis();
        story.act("13:31:00", "P1", acts::SetStatus{IncidentStatus::Closed, {}});
        QVERIFY(!story.fold()->isOpen());
        story.act("13:40:00", "P2", acts::SetStatus{IncidentStatus::Investigating, "it is back"});
        const IncidentPtr again = story.fold();
        QVERIFY(again->isBurning() && !again->closedAt);
        QVERIFY(!when(*again, MilestoneKind::Mitigated) && !when(*again, MilestoneKind::Resolved));
        story.act("13:50:00", "P2", acts::SetStatus{IncidentStatus::Resolved, {}});
        QVERIFY(when(*story.fold(), MilestoneKind::Resolved) == Story::at("13:50:00"));
        QVERIFY(when(*story.fold(), MilestoneKind::Mitigated) == Story::at("13:50:00"));
    }

    void aTimeSetByHandStandsUntilItIsTakenBack()
    {
        Story story = paymentCrisis();
        story.act("13:32:00", "P2", acts::SetMilestone{MilestoneKind::Started, Story::at("12:40:00"), "a customer called"});
        const Milestone set = story.fold()->milestone(MilestoneKind::Started);
        QVERIFY(set.at == Story::at("12:40:00"));
        QVERIFY(set.isByHand);
        QCOMPARE(set.author, std::string("P2"));
        QCOMPARE(set.reason, std::string("a customer called"));
        story.act("13:33:00", "P2", acts::SetMilestone{MilestoneKind::Started, {}, "it was about something else"});
        QVERIFY(when(*story.fold(), MilestoneKind::Started) == Story::at("12:49:10"));
        QVERIFY(!story.fold()->milestone(MilestoneKind::Started).isByHand);
    }

    /// Two stations set times that contradict each other: nothing comes before what it follows.
    void timesNeverRunBackwards()
    {
        Story story = paymentCrisis();
        story.act("13:32:00", "P2", acts::SetMilestone{MilestoneKind::Started, Story::at("13:05:00"), "x"});
        const IncidentPtr incident = story.fold();
        QVERIFY(when(*incident, MilestoneKind::Detected) == Story::at("13:05:00"));
        QVERIFY(incident->milestone(MilestoneKind::Detected).isHeld);
        QVERIFY(when(*incident, MilestoneKind::Acknowledged) == Story::at("13:05:00"));
        QVERIFY(when(*incident, MilestoneKind::Mitigated) == Story::at("13:11:00"));
    }

    void whatIsNotLinkedIsNotTold()
    {
        Story story = paymentCrisis();
        story.state("12:55:00", "service/Search", "ok", "down");
        story.alert("12:55:10", "a9", true);
        QCOMPARE(linesOf(*story.fold()).size(), std::size_t(13));
        story.act("12:56:00", "P1", acts::Link{{{}, {ServiceId("Search")}, {}}});
        QCOMPARE(linesOf(*story.fold()).size(), std::size_t(15));
        story.act("12:57:00", "P1", acts::Unlink{{{}, {ServiceId("Search")}, {}}});
        QCOMPARE(linesOf(*story.fold()).size(), std::size_t(15)); // both acts are told, the outage of Search is not
        QVERIFY(story.fold()->services == std::vector<ServiceId>{ServiceId("Payments")});
    }

    void anEarlierOutageIsNotPartOfIt()
    {
        Story story;
        story.state("09:00:00", "service/Payments", "ok", "down");
        story.alert("09:00:10", "a1", true, "09:00:00");
        story.alert("09:30:00", "a1", false);
        story.state("09:30:00", "service/Payments", "down", "ok");
        Story crisis = paymentCrisis();
        for (const Event &event : crisis.events())
            story.add(formatRfc3339(Instant(Duration(event.time.wallMs))).substr(11, 8), event.author, event.subject, event.kind,
                event.payload);
        QCOMPARE(linesOf(*story.fold()), linesOf(*paymentCrisis().fold()));
        QVERIFY(when(*story.fold(), MilestoneKind::Started) == Story::at("12:49:10"));
    }

    /// A second station finds the same, and this one is started again: one line each.
    void theSameFindingIsToldOnce()
    {
        Story story = paymentCrisis();
        story.state("12:50:00", "service/Payments", "ok", "down", "12:49:40");
        story.state("12:53:00", "service/Payments", "pending", "down", "12:53:00");
        story.alert("12:53:00", "a1", true, "12:49:30");
        QCOMPARE(linesOf(*story.fold()).size(), std::size_t(13));
        story.alert("13:20:00", "a1", true, "13:19:00"); // another occurrence is news
        QCOMPARE(linesOf(*story.fold()).size(), std::size_t(14));
        QVERIFY(!story.fold()->alerts.at(0).resolvedAt);
    }

    void whatComesAfterTheEndIsNotTold()
    {
        Story story = paymentCrisis();
        story.act("13:31:00", "P1", acts::SetStatus{IncidentStatus::Closed, {}});
        story.state("14:00:00", "service/Payments", "ok", "down");
        QCOMPARE(linesOf(*story.fold()).back(), std::string("P1 set the status to closed"));
        story.act("14:10:00", "P1", acts::AddNote{NoteKind::FollowUp, "alert earlier"}); // people still learn
        QCOMPARE(linesOf(*story.fold()).back(), std::string("To follow: alert earlier"));
    }

    void pinsAndCorrections()
    {
        Story story = paymentCrisis();
        const EventId note = story.act("13:02:00", "P3", acts::AddNote{NoteKind::Note, "pathway A"});
        story.act("13:02:10", "P2", acts::Pin{note, true});
        story.act("13:02:20", "P3", acts::Correct{note, "pathway B"});
        QVERIFY(story.fold()->pinned == std::set<EventId>{note});
        QCOMPARE(story.fold()->corrections.at(note).text, std::string("pathway B"));
        QVERIFY(linesOf(*story.fold()).size() == 15); // the note and its correction; a pin is no news
        story.act("13:02:30", "P2", acts::Pin{note, false});
        QVERIFY(story.fold()->pinned.empty());
    }

    void aMergedIncidentGoesOnInTheOther()
    {
        Story story = paymentCrisis();
        story.act("12:53:00", "P4", acts::Declare{"Cart slow", IncidentSeverity::Sev2, {{}, {ServiceId("Cart")}, {}}, {}}, "i2");
        story.act("12:53:30", "P4", acts::AddNote{NoteKind::Note, "carts time out"}, "i2");
        story.act("12:54:00", "P1", acts::Merge{IncidentId("i1")}, "i2");
        story.state("12:55:00", "service/Cart", "ok", "degraded");
        const IncidentPtr into = story.fold("i1");
        QVERIFY(into->absorbed == std::vector<IncidentId>{IncidentId("i2")});
        QCOMPARE(into->title, std::string("Payments fail at provider A"));
        QVERIFY(into->services == (std::vector<ServiceId>{ServiceId("Cart"), ServiceId("Payments")}));
        const std::vector<std::string> lines = linesOf(*into);
        for (const char *line : {"P4: carts time out", "P1 merged it into INC-I1", "Cart is DEGRADED"})
            QVERIFY2(std::find(lines.begin(), lines.end(), line) != lines.end(), line);
        QVERIFY(!story.fold("i2")->isOpen());
        QCOMPARE(story.fold("i2")->mergedInto.text(), std::string("i1"));
    }

    /// The other station told of the merger first.
    void aMergerWaitsForItsTarget()
    {
        Story story = paymentCrisis();
        story.act("12:53:00", "P4", acts::Declare{"Cart slow", IncidentSeverity::Sev2, {}, {}}, "i2");
        story.act("12:54:00", "P1", acts::Merge{IncidentId("i1")}, "i2");
        std::vector<FactPtr> late;
        std::vector<FactPtr> early;
        for (const FactPtr &fact : story.facts())
            (fact->incident == IncidentId("i2") ? early : late).push_back(fact);
        IncidentBook book;
        book.take(early);
        QVERIFY(book.find(IncidentId("i2"))->isOpen()); // it goes on in nothing that is known
        book.take(late);
        QVERIFY(!book.find(IncidentId("i2"))->isOpen());
        QVERIFY(book.find(IncidentId("i1"))->absorbed == std::vector<IncidentId>{IncidentId("i2")});
    }

    void mergersThatLeadInACircleEnd()
    {
        Story story;
        for (const char *id : {"i1", "i2", "i3"})
            story.act("12:00:00", "P1", acts::Declare{id, IncidentSeverity::Sev3, {}, {}}, id);
        story.act("12:01:00", "P1", acts::Merge{IncidentId("i2")}, "i1");
        story.act("12:01:01", "P2", acts::Merge{IncidentId("i3")}, "i2");
        story.act("12:01:02", "P3", acts::Merge{IncidentId("i1")}, "i3"); // does not count
        story.act("12:01:03", "P3", acts::Merge{IncidentId("i3")}, "i3");
        QVERIFY(story.fold("i3")->isOpen());
        QVERIFY((story.fold("i3")->absorbed == std::vector<IncidentId>{IncidentId("i1"), IncidentId("i2")}));
    }

    void whatCannotBeReadIsPassedOver()
    {
        Story story = paymentCrisis();
        story.add("12:55:00", "P1", "incident/i1", "incident.status", "{\"status\":\"done\"}");
        story.add("12:55:00", "P1", "incident/i1", "incident.sung", "{}");
        story.add("12:55:00", "", "service/Payments", "state.changed", "{\"from\":\"ok\"}");
        story.add("12:55:00", "", "alert/am/a1", "alert.fired", "{\"source\":7}");
        QCOMPARE(linesOf(*story.fold()), linesOf(*paymentCrisis().fold()));
    }

    void theEvidenceOfACheckIsKept()
    {
        Story story = paymentCrisis();
        story.add("12:49:21", "", "check/Payments/card", "state.changed", kDownWithEvidence);
        const IncidentPtr incident = story.fold();
        const auto it = std::find_if(incident->timeline.begin(), incident->timeline.end(),
            [](const TimelineEntryPtr &entry) { return entry->subject == "check/Payments/card"; });
        QVERIFY(it != incident->timeline.end());
        QCOMPARE((*it)->evidence,
            std::string("GET https://pay.example.net/health\n503 text/plain\nconnect 1.0 ms, total 137.2 ms\nupstream timeout"));
    }
};

QTEST_APPLESS_MAIN(TestIncidentFold)
#include "tst_incident_fold.moc"
