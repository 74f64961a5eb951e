// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manual_clock.h"
#include "tests/ui/alerts/desk_double.h"
#include "widgets/alerts/alert_delegate.h"
#include "widgets/alerts/alert_view.h"
#include "widgets/alerts/alerts_page.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace tocsin;
using namespace std::chrono_literals;
using test::CommandsDouble;
using test::idsOf;
using test::makeAlert;

namespace {

constexpr Phrase kRefused{"test_refused", "%1 answered 403"};
constexpr Phrase kNoAck{"test_no_ack", "%1 cannot acknowledge"};

/// A page with four alerts; what it asks for is kept.
struct Room {
    ManualClock clock;
    BoardFeed feed;
    CommandsDouble commands{feed};
    std::unique_ptr<AlertsPage> page;

    Room()
    {
        Changes changes;
        changes.alerts = {makeAlert("a", "Decline", "critical", "Payments", clock.now() - 15min),
            makeAlert("b", "Late", "critical", "Shipping", clock.now() - 20min),
            makeAlert("c", "Slow", "warning", "Search", clock.now() - 6min),
            makeAlert("d", "Odd", "sev9", "Search", clock.now() - 7min)};
        feed.apply(changes);
        page = std::make_unique<AlertsPage>(feed, commands, clock);
        commands.answer = [this](const AcknowledgePreview &preview) { page->showPreview(preview); };
        page->resize(1200, 700);
        page->show();
    }
    AlertView &view() const { return *page->findChild<AlertView *>(); }
    QString text(const char *name) const { return page->findChild<QLabel *>(QLatin1String(name))->text(); }
    QWidget &part(const char *name) const { return *page->findChild<QWidget *>(QLatin1String(name)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(&view(), key, modifiers); }
    void tell(const ActionStatus &status)
    {
        Changes changes;
        changes.actions = {status};
        feed.apply(changes);
    }
    QString cell(int row, AlertColumn column) const
    {
        return view().delegate().textOf(view().model()->index(row, static_cast<int>(column)));
    }
};

} // namespace

class TestAlertsPage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.apply(ThemeKind::Dark); }

    void movingMarksNothing()
    {
        Room room;
        room.press(Qt::Key_Down);
        room.press(Qt::Key_Down);
        QCOMPARE(room.view().currentIndex().row(), 1);
        QCOMPARE(room.view().markedCount(), 0);
        room.press(Qt::Key_Space);
        room.press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(room.view().markedCount(), 2);
    }

    void aSilentSourceIsSaidAboveTheTable()
    {
        Room room;
        QVERIFY(!room.part("silentSources").isVisible());
        Changes changes;
        SourceStatus source;
        source.id = SourceId("alertmanager");
        source.state = State::Unknown;
        source.lastGood = room.clock.now() - 3min;
        changes.sources = {source};
        room.feed.apply(changes);
        QVERIFY(room.part("silentSources").isVisible());
        QVERIFY2(room.text("silentSources").startsWith(QStringLiteral("alertmanager silent for 3 min")),
            qPrintable(room.text("silentSources")));
        changes.sources.front().state = State::Ok;
        room.feed.apply(changes);
        QVERIFY(!room.part("silentSources").isVisible());
    }

    void acknowledgesExactlyTheMarkedOnes()
    {
        Room room;
        room.page->run(CommandId::MoveDown);
        room.page->run(CommandId::Mark);
        room.page->run(CommandId::MoveDown);
        room.page->run(CommandId::MoveDown);
        room.page->run(CommandId::Mark);
        room.page->run(CommandId::Acknowledge);
        QVERIFY(room.part("acknowledgePanel").isVisible());
        QCOMPARE(room.page->findChild<QListWidget *>(QStringLiteral("acknowledgeRows"))->count(), 2);
        auto *comment = room.page->findChild<QLineEdit *>(QStringLiteral("acknowledgeComment"));
        QTest::keyClicks(comment, QStringLiteral("on it"));
        QTest::keyClick(comment, Qt::Key_Return);
        QCOMPARE(room.commands.acknowledged.size(), std::size_t(1));
        QCOMPARE(idsOf(room.commands.acknowledged[0].target), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        QCOMPARE(room.commands.acknowledged[0].comment, std::string("on it"));
        QCOMPARE(room.commands.acknowledged[0].lasting, Duration(0));
        QVERIFY(!room.part("acknowledgePanel").isVisible());
    }

    void whatCannotBeAcknowledgedIsSaidAndLeftOut()
    {
        Room room;
        room.commands.alter = [](AcknowledgePreview::Row &row) {
            if (row.alert->name == "Late")
                row.problem = Reason(kNoAck, {"Nagios"});
            if (row.alert->name == "Slow")
                row.matching = 3;
        };
        room.view().selectAll();
        room.page->run(CommandId::Acknowledge);
        auto *rows = room.page->findChild<QListWidget *>(QStringLiteral("acknowledgeRows"));
        QVERIFY(rows->item(0)->text().contains(QStringLiteral("Nagios cannot acknowledge")));
        QVERIFY(rows->item(1)->text().contains(QStringLiteral("3 alerts")));
        QTest::keyClick(&room.part("acknowledgeComment"), Qt::Key_Return);
        QCOMPARE(idsOf(room.commands.acknowledged.at(0).target), (QStringList{QStringLiteral("a"), QStringLiteral("d")}));
    }

    void countsAreSaidForEachSource()
    {
        Room room;
        Changes more;
        more.alerts = {makeAlert("p", "Rule", "warning", "Search", room.clock.now())};
        auto readOnly = std::make_shared<Alert>(*more.alerts.front());
        readOnly->key.source = SourceId("prometheus");
        more.alerts.front() = readOnly;
        room.feed.apply(more);
        room.commands.alter = [](AcknowledgePreview::Row &row) {
            if (row.alert->name == "Rule")
                row.matchers.clear(); // its source cannot keep one
            if (row.alert->name == "Slow")
                row.matching = 2;
        };
        room.view().selectAll();
        room.page->run(CommandId::Acknowledge);
        QCOMPARE(room.text("acknowledgeCounts"),
            QStringLiteral("alertmanager: 3 of 4 alerts match exactly 1 each · prometheus: 1 alert, kept in the journal"));
    }

    void checksOfOurOwnAreAcknowledgedToo()
    {
        Room room;
        Changes more;
        CheckStatus check;
        check.id = CheckId("Payments/gateway");
        check.name = "gateway";
        check.service = ServiceId("Payments");
        check.state = State::Down;
        more.checks = {check};
        room.feed.apply(more);
        room.page->acknowledge({{{SourceId("alertmanager"), "a"}}, {check.id}});
        auto *rows = room.page->findChild<QListWidget *>(QStringLiteral("acknowledgeRows"));
        QVERIFY(rows->item(0)->text().contains(QStringLiteral("gateway")));
        QTest::keyClick(&room.part("acknowledgeComment"), Qt::Key_Return);
        QCOMPARE(room.commands.acknowledged.at(0).target.checks, std::vector<CheckId>{check.id});
        QCOMPARE(idsOf(room.commands.acknowledged.at(0).target), QStringList{QStringLiteral("a")});
    }

    void silencesWhatIsTypedAndShowsWhomItHits()
    {
        Room room;
        room.view().selectionModel()->select(
            room.view().model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        room.page->run(CommandId::Silence); // "Slow", of two alerts of Search
        auto *matchers = room.page->findChild<QLineEdit *>(QStringLiteral("silenceMatchers"));
        auto *rows = room.page->findChild<QListWidget *>(QStringLiteral("silenceRows"));
        QCOMPARE(
            matchers->text(), QStringLiteral("alertname=\"Slow\" instance=\"shop-c\" service=\"Search\" severity=\"warning\""));
        QCOMPARE(rows->count(), 1);
        matchers->clear();
        QTest::keyClicks(matchers, QStringLiteral("service=Search"));
        QTRY_COMPARE(rows->count(), 2);
        QVERIFY(rows->item(0)->text().contains(QStringLiteral("Odd")));
        QVERIFY(rows->item(0)->text().contains(QStringLiteral("was not chosen")));
        QVERIFY(room.text("silenceTitle").contains(QStringLiteral("Silence 2 alerts")));
        QTest::keyClicks(&room.part("silenceComment"), QStringLiteral("new index"));
        auto *lasting = room.page->findChild<QLineEdit *>(QStringLiteral("silenceLasting"));
        lasting->setText(QStringLiteral("90d"));
        QTest::keyClick(lasting, Qt::Key_Return);
        QVERIFY(room.commands.silenced.empty());
        QVERIFY(room.text("silenceProblem").contains(QStringLiteral("30d")));
        lasting->setText(QStringLiteral("1h30m"));
        QTest::keyClick(lasting, Qt::Key_Return);
        const SilenceWish &sent = room.commands.silenced.at(0);
        QCOMPARE(sent.lasting, Duration(90min));
        QCOMPARE(sent.comment, std::string("new index"));
        QCOMPARE(sent.matchers.at(0).text(), std::string("service=\"Search\""));
        QCOMPARE(room.page->focusWidget(), &room.view());
        QCOMPARE(room.view().markedCount(), 0);
    }

    void silenceIsFollowedInRowAndBarAndTakenBack()
    {
        Room room;
        room.press(Qt::Key_Down);
        room.page->run(CommandId::Silence);
        QTest::keyClicks(&room.part("silenceComment"), QStringLiteral("known"));
        QTest::keyClick(&room.part("silenceComment"), Qt::Key_Return);
        ActionTarget target{{{SourceId("alertmanager"), "a"}}, {}};
        room.tell(test::outcome(ActionId("wish1"), target, ActionStatus::Progress::Pending));
        QCOMPARE(room.cell(0, AlertColumn::Acknowledged), QStringLiteral("sending"));
        room.tell(test::outcome(ActionId("wish1"), target, ActionStatus::Progress::Confirmed));
        auto silenced = std::make_shared<Alert>(*room.feed.board().alerts.begin()->second);
        silenced->handling.silenced = true;
        Changes changes;
        changes.alerts = {silenced};
        room.feed.apply(changes);
        QCOMPARE(room.cell(0, AlertColumn::Acknowledged), QStringLiteral("silenced"));
        const QModelIndex row = room.view().model()->index(0, 0);
        QVERIFY(row.data(AlertRole::Outlined).toBool());
        QCOMPARE(row.data(AlertRole::State).value<std::optional<State>>(), std::optional(State::Down));
        QVERIFY(room.part("undoBar").isVisible());
        room.page->run(CommandId::Undo);
        QCOMPARE(room.commands.ended, std::vector<ActionId>{ActionId("wish1")});
        QVERIFY(room.commands.unacknowledged.empty());
    }

    void aMatcherThatCannotBeReadIsExplained()
    {
        Room room;
        room.press(Qt::Key_Down);
        room.page->run(CommandId::Silence);
        auto *matchers = room.page->findChild<QLineEdit *>(QStringLiteral("silenceMatchers"));
        matchers->setText(QStringLiteral("service=~\"(\""));
        QTest::keyClick(matchers, Qt::Key_Return);
        QVERIFY(room.part("silenceProblem").isVisible());
        QCOMPARE(room.page->focusWidget(), matchers);
        QVERIFY(room.commands.silenced.empty());
        QVERIFY(room.page->goBack());
        QVERIFY(!room.part("silencePanel").isVisible());
    }

    void enterBeforeThePreviewSendsOnlyWhatIsClean()
    {
        Room room;
        room.commands.answer = nullptr;
        room.view().selectAll();
        room.page->run(CommandId::Acknowledge);
        QTest::keyClick(&room.part("acknowledgeComment"), Qt::Key_Return);
        QVERIFY(room.commands.acknowledged.empty());
        AcknowledgePreview troubled = room.commands.lastPreview;
        troubled.rows[0].problem = Reason(kNoAck, {"Nagios"});
        room.page->showPreview(troubled);
        QVERIFY(room.commands.acknowledged.empty());
        QVERIFY(room.part("acknowledgePanel").isVisible());
    }

    void anAnswerToAnEarlierQuestionIsIgnored()
    {
        Room room;
        room.page->run(CommandId::MoveDown);
        room.page->run(CommandId::Acknowledge);
        const AcknowledgePreview earlier = room.commands.lastPreview;
        QVERIFY(room.page->goBack());
        room.commands.answer = nullptr;
        room.page->run(CommandId::MoveDown);
        room.page->run(CommandId::Acknowledge);
        room.page->showPreview(earlier);
        QTest::keyClick(&room.part("acknowledgeComment"), Qt::Key_Return);
        QVERIFY(room.commands.acknowledged.empty());
    }

    void progressAndUndo()
    {
        Room room;
        room.page->run(CommandId::MoveDown);
        room.page->run(CommandId::Acknowledge);
        QTest::keyClick(&room.part("acknowledgeComment"), Qt::Key_Return);
        const ActionTarget target = room.commands.acknowledged.at(0).target;
        room.tell(test::outcome(ActionId("wish1"), target, ActionStatus::Progress::Pending));
        QCOMPARE(room.cell(0, AlertColumn::Acknowledged), QStringLiteral("sending"));
        QCOMPARE(room.text("undoText"), QStringLiteral("Acknowledging 1 alert …"));
        room.tell(test::outcome(ActionId("wish1"), target, ActionStatus::Progress::Confirmed));
        QCOMPARE(room.text("undoText"), QStringLiteral("Acknowledged 1 alert."));
        room.page->run(CommandId::Undo);
        QCOMPARE(room.commands.unacknowledged.size(), std::size_t(1));
        QCOMPARE(idsOf(room.commands.unacknowledged[0]), QStringList{QStringLiteral("a")});
        room.page->run(CommandId::Undo); // nothing left to take back
        QCOMPARE(room.commands.unacknowledged.size(), std::size_t(1));
    }

    void aFailureIsSaidInTheRowAndStays()
    {
        Room room;
        room.page->run(CommandId::MoveDown);
        room.page->run(CommandId::Acknowledge);
        QTest::keyClick(&room.part("acknowledgeComment"), Qt::Key_Return);
        room.tell(test::outcome(ActionId("wish1"), room.commands.acknowledged.at(0).target, ActionStatus::Progress::Failed,
            Reason(kRefused, {"am"})));
        QCOMPARE(room.cell(0, AlertColumn::Acknowledged), QStringLiteral("failed: am answered 403"));
        room.page->tick(room.clock.now() + 1h);
        QVERIFY(room.part("undoBar").isVisible());
    }

    void theBarGoesByItself()
    {
        Room room;
        room.page->run(CommandId::MoveDown);
        room.page->run(CommandId::Acknowledge);
        QTest::keyClick(&room.part("acknowledgeComment"), Qt::Key_Return);
        room.tell(test::outcome(ActionId("wish1"), room.commands.acknowledged.at(0).target, ActionStatus::Progress::Confirmed));
        room.page->tick(room.clock.now());
        QVERIFY(room.part("undoBar").isVisible());
        room.page->tick(room.clock.now() + 30s);
        QVERIFY(!room.part("undoBar").isVisible());
    }

    void givesBackOnlyWhatSomebodyHas()
    {
        Room room;
        Alert owned = *room.feed.board().alerts.at({SourceId("alertmanager"), "b"});
        owned.acknowledgement = Acknowledgement{"NAME", "", room.clock.now() - 2min, {}, {}};
        Changes changes;
        changes.alerts = {std::make_shared<const Alert>(owned)};
        room.feed.apply(changes);
        QCOMPARE(room.cell(1, AlertColumn::Acknowledged), QStringLiteral("NAME · 2 min"));
        room.view().selectAll();
        room.page->run(CommandId::Unacknowledge);
        QCOMPARE(idsOf(room.commands.unacknowledged.at(0)), QStringList{QStringLiteral("b")});
    }

    void aMistakeInTheFilterIsSaidWhereItIs()
    {
        Room room;
        auto *line = room.page->findChild<QLineEdit *>(QStringLiteral("alertFilter"));
        line->setText(QStringLiteral("service=Search"));
        QCOMPARE(room.view().model()->rowCount(), 2);
        line->setText(QStringLiteral("service=Search name=~\"(\""));
        QVERIFY(room.part("filterError").isVisible());
        QVERIFY2(room.text("filterError").contains(QStringLiteral("At character 16")), qPrintable(room.text("filterError")));
        QCOMPARE(room.view().model()->rowCount(), 2);
        line->clear();
        QVERIFY(!room.part("filterError").isVisible());
        QCOMPARE(room.view().model()->rowCount(), 4);
    }

    void onlySafeLinksOpen()
    {
        Room room;
        QList<QUrl> opened;
        room.page->setLinkOpener([&](const QUrl &url) { opened << url; });
        room.page->run(CommandId::MoveDown);
        room.page->run(CommandId::OpenLink);
        QCOMPARE(opened.size(), 1);
        Alert bad = *room.feed.board().alerts.at({SourceId("alertmanager"), "a"});
        bad.link = "javascript:alert(1)";
        Changes changes;
        changes.alerts = {std::make_shared<const Alert>(bad)};
        room.feed.apply(changes);
        room.page->run(CommandId::OpenLink);
        QCOMPARE(opened.size(), 1);
    }

    void copiesRowsAsText()
    {
        Room room;
        room.page->run(CommandId::MoveDown);
        room.press(Qt::Key_C, Qt::ControlModifier);
        const QStringList cells = QApplication::clipboard()->text().split(QLatin1Char('\t'));
        QCOMPARE(cells.at(0), QStringLiteral("DOWN"));
        QVERIFY(cells.contains(QStringLiteral("Decline")));
    }

    void theDetailShowsOutsideTextAsText()
    {
        Room room;
        Alert odd = *room.feed.board().alerts.at({SourceId("alertmanager"), "a"});
        odd.annotations = Labels({{"runbook", "<img src=x><b>bold</b>"}});
        Changes changes;
        changes.alerts = {std::make_shared<const Alert>(odd)};
        room.feed.apply(changes);
        room.press(Qt::Key_Down);
        room.press(Qt::Key_Return);
        QVERIFY(room.part("alertDetail").isVisible());
        bool isFound = false;
        for (const QLabel *label : room.part("alertDetail").findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat() == Qt::PlainText || !label->text().contains(QLatin1Char('<')), true);
            isFound = isFound || label->text().contains(QStringLiteral("<b>bold</b>"));
        }
        QVERIFY(isFound);
        QVERIFY(room.page->goBack());
        QVERIFY(!room.part("alertDetail").isVisible());
    }

    void emptyMeansSomething()
    {
        ManualClock clock;
        BoardFeed feed;
        CommandsDouble commands(feed);
        AlertsPage page(feed, commands, clock);
        page.show();
        auto *label = page.findChild<QLabel *>(QStringLiteral("noAlerts"));
        QVERIFY(label->isVisible());
        QVERIFY(label->text().startsWith(QStringLiteral("No alerts known")));
        SourceStatus source;
        source.id = SourceId("am");
        source.state = State::Ok;
        source.lastGood = clock.now() - 9s;
        Changes changes;
        changes.sources = {source};
        feed.apply(changes);
        QCOMPARE(label->text(), QStringLiteral("No alerts. 1 source answered, the oldest answer is 9 s old."));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestAlertsPage)
#include "tst_alerts_page.moc"
