// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/acknowledgements.h"

#include <QTest>

#include <algorithm>

using namespace tocsin;

namespace {

const Instant kNow{std::chrono::hours(480'000)};
constexpr Monotonic kMoment{std::chrono::hours(1)};

KeptAck standing()
{
    KeptAck ack;
    ack.action = ActionId("x1");
    ack.alert = AlertKey{SourceId("am/eu"), "c70a"};
    ack.name = "PaymentsDown";
    ack.labels = Labels{{"alertname", "PaymentsDown"}, {"service", "payments"}};
    ack.person = "ada";
    ack.comment = "looking";
    ack.since = kNow;
    ack.until = kNow + std::chrono::hours(1);
    ack.stage = KeptAck::Stage::Standing;
    ack.silence = SilenceId("s1");
    ack.silenceUntil = kNow + AckTimes().silence;
    setAckTimes(ack, {kNow, kMoment});
    return ack;
}

AckView seen(const std::string &silence, bool isFresh = true)
{
    auto alert = std::make_shared<Alert>();
    alert->key = *standing().alert;
    if (!silence.empty())
        alert->acknowledgement = Acknowledgement{"ada", "looking", kNow, kNow + AckTimes().silence, SilenceId(silence), true};
    return AckView{isFresh, alert, std::nullopt};
}

Event eventOf(const char *kind, std::string payload, int order, std::string subject = "alert/am/eu/c70a")
{
    Event event;
    event.id = EventId(std::to_string(order));
    event.time.wallMs = order;
    event.author = "ada";
    event.subject = std::move(subject);
    event.kind = kind;
    event.payload = std::move(payload);
    return event;
}

/// The step after the view was there for a while.
AckStep stepAfter(KeptAck ack, const AckView &view, Duration first, Duration then)
{
    observe(ack, view, kMoment + first);
    observe(ack, view, kMoment + then);
    return stepFor(ack, view, kMoment + then);
}

} // namespace

class TestAcknowledgements : public QObject
{
    Q_OBJECT

private slots:
    void aRestartKnowsWhatWasConfirmed()
    {
        const KeptAck before = standing();
        const Acknowledgements acks = foldAcknowledgements(
            {eventOf("ack.requested", ackPayload(before, false), 1), eventOf("ack.confirmed", ackPayload(before, true), 2)});
        QCOMPARE(acks.size(), std::size_t(1));
        const KeptAck &ack = acks.at("alert/am/eu/c70a");
        QCOMPARE(ack.stage, KeptAck::Stage::Standing);
        QVERIFY(ack.alert == before.alert);
        QCOMPARE(ack.person, before.person);
        QCOMPARE(ack.comment, before.comment);
        QVERIFY(ack.labels == before.labels);
        QCOMPARE(ack.silence.text(), before.silence.text());
        QVERIFY(ack.until == before.until);
        QVERIFY(ack.silenceUntil == before.silenceUntil);
        QVERIFY(ack.since == before.since);
    }

    void theFoldOfAHistory_data()
    {
        QTest::addColumn<QByteArrayList>("kinds");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("asked") << QByteArrayList{"ack.requested"} << QByteArray("wanted");
        QTest::newRow("failed") << QByteArrayList{"ack.requested", "ack.failed"} << QByteArray("none");
        QTest::newRow("ended") << QByteArrayList{"ack.requested", "ack.confirmed", "ack.ended"} << QByteArray("none");
        QTest::newRow("ending") << QByteArrayList{"ack.requested", "ack.confirmed", "ack.undo_requested"} << QByteArray("ending");
        QTest::newRow("undo failed") << QByteArrayList{"ack.requested", "ack.confirmed", "ack.undo_requested", "ack.undo_failed"}
                                     << QByteArray("standing");
        QTest::newRow("adopted") << QByteArrayList{"ack.confirmed"} << QByteArray("standing");
        QTest::newRow("asked again") << QByteArrayList{"ack.requested", "ack.confirmed", "ack.requested"} << QByteArray("wanted");
        QTest::newRow("asked again in vain")
            << QByteArrayList{"ack.requested", "ack.confirmed", "ack.requested", "ack.failed"} << QByteArray("standing");
        QTest::newRow("unknown kinds") << QByteArrayList{"ack.admired", "silence.created"} << QByteArray("none");
    }
    void theFoldOfAHistory()
    {
        QFETCH(QByteArrayList, kinds);
        QFETCH(QByteArray, outcome);
        std::vector<Event> events;
        for (const QByteArray &kind : kinds) {
            const bool isConfirmed = kind == "ack.confirmed";
            const bool isWhole = isConfirmed || kind == "ack.requested";
            events.push_back(eventOf(
                kind.constData(), isWhole ? ackPayload(standing(), isConfirmed) : R"({"action":"x1"})", int(events.size())));
        }
        std::reverse(events.begin(), events.end()); // the order of arrival means nothing
        const Acknowledgements acks = foldAcknowledgements(events);
        static const QByteArrayList kStages{"wanted", "standing", "ending"};
        QCOMPARE(acks.empty() ? QByteArray("none") : kStages[int(acks.begin()->second.stage)], outcome);
    }

    void damagedPayloadsAreIgnored()
    {
        QVERIFY(foldAcknowledgements({eventOf("ack.requested", "not json", 1), eventOf("ack.confirmed", "[]", 2)}).empty());
    }

    void theEndOfAWishOfUnknownOutcomeMeansWhateverStands()
    {
        const Event confirmed = eventOf("ack.confirmed", ackPayload(standing(), true), 1);
        const Event undone = eventOf("ack.undo_requested", R"({"action":"x3"})", 3);
        const Acknowledgements plain = foldAcknowledgements({confirmed, undone});
        QCOMPARE(plain.begin()->second.silence.text(), std::string("s1"));
        // In between it was asked for once more, perhaps under another silence.
        const Acknowledgements again
            = foldAcknowledgements({confirmed, eventOf("ack.requested", ackPayload(standing(), false), 2), undone});
        QVERIFY(again.begin()->second.silence.isEmpty());
    }

    void theEndOfAnEarlierOneLeavesALaterWish_data()
    {
        QTest::addColumn<QByteArray>("ended");
        QTest::newRow("that a person wished") << QByteArray(R"({"action":"x2","person":"ada","why":"undone"})");
        QTest::newRow("that was adopted") << QByteArray(R"({"person":"ada","why":"expired"})");
    }
    void theEndOfAnEarlierOneLeavesALaterWish()
    {
        QFETCH(QByteArray, ended);
        KeptAck wish = standing();
        wish.action = ActionId("x3");
        std::vector<Event> events{eventOf("ack.confirmed", ackPayload(standing(), true), 1),
            eventOf("ack.undo_requested", R"({"action":"x2"})", 2), eventOf("ack.requested", ackPayload(wish, false), 3),
            eventOf("ack.ended", ended.toStdString(), 5)};
        const Acknowledgements wanted = foldAcknowledgements(events);
        QCOMPARE(wanted.size(), std::size_t(1));
        QCOMPARE(wanted.begin()->second.stage, KeptAck::Stage::Wanted);
        // It was taken back before the earlier end was confirmed: whatever came of it is still to be ended.
        events.push_back(eventOf("ack.undo_requested", R"({"action":"x4"})", 4));
        const Acknowledgements ending = foldAcknowledgements(events);
        QCOMPARE(ending.size(), std::size_t(1));
        QCOMPARE(ending.begin()->second.stage, KeptAck::Stage::Ending);
        QCOMPARE(ending.begin()->second.action.text(), std::string("x4"));
        QVERIFY(ending.begin()->second.silence.isEmpty());
    }

    void aRenewalIsRemembered()
    {
        const Acknowledgements acks = foldAcknowledgements({eventOf("ack.confirmed", ackPayload(standing(), true), 1),
            eventOf("silence.renewed", R"({"silence":"s2","until":"2026-11-21T05:00:00Z"})", 2)});
        QCOMPARE(acks.begin()->second.silence.text(), std::string("s2"));
        QVERIFY(acks.begin()->second.silenceUntil == parseRfc3339("2026-11-21T05:00:00Z"));
    }

    void renewedAtHalfTimeAndOnlyWhileProven()
    {
        using namespace std::chrono_literals;
        QCOMPARE(stepAfter(standing(), seen("s1"), 1min, 7min), AckStep::None);
        QCOMPARE(stepAfter(standing(), seen("s1"), 1min, 8min), AckStep::Renew);
        QCOMPARE(stepAfter(standing(), seen("s1", false), 1min, 8min), AckStep::None);
    }

    void endsWithItsAlertAfterAGrace()
    {
        using namespace std::chrono_literals;
        const AckView gone{true, nullptr, std::nullopt};
        QCOMPARE(stepAfter(standing(), gone, 1min, 2min), AckStep::None);
        QCOMPARE(stepAfter(standing(), gone, 1min, 3min), AckStep::EndResolved);
        QCOMPARE(stepAfter(standing(), gone, 1min, 10min), AckStep::EndResolved);
        QCOMPARE(stepAfter(standing(), AckView{false, nullptr, std::nullopt}, 1min, 10min), AckStep::None);
    }

    void endsWhenAPersonWishedIt()
    {
        using namespace std::chrono_literals;
        QCOMPARE(stepAfter(standing(), seen("s1"), 1min, 60min), AckStep::EndExpired);
    }

    void whatIsMissingIsLookedInto()
    {
        using namespace std::chrono_literals;
        QCOMPARE(stepAfter(standing(), seen(""), 2min, 2min + 5s), AckStep::None);
        QCOMPARE(stepAfter(standing(), seen(""), 2min, 2min + 10s), AckStep::Restore);
        QCOMPARE(stepAfter(standing(), seen("other"), 2min, 2min + 10s), AckStep::NoteReplaced);
    }

    void whatLapsedWhileWeSleptIsNotWrittenAgain()
    {
        using namespace std::chrono_literals;
        QCOMPARE(stepAfter(standing(), seen(""), 20min, 20min), AckStep::NoteLapsed);
        QCOMPARE(stepAfter(standing(), seen("other"), 20min, 20min), AckStep::NoteReplaced);
        QCOMPARE(stepAfter(standing(), seen("s1"), 20min, 20min), AckStep::Renew); // another station has kept it
    }

    void anotherOccurrenceIsNotCovered()
    {
        using namespace std::chrono_literals;
        KeptAck ack = standing();
        ack.started = kNow - 1h;
        Alert alert = *seen("s1").alert;
        alert.startsAt = kNow + 1min;
        const AckView view{true, std::make_shared<const Alert>(alert), std::nullopt};
        QCOMPARE(stepAfter(ack, view, 2min, 2min), AckStep::EndResolved);
        ack.stage = KeptAck::Stage::Wanted;
        QCOMPARE(stepAfter(ack, view, 2min, 2min), AckStep::GiveUp);
    }

    void isNotRenewedBeyondItsWishedEnd()
    {
        using namespace std::chrono_literals;
        KeptAck ack = standing();
        ack.until = kNow + AckTimes().silence;
        setAckTimes(ack, {kNow, kMoment});
        QCOMPARE(stepAfter(ack, seen("s1"), 1min, 14min), AckStep::None);
    }

    void oneAtATimeAndNotAtOnceAfterAFailure()
    {
        using namespace std::chrono_literals;
        KeptAck busy = standing();
        busy.isBusy = true;
        QCOMPARE(stepAfter(busy, seen("s1"), 1min, 8min), AckStep::None);
        KeptAck failed = standing();
        failed.notBefore = kMoment + 9min;
        QCOMPARE(stepAfter(failed, seen("s1"), 1min, 8min), AckStep::None);
        QCOMPARE(stepAfter(failed, seen("s1"), 1min, 9min), AckStep::Renew);
    }

    void aWishFromBeforeARestart()
    {
        using namespace std::chrono_literals;
        KeptAck wanted = standing();
        wanted.stage = KeptAck::Stage::Wanted;
        QCOMPARE(stepAfter(wanted, seen("s9"), 1s, 2s), AckStep::Confirm);
        QCOMPARE(stepAfter(wanted, seen(""), 1s, 2s), AckStep::Send);
        QCOMPARE(stepAfter(wanted, seen("", false), 1s, 2s), AckStep::None);
        QCOMPARE(stepAfter(wanted, AckView{true, nullptr, std::nullopt}, 1s, 3min), AckStep::GiveUp);
    }

    void adoptsOnlyWhatATocsinStationForgot()
    {
        using namespace std::chrono_literals;
        Alert alert = *seen("s1").alert;
        QVERIFY(!shouldAdopt(alert, kNow));
        QVERIFY(!shouldAdopt(alert, kNow + 8min)); // its own station has a little time yet
        QVERIFY(shouldAdopt(alert, kNow + 10min + 1s));
        QVERIFY(!shouldAdopt(alert, kNow + 16min));
        alert.acknowledgement->renewable = false;
        QVERIFY(!shouldAdopt(alert, kNow + 10min + 1s));
    }
};

QTEST_GUILESS_MAIN(TestAcknowledgements)
#include "tst_acknowledgements.moc"
