// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_loader.h"
#include "models/session/session.h"
#include "models/session/system_clock.h"
#include "models/session/vocabulary.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <unistd.h>

using namespace tocsin;

/// A station in the middle of a busy incident that lives to be killed. Its person writes, decides and has messages sent
/// without end; what the station shows as done is printed.
/// Usage: incident_victim FOLDER HOOK-URL SEED. With seed 0 the person only looks on.
///
///     ready            the journal was read
///     done WORDS       this stands in the timeline, as somebody was told
///     asked ID         this message is to be sent, as somebody was told
///     trouble WORDS    something that must not happen

namespace {

constexpr int kActEveryMs = 2;
constexpr std::size_t kMostPending = 4;

void say(const std::string &line)
{
    // One write for one line: a kill cannot cut it in two.
    const std::string whole = line + '\n';
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size()))
        std::_Exit(3);
}

Config configFor(const std::string &hook)
{
    const std::string yaml = "shop: Victim\nperson: ada\n"
                             "services: [{name: Shop, checks: [{type: tcp, address: '127.0.0.1:1', interval: 60s}]}]\n"
                             "channels: [{name: hook, type: webhook, timeout: 2s, url: '"
        + hook + "'}]\n";
    const LoadedConfig loaded = parseConfig(yaml, "victim.yaml", vocabulary(), processEnvironment());
    if (!loaded.config) {
        say("trouble " + (loaded.problems.empty() ? std::string("no configuration") : loaded.problems.front().text()));
        std::_Exit(2);
    }
    return *loaded.config;
}

class Person : public QObject
{
public:
    Person(const std::string &folder, const std::string &hook, unsigned seed)
        : m_session(configFor(hook), {folder, {}}, m_clock)
        , m_random(seed)
        , m_seed(seed)
    {
        connect(&m_session.door(), &MessageDoor::arrived, this, &Person::handle);
        connect(&m_act, &QTimer::timeout, this, &Person::act);
        declare();
    }

private:
    void handle(const Message &message)
    {
        if (const auto *notice = std::get_if<StationNotice>(&message); notice && !notice->reason.isEmpty())
            say("trouble " + english(notice->reason));
        if (const auto *answer = std::get_if<IncidentAnswer>(&message))
            takeAnswer(*answer);
        if (const auto *news = std::get_if<MessageNews>(&message))
            takeMessages(*news);
    }

    void takeAnswer(const IncidentAnswer &answer)
    {
        if (!answer.problem.isEmpty())
            return say("trouble " + english(answer.problem));
        if (!m_isReady) {
            m_isReady = true;
            say("ready");
            if (m_seed != 0)
                m_act.start(kActEveryMs);
        }
        const auto words = m_pending.find(answer.action.text());
        if (words == m_pending.end())
            return;
        say("done " + words->second);
        m_pending.erase(words);
    }

    void takeMessages(const MessageNews &news)
    {
        for (const Delivery &delivery : news.deliveries) {
            const std::string id = delivery.message.id.text();
            if (m_messages.erase(id) > 0)
                say("asked " + id);
            if (delivery.state == DeliveryState::Failed)
                say("trouble " + id + ": " + english(delivery.problem));
        }
    }

    void declare()
    {
        acts::Declare declaration;
        declaration.title = nextWords();
        declaration.severity = IncidentSeverity::Sev1;
        declaration.scope.services = {ServiceId("Shop")};
        m_incident = m_session.declareIncident(declaration);
        m_pending[m_incident.text()] = declaration.title;
    }

    std::string nextWords() { return std::to_string(m_seed) + '-' + std::to_string(++m_count); }

    void act()
    {
        if (m_pending.size() + m_messages.size() >= kMostPending)
            return;
        const std::string words = nextWords();
        switch (m_random() % 4) {
        case 0:
            m_messages.insert(m_session.testChannel(ChannelId("hook"), words).text());
            return;
        case 1:
            m_pending[m_session.actOnIncident(m_incident, acts::GiveRole{roles::scribe, words, {}}).text()] = words;
            return;
        case 2:
            m_pending[m_session.actOnIncident(m_incident, acts::SetTitle{words}).text()] = words;
            return;
        default:
            m_pending[m_session.actOnIncident(m_incident, acts::AddNote{NoteKind::Action, words}).text()] = words;
            return;
        }
    }

    SystemClock m_clock;
    Session m_session;
    QTimer m_act;
    std::mt19937 m_random;
    const unsigned m_seed;
    int m_count = 0;
    bool m_isReady = false;
    IncidentId m_incident;
    std::map<std::string, std::string> m_pending; ///< action -> the words by which it is known again
    std::set<std::string> m_messages;             ///< wished, and not yet known to be written down
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 64;
    const QCoreApplication application(argc, argv);
    const Person person(argv[1], argv[2], static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10)));
    return QCoreApplication::exec();
}
