// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_loader.h"
#include "models/session/session.h"
#include "models/session/system_clock.h"
#include "models/session/vocabulary.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <unistd.h>

using namespace tocsin;

/// A whole station that lives to be killed. Its person acknowledges and takes back without end, now and then without waiting
/// until the last wish is done; each action is printed when the station shows it as done.
/// Usage: station_victim FOLDER URL SEED rash|once|calm. A calm person only looks on.
///
///     ready                        the alerts are on the board
///     done ACTION ack|undo SUBJECT
///     failed ACTION CODE
///     stands SUBJECT=SILENCE ...   all acknowledgements on the board, whenever they change
///     trouble WORDS                something that must not happen

namespace {

constexpr int kActEveryMs = 3;
const char *const kCheck = "Shop/door";

void say(const std::string &line)
{
    // One write for one line: a kill cannot cut it in two.
    const std::string whole = line + '\n';
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size()))
        std::_Exit(3);
}

Config configFor(const std::string &url)
{
    const std::string yaml = "shop: Victim\nperson: ada\n"
                             "sources:\n"
                             "  - {name: am, type: alertmanager, url: '"
        + url
        + "', interval: 200ms, timeout: 2s}\n"
          "services:\n"
          "  - {name: Shop, alerts: 'service=\"shop\"', checks: [{name: door, type: tcp, address: '127.0.0.1:1', interval: 1s, "
          "timeout: 900ms}]}\n";
    const LoadedConfig loaded = parseConfig(yaml, "victim.yaml", vocabulary(), processEnvironment());
    if (!loaded.config) {
        say("trouble " + (loaded.problems.empty() ? std::string("no configuration") : loaded.problems.front().text()));
        std::_Exit(2);
    }
    return *loaded.config;
}

/// Who sits at the station.
class Person : public QObject
{
public:
    Person(const std::string &folder, const std::string &url, unsigned seed, std::string temper)
        : m_session(configFor(url), {folder, {}}, m_clock)
        , m_random(seed)
        , m_temper(std::move(temper))
    {
        connect(&m_session.door(), &MessageDoor::arrived, this, &Person::handle);
        connect(&m_act, &QTimer::timeout, this, &Person::act);
        m_session.refreshNow();
    }

private:
    void handle(const Message &message)
    {
        if (const auto *notice = std::get_if<StationNotice>(&message); notice && !notice->reason.isEmpty())
            say("trouble " + english(notice->reason));
        const auto *changes = std::get_if<Changes>(&message);
        if (!changes)
            return;
        for (const ActionStatus &action : changes->actions)
            tell(action);
        m_board.apply(*changes);
        tellStanding();
        const bool isReady = !m_board.alerts.empty() && m_board.sources.begin()->second.state == State::Ok;
        if (isReady && !m_isReady) {
            m_isReady = true;
            say("ready");
            if (m_temper == "rash")
                m_act.start(kActEveryMs);
            else if (m_temper == "once")
                m_session.acknowledge({{m_board.alerts.begin()->first}, {}}, "once", Duration(0));
        }
    }

    void tell(const ActionStatus &action)
    {
        if (action.progress == ActionStatus::Progress::Pending)
            return;
        m_pending.erase(action.id);
        if (action.progress == ActionStatus::Progress::Failed)
            return say("failed " + action.id.text() + ' ' + std::string(action.reason.code()));
        const bool isAck = action.kind == ActionStatus::Kind::Acknowledge;
        const std::string subject
            = action.alerts.empty() ? "check/" + action.checks.front().text() : "alert/am/" + action.alerts.front().externalId;
        if (!action.recorded)
            return say("trouble not recorded: " + subject);
        say("done " + action.id.text() + (isAck ? " ack " : " undo ") + subject);
    }

    void tellStanding()
    {
        std::string line = "stands";
        for (const auto &[key, alert] : m_board.alerts) {
            if (alert->acknowledgement)
                line += " alert/am/" + key.externalId + '=' + alert->acknowledgement->silence.text();
        }
        for (const auto &[id, check] : m_board.checks) {
            if (check.acknowledgement)
                line += " check/" + id.text() + '=';
        }
        if (line != m_standing)
            say(line);
        m_standing = line;
    }

    /// Something or other; what was wished last is wished again now and then, or taken back before it is done.
    void act()
    {
        const bool isImpatient = m_random() % 16 == 0;
        if (m_pending.size() >= 3 && !isImpatient)
            return;
        const std::size_t choice = m_random() % (m_board.alerts.size() + 1);
        ActionTarget target;
        std::string subject = kCheck;
        if (choice < m_board.alerts.size()) {
            const AlertKey key = std::next(m_board.alerts.begin(), static_cast<std::ptrdiff_t>(choice))->first;
            target.alerts = {key};
            subject = key.externalId;
        } else {
            target.checks = {CheckId(kCheck)};
        }
        bool &isWanted = m_wanted[subject];
        const bool repeats = m_random() % 8 == 0;
        isWanted = repeats ? isWanted : !isWanted;
        m_pending.insert(isWanted ? m_session.acknowledge(target, "rash", Duration(0)) : m_session.unacknowledge(target));
    }

    SystemClock m_clock;
    Session m_session;
    Board m_board;
    QTimer m_act;
    std::mt19937 m_random;
    std::map<std::string, bool> m_wanted;
    std::set<ActionId> m_pending;
    std::string m_standing;
    const std::string m_temper;
    bool m_isReady = false;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5)
        return 64;
    const QCoreApplication application(argc, argv);
    const Person person(argv[1], argv[2], static_cast<unsigned>(std::atoi(argv[3])), argv[4]);
    return QCoreApplication::exec();
}
