// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/message_door.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace tocsin;

namespace {

Changes changeOf(int number)
{
    ServiceStatus service;
    service.id = ServiceId("service " + std::to_string(number % 10));
    service.tier = number;
    Changes changes;
    changes.services = {service};
    return changes;
}

} // namespace

class TestMessageDoor final : public QObject
{
    Q_OBJECT

private slots:
    /// A UI that was busy finds one batch with the newest of everything, not a queue of thousands.
    void mergesWhatWaits()
    {
        MessageDoor door;
        std::vector<Message> arrived;
        connect(&door, &MessageDoor::arrived, &door, [&](const Message &message) { arrived.push_back(message); });
        std::jthread watch([&door] {
            for (int i = 0; i < 10'000; ++i)
                door.post(changeOf(i));
        });
        watch.join();
        QTRY_VERIFY(!arrived.empty());
        QTest::qWait(50);
        QCOMPARE(arrived.size(), std::size_t(1));
        const auto &changes = std::get<Changes>(arrived.front());
        QCOMPARE(changes.services.size(), std::size_t(10));
        for (const ServiceStatus &service : changes.services)
            QVERIFY(service.tier >= 9'990);
    }

    void keepsTheOrderOfDifferentMessages()
    {
        MessageDoor door;
        std::vector<std::size_t> kinds;
        connect(&door, &MessageDoor::arrived, &door, [&](const Message &message) { kinds.push_back(message.index()); });
        door.post(changeOf(1));
        door.post(History());
        door.post(changeOf(2));
        QTRY_COMPARE(kinds.size(), std::size_t(3));
        QCOMPARE(kinds, (std::vector<std::size_t>{0, 1, 0}));
    }

    void losesNothingOfManyThreads()
    {
        MessageDoor door;
        int arrived = 0;
        connect(&door, &MessageDoor::arrived, &door, [&](const Message &) { ++arrived; });
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&door] {
                    for (int n = 0; n < 500; ++n)
                        door.post(History());
                });
            }
        }
        QTRY_COMPARE(arrived, 2'000);
    }
};

QTEST_GUILESS_MAIN(TestMessageDoor)
#include "tst_message_door.moc"
