// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manual_clock.h"
#include "tests/support/sample_board.h"
#include "tests/support/sample_messages.h"
#include "tests/ui/alerts/desk_double.h"
#include "tests/ui/looks/looks.h"
#include "widgets/overview/service_detail.h"
#include "widgets/overview/tile_view.h"
#include "widgets/shell/desk_window.h"
#include "widgets/shell/settings_page.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"
#include "widgets/wall/wall_view.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTranslator>

#include <map>

using namespace tocsin;
using looks::Look;

Q_DECLARE_METATYPE(tocsin::looks::Look)

namespace {

IncidentRules rulesOf(const Look &look)
{
    IncidentRules rules;
    rules.objectives = {std::nullopt, std::chrono::minutes(1), std::chrono::minutes(5), std::chrono::minutes(5), std::nullopt,
        std::chrono::hours(4)};
    rules.call = "https://meet.example.net/war-room";
    rules.chat = "https://chat.example.net/war-room";
    if (look.services > 100)
        rules.ownRoles = {RoleId("warehouse"), RoleId("second shift of the customer service desk")};
    return rules;
}

} // namespace

/// Every screen in every size, small and large, calm and burning. With TOCSIN_LOOKS=FOLDER each leaves its picture there.
class TestLooks final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingIsCut_data();
    void nothingIsCut();

private:
    void dress(const Look &look);
    void keep(QWidget &view, const Look &look);
    void lookAtWall(const Look &look);
    void lookAtDesk(const Look &look);

    Theme m_theme;
    QTranslator m_translator;
    ManualClock m_clock{sample::now};
    QString m_folder = qEnvironmentVariable("TOCSIN_LOOKS");
};

void TestLooks::init()
{
    m_clock.advance(sample::now - m_clock.now());
}

void TestLooks::cleanup()
{
    QCoreApplication::removeTranslator(&m_translator);
    QLocale::setDefault(QLocale::c());
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestLooks::dress(const Look &look)
{
    m_theme.setScale(scaleForScreen(look.size));
    m_theme.apply(look.theme);
    if (look.language == QLatin1String("mirrored")) {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    } else if (look.language != QLatin1String("en")) {
        QVERIFY(m_translator.load(QStringLiteral(TOCSIN_TRANSLATIONS "/tocsin_") + look.language));
        QCoreApplication::installTranslator(&m_translator);
        // A translator turns the direction to that of its language.
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        if (look.language == QLatin1String("de"))
            QLocale::setDefault(QLocale(QLocale::German));
    }
}

void TestLooks::keep(QWidget &view, const Look &look)
{
    if (m_folder.isEmpty())
        return;
    QVERIFY(QDir().mkpath(m_folder));
    QVERIFY(view.grab().save(QStringLiteral("%1/%2.png").arg(m_folder, look.name())));
}

void TestLooks::lookAtWall(const Look &look)
{
    BoardFeed feed;
    WallView wall(feed, m_clock);
    wall.resize(look.size);
    wall.show();
    feed.apply(looks::shopOf(look));
    wall.setIncidents(looks::incidentsOf(look));
    wall.tick(m_clock.now());
    keep(wall, look);
    QCOMPARE(wall.size(), look.size);
    QVERIFY(wall.pageCount() <= look.services);
    std::size_t cut = 0;
    for (const TileFace &face : wall.faces()) {
        QVERIFY(wall.rect().contains(face.rect()));
        cut += face.isNameCut() ? 1 : 0;
        for (const QRectF &text : face.textBoxes())
            QVERIFY2(QRectF(face.rect()).adjusted(0, -2, 0, 2).contains(text), qPrintable(face.facts().name));
    }
    // Of hundreds on one page a few of the longest may be shortened in their middle; of as many as people know, none.
    QVERIFY2(look.services > 60 ? cut <= wall.faces().size() / 12 : cut == 0, qPrintable(QString::number(cut)));
}

void TestLooks::lookAtDesk(const Look &look)
{
    BoardFeed feed;
    test::CommandsDouble commands(feed);
    DeskOptions options;
    options.zone = QTimeZone(3600);
    DeskWindow window(feed, commands, m_clock, options);
    commands.answerHistory = [&window](const CheckId &check, Instant from, Instant to) {
        window.handle(History{check, from, to, sample::history(check)});
    };
    window.resize(look.size);
    window.show();
    feed.apply(looks::shopOf(look));
    IncidentNews news;
    news.incidents = looks::incidentsOf(look);
    news.rules = rulesOf(look);
    news.person = "ada";
    window.handle(news);
    if (look.view == QLatin1String("settings"))
        window.handle(
            look.services < 10 ? MessageNews{{}, std::vector<ChannelView>()} : sample::messages(m_clock.now(), look.burning));
    const bool isOverview = look.view == QLatin1String("overview");
    const std::map<QString, CommandId> views{{QStringLiteral("overview"), CommandId::GoOverview},
        {QStringLiteral("alerts"), CommandId::GoAlerts}, {QStringLiteral("incident"), CommandId::GoIncident},
        {QStringLiteral("settings"), CommandId::GoSettings}};
    window.run(views.at(look.view));
    // What need not be there at once comes after the first painting, the settings last.
    QTRY_VERIFY(window.findChild<SettingsPage *>());
    if (isOverview)
        QTRY_VERIFY(window.findChild<ServiceDetail *>() && window.findChild<ServiceDetail *>()->isVisible());
    QTest::qWait(1);
    keep(window, look);
    // A window that grew has something that does not fit.
    QCOMPARE(window.size(), look.size);
    QCOMPARE(looks::cutTexts(window), QStringList());
    for (const QAbstractScrollArea *area : window.findChildren<QAbstractScrollArea *>()) {
        const bool scrolls = area->isVisible() && area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff
            && area->horizontalScrollBar()->maximum() > 0;
        QVERIFY2(!scrolls, qPrintable(area->objectName()));
        const auto *scrolled = qobject_cast<const QScrollArea *>(area);
        QVERIFY2(!scrolled || !area->isVisible() || scrolled->widget()->width() <= scrolled->viewport()->width(),
            qPrintable(area->objectName()));
    }
}

void TestLooks::nothingIsCut_data()
{
    QTest::addColumn<Look>("look");
    for (const Look &look : looks::everyLook())
        QTest::newRow(qPrintable(look.name())) << look;
}

void TestLooks::nothingIsCut()
{
    QFETCH(Look, look);
    dress(look);
    if (look.view == QLatin1String("wall"))
        lookAtWall(look);
    else
        lookAtDesk(look);
}

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
