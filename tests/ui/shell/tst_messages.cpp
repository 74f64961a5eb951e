// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manual_clock.h"
#include "tests/support/sample_board.h"
#include "tests/support/sample_messages.h"
#include "tests/ui/alerts/desk_double.h"
#include "widgets/shell/desk_window.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

using namespace tocsin;

namespace {

struct Desk {
    ManualClock clock{sample::now};
    BoardFeed feed;
    test::CommandsDouble commands{feed};
    std::unique_ptr<DeskWindow> window;

    Desk()
    {
        feed.apply(sample::board(12, false));
        window = std::make_unique<DeskWindow>(feed, commands, clock, DeskOptions());
        window->resize(1280, 800);
        window->show();
    }
    template<typename T = QWidget> T &part(const char *name) { return *window->findChild<T *>(QLatin1String(name)); }
    QString label(const char *name) { return part<QLabel>(name).text(); }
    QStringList labels(const char *list)
    {
        QStringList texts;
        for (const QLabel *each : part(list).findChildren<QLabel *>())
            texts << each->text();
        for (const QWidget *each : part(list).findChildren<QWidget *>())
            texts << each->accessibleName();
        return texts;
    }
};

} // namespace

/// What the window shows of channels and messages.
class TestMessages final : public QObject
{
    Q_OBJECT

private slots:
    void eachChannelCanBeTested()
    {
        Desk desk;
        desk.window->handle(sample::messages(desk.clock.now(), false));
        desk.window->run(CommandId::GoSettings);
        QTest::mouseClick(&desk.part("test.push"), Qt::LeftButton);
        QCOMPARE(desk.commands.testedChannels, std::vector<ChannelId>{ChannelId("push")});
        QVERIFY(!desk.part("test.push").isEnabled()); // waits for what becomes of it
        Delivery test = sample::delivery(9, "push", DeliveryState::Waiting, desk.clock.now());
        test.attempts = 0;
        test.lastTried.reset();
        desk.window->handle(MessageNews{{test}, {}});
        QVERIFY(!desk.part("test.push").isEnabled());
        test = sample::delivery(9, "push", DeliveryState::Arrived, desk.clock.now());
        desk.window->handle(MessageNews{{test}, {}});
        QVERIFY(desk.part("test.push").isEnabled());
        QVERIFY(desk.labels("channelList").contains(QStringLiteral("arrived")));
        QVERIFY(desk.labels("messageList").contains(QStringLiteral("Payments is down: the provider does not answer")));
        QVERIFY(!desk.part("noticeBar").isVisible());
    }

    void whatDoesNotGetThroughIsSaidOverEveryView()
    {
        Desk desk;
        desk.window->handle(sample::messages(desk.clock.now(), true));
        QVERIFY(desk.part("noticeBar").isVisible());
        const QString said = desk.label("noticeText");
        QVERIFY2(said.contains(QStringLiteral("A message through sms was not delivered: Login refused (status 401)")),
            qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("Messages through pager do not get through yet")), qPrintable(said));
        QVERIFY(!said.contains(QStringLiteral("push")));
        Delivery later = sample::delivery(20, "sms", DeliveryState::Accepted, desk.clock.now());
        Delivery repaired = sample::delivery(21, "pager", DeliveryState::Arrived, desk.clock.now());
        desk.window->handle(MessageNews{{later, repaired}, {}});
        QVERIFY(!desk.part("noticeBar").isVisible()); // they do now
    }

    void messagesHaveNoButtons()
    {
        Desk desk;
        desk.window->handle(sample::messages(desk.clock.now(), true));
        desk.window->run(CommandId::GoSettings);
        for (const QAbstractButton *button : desk.part("messageList").findChildren<QAbstractButton *>())
            QVERIFY(!button->isVisible());
    }
};

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
