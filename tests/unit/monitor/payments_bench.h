// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/unit/monitor/watch_bench.h"

namespace tocsin::test {

/// One source with one alert of one service, and a check of our own.
class PaymentsBench : public WatchBench
{
public:
    PaymentsBench()
    {
        addSource("am");
        addCheck(addService("Payments", "service=\"payments\""), "gateway", std::chrono::seconds(10));
        stage.sources["am"].alerts = {makeAlert("am", "a1", "payments")};
    }
    Stage::SourceScript &am() { return stage.sources["am"]; }
    AlertPtr alert() const { return board.alerts.at(key); }
    void acknowledge(const char *action = "x1", Duration lasting = Duration(0))
    {
        watch->acknowledge(ActionId(action), {key}, {}, "ada", "looking", lasting);
        take();
    }
    void restartProgram()
    {
        const std::vector<Event> journal = events;
        end();
        board = Board();
        start();
        watch->restore(journal);
    }
    const AlertKey key{SourceId("am"), "a1"};
};

} // namespace tocsin::test
