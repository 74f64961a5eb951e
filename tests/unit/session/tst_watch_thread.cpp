// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_loader.h"
#include "models/secrets/secret_vault.h"
#include "models/session/system_clock.h"
#include "models/session/vocabulary.h"
#include "models/session/watch_thread.h"
#include "tests/support/temporary_folder.h"

#include <QTest>

#include <algorithm>
#include <future>
#include <mutex>

using namespace tocsin;
using namespace tocsin::test;

namespace {

Config shop()
{
    const TemporaryFolder folder;
    const std::string file = folder.write("shop.yaml",
        "shop: One\nperson: ada\n"
        "services: [{name: Checkout, checks: [{name: door, type: tcp, address: '127.0.0.1:1'}]}]\n");
    LoadedConfig loaded = loadConfig(file, vocabulary(), processEnvironment());
    if (!loaded.config)
        qFatal("%s", loaded.problems.front().text().c_str());
    return *loaded.config;
}

/// A watch thread, and the kinds of all events that came out of it.
struct Bench {
    SystemClock clock;
    SecretVault secrets{{}, clock};
    std::mutex mutex;
    std::vector<std::string> kinds;
    WatchThread thread{{clock, secrets,
        [](const std::string &, std::string kind, const std::string &, const std::string &) {
            Event event;
            event.kind = std::move(kind);
            return event;
        },
        {}, [this](const WatchOutput &output) { take(output); }}};

    void take(const WatchOutput &output)
    {
        const std::lock_guard lock(mutex);
        for (const Event &event : output.events)
            kinds.push_back(event.kind);
    }
    bool told(const std::string &kind)
    {
        const std::lock_guard lock(mutex);
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    }
    /// Keeps the thread in a job until the promise is kept: what is posted meanwhile is taken in one go.
    std::promise<void> hold()
    {
        std::promise<void> release;
        thread.post([held = release.get_future().share()](Watch &, const std::string &) { held.wait(); });
        return release;
    }
    void acknowledge()
    {
        thread.post([](Watch &watch, const std::string &person) {
            watch.acknowledge(ActionId("a"), {}, {CheckId("Checkout/door")}, person, "mine", Duration(0));
        });
    }
};

} // namespace

/// What a watch has said must be heard, whatever becomes of the watch.
class TestWatchThread final : public QObject
{
    Q_OBJECT

private slots:
    void aReloadLosesNoEvent()
    {
        Bench bench;
        const Config config = shop();
        bench.thread.start(config);
        std::promise<void> release = bench.hold();
        bench.acknowledge();
        bench.thread.replaceConfig(config);
        release.set_value();
        QTRY_VERIFY(bench.told("ack.requested"));
    }

    void theEndLosesNoEvent()
    {
        Bench bench;
        bench.thread.start(shop());
        std::promise<void> release = bench.hold();
        bench.acknowledge();
        std::jthread end([&bench] { bench.thread.stop(); });
        release.set_value();
        end.join();
        QVERIFY(bench.told("ack.requested"));
    }

    void itsHeartBeats()
    {
        Bench bench;
        bench.thread.start(shop());
        const Monotonic first = bench.thread.lastBeat();
        QTRY_VERIFY(bench.thread.lastBeat() > first);
    }
};

QTEST_GUILESS_MAIN(TestWatchThread)
#include "tst_watch_thread.moc"
