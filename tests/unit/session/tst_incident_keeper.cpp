// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/incident_archive.h"
#include "tests/support/running_station.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <algorithm>

using namespace tocsin;
using namespace tocsin::test;

namespace {

constexpr int kPatienceMs = 30'000;
const ServiceId kCheckout("Checkout");

const char *const kShop = "shop: One\nperson: ada\ndefaults: {interval: 200ms, timeout: 180ms, failure_threshold: 1}\n"
                          "services: [{name: Checkout, checks: [{name: door, type: tcp, address: '127.0.0.1:1'}]}]\n"
                          "incidents: {severities: {SEV1: nobody can pay}, objectives: {resolved: 2h}, roles: [warehouse]}\n";

acts::Declare checkoutFails()
{
    return {"Checkout fails", IncidentSeverity::Sev1, {{}, {kCheckout}, {}}, {}};
}

QStringList linesOf(const Incident &incident)
{
    QStringList lines;
    for (const TimelineEntryPtr &entry : incident.timeline)
        lines << QString::fromStdString(english(entry->what));
    return lines;
}

} // namespace

/// Incidents of a running station: written down first, and the same after every restart.
class TestIncidentKeeper final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<TemporaryFolder>();
        m_file = m_folder->write("shop.yaml", kShop);
        m_data = m_folder->path() + "/data";
        start();
    }
    void cleanup() { m_station.reset(); }

    void itIsThereWhenItIsOnDiskWithWhatWasSeenBefore()
    {
        const IncidentId id = declare();
        const IncidentPtr incident = m_station->incidents.find(id);
        QCOMPARE(incident->declaredBy, std::string("ada"));
        QVERIFY(!incident->drill);
        QTRY_VERIFY_WITH_TIMEOUT(
            linesOf(*m_station->incidents.find(id)).contains(QStringLiteral("Checkout is DOWN")), kPatienceMs);
        const IncidentPtr whole = m_station->incidents.find(id);
        QVERIFY(linesOf(*whole).indexOf(QStringLiteral("Checkout is DOWN"))
            < linesOf(*whole).indexOf(QStringLiteral("ada declared SEV1: Checkout fails")));
        QVERIFY(*whole->milestone(MilestoneKind::Started).at < whole->declaredAt);
        QVERIFY(std::any_of(whole->timeline.begin(), whole->timeline.end(), [](const TimelineEntryPtr &entry) {
            return entry->subject == "check/Checkout/door" && entry->evidence.find("127.0.0.1:1") != std::string::npos;
        }));
    }

    void everythingIsTheSameAfterARestart()
    {
        const IncidentId id = declare();
        act(id, acts::GiveRole{roles::commander, "ada", {}});
        act(id, acts::AddNote{NoteKind::Note, "ünïcode “quotes” \n and lines"});
        act(id, acts::SetStatus{IncidentStatus::Identified, "the door"});
        QTRY_VERIFY_WITH_TIMEOUT(
            linesOf(*m_station->incidents.find(id)).contains(QStringLiteral("Checkout is DOWN")), kPatienceMs);
        const QStringList before = linesOf(*m_station->incidents.find(id));
        m_station.reset();
        start();
        QTRY_VERIFY_WITH_TIMEOUT(m_station->incidents.find(id), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(linesOf(*m_station->incidents.find(id)), before, kPatienceMs);
        QCOMPARE(m_station->incidents.find(id)->holderOf(roles::commander), std::string("ada"));
        QVERIFY(m_station->incidents.find(id)->status == IncidentStatus::Identified);
    }

    void theRulesOfTheShopArrive()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_station->incidents.person(), std::string("ada"), kPatienceMs);
        const IncidentRules &rules = m_station->incidents.rules();
        QCOMPARE(rules.criteria.at(IncidentSeverity::Sev1), std::string("nobody can pay"));
        QVERIFY(rules.objectives[static_cast<std::size_t>(MilestoneKind::Resolved)] == std::chrono::hours(2));
        QVERIFY(rules.objectives[static_cast<std::size_t>(MilestoneKind::Acknowledged)] == std::chrono::minutes(5));
        QVERIFY(rules.ownRoles == std::vector<RoleId>{RoleId("warehouse")});
    }

    void whatMakesNoSenseIsAnsweredAndNotWritten()
    {
        const IncidentId id = declare();
        const ActionId close = m_station->session->actOnIncident(id, acts::SetStatus{IncidentStatus::Closed, {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_station->answerTo(close), kPatienceMs);
        QCOMPARE(*m_station->answerTo(close), std::string("Only what is resolved can be closed"));
        const ActionId nothing = m_station->session->actOnIncident(IncidentId("none"), acts::AddNote{NoteKind::Note, "x"});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_station->answerTo(nothing).value_or(""), std::string("There is no such incident"), kPatienceMs);
        QVERIFY(m_station->incidents.find(id)->status == IncidentStatus::Investigating);
    }

    void aSplitTakesItsScopeAlong()
    {
        const IncidentId id = declare();
        acts::Declare split = checkoutFails();
        split.title = "Another thing";
        split.splitFrom = id;
        const IncidentId part = m_station->session->declareIncident(split);
        QTRY_VERIFY_WITH_TIMEOUT(m_station->incidents.find(part), kPatienceMs);
        QVERIFY(m_station->incidents.find(part)->services == std::vector<ServiceId>{kCheckout});
        QTRY_VERIFY_WITH_TIMEOUT(m_station->incidents.find(id)->services.empty(), kPatienceMs);
    }

    /// A desk and another on one data folder: the second shows what the first does, and says why it cannot write itself.
    void theSecondProgramFollowsAndRefuses()
    {
        const IncidentId id = declare();
        RunningStation beside(m_file, m_data);
        QTRY_VERIFY_WITH_TIMEOUT(beside.incidents.find(id), kPatienceMs);
        act(id, acts::AddNote{NoteKind::Note, "seen by both"});
        QTRY_VERIFY_WITH_TIMEOUT(linesOf(*beside.incidents.find(id)).contains(QStringLiteral("ada: seen by both")), kPatienceMs);
        const ActionId refused = beside.session->actOnIncident(id, acts::AddNote{NoteKind::Note, "mine"});
        QTRY_VERIFY_WITH_TIMEOUT(beside.answerTo(refused), kPatienceMs);
        QVERIFY(QString::fromStdString(*beside.answerTo(refused)).startsWith(QStringLiteral("Nothing is recorded here")));
        m_station.reset(); // the other takes the journal over
        QTRY_VERIFY_WITH_TIMEOUT(beside.notice.reason.isEmpty(), kPatienceMs);
        const ActionId taken = beside.session->actOnIncident(id, acts::AddNote{NoteKind::Note, "mine now"});
        QTRY_COMPARE_WITH_TIMEOUT(beside.answerTo(taken).value_or("no answer"), std::string(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(linesOf(*beside.incidents.find(id)).contains(QStringLiteral("ada: mine now")), kPatienceMs);
    }

    void commandsReadTheSameBesideIt()
    {
        const IncidentId id = declare();
        act(id, acts::AddNote{NoteKind::Note, "for the report"});
        QTRY_VERIFY_WITH_TIMEOUT(
            linesOf(*m_station->incidents.find(id)).contains(QStringLiteral("Checkout is DOWN")), kPatienceMs);
        const auto all = readIncidents(m_data);
        QVERIFY(all);
        const IncidentPtr read = findIncident(*all, "last");
        QVERIFY(read);
        QCOMPARE(linesOf(*read), linesOf(*m_station->incidents.find(id)));
        QVERIFY(findIncident(*all, shortName(id)) == read);
        QVERIFY(findIncident(*all, id.text()) == read);
        QVERIFY(!findIncident(*all, "INC-NONE"));
        int events = 0;
        QVERIFY(readJournal(m_data, [&events](const Event &event) {
            ++events;
            QVERIFY(eventJson(event).find('\n') == std::string::npos);
        }));
        QVERIFY(events >= 4); // two acts, and the states of check and service
    }

    void aFolderWithoutAJournalSaysSo() { QVERIFY(!readIncidents(m_folder->path() + "/nowhere")); }

private:
    void start() { m_station = std::make_unique<RunningStation>(m_file, m_data); }
    IncidentId declare()
    {
        // As people do: when they have seen that it is down.
        [this] { QTRY_VERIFY_WITH_TIMEOUT(m_station->stateOf("Checkout") == State::Down, kPatienceMs); }();
        const IncidentId id = m_station->session->declareIncident(checkoutFails());
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_station->incidents.find(id), kPatienceMs); }();
        return id;
    }
    void act(const IncidentId &id, const IncidentAct &wanted)
    {
        const ActionId action = m_station->session->actOnIncident(id, wanted);
        QTRY_COMPARE_WITH_TIMEOUT(m_station->answerTo(action).value_or("no answer"), std::string(), kPatienceMs);
    }

    std::unique_ptr<TemporaryFolder> m_folder;
    std::string m_file;
    std::string m_data;
    std::unique_ptr<RunningStation> m_station;
};

QTEST_GUILESS_MAIN(TestIncidentKeeper)
#include "tst_incident_keeper.moc"
