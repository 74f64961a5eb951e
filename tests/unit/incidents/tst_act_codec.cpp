// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/incident/incident.h"
#include "models/incidents/act_codec.h"

#include <QTest>

using namespace tocsin;

namespace {

const IncidentAlert kAlert{
    {SourceId("am"), "c70af3"}, "DiskFull", "critical", ServiceId("Checkout"), parseRfc3339("2026-11-21T04:37:23.120Z")};
const IncidentScope kScope{{kAlert}, {ServiceId("Search")}, {CheckId("Checkout/page")}};

std::vector<IncidentAct> everyAct()
{
    return {acts::Declare{"Payments fail", IncidentSeverity::Sev1, kScope, IncidentId("i7")},
        acts::Declare{"By hand", IncidentSeverity::Sev5, {}, {}}, acts::Link{kScope}, acts::Unlink{kScope},
        acts::SetTitle{"“Ümläut” & <b>"}, acts::SetSeverity{IncidentSeverity::Sev2, "cards only"},
        acts::SetStatus{IncidentStatus::Closed, {}}, acts::GiveRole{roles::legal, "ada", "the brief"},
        acts::GiveRole{RoleId("warehouse"), {}, {}}, acts::AddNote{NoteKind::FollowUp, "two\nlines"},
        acts::Pin{EventId("e1"), true}, acts::Pin{EventId("e1"), false}, acts::Correct{EventId("e1"), "it was B"},
        acts::SetMilestone{MilestoneKind::FirstUpdate, kAlert.startsAt, "sent by phone"},
        acts::SetMilestone{MilestoneKind::Resolved, {}, "by mistake"}, acts::Merge{IncidentId("i2")}};
}

} // namespace

class TestActCodec final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack()
    {
        for (const IncidentAct &act : everyAct())
            QVERIFY2(readAct(kindOf(act), payloadOf(act)) == act, payloadOf(act).c_str());
    }

    void whatSaysNothingIsNothing_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("not JSON") << QByteArray("incident.noted") << QByteArray("{");
        QTest::newRow("no object") << QByteArray("incident.noted") << QByteArray("[]");
        QTest::newRow("severity of another kind") << QByteArray("incident.severity") << QByteArray(R"({"severity":1})");
        QTest::newRow("severity that is none") << QByteArray("incident.declared") << QByteArray(R"({"severity":"SEV9"})");
        QTest::newRow("status that is none") << QByteArray("incident.status") << QByteArray(R"({"status":"done"})");
        QTest::newRow("time that is none") << QByteArray("incident.milestone")
                                           << QByteArray(R"({"milestone":"started","at":"noon"})");
        QTest::newRow("role without a name") << QByteArray("incident.role") << QByteArray(R"({"person":"ada"})");
        QTest::newRow("merged into nothing") << QByteArray("incident.merged") << QByteArray(R"({"into":""})");
        QTest::newRow("pins nothing") << QByteArray("incident.pinned") << QByteArray("{}");
        QTest::newRow("unknown kind") << QByteArray("incident.flown") << QByteArray("{}");
        QTest::newRow("another's kind") << QByteArray("ack.confirmed") << QByteArray("{}");
    }
    void whatSaysNothingIsNothing()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, payload);
        QVERIFY(!readAct(kind.toStdString(), payload.toStdString()));
    }

    void alertsWithoutIdentityAreLeftOut()
    {
        const auto act = readAct(
            "incident.linked", R"({"alerts":[7,{"source":"am"},{"id":"x"},{"source":"am","id":"x"}],"services":[1,""]})");
        const auto &scope = std::get<acts::Link>(act.value()).scope;
        QCOMPARE(scope.alerts.size(), std::size_t(1));
        QVERIFY(scope.services.empty());
    }

    void aNoteOfALaterVersionIsStillANote()
    {
        const auto act = readAct("incident.noted", R"({"as":"poem","text":"x"})");
        QVERIFY(std::get<acts::AddNote>(act.value()).kind == NoteKind::Note);
    }

    void subjects()
    {
        QCOMPARE(subjectOf(IncidentId("i1")), std::string("incident/i1"));
        QVERIFY(incidentOfSubject("incident/i1") == IncidentId("i1"));
        QVERIFY(!incidentOfSubject("incident/"));
        QVERIFY(!incidentOfSubject("service/Payments"));
    }
};

QTEST_APPLESS_MAIN(TestActCodec)
#include "tst_act_codec.moc"
