// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// 20,000 alerts (22 MB) through the whole program: from the last byte of the answer until the rows are painted, each alert in
// a row of its own; how long the window is held meanwhile; and what it takes in memory. Then the same list again, and the
// list with one alert changed. Beside it the floor: simdjson reading the same bytes into plain structs, on the same machine.

#include "models/config/config_loader.h"
#include "models/items/alert_table_model.h"
#include "models/session/session.h"
#include "models/session/system_clock.h"
#include "models/session/vocabulary.h"
#include "tests/bench/alert_floor.h"
#include "tests/bench/alert_server.h"
#include "tests/bench/measure.h"
#include "tests/bench/turn_timer.h"
#include "tests/support/temporary_folder.h"
#include "widgets/shell/desk_window.h"
#include "widgets/style/theme.h"

#include <QAbstractItemView>
#include <QLoggingCategory>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace tocsin;
using namespace tocsin::bench;

namespace {

constexpr int kAlerts = 20'000;
constexpr int kPolls = 5;
constexpr std::chrono::seconds kPatience{60};
/// Times the floor: the aim is 0.3 s, or 0.1 s when nothing changed, where simdjson takes 0.05 s.
constexpr double kMostNew = 6;
constexpr double kMostUnchanged = 2;

Config configFor(const std::string &url)
{
    const std::string yaml = "shop: Bench\nsources:\n  - {name: am, type: alertmanager, url: '" + url
        + "', interval: 1h, timeout: 30s}\nservices:\n  - {name: Checkout, alerts: 'service=\"checkout\"'}\n";
    LoadedConfig loaded = parseConfig(yaml, "bench.yaml", vocabulary(), processEnvironment());
    if (!loaded.config)
        fail(loaded.problems.front().text());
    return std::move(*loaded.config);
}

/// What one poll took, in seconds after the last byte of the list.
struct Poll {
    double told = 0;    ///< the window knows that the source has answered
    double painted = 0; ///< and its rows say so
    double cpu = 0;     ///< of all threads until then
};

/// The running program: a session, and a desk that shows its alerts, each in a row of its own.
class Desk
{
public:
    Desk(TurnTimer &application, const AlertServer &server, const std::string &dataFolder)
        : m_application(application)
        , m_server(server)
        , m_session(configFor(server.url()), {dataFolder, {}}, m_clock)
        , m_window(m_feed, m_session, m_clock)
    {
        m_window.run(CommandId::GoAlerts); // a page is made when it is needed
        m_view = m_window.findChild<QAbstractItemView *>(QStringLiteral("alertTable"));
        m_model = qobject_cast<AlertTableModel *>(m_view->model());
        QObject::connect(&m_session.door(), &MessageDoor::arrived, &m_window, [this](const Message &message) { take(message); });
        m_application.afterPaint([this](QObject *painted) { handlePaint(painted); });
        m_model->setGrouped(false);
        m_window.show();
    }
    ~Desk() { m_application.afterPaint({}); }

    /// Runs until the newest poll is on the screen; `changesRows` tells whether there is anything new to see.
    Poll untilShown(bool changesRows)
    {
        m_poll = {};
        m_isTold = false;
        m_waitsForPaint = changesRows;
        QTimer patience;
        QObject::connect(&patience, &QTimer::timeout, &m_window, [] { fail("the alerts do not come"); });
        patience.start(kPatience);
        QApplication::exec();
        return m_poll;
    }
    void askAgain() { m_session.refreshNow(); }

private:
    void take(const Message &message)
    {
        const auto *changes = std::get_if<Changes>(&message);
        if (changes)
            m_feed.apply(*changes);
        m_window.handle(message);
        if (!changes)
            return;
        for (const SourceStatus &source : changes->sources) {
            if (source.state == State::Ok && source.lastGood != m_lastGood) {
                m_lastGood = source.lastGood;
                m_isTold = true;
                m_poll.told = monotonicSeconds() - m_server.lastByteAt();
            }
        }
        if (m_isTold && !m_waitsForPaint)
            finish();
    }

    void handlePaint(QObject *painted)
    {
        if (m_isTold && m_waitsForPaint && painted == m_view->viewport() && m_model->isSettled()
            && m_model->rowCount() == kAlerts)
            finish();
    }

    void finish()
    {
        m_poll.painted = monotonicSeconds() - m_server.lastByteAt();
        m_poll.cpu = cpuSeconds() - m_server.cpuAtLastByte();
        m_isTold = false;
        QTimer::singleShot(0, QCoreApplication::instance(), [] { QCoreApplication::exit(0); }); // quit() closes the windows
    }

    TurnTimer &m_application;
    const AlertServer &m_server;
    SystemClock m_clock;
    BoardFeed m_feed;
    Session m_session;
    DeskWindow m_window;
    QAbstractItemView *m_view = nullptr;
    AlertTableModel *m_model = nullptr;
    Poll m_poll;
    std::optional<Instant> m_lastGood;
    bool m_isTold = false;
    bool m_waitsForPaint = true;
};

/// The medians of several polls, and the longest turn of them all.
struct PollFigures {
    Poll poll;
    TurnTimer::Turn longest;
};

PollFigures measure(TurnTimer &application, Desk &desk, bool changesRows, const std::function<void()> &prepare)
{
    std::vector<double> told;
    std::vector<double> painted;
    std::vector<double> cpu;
    application.takeLongest();
    for (int i = 0; i < kPolls; ++i) {
        prepare();
        desk.askAgain();
        const Poll poll = desk.untilShown(changesRows);
        told.push_back(poll.told);
        painted.push_back(poll.painted);
        cpu.push_back(poll.cpu);
    }
    return {{median(told), median(painted), median(cpu)}, application.takeLongest()};
}

/// `limit`: how many times the floor it may take.
nlohmann::json report(const char *what, const PollFigures &series, double floor, double limit)
{
    std::printf("%s\n", what);
    std::printf("  %-52s %9.2f s\n", "last byte -> shown", series.poll.painted);
    printRow("times the floor", series.poll.painted / floor, "x", limit);
    std::printf("  %-52s %9.2f s\n", "  CPU of all threads meanwhile", series.poll.cpu);
    printRow("longest turn of the UI thread, its own time", series.longest.own, "ms", 16);
    std::printf("  %-52s %9.2f ms\n", "  by the clock", series.longest.wall);
    return {{"what", what}, {"told_s", series.poll.told}, {"shown_s", series.poll.painted}, {"cpu_s", series.poll.cpu},
        {"to_floor", series.poll.painted / floor}, {"limit_to_floor", limit}, {"longest_turn_own_ms", series.longest.own},
        {"longest_turn_wall_ms", series.longest.wall}};
}

} // namespace

int main(int argc, char **argv)
{
    const double floor = plainAlertsSeconds(kAlerts);
    AlertServer server(kAlerts);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false")); // what that platform cannot do
    TurnTimer application(argc, argv);
    Theme theme;
    theme.apply(ThemeKind::Dark);
    const tocsin::test::TemporaryFolder data;
    Desk desk(application, server, data.path());

    application.takeLongest();
    const Poll firstPoll = desk.untilShown(true);
    const PollFigures first{firstPoll, application.takeLongest()};
    const Memory once = memoryOf(getpid());
    const PollFigures again = measure(application, desk, false, [] {});
    const PollFigures changed = measure(application, desk, true, [&server] { server.changeFirst(); });
    const Memory memory = memoryOf(getpid());

    nlohmann::json rows = nlohmann::json::array();
    std::printf("simdjson into plain structs (the floor)\n  %-52s %9.3f s\n", "20,000 alerts", floor);
    rows.push_back(report("20,000 alerts, all new", first, floor, kMostNew));
    rows.push_back(report("the same list again", again, floor, kMostUnchanged));
    rows.push_back(report("one alert changed", changed, floor, kMostNew));
    std::printf("Memory of the whole program\n");
    printRow("now (PSS)", memory.proportional, "MiB", 150);
    printRow("most ever, after the first list (RSS)", once.peak, "MiB", 150);
    printRow("most ever (RSS)", memory.peak, "MiB", 150);
    writeJson(argc, argv, "rows",
        {{"alerts", kAlerts}, {"floor_s", floor}, {"rows", rows}, {"pss_first_mib", once.proportional},
            {"peak_first_mib", once.peak}, {"pss_mib", memory.proportional}, {"rss_mib", memory.resident},
            {"peak_mib", memory.peak}, {"limit_mib", 150}});
    return 0;
}
