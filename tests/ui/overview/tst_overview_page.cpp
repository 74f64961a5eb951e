// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/idle_commands.h"
#include "tests/support/manual_clock.h"
#include "tests/support/sample_board.h"
#include "widgets/charts/latency_chart.h"
#include "widgets/common/elided_label.h"
#include "widgets/overview/item_list.h"
#include "widgets/overview/overview_page.h"
#include "widgets/overview/service_detail.h"
#include "widgets/overview/tile_view.h"
#include "widgets/style/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

using namespace tocsin;

namespace {

/// Remembers what the page asked for.
struct FakeCommands final : test::IdleCommands {
    ActionId acknowledge(ActionTarget target, std::string comment, Duration lasting) override
    {
        acknowledged = std::move(target);
        lastComment = std::move(comment);
        lastLasting = lasting;
        return ActionId("ack-1");
    }
    ActionId unacknowledge(ActionTarget target) override
    {
        givenBack = std::move(target);
        return ActionId("back-1");
    }
    void previewAcknowledge(ActionTarget target) override
    {
        previewed = target;
        if (answer)
            answer(target);
    }
    ActionId silence(SilenceWish wish) override
    {
        silenced = std::move(wish);
        return ActionId("silence-1");
    }
    ActionId endSilence(ActionId made) override
    {
        ended = std::move(made);
        return ActionId("end-1");
    }
    void refreshNow() override { ++refreshed; }
    void loadHistory(CheckId check, Instant from, Instant to) override { asked.push_back({std::move(check), from, to, {}}); }

    std::optional<ActionTarget> acknowledged;
    std::optional<ActionTarget> givenBack;
    std::optional<ActionTarget> previewed;
    std::optional<SilenceWish> silenced;
    std::optional<ActionId> ended;
    std::string lastComment;
    Duration lastLasting{-1};
    std::function<void(const ActionTarget &)> answer;
    std::vector<History> asked;
    int refreshed = 0;
};

} // namespace

class TstOverviewPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void worstServiceIsSelectedAtStart();
    void theWorstIsShownUntilSomebodyChooses();
    void theWorstCheckIsShownUntilSomebodyChooses();
    void aLongCheckNameCutsNothingElse();
    void metricsAreListedWithWhatIsWrong();
    void keyboardWalksTheTiles();
    void filterNarrowsAndEscapeRestores();
    void acknowledgingSendsTargetCommentAndLength();
    void previewSaysWhatWillBeHit();
    void aPreviewOfAnotherPageIsNotTaken();
    void rowSaysHowFarTheWishIs();
    void undoGivesTheLastAcknowledgementBack();
    void silencingFromATileAndBack();
    void escapeSendsNothing();
    void rowWithTheKeyboardIsTheTarget();
    void givingBackAimsAtWhatIsOwned();
    void historyIsAskedForAndShown();
    void progressOfTheWishIsSaid();
    void linksGoThroughTheOpener();
    void selectionSurvivesChanges();
    void narrowAndTallWindowsStackTheDetail_data();
    void narrowAndTallWindowsStackTheDetail();
    void emptyShopSaysWhatToDo();

private:
    void load(int services, bool burning);
    AcknowledgePreview previewOf(const ActionTarget &target) const;
    QString labelText(const char *name) { return find<QLabel>(name)->text(); }
    QString rowText(const char *list, int row) { return find<QListWidget>(list)->item(row)->text(); }
    template<typename T> T *find(const char *name) { return m_page->findChild<T *>(QString::fromLatin1(name)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }

    ManualClock m_clock{sample::now};
    std::unique_ptr<BoardFeed> m_feed;
    std::unique_ptr<FakeCommands> m_commands;
    std::unique_ptr<OverviewPage> m_page;
};

void TstOverviewPage::init()
{
    static Theme theme;
    theme.apply(ThemeKind::Dark);
    m_page.reset();
    m_feed = std::make_unique<BoardFeed>();
    m_commands = std::make_unique<FakeCommands>();
    m_page = std::make_unique<OverviewPage>(*m_feed, *m_commands, m_clock);
    m_page->resize(1600, 1000);
    m_page->show();
    QApplication::setActiveWindow(m_page.get());
    QTRY_VERIFY(m_page->findChild<ServiceDetail *>()); // it comes after the first painting
    load(24, true);
    m_commands->answer = [this](const ActionTarget &target) { m_page->showPreview(previewOf(target)); };
    m_page->focusTarget()->setFocus();
}

/// Every alert matches itself and nothing else.
AcknowledgePreview TstOverviewPage::previewOf(const ActionTarget &target) const
{
    AcknowledgePreview preview;
    for (const AlertKey &key : target.alerts)
        preview.rows.push_back({m_feed->board().alerts.at(key), "{alertname=\"X\"}", 1, {}});
    preview.checks = target.checks;
    return preview;
}

void TstOverviewPage::load(int services, bool burning)
{
    m_feed->apply(sample::board(services, burning));
}

void TstOverviewPage::worstServiceIsSelectedAtStart()
{
    QCOMPARE(m_page->selected(), ServiceId("Payments"));
}

void TstOverviewPage::theWorstIsShownUntilSomebodyChooses()
{
    load(6, false); // calm: the first is shown
    Changes changes;
    changes.services.push_back(m_feed->board().services.at(ServiceId("Cart")));
    changes.services.back().state = State::Down;
    m_feed->apply(changes);
    QCOMPARE(m_page->selected(), ServiceId("Cart"));
    key(Qt::Key_J);
    const ServiceId chosen = m_page->selected();
    changes.services.front() = m_feed->board().services.at(ServiceId("Storefront"));
    changes.services.front().state = State::Down;
    m_feed->apply(changes);
    QCOMPARE(m_page->selected(), chosen);
}

void TstOverviewPage::theWorstCheckIsShownUntilSomebodyChooses()
{
    load(6, false);
    m_page->select(ServiceId("Cart"));
    const auto shown = [this] { return find<ElidedLabel>("detail.chartTitle")->fullText(); };
    QCOMPARE(shown(), QStringLiteral("Latency, health"));
    Changes changes;
    changes.checks.push_back(m_feed->board().checks.at(CheckId("Cart/certificate")));
    changes.checks.back().state = State::Down;
    m_feed->apply(changes);
    QCOMPARE(shown(), QStringLiteral("Latency, certificate"));
    find<ItemList>("detail.items")->setFocus();
    key(Qt::Key_Down);
    QCOMPARE(shown(), QStringLiteral("Latency, health"));
    m_page->focusTarget()->setFocus();
    m_feed->apply(changes);
    QCOMPARE(shown(), QStringLiteral("Latency, health"));
}

void TstOverviewPage::aLongCheckNameCutsNothingElse()
{
    m_page->resize(1216, 740);
    Changes changes;
    changes.checks.push_back(m_feed->board().checks.at(CheckId("Payments/health")));
    changes.checks.back().name = "TCP payments-gateway-primary.internal.example.net:18650 over the second uplink";
    m_feed->apply(changes);
    m_page->select(ServiceId("Cart")); // another and back: the title is made anew
    m_page->select(ServiceId("Payments"));
    QCoreApplication::processEvents();
    auto *scroll = m_page->findChild<QScrollArea *>();
    QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
        qPrintable(QStringLiteral("%1 > %2").arg(scroll->widget()->minimumSizeHint().width()).arg(scroll->viewport()->width())));
    QVERIFY(find<ElidedLabel>("detail.chartTitle")->width() < scroll->viewport()->width());
}

void TstOverviewPage::metricsAreListedWithWhatIsWrong()
{
    Changes changes;
    changes.services.push_back(m_feed->board().services.at(ServiceId("Payments")));
    MetricStatus broken;
    broken.name = "queue";
    broken.reason = Reason(sample::kLoginPage);
    MetricStatus large;
    large.name = "memory";
    large.unit = "B";
    large.value = 77'008'896;
    changes.services.back().metrics = {broken, large};
    m_feed->apply(changes);
    QStringList texts;
    for (const QLabel *label : find<QWidget>("detail.metrics")->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    QVERIFY2(texts.contains(QStringLiteral("sign-in page instead of JSON")), qPrintable(texts.join(QLatin1Char('\n'))));
    QVERIFY(texts.contains(QStringLiteral("no data")));
    QVERIFY(texts.contains(QStringLiteral("77 MB")));
}

void TstOverviewPage::keyboardWalksTheTiles()
{
    key(Qt::Key_J);
    QCOMPARE(m_page->selected(), ServiceId("Checkout"));
    key(Qt::Key_Right);
    QCOMPARE(m_page->selected(), ServiceId("Search"));
    key(Qt::Key_K);
    QCOMPARE(m_page->selected(), ServiceId("Checkout"));
    key(Qt::Key_Down);
    QVERIFY(m_page->selected() != ServiceId("Checkout"));
    key(Qt::Key_End);
    QCOMPARE(m_page->selected(), ServiceId(sample::serviceName(23)));
    key(Qt::Key_Home);
    QCOMPARE(m_page->selected(), ServiceId("Payments"));
    key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), find<QWidget>("detail.items"));
    key(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), m_page->focusTarget());
}

void TstOverviewPage::filterNarrowsAndEscapeRestores()
{
    key(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ship"));
    auto *tiles = m_page->findChild<TileView *>();
    QCOMPARE(tiles->shownCount(), 1);
    QCOMPARE(m_page->selected(), ServiceId("Shipping"));
    QTest::keyClick(m_page.get(), Qt::Key_Escape);
    QCOMPARE(tiles->shownCount(), 24);
}

void TstOverviewPage::acknowledgingSendsTargetCommentAndLength()
{
    key(Qt::Key_J);
    key(Qt::Key_A);
    QTest::keyClicks(find<QLineEdit>("acknowledgeComment"), QStringLiteral("on it"));
    find<QComboBox>("acknowledgeLasting")->setCurrentIndex(1);
    QVERIFY(!m_commands->acknowledged);
    QTest::keyClick(find<QLineEdit>("acknowledgeComment"), Qt::Key_Return);
    QVERIFY(m_commands->acknowledged.has_value());
    QCOMPARE(m_commands->acknowledged->checks, std::vector<CheckId>{CheckId("Checkout/health")});
    QCOMPARE(m_commands->acknowledged->alerts, (std::vector<AlertKey>{{SourceId("alertmanager"), "fp1"}}));
    QCOMPARE(m_commands->lastComment, std::string("on it"));
    QCOMPARE(m_commands->lastLasting, Duration(std::chrono::hours(1)));
}

void TstOverviewPage::previewSaysWhatWillBeHit()
{
    m_commands->answer = nullptr;
    key(Qt::Key_J);
    key(Qt::Key_A);
    QVERIFY(labelText("acknowledgeTitle").contains(QStringLiteral("looking up")));
    QTest::keyClick(find<QLineEdit>("acknowledgeComment"), Qt::Key_Return);
    QVERIFY(!m_commands->acknowledged); // not before it is known what it would match
    AcknowledgePreview troubled = previewOf(*m_commands->previewed);
    troubled.rows[0].matching = 3;
    m_page->showPreview(troubled);
    QCOMPARE(labelText("acknowledgeTitle"), QStringLiteral("Acknowledge 1 of 1 alert, 1 check"));
    QVERIFY(rowText("acknowledgeRows", 0).contains(QStringLiteral("it would match 3 alerts")));
    QVERIFY(rowText("acknowledgeRows", 1).contains(QStringLiteral("kept in the journal")));
    QVERIFY(labelText("acknowledgeCounts").contains(QStringLiteral("alertmanager: 0 of 1 alert match exactly 1 each")));
    QVERIFY(!m_commands->acknowledged);
    m_page->showPreview(previewOf(*m_commands->previewed));
    QVERIFY(m_commands->acknowledged.has_value()); // Enter was pressed, and now all of it is clean
}

void TstOverviewPage::aPreviewOfAnotherPageIsNotTaken()
{
    m_commands->answer = nullptr;
    key(Qt::Key_J);
    key(Qt::Key_A);
    ActionTarget other = *m_commands->previewed;
    other.checks.clear();
    m_page->showPreview(previewOf(other));
    QVERIFY(labelText("acknowledgeTitle").contains(QStringLiteral("looking up")));
}

void TstOverviewPage::rowSaysHowFarTheWishIs()
{
    Changes changes;
    ActionStatus action;
    action.id = ActionId("action-1");
    action.alerts = {{SourceId("alertmanager"), "fp1"}};
    changes.actions = {action};
    m_feed->apply(changes);
    key(Qt::Key_J);
    const auto detail = [this] { return find<ItemList>("detail.items")->rows().back().detail; };
    QVERIFY(detail().startsWith(QStringLiteral("sending")));
    changes.actions[0].progress = ActionStatus::Progress::Failed;
    changes.actions[0].reason = Reason(sample::kGateway);
    m_feed->apply(changes);
    QVERIFY(detail().startsWith(QStringLiteral("failed: 503, upstream timeout")));
    changes.actions[0].progress = ActionStatus::Progress::Confirmed;
    m_feed->apply(changes);
    QVERIFY(detail().startsWith(QStringLiteral("alertmanager")));
}

void TstOverviewPage::undoGivesTheLastAcknowledgementBack()
{
    key(Qt::Key_J);
    key(Qt::Key_A);
    QTest::keyClick(find<QLineEdit>("acknowledgeComment"), Qt::Key_Return);
    QCOMPARE(find<QWidget>("undoBar")->isVisible(), true);
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_commands->givenBack.has_value());
    QCOMPARE(m_commands->givenBack->checks, m_commands->acknowledged->checks);
    QCOMPARE(m_commands->givenBack->alerts, m_commands->acknowledged->alerts);
}

void TstOverviewPage::silencingFromATileAndBack()
{
    key(Qt::Key_J);
    QVERIFY(m_page->knows(CommandId::Silence));
    key(Qt::Key_S);
    QVERIFY(find<QLineEdit>("silenceMatchers")->text().contains(QStringLiteral("service=")));
    auto *comment = find<QLineEdit>("silenceComment");
    QVERIFY(comment->hasFocus());
    QTest::keyClick(comment, Qt::Key_Return); // without a reason nothing is sent
    QVERIFY(!m_commands->silenced);
    QTest::keyClicks(comment, QStringLiteral("planned work"));
    QTest::keyClick(comment, Qt::Key_Return);
    QVERIFY(m_commands->silenced.has_value());
    QCOMPARE(m_commands->silenced->sources, std::vector<SourceId>{SourceId("alertmanager")});
    QCOMPARE(m_commands->silenced->lasting, Duration(std::chrono::hours(2)));
    QVERIFY(!find<QWidget>("silencePanel")->isVisible());
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_commands->ended, std::optional(ActionId("silence-1")));
}

void TstOverviewPage::escapeSendsNothing()
{
    key(Qt::Key_J);
    key(Qt::Key_A);
    QVERIFY(find<QWidget>("acknowledgePanel")->isVisible());
    QTest::keyClick(find<QLineEdit>("acknowledgeComment"), Qt::Key_Escape);
    QVERIFY(!find<QWidget>("acknowledgePanel")->isVisible());
    QVERIFY(!m_commands->acknowledged);
}

void TstOverviewPage::rowWithTheKeyboardIsTheTarget()
{
    key(Qt::Key_J);
    key(Qt::Key_Return);
    key(Qt::Key_End); // the alert
    key(Qt::Key_A);
    QTest::keyClick(find<QLineEdit>("acknowledgeComment"), Qt::Key_Return);
    QVERIFY(m_commands->acknowledged.has_value());
    QVERIFY(m_commands->acknowledged->checks.empty());
    QCOMPARE(m_commands->acknowledged->alerts.size(), std::size_t(1));
}

void TstOverviewPage::givingBackAimsAtWhatIsOwned()
{
    QVERIFY(!m_page->knows(CommandId::Acknowledge)); // P1 has all of it
    QVERIFY(find<QPushButton>("detail.giveBack")->isVisible());
    key(Qt::Key_A, Qt::ShiftModifier);
    QVERIFY(m_commands->givenBack.has_value());
    QCOMPARE(m_commands->givenBack->checks, std::vector<CheckId>{CheckId("Payments/health")});
    QTest::mouseClick(find<QPushButton>("detail.refresh"), Qt::LeftButton);
    QCOMPARE(m_commands->refreshed, 1);
}

void TstOverviewPage::historyIsAskedForAndShown()
{
    QVERIFY(!m_commands->asked.empty());
    const History asked = m_commands->asked.back();
    QCOMPARE(asked.check, CheckId("Payments/health"));
    QCOMPARE(asked.from, sample::now - std::chrono::hours(1));
    History answer = asked;
    answer.samples = sample::history(asked.check);
    m_page->showHistory(answer);
    auto *chart = m_page->findChild<LatencyChart *>();
    QVERIFY(chart->readOut(sample::now - std::chrono::minutes(50)).contains(QStringLiteral("OK")));
    answer.check = CheckId("Cart/health"); // asked for by an earlier selection
    answer.samples.clear();
    m_page->showHistory(answer);
    QVERIFY(!chart->readOut(sample::now - std::chrono::minutes(50)).isEmpty());
    find<ItemList>("detail.items")->selectCheck(CheckId("Payments/certificate"));
    QCOMPARE(m_commands->asked.back().check, CheckId("Payments/certificate"));
}

void TstOverviewPage::progressOfTheWishIsSaid()
{
    key(Qt::Key_A, Qt::ShiftModifier);
    Changes changes;
    ActionStatus action;
    action.id = ActionId("back-1");
    action.kind = ActionStatus::Kind::Unacknowledge;
    action.progress = ActionStatus::Progress::Failed;
    action.reason = Reason(sample::kGateway);
    changes.actions.push_back(action);
    m_feed->apply(changes);
    auto *said = find<ElidedLabel>("undoText");
    QVERIFY(said->isVisible());
    QVERIFY(said->fullText().endsWith(QStringLiteral("503, upstream timeout")));
}

void TstOverviewPage::linksGoThroughTheOpener()
{
    QStringList opened;
    m_page->setLinkOpener([&](const QUrl &address) { opened << address.toString(); });
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->text().startsWith(QStringLiteral("runbook")))
            button->click();
    }
    QCOMPARE(opened, QStringList{QStringLiteral("https://runbooks.example.net/payments")});
}

void TstOverviewPage::selectionSurvivesChanges()
{
    m_page->select(ServiceId("Cart"));
    Changes changes;
    changes.services.push_back(m_feed->board().services.at(ServiceId("Cart")));
    changes.services.back().state = State::Down; // the tile moves to the front
    m_feed->apply(changes);
    QCOMPARE(m_page->selected(), ServiceId("Cart"));
    m_clock.advance(std::chrono::seconds(1));
    m_page->tick(m_clock.now());
    QCOMPARE(m_page->selected(), ServiceId("Cart"));
    m_clock.advance(sample::now - m_clock.now());
}

void TstOverviewPage::narrowAndTallWindowsStackTheDetail_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isStacked");
    QTest::newRow("laptop") << QSize(1216, 740) << false;
    QTest::newRow("portrait") << QSize(1016, 1860) << true;
    QTest::newRow("half a screen") << QSize(900, 1000) << true;
    QTest::newRow("large") << QSize(3776, 2100) << false;
}

void TstOverviewPage::narrowAndTallWindowsStackTheDetail()
{
    QFETCH(QSize, size);
    QFETCH(bool, isStacked);
    m_page->resize(size);
    QTest::qWait(1);
    const auto *tiles = m_page->findChild<TileView *>();
    const auto *detail = m_page->findChild<ServiceDetail *>();
    const QPoint tilesAt = tiles->mapTo(m_page.get(), QPoint());
    const QPoint detailAt = detail->mapTo(m_page.get(), QPoint());
    QCOMPARE(detailAt.y() > tilesAt.y() + 100, isStacked);
    QCOMPARE(detailAt.x() > tilesAt.x() + 100, !isStacked);
    QVERIFY(detail->width() >= 400);
    // Nothing of the detail is wider than its room.
    for (const QWidget *child : detail->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (child->isVisible())
            QVERIFY2(child->geometry().right() <= detail->width(), child->metaObject()->className());
    }
    // Two tiles beside each other at least, and none cut at the side.
    const QRect first = tiles->visualRect(tiles->model()->index(0, 0));
    const QRect second = tiles->visualRect(tiles->model()->index(1, 0));
    QCOMPARE(first.top(), second.top());
    QVERIFY(second.right() <= tiles->viewport()->width());
}

void TstOverviewPage::emptyShopSaysWhatToDo()
{
    Changes nothing;
    nothing.reset = true;
    m_feed->apply(nothing);
    QCOMPARE(m_page->findChild<TileView *>()->shownCount(), 0);
    QVERIFY(!m_page->findChild<ServiceDetail *>()->isVisible());
}

QTEST_MAIN(TstOverviewPage)
#include "tst_overview_page.moc"
