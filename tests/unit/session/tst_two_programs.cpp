// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/running_station.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

using namespace tocsin;
using namespace tocsin::test;

namespace {
constexpr int kPatienceMs = 30'000;
const CheckId kDoor("Checkout/door");
} // namespace

/// A desk and a wall on one data folder (decision 20): the second reads only, and shows what the first one does.
class TestTwoPrograms final : public QObject
{
    Q_OBJECT

private slots:
    void theReaderFollowsTheWriter()
    {
        TemporaryFolder folder;
        const std::string file = folder.write("shop.yaml",
            "shop: One\nperson: ada\ndefaults: {interval: 200ms, timeout: 180ms, failure_threshold: 1}\n"
            "services: [{name: Checkout, checks: [{name: door, type: tcp, address: '127.0.0.1:1'}]}]\n");
        const std::string data = folder.path() + "/data";
        const auto hasAcknowledged = [](const RunningStation &station) {
            const auto it = station.board.checks.find(kDoor);
            return it != station.board.checks.end() && it->second.acknowledgement && it->second.acknowledgement->person == "ada";
        };
        const auto isDown = [](const RunningStation &station) {
            const auto it = station.board.checks.find(kDoor);
            return it != station.board.checks.end() && it->second.state == State::Down;
        };
        auto desk = std::make_unique<RunningStation>(file, data);
        QTRY_VERIFY_WITH_TIMEOUT(isDown(*desk), kPatienceMs);
        RunningStation wall(file, data);
        QTRY_VERIFY_WITH_TIMEOUT(isDown(wall), kPatienceMs);

        desk->session->acknowledge({{}, {kDoor}}, "mine", Duration(0));
        QTRY_VERIFY_WITH_TIMEOUT(hasAcknowledged(*desk), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(hasAcknowledged(wall), kPatienceMs);
        desk->session->unacknowledge({{}, {kDoor}});
        QTRY_VERIFY_WITH_TIMEOUT(!hasAcknowledged(wall), kPatienceMs);
        desk->session->acknowledge({{}, {kDoor}}, "again", Duration(0));
        QTRY_VERIFY_WITH_TIMEOUT(hasAcknowledged(wall), kPatienceMs);

        // The program that looked after it ends; the other takes the journal over, and what stands goes on standing.
        desk.reset();
        QTRY_VERIFY_WITH_TIMEOUT(wall.notice.reason.isEmpty(), kPatienceMs);
        QVERIFY(hasAcknowledged(wall));
        wall.session->unacknowledge({{}, {kDoor}});
        QTRY_VERIFY_WITH_TIMEOUT(!hasAcknowledged(wall), kPatienceMs);
    }
};

QTEST_GUILESS_MAIN(TestTwoPrograms)
#include "tst_two_programs.moc"
