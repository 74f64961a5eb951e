// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manual_clock.h"
#include "tests/support/sample_board.h"
#include "tests/support/sample_incident.h"
#include "tests/ui/alerts/desk_double.h"
#include "widgets/common/elided_label.h"
#include "widgets/incidents/pair_list.h"
#include "widgets/shell/desk_window.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

using namespace tocsin;
using namespace std::chrono_literals;

namespace {

constexpr Phrase kDiskFull{"test_disk_full", "The disk is full"};

struct Desk {
    ManualClock clock{sample::now};
    BoardFeed feed;
    test::CommandsDouble commands{feed};
    std::unique_ptr<DeskWindow> window;
    QUrl opened;

    Desk()
    {
        feed.apply(sample::board(12, true));
        DeskOptions options;
        options.zone = QTimeZone(3600);
        options.openLink = [this](const QUrl &url) { opened = url; };
        window = std::make_unique<DeskWindow>(feed, commands, clock, options);
        window->resize(1280, 800);
        window->show();
    }
    void tell(std::vector<IncidentPtr> incidents)
    {
        IncidentNews news;
        news.incidents = std::move(incidents);
        window->handle(news);
    }
    void tellRules(const IncidentRules &rules)
    {
        IncidentNews news;
        news.rules = rules;
        news.person = "ada";
        window->handle(news);
    }
    static void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    static void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    template<typename T = QWidget> T &part(const char *name) { return *window->findChild<T *>(QLatin1String(name)); }
    void takeKeyboard()
    {
        QCoreApplication::processEvents();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    int rows() { return part<QListView>("timeline").model()->rowCount(); }
    const IncidentAct &lastAct() { return commands.acted.back().second; }
};

} // namespace

/// Command, as a person sees and drives it.
class TestIncidentPage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.apply(ThemeKind::Dark); }
    void init()
    {
        m_desk = std::make_unique<Desk>();
        QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    }

    void withoutAnIncidentItSaysWhatToDo()
    {
        m_desk->press(Qt::Key_3);
        QVERIFY(m_desk->part<QLabel>("noIncident").isVisible());
        QVERIFY(m_desk->part<QLabel>("noIncident").text().contains(QStringLiteral("press i")));
        QVERIFY(!m_desk->part("incidentStrip").isVisible());
    }

    void aTileIsDeclaredWithTwoKeys()
    {
        m_desk->press(Qt::Key_I); // of the worst tile, which is chosen at the start
        QVERIFY(m_desk->part<QLineEdit>("declareTitle").hasFocus());
        QCOMPARE(m_desk->part<QComboBox>("declareSeverity").currentText(), QStringLiteral("SEV1")); // tier 1 is DOWN
        m_desk->press(Qt::Key_Return);
        const acts::Declare &declared = m_desk->commands.declared.at(0);
        QVERIFY(declared.scope.services == std::vector<ServiceId>{ServiceId("Payments")});
        QCOMPARE(declared.title, std::string("Payments: 503, upstream timeout"));
        QVERIFY(!m_desk->part("declarePanel").isVisible());
    }

    void escTakesTheQuestionBack()
    {
        m_desk->press(Qt::Key_I);
        m_desk->press(Qt::Key_Escape);
        QVERIFY(!m_desk->part("declarePanel").isVisible());
        QVERIFY(m_desk->commands.declared.empty());
    }

    void markedAlertsAreDeclaredTogether()
    {
        m_desk->press(Qt::Key_2);
        QTRY_VERIFY(m_desk->part<QAbstractItemView>("alertTable").model()->rowCount() > 0);
        m_desk->press(Qt::Key_A, Qt::ControlModifier);
        m_desk->press(Qt::Key_I);
        m_desk->type("Everything");
        m_desk->press(Qt::Key_Return);
        QVERIFY(m_desk->commands.declared.at(0).scope.alerts.size() > 1);
        QCOMPARE(m_desk->commands.declared.at(0).title, std::string("Everything"));
    }

    void oneMoreAboutTheSameIsWarnedOf()
    {
        m_desk->tell({sample::incident()});
        m_desk->press(Qt::Key_1);
        m_desk->press(Qt::Key_I);
        QVERIFY(m_desk->part<QLabel>("declareKnown").isVisible());
        QVERIFY(m_desk->part<QLabel>("declareKnown").text().contains(QStringLiteral("SEV1 Payments fail at provider A")));
    }

    void whatWasDeclaredHereComesToTheFront()
    {
        m_desk->tell({sample::incident()});
        m_desk->press(Qt::Key_I);
        m_desk->press(Qt::Key_Return);
        auto declared = sample::incident();
        declared->id = IncidentId("incident1"); // as the double named it
        declared->title = "The new one";
        declared->severity = IncidentSeverity::Sev4;
        m_desk->tell({declared});
        QCOMPARE(m_desk->part<ElidedLabel>("incidentTitle").fullText(), QStringLiteral("The new one"));
        QCOMPARE(m_desk->part<QTabBar>("incidentTabs").count(), 2);
        m_desk->press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(m_desk->part<ElidedLabel>("incidentTitle").fullText(), QStringLiteral("Payments fail at provider A"));
    }

    void itShowsWhoDoesWhatSinceWhen()
    {
        IncidentRules rules;
        rules.objectives[1] = 1min;
        rules.objectives[3] = 5min;
        rules.ownRoles = {RoleId("warehouse")};
        m_desk->tellRules(rules);
        m_desk->tell({sample::incident()});
        m_desk->press(Qt::Key_3);
        QCOMPARE(m_desk->part<QLabel>("incidentRunning").text(), QStringLiteral("15:11"));
        const auto &roles = m_desk->part<PairList>("incidentRoles").rows();
        QCOMPARE(roles.at(0).value, QStringLiteral("ada"));
        QVERIFY(roles.at(1).isQuiet);
        QCOMPARE(roles.back().name, QStringLiteral("warehouse"));
        QVERIFY(m_desk->part<QLabel>("duty").text().startsWith(QStringLiteral("Decide what is done next")));
        const auto &times = m_desk->part<PairList>("incidentTimes").rows();
        QCOMPARE(times.at(1).value, QStringLiteral("00:28 of 01:00"));
        QVERIFY(!times.at(1).isMissed);
        QVERIFY(times.at(3).isMissed); // no update to customers after 15 minutes
        QVERIFY(m_desk->part<QPushButton>("status.identified").isChecked());
        QVERIFY(!m_desk->part("status.closed").isVisible());
        m_desk->clock.advance(1s);
        QTRY_COMPARE(m_desk->part<QLabel>("incidentRunning").text(), QStringLiteral("15:12"));
    }

    void whatMayBelongToItIsOfferedAndLinked()
    {
        m_desk->tell({sample::incident()});
        m_desk->press(Qt::Key_3);
        auto &related = m_desk->part<PairList>("relatedAlerts");
        QVERIFY(!related.rows().empty());
        related.setFocus();
        m_desk->press(Qt::Key_Home);
        m_desk->press(Qt::Key_Return);
        const auto &linked = std::get<acts::Link>(m_desk->lastAct()).scope;
        QCOMPARE(linked.alerts.size(), std::size_t(1));
        auto &known = m_desk->part<PairList>("linkedAlerts");
        known.setFocus();
        m_desk->press(Qt::Key_Home);
        m_desk->press(Qt::Key_Return);
        QVERIFY(std::holds_alternative<acts::Unlink>(m_desk->lastAct()));
    }

    void linesAreWrittenPinnedAndCorrected()
    {
        m_desk->tell({sample::incident()});
        m_desk->press(Qt::Key_3);
        m_desk->press(Qt::Key_N);
        m_desk->type("provider confirms");
        m_desk->press(Qt::Key_Return);
        QVERIFY(m_desk->lastAct() == IncidentAct(acts::AddNote{NoteKind::Note, "provider confirms"}));
        QVERIFY(m_desk->part<QLineEdit>("quickLine").text().isEmpty());
        m_desk->press(Qt::Key_Escape);
        m_desk->press(Qt::Key_K); // the last entry
        m_desk->press(Qt::Key_K);
        m_desk->press(Qt::Key_P);
        QVERIFY(m_desk->lastAct() == IncidentAct(acts::Pin{EventId("entry-7"), true}));
        m_desk->press(Qt::Key_C);
        m_desk->type("it was pathway C");
        m_desk->press(Qt::Key_Return);
        QVERIFY(m_desk->lastAct() == IncidentAct(acts::Correct{EventId("entry-7"), "it was pathway C"}));
        m_desk->type("and a note again");
        m_desk->press(Qt::Key_Return);
        QVERIFY(std::holds_alternative<acts::AddNote>(m_desk->lastAct()));
    }

    void buttonsAskTheJournalFirst()
    {
        m_desk->tell({sample::incident()});
        m_desk->press(Qt::Key_3);
        QTest::mouseClick(&m_desk->part<QPushButton>("status.monitoring"), Qt::LeftButton);
        QVERIFY(m_desk->lastAct() == IncidentAct(acts::SetStatus{IncidentStatus::Monitoring, {}}));
        QVERIFY(m_desk->part<QPushButton>("status.identified").isChecked()); // until it is on disk
        QTest::mouseClick(&m_desk->part<QPushButton>("incidentSeverity"), Qt::LeftButton);
        QCOMPARE(m_desk->part<QLineEdit>("quickLine").text(), QStringLiteral("/sev "));
    }

    void whatWasNotWrittenDownComesBack()
    {
        m_desk->tell({sample::incident()});
        m_desk->press(Qt::Key_3);
        m_desk->press(Qt::Key_N);
        m_desk->type("a long and careful note");
        m_desk->press(Qt::Key_Return);
        m_desk->window->handle(IncidentAnswer{ActionId("act1"), sample::incident()->id, Reason(kDiskFull)});
        QCOMPARE(m_desk->part<QLineEdit>("quickLine").text(), QStringLiteral("a long and careful note"));
        QCOMPARE(m_desk->part<QLabel>("quickHint").text(), QStringLiteral("Not written down: The disk is full"));
    }

    void whatIsWrongInALineIsSaid()
    {
        m_desk->tell({sample::incident()});
        m_desk->press(Qt::Key_3);
        m_desk->press(Qt::Key_N);
        m_desk->type("/sev high");
        m_desk->press(Qt::Key_Return);
        QVERIFY(m_desk->commands.acted.empty());
        QCOMPARE(m_desk->part<QLineEdit>("quickLine").text(), QStringLiteral("/sev high"));
        QVERIFY(m_desk->part<QLabel>("quickHint").text().contains(QStringLiteral("not \"high\"")));
    }

    void theEvidenceOfAnEntryIsShownAsText()
    {
        auto incident = sample::incident();
        sample::IncidentWriter(*incident).down(sample::now, "check/<b>x</b>", "<html>\n<script>alert(1)</script>");
        m_desk->tell({incident});
        m_desk->press(Qt::Key_3);
        m_desk->press(Qt::Key_K);
        QCOMPARE(m_desk->part<QLabel>("entryWhat").text(), QStringLiteral("<b>x</b> is DOWN"));
        QVERIFY(m_desk->part<QLabel>("entryWhat").textFormat() == Qt::PlainText);
        QCOMPARE(
            m_desk->part<QPlainTextEdit>("entryEvidence").toPlainText(), QStringLiteral("<html>\n<script>alert(1)</script>"));
    }

    void filtersLeaveWhatPasses()
    {
        m_desk->tell({sample::incident()});
        m_desk->press(Qt::Key_3);
        const int all = m_desk->rows();
        m_desk->press(Qt::Key_Slash);
        m_desk->type("refunds");
        QCOMPARE(m_desk->rows(), 1);
        m_desk->press(Qt::Key_Return);
        m_desk->press(Qt::Key_Escape);
        QCOMPARE(m_desk->rows(), all);
    }

    /// Fifty thousand entries, and one more: what somebody reads stays where it is, and the end stays in sight.
    void aHugeTimelineStaysWhereItIs()
    {
        auto incident = sample::incident(50'000);
        m_desk->tell({incident});
        m_desk->press(Qt::Key_3);
        auto &timeline = m_desk->part<QListView>("timeline");
        QTRY_COMPARE(timeline.verticalScrollBar()->value(), timeline.verticalScrollBar()->maximum());
        const auto addOne = [&] {
            incident = std::make_shared<Incident>(*incident);
            sample::IncidentWriter(*incident).act(sample::now, "bob", acts::AddNote{NoteKind::Note, "one more"});
            m_desk->tell({incident});
        };
        addOne();
        QTRY_COMPARE(timeline.verticalScrollBar()->value(), timeline.verticalScrollBar()->maximum());
        timeline.verticalScrollBar()->setValue(1000);
        timeline.setCurrentIndex(timeline.model()->index(30, 0));
        const int place = timeline.verticalScrollBar()->value();
        addOne();
        QCoreApplication::processEvents();
        QCOMPARE(timeline.verticalScrollBar()->value(), place);
        QCOMPARE(timeline.currentIndex().row(), 30);
    }

    void linksOpenOnlyWhenTheyAreSafe()
    {
        IncidentRules rules;
        rules.call = "javascript:alert(1)";
        rules.chat = "https://chat.example.net/war-room";
        m_desk->tellRules(rules);
        m_desk->tell({sample::incident()});
        m_desk->press(Qt::Key_3);
        QVERIFY(!m_desk->part("openCall").isVisible());
        QTest::mouseClick(&m_desk->part<QPushButton>("openChat"), Qt::LeftButton);
        QCOMPARE(m_desk->opened, QUrl(QStringLiteral("https://chat.example.net/war-room")));
    }

    void theBarAndThisPageFollowTheEnd()
    {
        auto incident = sample::incident();
        m_desk->tell({incident});
        QVERIFY(m_desk->part("incidentStrip").isVisible());
        QVERIFY(m_desk->part<ElidedLabel>("incidentLine").fullText().contains(QStringLiteral("ada commands")));
        m_desk->press(Qt::Key_3);
        auto closed = std::make_shared<Incident>(*incident);
        closed->status = IncidentStatus::Closed;
        m_desk->tell({closed});
        QVERIFY(!m_desk->part("incidentStrip").isVisible());
        QVERIFY(m_desk->part<QPushButton>("status.closed").isChecked()); // it stays in view: its report is written now
    }

private:
    Theme m_theme;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestIncidentPage)
#include "tst_incident_page.moc"
