// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/outbox.h"
#include "models/store/journal.h"
#include "tests/real/victim.h"
#include "tests/support/raw_server.h"
#include "tests/support/temporary_folder.h"

#include <QRandomGenerator>
#include <QTest>

#include <nlohmann/json.hpp>

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <thread>

using namespace tocsin;
using namespace tocsin::test;

namespace {

constexpr int kLanes = 3;
constexpr int kEnoughEvents = 10'000'000;

/// Where the messages go. It takes most of them, has a fault now and then, and now and then says nothing after it took one.
class Receiver
{
public:
    Receiver()
        : m_server([this](RawConnection &connection) { serve(connection); })
    {
    }
    std::string url() const { return m_server.url("/in"); }

    std::vector<std::string> complaints()
    {
        const std::lock_guard lock(m_mutex);
        return m_complaints;
    }
    std::map<std::string, int> taken()
    {
        const std::lock_guard lock(m_mutex);
        return m_taken;
    }
    std::atomic<bool> isKind = false;

private:
    void serve(RawConnection &connection)
    {
        const std::string request = connection.readRequest();
        const std::size_t body = request.find("\r\n\r\n");
        if (body == std::string::npos)
            return;
        const unsigned mood = isKind ? 9 : ++m_count % 10;
        if (mood == 0) {
            connection.send(httpBytes(503, "{\"error\":\"not now\"}"));
            return;
        }
        take(nlohmann::json::parse(request.substr(body + 4), nullptr, false));
        if (mood == 1)
            connection.reset();
        else
            connection.send(httpBytes(200, "{\"status\":\"ok\"}"));
    }
    void take(const nlohmann::json &message)
    {
        const std::lock_guard lock(m_mutex);
        if (!message.is_object() || !message.contains("id")) {
            m_complaints.push_back("not a message: " + message.dump());
            return;
        }
        const auto id = message.at("id").get<std::string>();
        if (m_taken[id]++ > 0 && !message.value("possible_repeat", false))
            m_complaints.push_back("sent again without a word: " + id);
    }

    std::mutex m_mutex;
    std::map<std::string, int> m_taken;
    std::vector<std::string> m_complaints;
    std::atomic<unsigned> m_count = 0;
    RawServer m_server; // last: its scripts use what stands above
};

/// One station with its journal, killed again and again. Runs on a thread of its own.
class Lane
{
public:
    Lane(int lives, unsigned seed)
        : m_lives(lives)
        , m_random(seed)
    {
    }

    void run()
    {
        for (int life = 1; life <= m_lives && complaints.empty(); ++life)
            live(1'000, 120'000);
        m_receiver.isKind = true;
        if (complaints.empty())
            finish();
        judgeJournal();
        for (const std::string &complaint : m_receiver.complaints())
            complaints.push_back(complaint);
        for (const std::string &id : m_asked)
            complain(m_receiver.taken()[id] > 0, "never sent: " + id);
        for (const auto &[id, times] : m_receiver.taken())
            repeats += static_cast<std::size_t>(times > 1);
        messages = m_asked.size();
    }

    std::vector<std::string> complaints;
    int kills = 0;
    std::size_t done = 0;
    std::size_t messages = 0;
    std::size_t repeats = 0;

private:
    std::string dataFolder() const { return m_folder.path() + "/data"; }
    bool complain(bool isRight, const std::string &what)
    {
        if (!isRight)
            complaints.push_back(what);
        return isRight;
    }

    void live(unsigned least, unsigned most)
    {
        Victim victim("incident_victim", {dataFolder(), m_receiver.url(), std::to_string(m_random.generate())});
        // Every fourth life is cut off wherever it is, the others in the middle of their work.
        if (m_random.bounded(4) != 0 && !complain(victim.waitUntilReady(), "a life did not become ready"))
            return;
        QThread::usleep(m_random.bounded(least, most));
        complain(victim.kill(), "a life ended by itself");
        ++kills;
        read(victim.lines());
    }

    void read(const QList<QByteArray> &lines)
    {
        for (const QByteArray &line : lines) {
            if (line.startsWith("done "))
                complain(m_done.insert(line.mid(5).toStdString()).second, "shown as done twice: " + line.toStdString());
            else if (line.startsWith("asked "))
                m_asked.insert(line.mid(6).toStdString());
            else if (line.startsWith("trouble "))
                complain(false, line.toStdString());
        }
    }

    /// A last life that is left alone until nothing waits any more.
    void finish()
    {
        Victim victim("incident_victim", {dataFolder(), m_receiver.url(), "0"});
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(victimPatienceMs);
        while (std::chrono::steady_clock::now() < end && !isAllTaken())
            QThread::msleep(50);
        complain(victim.kill(), "the last life ended by itself");
        read(victim.lines());
    }

    bool isAllTaken()
    {
        const std::map<std::string, int> taken = m_receiver.taken();
        return std::all_of(m_asked.begin(), m_asked.end(), [&](const std::string &id) { return taken.count(id) > 0; });
    }

    void judgeJournal()
    {
        const auto journal = Journal::open(dataFolder());
        if (!complain(journal.has_value(), "the journal does not open"))
            return;
        complain((*journal)->openingRemark().isEmpty(), "the journal opens with a remark");
        const auto page = (*journal)->events(0, kEnoughEvents);
        std::set<std::string> ids;
        std::map<std::string, int> told;
        for (const Event &event : page->events) {
            complain(ids.insert(event.id.text()).second, "an event twice: " + event.id.text());
            const auto payload = nlohmann::json::parse(event.payload);
            for (const char *key : {"text", "person", "title"}) {
                if (event.kind.rfind("incident.", 0) == 0 && payload.contains(key))
                    ++told[payload.at(key).get<std::string>()];
            }
        }
        for (const std::string &words : m_done)
            complain(told[words] == 1, "shown as done, and " + std::to_string(told[words]) + " times in the journal: " + words);
        done = m_done.size();
    }

    const int m_lives;
    QRandomGenerator m_random;
    TemporaryFolder m_folder;
    Receiver m_receiver;
    std::set<std::string> m_done;
    std::set<std::string> m_asked;
};

} // namespace

/// Nothing confirmed is lost, nothing is doubled, and each message goes out, over a whole station in a busy incident.
/// TOCSIN_INCIDENT_KILLS says how often it is killed, if not 240 times.
class TestIncidentKill final : public QObject
{
    Q_OBJECT

private slots:
    void losesNothingAndMarksWhatMayComeTwice()
    {
        const int kills
            = qEnvironmentVariableIsSet("TOCSIN_INCIDENT_KILLS") ? qEnvironmentVariableIntValue("TOCSIN_INCIDENT_KILLS") : 240;
        const unsigned seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        std::vector<std::unique_ptr<Lane>> lanes;
        std::vector<std::thread> threads;
        for (int i = 0; i < kLanes; ++i)
            lanes.push_back(std::make_unique<Lane>((kills + kLanes - 1) / kLanes, seed + static_cast<unsigned>(i)));
        for (const std::unique_ptr<Lane> &lane : lanes) {
#ifdef __SANITIZE_THREAD__
            lane->run(); // once QProcess has forked, ThreadSanitizer no longer sees what threads tell each other
#else
            threads.emplace_back([&lane] { lane->run(); });
#endif
        }
        for (std::thread &thread : threads)
            thread.join();
        int killed = 0;
        std::size_t done = 0;
        std::size_t messages = 0;
        std::size_t repeats = 0;
        for (const std::unique_ptr<Lane> &lane : lanes) {
            for (const std::string &complaint : lane->complaints)
                qWarning("%s", complaint.c_str());
            QVERIFY2(lane->complaints.empty(), lane->complaints.empty() ? "" : lane->complaints.front().c_str());
            killed += lane->kills;
            done += lane->done;
            messages += lane->messages;
            repeats += lane->repeats;
        }
        qInfo("%d kills, %zu acts shown as done, %zu messages asked for, %zu of them came more than once, marked", killed, done,
            messages, repeats);
        QVERIFY2(done > static_cast<std::size_t>(killed), "The stations hardly acted: this proves nothing");
        QVERIFY2(messages > static_cast<std::size_t>(killed) / 4, "The stations hardly sent anything: this proves nothing");
    }
};

QTEST_GUILESS_MAIN(TestIncidentKill)
#include "tst_incident_kill.moc"
