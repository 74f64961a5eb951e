// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/report.h"
#include "tests/unit/incidents/story.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {

IncidentRules rules()
{
    IncidentRules rules;
    rules.criteria[IncidentSeverity::Sev1] = "no customer can pay";
    rules.objectives[static_cast<std::size_t>(MilestoneKind::Detected)] = 1min;
    rules.objectives[static_cast<std::size_t>(MilestoneKind::Acknowledged)] = 1min;
    return rules;
}

IncidentReport reportOf(const Story &story)
{
    return makeReport(story.fold(), rules(), "Example Shop", Story::at("14:00:00"));
}

std::string markdownOf(const Story &story)
{
    return reportMarkdown(reportOf(story), [](const Reason &reason) { return english(reason); });
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

/// Whether it stands there without a backslash before it.
bool isLive(const std::string &text, const std::string &part)
{
    const std::size_t place = text.find(part);
    return place != std::string::npos && (place == 0 || text[place - 1] != '\\');
}

} // namespace

class TestReport final : public QObject
{
    Q_OBJECT

private slots:
    void itsFiguresAreThoseOfTheTimeline()
    {
        const Json report = Json::parse(reportJson(reportOf(paymentCrisis())));
        QCOMPARE(report["severity"].get<std::string>(), std::string("SEV1"));
        QCOMPARE(report["criterion"].get<std::string>(), std::string("no customer can pay"));
        QCOMPARE(report["length_s"].get<int>(), 40 * 60 + 50); // 12:49:10 to 13:30:00
        const Json &times = report["milestones"];
        QCOMPARE(times["started"]["at"].get<std::string>(), std::string("2026-11-21T12:49:10.000Z"));
        QCOMPARE(times["detected"]["after_s"].get<int>(), 10);
        QVERIFY(!times["detected"]["missed"].get<bool>());
        QCOMPARE(times["acknowledged"]["after_s"].get<int>(), 115);
        QVERIFY(times["acknowledged"]["missed"].get<bool>());
        QVERIFY(times["first_update"]["at"].is_null() && times["first_update"]["after_s"].is_null());
        QCOMPARE(times["mitigated"]["after_s"].get<int>(), 21 * 60 + 50);
        QCOMPARE(report["impact"][0]["service"].get<std::string>(), std::string("Payments"));
        QCOMPARE(report["impact"][0]["down_s"].get<int>(), 20 * 60 + 40); // 12:49:20 to 13:10:00
        QCOMPARE(report["impact"][0]["last_state"].get<std::string>(), std::string("ok"));
        QCOMPARE(report["alerts"][0]["resolved"].get<std::string>(), std::string("2026-11-21T13:10:30.000Z"));
        QCOMPARE(report["timeline"].size(), std::size_t(13));
    }

    void whatIsStillGoingOnCountsUntilNow()
    {
        Story story;
        story.state("12:50:00", "service/Payments", "ok", "degraded");
        story.act("12:51:00", "ada", acts::Declare{"Slow", IncidentSeverity::Sev3, {{}, {ServiceId("Payments")}, {}}, {}});
        const Json report = Json::parse(reportJson(reportOf(story)));
        QCOMPARE(report["until"].get<std::string>(), std::string("2026-11-21T14:00:00.000Z"));
        QCOMPARE(report["impact"][0]["degraded_s"].get<int>(), 70 * 60);
        QCOMPARE(report["impact"][0]["down_s"].get<int>(), 0);
    }

    /// What was down before the time that people set for the start is no part of it.
    void theImpactBeginsWithTheStart()
    {
        Story story = paymentCrisis();
        story.act("13:32:00", "P2", acts::SetMilestone{MilestoneKind::Started, Story::at("13:00:00"), "before was a test"});
        const Json report = Json::parse(reportJson(reportOf(story)));
        QCOMPARE(report["impact"][0]["down_s"].get<int>(), 10 * 60);
        QCOMPARE(report["length_s"].get<int>(), 30 * 60);
    }

    void itReadsAsAReport()
    {
        Story story = paymentCrisis();
        const EventId note = story.act("13:02:00", "P3", acts::AddNote{NoteKind::Note, "pathway A"});
        story.act("13:02:10", "P3", acts::Correct{note, "pathway B"});
        story.act("13:40:00", "P2", acts::AddNote{NoteKind::WentWell, "the plan was at hand"});
        story.act("13:41:00", "P2", acts::AddNote{NoteKind::FollowUp, "alarm on declines"});
        const std::string text = markdownOf(story);
        for (const char *part : {"# INC-I1: Payments fail at provider A", "> SEV1: no customer can pay", "## Impact",
                 "| Payments | 20m40s | 0s |", "| acknowledged | 2026-11-21 12:51:05 | 1m55s, missed | 1m |",
                 "| first update | – | – | – |", "## What went well\n\n- the plan was at hand (P2)",
                 "## What went badly\n\nNobody has written anything here", "- alarm on declines (P2)",
                 "- `2026-11-21 12:51:05` P1 acknowledged am/a1: on it", "  - Corrected by P3: pathway B"})
            QVERIFY2(contains(text, part), part);
    }

    /// Nothing that somebody writes, and nothing that a server answers, can format the report or link from it.
    void outsideTextStaysText()
    {
        Story story;
        story.act("12:51:00", "ada",
            acts::Declare{"<script>alert(1)</script> | [x](http://evil.example) # `y`", IncidentSeverity::Sev3,
                {{}, {ServiceId("Pay|ments")}, {}}, {}});
        story.act("12:52:00", "a*b*", acts::AddNote{NoteKind::Note, "one\n# two\n| three |\n![i](http://evil.example/i.png)"});
        story.add("12:53:00", "", "check/Pay|ments/page", "state.changed",
            "{\"from\":\"ok\",\"to\":\"down\",\"evidence\":{\"first_bytes\":\"```\\n# head\\u0007<img src=x>\"}}");
        const std::string text = markdownOf(story);
        for (const char *live : {"<script", "](http", "\n# two", " | three"})
            QVERIFY2(!isLive(text, live), live);
        QVERIFY(contains(text, "\\<script\\>") && contains(text, "Pay\\|ments"));
        QVERIFY(contains(text, "      ```\n      # head<img src=x>\n")); // indented, it is code whatever it says
    }

    void aDrillIsMarked()
    {
        Story story = paymentCrisis();
        QVERIFY(!contains(markdownOf(story), "DRILL"));
        for (Event &event : story.events())
            event.drill = true;
        QVERIFY(contains(markdownOf(story), "**DRILL"));
        QVERIFY(Json::parse(reportJson(reportOf(story)))["drill"].get<bool>());
    }
};

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
