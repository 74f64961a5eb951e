// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/words.h"
#include "tests/support/manual_clock.h"
#include "tests/support/sample_board.h"
#include "tests/ui/alerts/desk_double.h"
#include "widgets/common/elided_label.h"
#include "widgets/shell/desk_window.h"
#include "widgets/style/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace tocsin;
using namespace std::chrono_literals;
using test::idsOf;
using test::makeAlert;

namespace {

constexpr Phrase kReadOnly{"test_read_only", "The journal in %1 is read-only"};
constexpr Phrase kOpenFile{"test_open_file", "Others may read %1"};

/// Every text 40 % longer, in brackets that show where it is cut.
class LongLanguage final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        const QString source = QString::fromUtf8(text);
        return QStringLiteral("[%1%2]").arg(source, QString(source.size() * 2 / 5, QLatin1Char('~')));
    }
};

struct Desk {
    ManualClock clock{sample::now};
    BoardFeed feed;
    test::CommandsDouble commands{feed};
    std::unique_ptr<DeskWindow> window;

    explicit Desk(const DeskOptions &options = {})
    {
        Changes changes = sample::board(12, true);
        changes.alerts.push_back(makeAlert("s1", "Slow", "warning", "Search", clock.now() - 6min));
        changes.alerts.push_back(makeAlert("s2", "Slower", "critical", "Search", clock.now() - 7min));
        feed.apply(changes);
        DeskOptions own = options;
        own.zone = QTimeZone(3600);
        window = std::make_unique<DeskWindow>(feed, commands, clock, own);
        commands.answer = [this](const AcknowledgePreview &preview) { window->handle(preview); };
        window->resize(1280, 800);
        window->show();
    }
    bool isReady() const { return QTest::qWaitForWindowActive(window.get()); }
    static void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    static void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }
    template<typename T = QWidget> T &part(const char *name) { return *window->findChild<T *>(QLatin1String(name)); }
    QString label(const char *name) { return part<QLabel>(name).text(); }
    QString full(const char *name) { return part<ElidedLabel>(name).fullText(); }
    void apply(const Changes &changes) { feed.apply(changes); }
};

bool noDialogIsOpen()
{
    for (const QWidget *widget : QApplication::topLevelWidgets()) {
        if (qobject_cast<const QDialog *>(widget) && widget->isVisible())
            return false;
    }
    return !QApplication::activeModalWidget();
}

/// The texts that their widget has no room for and that no tooltip gives in full.
QStringList cutTexts(const QWidget &root)
{
    QStringList cut;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&root) || !widget->toolTip().isEmpty() || qobject_cast<const ElidedLabel *>(widget))
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (label && !label->wordWrap() && widget->width() < widget->minimumSizeHint().width())
            cut << label->text();
        if (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            cut << label->text();
        if (button && widget->width() < widget->minimumSizeHint().width())
            cut << button->text();
    }
    return cut;
}

bool colourOccurs(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

class TestDeskWindow final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.apply(ThemeKind::Dark); }
    void cleanup() { QVERIFY(noDialogIsOpen()); }

    void keyboardFromStartToAcknowledged()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.press(Qt::Key_2);
        QVERIFY(desk.window->currentView() == CommandId::GoAlerts);
        desk.press(Qt::Key_Slash);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        desk.type("service=Search");
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.part<QTableView>("alertTable").model()->rowCount(), 2);
        QCOMPARE(QApplication::focusWidget(), &desk.part("alertTable"));
        desk.press(Qt::Key_J);
        desk.press(Qt::Key_X);
        desk.press(Qt::Key_A);
        desk.type("jakx"); // letters in a field are letters
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.commands.acknowledged.size(), std::size_t(1));
        QCOMPARE(idsOf(desk.commands.acknowledged[0].target), QStringList{QStringLiteral("s1")});
        QCOMPARE(desk.commands.acknowledged[0].comment, std::string("jakx"));
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(idsOf(desk.commands.unacknowledged.at(0)), QStringList{QStringLiteral("s1")});
    }

    void theBarSaysWhatBurnsAndHowFreshItIs()
    {
        Desk desk;
        QVERIFY(desk.full("crisisSentence").startsWith(QStringLiteral("Payments DOWN for 15 min")));
        QCOMPARE(desk.full("freshness"), QStringLiteral("Sources 1 of 1 fresh, oldest 9 s"));
        QCOMPARE(desk.label("localClock"), QStringLiteral("13:04:31"));
        QCOMPARE(desk.label("utcClock"), QStringLiteral(" · 12:04:31 UTC"));
        QCOMPARE(desk.part("count.down").accessibleName(), QStringLiteral("2 DOWN"));
        QVERIFY(!desk.part("count.maintenance").isVisible());
        QVERIFY(!desk.part("drillStrip").isVisible());
    }

    void agesMoveWithTheClock()
    {
        Desk desk;
        desk.clock.advance(61s);
        QTRY_COMPARE(desk.label("localClock"), QStringLiteral("13:05:32"));
        QCOMPARE(desk.full("freshness"), QStringLiteral("Sources 1 of 1 fresh, oldest 1 min"));
    }

    void blindnessStandsAboveEverything()
    {
        Desk desk;
        Changes changes;
        changes.station = StationStatus{true, desk.clock.now() - 3min, Reason(kReadOnly, {"/x"})};
        desk.apply(changes);
        QVERIFY(desk.part("blindStrip").isVisible());
        QVERIFY(desk.full("blindStrip").startsWith(QStringLiteral("We are blind since 13:01")));
        QVERIFY(desk.part("blindStrip").mapTo(desk.window.get(), QPoint()).y()
            < desk.part("crisisSentence").mapTo(desk.window.get(), QPoint()).y());
    }

    void aDrillIsMarked()
    {
        Desk desk;
        Changes changes = sample::board(3, false);
        changes.simulated = true;
        desk.apply(changes);
        QVERIFY(desk.part("drillStrip").isVisible());
        QVERIFY(desk.full("drillStrip").contains(QStringLiteral("DRILL")));
    }

    void theStripsKeepTheirColoursWhenTheThemeChanges_data()
    {
        QTest::addColumn<bool>("isBlind");
        QTest::newRow("blind") << true;
        QTest::newRow("drill") << false;
    }
    void theStripsKeepTheirColoursWhenTheThemeChanges()
    {
        QFETCH(bool, isBlind);
        Desk desk;
        Changes changes = sample::board(3, false);
        changes.simulated = !isBlind;
        if (isBlind)
            changes.station = StationStatus{true, desk.clock.now() - 3min, Reason(kReadOnly, {"/x"})};
        desk.apply(changes);
        for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::Dark}) {
            m_theme.apply(kind);
            QCoreApplication::processEvents();
            const TileColours wanted = isBlind ? themePalette().tile(State::Down, false, TileLoudness::Wall)
                                               : themePalette().tile(State::Maintenance, false, TileLoudness::Desk);
            const QImage strip = desk.part(isBlind ? "blindStrip" : "drillStrip").grab().toImage();
            QCOMPARE(strip.pixelColor(3, 3), isBlind ? wanted.ground : themePalette().selection);
            QVERIFY(colourOccurs(strip, wanted.text));
        }
    }

    void troubleIsABarNotADialog()
    {
        Desk desk;
        ConfigurationReport report;
        report.keptOld = true;
        report.errors = {"tocsin.yaml:12:5: unknown key `intervall`"};
        desk.window->handle(report);
        QVERIFY(desk.part("noticeBar").isVisible());
        QVERIFY(desk.label("noticeText").contains(QStringLiteral("tocsin.yaml:12:5")));
        desk.window->handle(ConfigurationReport{});
        QVERIFY(!desk.part("noticeBar").isVisible());
        desk.window->handle(StationNotice{Reason(kReadOnly, {"/data"})});
        QVERIFY(desk.label("noticeText").contains(QStringLiteral("The journal in /data is read-only")));
        desk.window->handle(StationNotice{{}, {Reason(kOpenFile, {"/secrets/token"})}});
        QVERIFY(desk.label("noticeText").contains(QStringLiteral("/secrets/token")));
        desk.window->handle(StationNotice{});
        QVERIFY(!desk.part("noticeBar").isVisible());
    }

    void escapeClosesTheCompletionFirst()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        const auto press = [&](Qt::Key key) {
            QWidget *popup = QApplication::activePopupWidget();
            QTest::keyClick(popup ? popup : QApplication::focusWidget(), key);
        };
        const auto type = [&](const QString &text) {
            for (const QChar letter : text)
                QTest::keyClick(
                    QApplication::activePopupWidget() ? QApplication::activePopupWidget() : QApplication::focusWidget(),
                    letter.toLatin1());
        };
        desk.press(Qt::Key_2);
        desk.press(Qt::Key_Slash);
        type(QStringLiteral("sev"));
        auto &line = desk.part<QLineEdit>("alertFilter");
        const auto isOpen = [] { return QApplication::activePopupWidget() != nullptr; };
        QTRY_VERIFY(isOpen());
        desk.window->run(CommandId::Back); // what the window's shortcut does, which hears Esc before the list
        QVERIFY(!isOpen());
        QCOMPARE(line.text(), QStringLiteral("sev"));
        press(Qt::Key_Escape);
        QCOMPARE(line.text(), QString());
        QCOMPARE(QApplication::focusWidget(), &desk.part("alertTable"));
        press(Qt::Key_Slash);
        type(QStringLiteral("sev"));
        QCOMPARE(line.text(), QStringLiteral("sev"));
    }

    void theCompletionLeavesTheMistakeReadable()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.press(Qt::Key_2);
        desk.press(Qt::Key_Slash);
        for (const char letter : QByteArray("name=~( sev"))
            QTest::keyClick(&desk.part("alertFilter"), letter);
        auto &mistake = desk.part("filterError");
        QVERIFY(mistake.isVisible());
        QCoreApplication::processEvents();
        if (const QWidget *popup = QApplication::activePopupWidget()) {
            const QRect said(mistake.mapToGlobal(QPoint()), mistake.size());
            QVERIFY(!popup->geometry().intersects(said));
        }
    }

    void aSilentSourceIsNamedInTheBar()
    {
        Desk desk;
        Changes changes;
        changes.sources.push_back(desk.feed.board().sources.begin()->second);
        SourceStatus &source = changes.sources.front();
        source.state = State::Unknown;
        source.lastGood = desk.clock.now() - 3min;
        desk.apply(changes);
        QCOMPARE(desk.full("freshness"), QStringLiteral("%1 silent for 3 min").arg(QString::fromStdString(source.id.text())));
        QVERIFY(colourOccurs(desk.part("freshness").grab().toImage(), themePalette().tone(State::Degraded)));
    }

    void keysOfALaterVersionSaySo()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        for (const Qt::Key key : {Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_U}) {
            desk.press(key);
            QVERIFY(desk.part("noticeBar").isVisible());
            QVERIFY(desk.label("noticeText").endsWith(QStringLiteral("come with a later version.")));
            desk.press(Qt::Key_Escape);
            QVERIFY(!desk.part("noticeBar").isVisible());
        }
    }

    void eachSourceAndCheckCanBeTested()
    {
        Desk desk;
        desk.window->run(CommandId::GoSettings);
        const CheckStatus before = desk.feed.board().checks.at(CheckId("Cart/health"));
        auto &button = desk.part<QAbstractButton>("test.Cart/health");
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(desk.commands.testedChecks, std::vector<CheckId>{CheckId("Cart/health")});
        QVERIFY(!button.isEnabled()); // waits for an answer
        Changes changes;
        changes.checks = {before};
        Observation seen = *before.last;
        seen.at = desk.clock.now();
        seen.outcome = Outcome::Failed;
        seen.reason = Reason(kReadOnly, {"/cart"});
        changes.checks.front().last = std::make_shared<const Observation>(seen);
        desk.apply(changes);
        auto &again = desk.part<QAbstractButton>("test.Cart/health");
        QVERIFY(again.isEnabled());
        QStringList texts;
        for (const QLabel *label : desk.part("checkList").findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains(QStringLiteral("The journal in /cart is read-only")));
        QTest::mouseClick(&desk.part("test.alertmanager"), Qt::LeftButton);
        QCOMPARE(desk.commands.testedSources, std::vector<SourceId>{SourceId("alertmanager")});
    }

    void aPageThatIsMadeLateSaysWhatIsKnown()
    {
        Desk desk; // whose board was full before it was made
        desk.window->run(CommandId::GoAlerts);
        const QString count = words::alertCount(static_cast<int>(desk.feed.board().alerts.size()));
        QStringList remarks;
        for (const ElidedLabel *label : desk.part("alertsPage").findChildren<ElidedLabel *>())
            remarks << label->fullText();
        QVERIFY2(remarks.contains(count + QStringLiteral(", worst first")), qPrintable(remarks.join(QLatin1Char('|'))));
    }

    void thePagesBehindAreMadeAfterTheFirstPainting()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        QTRY_VERIFY(desk.window->findChild<QWidget *>(QStringLiteral("settingsPage")));
        QVERIFY(desk.window->findChild<QWidget *>(QStringLiteral("alertsPage")));
        QVERIFY(desk.window->currentView() == CommandId::GoOverview);
    }

    void theThemeOfTheCommandLineIsShown()
    {
        DeskOptions options;
        options.theme = ThemeKind::HighContrast;
        Desk desk(options);
        desk.window->run(CommandId::GoSettings);
        QCOMPARE(desk.part<QComboBox>("themeChoice").currentText(), QStringLiteral("high contrast"));
    }

    void thePaletteDoesWhatItsNameSays()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(desk.part("commandPalette").isVisible());
        desk.type("settin");
        desk.press(Qt::Key_Return);
        QVERIFY(desk.window->currentView() == CommandId::GoSettings);
        QVERIFY(!desk.part("commandPalette").isVisible());
        desk.press(Qt::Key_K, Qt::ControlModifier);
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.part("commandPalette").isVisible());
    }

    void thePaletteHidesWhatMeansNothingHere()
    {
        Desk desk;
        desk.window->run(CommandId::GoSettings);
        desk.window->run(CommandId::Palette);
        QVERIFY(desk.part<QListWidget>("paletteList").findItems(QStringLiteral("Acknowledge"), Qt::MatchExactly).isEmpty());
        desk.window->run(CommandId::GoAlerts);
        desk.window->run(CommandId::Palette);
        QCOMPARE(desk.part<QListWidget>("paletteList").findItems(QStringLiteral("Acknowledge"), Qt::MatchExactly).size(), 1);
    }

    void helpRefreshAndFullScreen()
    {
        Desk desk;
        QVERIFY(desk.isReady());
        desk.press(Qt::Key_Question);
        QVERIFY(desk.part("helpPanel").isVisible());
        desk.press(Qt::Key_Escape);
        QVERIFY(!desk.part("helpPanel").isVisible());
        desk.press(Qt::Key_R);
        QCOMPARE(desk.commands.refreshes, 1);
        desk.press(Qt::Key_F11);
        QVERIFY(desk.window->isFullScreen());
        desk.press(Qt::Key_F11);
        QVERIFY(!desk.window->isFullScreen());
    }

    void theThemeIsRememberedAndTold()
    {
        QTemporaryDir folder;
        DeskOptions options;
        options.stateFile = folder.filePath(QStringLiteral("desk.ini"));
        {
            Desk desk(options);
            QSignalSpy chosen(desk.window.get(), &DeskWindow::themeChosen);
            desk.window->run(CommandId::ThemeLight);
            QCOMPARE(chosen.count(), 1);
            desk.window->close();
        }
        Desk again(options);
        QVERIFY(again.window->themeChoice() == ThemeKind::Light);
        again.window->run(CommandId::GoSettings);
        QCOMPARE(again.part<QComboBox>("themeChoice").currentText(), QStringLiteral("light"));
        again.window->run(CommandId::ThemeFollow);
        QVERIFY(!again.window->themeChoice());
    }

    void nothingIsCutInALongerLanguage_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("laptop") << QSize(1280, 800);
        QTest::newRow("upright") << QSize(1080, 1920);
    }
    void nothingIsCutInALongerLanguage()
    {
        QFETCH(QSize, size);
        LongLanguage language;
        QCoreApplication::installTranslator(&language);
        Desk desk;
        desk.window->resize(size);
        for (const CommandId view : {CommandId::GoAlerts, CommandId::GoSettings, CommandId::Help}) {
            desk.window->run(view);
            QCoreApplication::processEvents();
            const QStringList cut = cutTexts(*desk.window);
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
            QVERIFY2(desk.window->width() <= size.width(), qPrintable(QString::number(desk.window->width())));
        }
        desk.window->run(CommandId::GoAlerts);
        desk.window->run(CommandId::MoveDown);
        desk.window->run(CommandId::Acknowledge);
        QCoreApplication::processEvents();
        const QStringList cut = cutTexts(desk.part("acknowledgePanel"));
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
        QCoreApplication::removeTranslator(&language);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestDeskWindow)
#include "tst_desk_window.moc"
