// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/acknowledgements.h"
#include "models/session/system_clock.h"
#include "models/sources/acknowledgement_codec.h"
#include "models/sources/alertmanager_parser.h"
#include "models/store/journal.h"
#include "tests/real/victim.h"
#include "tests/support/await.h"
#include "tests/support/real_alertmanager.h"
#include "tests/support/temporary_folder.h"

#include <QRandomGenerator>
#include <QTest>

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <thread>

using namespace tocsin;
using namespace tocsin::test;
using namespace std::chrono_literals;

namespace {

constexpr int kLanes = 3;
constexpr int kCalmEvery = 20;

/// Each subject with the silence that carries its acknowledgement; a check of our own has none.
using Standing = std::map<std::string, std::string>;

std::string said(const Standing &standing)
{
    std::string text;
    for (const auto &[subject, silence] : standing)
        text += ' ' + subject + '=' + silence;
    return text.empty() ? " nothing" : text;
}

/// What the journal says of one action.
struct Tally {
    int requested = 0;
    int confirmed = 0;
    int failed = 0;
    int undoRequested = 0;
    int ended = 0;
    int undoFailed = 0;
};

/// One station with its journal and its Alertmanager, killed again and again. Made on the test's thread: programs are written
/// and started there, one after the other, for a file that is open for writing while somebody forks cannot be started. Runs
/// on a thread of its own.
class Lane
{
public:
    Lane(int lives, unsigned seed)
        : m_lives(lives)
        , m_random(seed)
    {
    }

    void run();

    std::vector<std::string> complaints;
    int kills = 0;
    std::size_t done = 0;   ///< actions shown as done
    std::size_t events = 0; ///< about acknowledgements, in the journal at the end
    std::size_t wishesInFlight = 0;

private:
    void fire();
    std::string get(const std::string &path);
    void liveRashly();
    void liveCalmly();
    void readOutput(const QList<QByteArray> &lines);
    void judgeServer();
    void judgeJournal();
    std::optional<Standing> journalSays();
    Standing serverSays();
    std::string evidence(const Standing &journalled, const Standing &served);
    std::string dataFolder() const { return m_folder.path() + "/data"; }
    bool complain(bool isRight, const std::string &what)
    {
        if (!isRight)
            complaints.push_back(what);
        return isRight;
    }

    const int m_lives;
    QRandomGenerator m_random;
    SystemClock m_clock;
    TemporaryFolder m_folder;
    RealAlertmanager m_server;
    std::unique_ptr<Transport> m_transport;
    std::map<std::string, std::string> m_done; ///< action -> `ack SUBJECT` or `undo SUBJECT`
    std::map<std::string, int> m_failures;
};

void Lane::run()
{
    m_transport = std::make_unique<Transport>(m_clock);
    fire();
    for (int life = 1; life <= m_lives && complaints.empty(); ++life) {
        liveRashly();
        judgeServer();
        if (complaints.empty() && (life % kCalmEvery == 0 || life == m_lives))
            liveCalmly();
    }
    judgeJournal();
    done = m_done.size();
    m_transport.reset();
}

/// Six alerts; each second one has a sibling's labels and one more.
void Lane::fire()
{
    nlohmann::json list = nlohmann::json::array();
    for (int i = 0; i < 6; ++i) {
        nlohmann::json alert{{"startsAt", formatRfc3339(m_clock.now() - 1min)}, {"endsAt", formatRfc3339(m_clock.now() + 2h)}};
        alert["labels"] = {
            {"alertname", "DiskFull"}, {"severity", "critical"}, {"service", "shop"}, {"instance", "db" + std::to_string(i / 2)}};
        if (i % 2 == 1)
            alert["labels"]["mountpoint"] = "/var";
        list.push_back(std::move(alert));
    }
    HttpRequest request;
    request.method = "POST";
    request.url = m_server.url() + "/api/v2/alerts";
    request.headers.add("Content-Type", "application/json");
    request.body = list.dump();
    const Result<HttpResponse> answer = await(*m_transport, m_transport->send(request));
    complain(answer && answer->status == 200, "the alerts were not taken");
}

std::string Lane::get(const std::string &path)
{
    HttpRequest request;
    request.url = m_server.url() + path;
    const Result<HttpResponse> answer = await(*m_transport, m_transport->send(request));
    complain(answer.has_value(), "the server does not answer");
    return answer ? answer->body : std::string();
}

void Lane::liveRashly()
{
    Victim life("station_victim", {dataFolder(), m_server.url(), std::to_string(m_random.generate()), "rash"});
    // Every fourth life is cut off wherever it is, the others while they acknowledge.
    const bool isYoung = m_random.bounded(4) == 0;
    if (!isYoung && !complain(life.waitUntilReady(), "a life did not become ready"))
        return;
    QThread::usleep(m_random.bounded(100u, isYoung ? 80'000u : 200'000u));
    complain(life.kill(), "a life ended by itself");
    ++kills;
    readOutput(life.lines());
}

void Lane::readOutput(const QList<QByteArray> &lines)
{
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words[0] == "done" && words.size() >= 4) {
            const std::string what = (words[2] + ' ' + words.mid(3).join(' ')).toStdString();
            complain(m_done.emplace(words[1].toStdString(), what).second, "shown as done twice: " + line.toStdString());
        } else if (words[0] == "failed") {
            const bool isFine = words.value(2) == "ack_overtaken" || words.value(2) == "ack_nobody";
            complain(isFine, "a wish failed: " + line.toStdString());
        } else if (words[0] == "trouble") {
            complain(false, line.toStdString());
        }
    }
}

/// Whatever was being done when the station died: no alert has two acknowledgements.
void Lane::judgeServer()
{
    const auto silences = parseSilences(get("/api/v2/silences"));
    if (!complain(silences.has_value(), "the silences cannot be read"))
        return;
    std::set<std::vector<SilenceMatcher>> active;
    for (const AlertmanagerSilence &silence : *silences) {
        if (silence.silence.active)
            complain(active.insert(silence.matchers).second, "two silences for one alert: " + silence.silence.id.text());
    }
}

std::optional<Standing> Lane::journalSays()
{
    const auto journal = Journal::open(dataFolder(), Journal::Access::ReadOnly);
    if (!journal)
        return std::nullopt;
    const auto page = (*journal)->events(EventFilter{{"ack.*", "silence.*"}, {}, {}, {}}, 0, 10'000'000);
    if (!page)
        return std::nullopt;
    Standing standing;
    for (const auto &[subject, ack] : foldAcknowledgements(page->events)) {
        if (ack.stage != KeptAck::Stage::Standing)
            return std::nullopt; // still being made good
        standing[subject] = ack.silence.text();
    }
    return standing;
}

Standing Lane::serverSays()
{
    Standing standing;
    const auto alerts = parseAlertmanagerAlerts(get("/api/v2/alerts"));
    if (!alerts)
        return standing;
    for (const AlertmanagerAlert &alert : *alerts) {
        for (const std::string &id : alert.silencedBy)
            standing["alert/am/" + alert.fingerprint] += id;
    }
    return standing;
}

/// What is known of the subjects on which journal and server differ: their last events, and all silences.
std::string Lane::evidence(const Standing &journalled, const Standing &served)
{
    std::string text;
    const auto journal = Journal::open(dataFolder(), Journal::Access::ReadOnly);
    if (!journal)
        return " (the journal cannot be read)";
    for (const auto &[subject, silence] : served) {
        const auto same = journalled.find(subject);
        if (same != journalled.end() && same->second == silence)
            continue;
        const auto page = (*journal)->events(EventFilter{{}, {subject}, {}, {}}, 0, 10'000'000);
        const std::size_t count = page ? page->events.size() : 0;
        for (std::size_t i = count > 16 ? count - 16 : 0; i < count; ++i) {
            const Event &event = page->events[i];
            text += "\n  " + formatRfc3339(Instant(Duration(event.time.wallMs))) + ' ' + event.kind + ' ' + event.payload;
        }
    }
    return text + "\n  " + get("/api/v2/silences");
}

/// The next life takes over what the dead one left: what was wished is made good, and journal, server and board agree.
void Lane::liveCalmly()
{
    Victim life("station_victim", {dataFolder(), m_server.url(), "0", "calm"});
    std::optional<Standing> journal;
    Standing board;
    Standing server;
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(victimPatienceMs);
    bool agree = false;
    bool waited = false;
    while (!agree && std::chrono::steady_clock::now() < end) {
        m_transport->runFor(20ms);
        board.clear();
        for (const QByteArray &line : life.lines()) {
            if (!line.startsWith("stands"))
                continue;
            board.clear();
            for (const QByteArray &word : line.split(' ').mid(1)) {
                const qsizetype equals = word.indexOf('=');
                board[word.left(equals).toStdString()] = word.mid(equals + 1).toStdString();
            }
        }
        journal = journalSays();
        waited = waited || !journal;
        if (!journal)
            continue;
        server = serverSays();
        Standing withoutChecks = *journal;
        withoutChecks.erase("check/Shop/door");
        agree = server == withoutChecks && board == *journal;
    }
    wishesInFlight += waited ? 1 : 0;
    complain(agree,
        "after a calm life: journal" + (journal ? said(*journal) : std::string(" unfinished")) + "; server" + said(server)
            + "; board" + said(board) + (agree ? std::string() : evidence(journal.value_or(Standing()), server)));
    life.kill();
    ++kills;
    readOutput(life.lines());
}

void Lane::judgeJournal()
{
    const auto journal = Journal::open(dataFolder());
    if (!complain(journal.has_value(), "the journal does not open"))
        return;
    complain((*journal)->openingRemark().isEmpty(), "the journal opens with a remark");
    const auto page = (*journal)->events(0, 10'000'000);
    std::set<std::string> ids;
    std::map<std::pair<std::string, std::string>, Tally> tallies; // by action and subject
    for (const Event &event : page->events) {
        complain(ids.insert(event.id.text()).second, "an event twice: " + event.id.text());
        if (event.kind.rfind("ack.", 0) != 0)
            continue;
        ++events;
        Tally &tally = tallies[{nlohmann::json::parse(event.payload).value("action", std::string()), event.subject}];
        tally.requested += event.kind == "ack.requested";
        tally.confirmed += event.kind == "ack.confirmed";
        tally.failed += event.kind == "ack.failed";
        tally.undoRequested += event.kind == "ack.undo_requested";
        tally.ended += event.kind == "ack.ended";
        tally.undoFailed += event.kind == "ack.undo_failed";
    }
    for (const auto &[key, tally] : tallies) {
        const std::string name = key.first + ' ' + key.second;
        complain(tally.requested + tally.undoRequested == 1, "not wished once: " + name);
        complain(tally.confirmed + tally.failed <= tally.requested, "settled more than once: " + name);
        complain(tally.ended + tally.undoFailed <= tally.undoRequested, "ended more than once: " + name);
    }
    for (const auto &[action, what] : m_done) {
        const std::size_t space = what.find(' ');
        const Tally tally = tallies[{action, what.substr(space + 1)}];
        const bool isAck = what.compare(0, space, "ack") == 0;
        complain((isAck ? tally.confirmed : tally.ended) == 1, "shown as done, but not in the journal: " + action + ' ' + what);
    }
}

} // namespace

/// Nothing lost and nothing doubled, over a whole station: watch, store and a real Alertmanager. TOCSIN_STATION_KILLS says
/// how often it is killed, if not 500 times.
class TestStationKill final : public QObject
{
    Q_OBJECT

private slots:
    void losesAndDoublesNothing()
    {
        const int kills
            = qEnvironmentVariableIsSet("TOCSIN_STATION_KILLS") ? qEnvironmentVariableIntValue("TOCSIN_STATION_KILLS") : 500;
        const unsigned seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        std::vector<std::unique_ptr<Lane>> lanes;
        std::vector<std::thread> threads;
        for (int i = 0; i < kLanes; ++i) {
            lanes.push_back(std::make_unique<Lane>((kills + kLanes - 1) / kLanes, seed + static_cast<unsigned>(i)));
        }
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
        std::size_t events = 0;
        std::size_t inFlight = 0;
        for (const std::unique_ptr<Lane> &lane : lanes) {
            for (const std::string &complaint : lane->complaints)
                qWarning("%s", complaint.c_str());
            QVERIFY2(lane->complaints.empty(), lane->complaints.empty() ? "" : lane->complaints.front().c_str());
            killed += lane->kills;
            done += lane->done;
            events += lane->events;
            inFlight += lane->wishesInFlight;
        }
        qInfo("%d kills, %zu actions shown as done, %zu events about acknowledgements, %zu times something was left to make good",
            killed, done, events, inFlight);
        QVERIFY2(done > static_cast<std::size_t>(killed), "The stations hardly acted: this proves nothing");
    }
};

QTEST_GUILESS_MAIN(TestStationKill)
#include "tst_station_kill.moc"
