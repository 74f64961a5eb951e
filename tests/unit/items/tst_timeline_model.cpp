// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/incident_feed.h"
#include "models/items/incident_words.h"
#include "models/items/timeline_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tocsin;

namespace {

constexpr Phrase kSaid{"said", "%1"};

Instant at(int seconds)
{
    return Instant(std::chrono::seconds(1'795'235'843 + seconds));
}

TimelineEntryPtr entry(const std::string &id, EntryKind kind, const std::string &what, int seconds)
{
    auto made = std::make_shared<TimelineEntry>();
    made->id = EventId(id);
    made->kind = kind;
    made->what = Reason(kSaid, {what});
    made->at = at(seconds);
    if (!isOfPeople(kind))
        made->state = State::Down;
    return made;
}

std::shared_ptr<Incident> incidentOf(std::vector<TimelineEntryPtr> timeline)
{
    auto incident = std::make_shared<Incident>();
    incident->id = IncidentId("i1");
    incident->title = "Payments fail";
    incident->severity = IncidentSeverity::Sev1;
    incident->declaredAt = at(0);
    incident->timeline = std::move(timeline);
    incident->milestones[0].at = at(0);
    return incident;
}

QStringList linesOf(const TimelineModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines << model.index(row, 0).data().toString();
    return lines;
}

} // namespace

class TestTimelineModel final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_incident = incidentOf({m_down, m_ack, m_note}); }

    void whatComesIsAddedAndNothingIsReset()
    {
        TimelineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setIncident(m_incident);
        QCOMPARE(linesOf(model),
            (QStringList{
                QStringLiteral("Payments is DOWN"), QStringLiteral("ada acknowledged"), QStringLiteral("bob: looking")}));
        const QPersistentModelIndex note = model.index(2, 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        const auto late = entry("e0", EntryKind::Note, "from another station", 1);
        model.setIncident(incidentOf({m_down, late, m_ack, m_note, entry("e4", EntryKind::Decision, "ada decided", 9)}));
        QCOMPARE(linesOf(model).at(1), QStringLiteral("from another station"));
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(note.data().toString(), QStringLiteral("bob: looking"));
    }

    void filters()
    {
        TimelineModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_incident->pinned.insert(m_note->id);
        model.setIncident(m_incident);
        model.setFilter({TimelineFilter::Kinds::Alerts, {}});
        QCOMPARE(linesOf(model), QStringList{QStringLiteral("Payments is DOWN")});
        model.setFilter({TimelineFilter::Kinds::People, {}});
        QCOMPARE(linesOf(model), (QStringList{QStringLiteral("ada acknowledged"), QStringLiteral("bob: looking")}));
        model.setFilter({TimelineFilter::Kinds::Pinned, {}});
        QCOMPARE(linesOf(model), QStringList{QStringLiteral("bob: looking")});
        model.setFilter({TimelineFilter::Kinds::All, QStringLiteral("PAYments")});
        QCOMPARE(linesOf(model), QStringList{QStringLiteral("Payments is DOWN")});
        QCOMPARE(model.total(), 3);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
    }

    void pinsAndCorrectionsChangeTheirLine()
    {
        TimelineModel model;
        model.setIncident(m_incident);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        auto next = std::make_shared<Incident>(*m_incident);
        next->pinned.insert(m_ack->id);
        next->corrections[m_note->id] = {"not looking", "cyd", at(8)};
        model.setIncident(next);
        QCOMPARE(changed.count(), 1); // both stand together
        QVERIFY(model.index(1, 0).data(TimelineModel::PinnedRole).toBool());
        QCOMPARE(
            model.index(2, 0).data(TimelineModel::CorrectionRole).toString(), QStringLiteral("corrected by cyd: not looking"));
        QCOMPARE(model.pinnedCount(), 1);
    }

    void anotherIncidentHasOtherLines()
    {
        TimelineModel model;
        model.setIncident(m_incident);
        auto other = incidentOf({entry("e9", EntryKind::Note, "else", 1)});
        other->id = IncidentId("i2");
        model.setIncident(other);
        QCOMPARE(linesOf(model), QStringList{QStringLiteral("else")});
        model.setIncident(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void theFeedKnowsWhatIsOpen()
    {
        IncidentFeed feed;
        feed.setRules({}, "ada");
        auto minor = incidentOf({});
        minor->id = IncidentId("i2");
        minor->severity = IncidentSeverity::Sev4;
        minor->roles = {{roles::commander, "bob", at(1)}};
        auto resolved = incidentOf({});
        resolved->id = IncidentId("i3");
        resolved->status = IncidentStatus::Resolved;
        auto closed = incidentOf({});
        closed->id = IncidentId("i4");
        closed->status = IncidentStatus::Closed;
        feed.apply({closed, resolved, minor, m_incident});
        std::vector<std::string> order;
        for (const IncidentPtr &incident : feed.open())
            order.push_back(incident->id.text());
        QVERIFY((order == std::vector<std::string>{"i1", "i2", "i3"})); // what is only to be closed comes last
        QVERIFY((feed.people() == std::vector<std::string>{"ada", "bob"}));
    }

    void sentences()
    {
        QCOMPARE(
            words::incidentLine(*m_incident, at(911)), QStringLiteral("Payments fail · investigating · nobody commands · 15:11"));
        m_incident->roles = {{roles::commander, "ada", at(5)}};
        QCOMPARE(words::incidentsFromAfar({m_incident, m_incident}, at(911)),
            QStringLiteral("SEV1 Payments fail · ada commands · 15 min · investigating · 1 more"));
        QCOMPARE(words::incidentsFromAfar({}, at(911)), QString());
        IncidentRules rules;
        rules.objectives[static_cast<std::size_t>(MilestoneKind::Acknowledged)] = std::chrono::minutes(5);
        QCOMPARE(words::milestoneTime(*m_incident, MilestoneKind::Acknowledged, rules), QStringLiteral("– of 05:00"));
        QVERIFY(!words::isMissed(*m_incident, MilestoneKind::Acknowledged, rules, at(300)));
        QVERIFY(words::isMissed(*m_incident, MilestoneKind::Acknowledged, rules, at(301)));
        m_incident->milestones[2].at = at(105);
        QCOMPARE(words::milestoneTime(*m_incident, MilestoneKind::Acknowledged, rules), QStringLiteral("01:45 of 05:00"));
        QVERIFY(!words::isMissed(*m_incident, MilestoneKind::Acknowledged, rules, at(9999)));
    }

private:
    const TimelineEntryPtr m_down = entry("e1", EntryKind::State, "Payments is DOWN", 0);
    const TimelineEntryPtr m_ack = entry("e2", EntryKind::Acknowledgement, "ada acknowledged", 5);
    const TimelineEntryPtr m_note = entry("e3", EntryKind::Note, "bob: looking", 7);
    std::shared_ptr<Incident> m_incident;
};

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timeline_model.moc"
