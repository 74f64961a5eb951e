// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/monitor/watch_bench.h"

#include <QtGlobal>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tocsin::test {

namespace {

constexpr Phrase kRefused{"scripted_refused", QT_TRANSLATE_NOOP("Phrase", "connection refused")};

/// Waits until the test releases it.
struct Gate {
    std::vector<std::coroutine_handle<>> &waiting;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle) { waiting.push_back(handle); }
    void await_resume() const noexcept { }
};

class ScriptedCheck final : public Check
{
public:
    explicit ScriptedCheck(std::string name)
        : m_name(std::move(name))
    {
    }
    QCoro::Task<Observation> run() override
    {
        Stage::CheckScript &script = Stage::current->checks[m_name];
        script.begun.push_back(Stage::current->clock.monotonic());
        script.mostAtOnce = std::max(script.mostAtOnce, ++script.running);
        if (script.hangs) {
            Gate gate{script.waiting};
            co_await gate;
        }
        --script.running;
        Observation observation;
        observation.outcome = script.outcome;
        if (!script.next.empty()) {
            observation.outcome = script.next.front();
            script.next.pop_front();
        }
        if (observation.outcome != Outcome::Good)
            observation.reason = Reason(kRefused);
        observation.evidence.timings.total = std::chrono::milliseconds(42);
        co_return observation;
    }

private:
    std::string m_name;
};

bool isQuiet(const Alert &alert, const Stage::SourceScript &script)
{
    return std::any_of(script.wideSilences.begin(), script.wideSilences.end(), [&](const auto &entry) {
        return entry.second.until > Stage::current->clock.now() && allMatch(entry.second.matchers, alert.labels);
    });
}

AlertPtr quieted(const Alert &alert)
{
    auto quiet = std::make_shared<Alert>(alert);
    quiet->handling.silenced = true;
    return quiet;
}

/// With the silence that the server keeps, while it lasts by the server's clock.
AlertPtr asTold(const Stage::SourceScript &script, const AlertPtr &alert)
{
    const auto silence = script.silences.find(alert->key.externalId);
    if (silence == script.silences.end() || *silence->second.until <= Stage::current->clock.now() + script.skew)
        return alert;
    auto silenced = std::make_shared<Alert>(*alert);
    silenced->handling.silenced = true;
    silenced->acknowledgement = silence->second;
    return silenced;
}

class ScriptedSource final : public Source
{
public:
    explicit ScriptedSource(std::string name)
        : m_name(std::move(name))
    {
    }

    QCoro::Task<Result<SourceReading>> poll() override
    {
        Stage::SourceScript &script = Stage::current->sources[m_name];
        ++script.polls;
        if (script.hangs) {
            Gate gate{script.waiting};
            co_await gate;
        }
        if (script.error)
            co_return failure(*script.error, Reason(kRefused));
        SourceReading reading;
        reading.troubles = script.troubles;
        reading.isComplete = script.isComplete;
        reading.serverTime = Stage::current->clock.now() + script.skew;
        for (const AlertPtr &alert : script.alerts) {
            if (script.hidden.count(alert->key.externalId) > 0)
                continue;
            const AlertPtr told = asTold(script, alert);
            reading.alerts.push_back(told == alert && isQuiet(*alert, script) ? quieted(*alert) : told);
        }
        co_return reading;
    }

    QCoro::Task<Result<Acknowledgement>> acknowledge(AcknowledgeRequest request) override
    {
        Stage::SourceScript &script = Stage::current->sources[m_name];
        const std::string id = request.alert->key.externalId;
        script.log.push_back(request.renews.isEmpty() ? "ack " + id : "renew " + id + " " + request.renews.text());
        if (script.holdsAcks) {
            Gate gate{script.acksWaiting};
            co_await gate;
        }
        if (script.ackError)
            co_return failure(*script.ackError, Reason(kRefused));
        request.until += script.skew;
        if (request.renewedUntil && script.endedElsewhere.count(request.renews.text()) > 0)
            co_return failure(ErrorKind::Cancelled, Reason(kRefused));
        Acknowledgement made{request.person, request.comment, Stage::current->clock.now(), request.until, request.renews, true,
            request.wishedUntil};
        if (script.silences.count(id) == 0)
            made.silence = SilenceId("s" + std::to_string(script.log.size()));
        script.silences.insert_or_assign(id, made);
        co_return made;
    }

    QCoro::Task<Result<Acknowledgement>> unacknowledge(AlertPtr alert, std::string, EndOf what) override
    {
        Stage::SourceScript &script = Stage::current->sources[m_name];
        const std::string id = alert->key.externalId;
        const std::string silence = alert->acknowledgement ? alert->acknowledgement->silence.text() : "?";
        script.log.push_back((what == EndOf::Everything ? "end " : "endown ") + id + " " + silence);
        if (script.holdsAcks) {
            Gate gate{script.acksWaiting};
            co_await gate;
        }
        if (script.ackError)
            co_return failure(*script.ackError, Reason(kRefused));
        script.silences.erase(id);
        co_return Acknowledgement();
    }

    QCoro::Task<Result<Silence>> silence(SilenceRequest request) override
    {
        Stage::SourceScript &script = Stage::current->sources[m_name];
        if (script.silencingHangs) {
            Gate gate{script.waiting};
            co_await gate;
        }
        script.log.push_back("silence " + request.comment);
        if (script.silenceError)
            co_return failure(*script.silenceError, Reason(kRefused));
        const SilenceId id("w" + std::to_string(script.log.size()));
        script.wideSilences.insert_or_assign(id.text(), request);
        co_return Silence{id, request.person, request.comment, Stage::current->clock.now(), request.until, true};
    }

    QCoro::Task<Result<Silence>> endSilence(SilenceId id, SilenceRequest made) override
    {
        Stage::SourceScript &script = Stage::current->sources[m_name];
        for (const auto &[name, silence] : script.wideSilences) {
            if (id.isEmpty() && silence.comment == made.comment && silence.person == made.person)
                id = SilenceId(name);
        }
        script.log.push_back("end silence " + id.text());
        if (script.silenceError)
            co_return failure(*script.silenceError, Reason(kRefused));
        script.wideSilences.erase(id.text());
        co_return Silence{id, {}, {}, {}, {}, false};
    }

    AlertPtr known(const AlertKey &key) const override
    {
        const Stage::SourceScript &script = Stage::current->sources[m_name];
        const auto it
            = std::find_if(script.alerts.begin(), script.alerts.end(), [&](const AlertPtr &alert) { return alert->key == key; });
        return it == script.alerts.end() ? nullptr : asTold(script, *it);
    }

    QCoro::Task<Result<std::vector<Series>>> query(std::string expression) override
    {
        if (expression == "broken")
            throw std::runtime_error("out of range");
        Stage::SourceScript &script = Stage::current->sources[m_name];
        if (script.hangs) {
            Gate gate{script.waiting};
            co_await gate;
        }
        const auto &answers = script.answers; // const: a task moves away what it returns where it can
        const auto it = answers.find(expression);
        if (it == answers.end())
            co_return std::vector<Series>();
        co_return it->second;
    }

    QCoro::Task<Result<std::vector<Series>>> queryRange(
        std::string expression, Instant start, Instant end, Duration step) override
    {
        Series series;
        for (Instant at = start; at <= end; at += step)
            series.samples.push_back(Sample{at, 1.0});
        if (Stage::current->sources[m_name].answers.count(expression) == 0)
            co_return std::vector<Series>();
        co_return std::vector<Series>{series};
    }

private:
    std::string m_name;
};

class NoHttp final : public Http
{
public:
    QCoro::Task<Result<HttpResponse>> send(HttpRequest) override { co_return failure(ErrorKind::Refused, Reason(kRefused)); }
};

class ScriptedTcp final : public TcpConnector
{
public:
    QCoro::Task<Result<Evidence>> connectTo(std::string, Duration) override
    {
        ++Stage::current->knocks;
        if (Stage::current->beaconsAnswer)
            co_return Evidence();
        co_return failure(ErrorKind::Unreachable, Reason(kRefused));
    }
};

class InPlace final : public Offload
{
public:
    void submit(std::function<void()> job, std::function<void()> done) override
    {
        job();
        done();
    }
};

class NoSecrets final : public SecretsLookup
{
public:
    Result<Secret> secret(const SecretReference &) const override { return Secret(); }
};

std::unique_ptr<Check> makeCheck(const CheckConfig &config, const CheckTools &)
{
    return std::make_unique<ScriptedCheck>(config.name);
}

std::unique_ptr<Source> makeSource(const SourceConfig &config, const SourceTools &)
{
    return std::make_unique<ScriptedSource>(config.name);
}

} // namespace

Stage *Stage::current = nullptr;

void Stage::release(std::vector<std::coroutine_handle<>> &waiting)
{
    for (std::coroutine_handle<> handle : std::exchange(waiting, {}))
        handle.resume();
}

std::span<const CheckKind> scriptedCheckKinds()
{
    static const CheckKind kinds[] = {{KindOfSection{"scripted", "", {}, nullptr, nullptr}, &makeCheck}};
    return kinds;
}

std::span<const SourceKind> scriptedSourceKinds()
{
    static const SourceKind kinds[] = {{KindOfSection{"scripted", "", {}, nullptr, nullptr}, &makeSource,
        [](const Settings &settings) { return settings.boolean("alerts", true); }}};
    return kinds;
}

struct WatchBench::Doubles {
    NoHttp http;
    ScriptedTcp tcp;
    InPlace offload;
    NoSecrets secrets;
};

WatchBench::WatchBench()
    : m_doubles(std::make_unique<Doubles>())
{
    Stage::current = &stage;
    config.shop = "Example Shop";
}

WatchBench::~WatchBench()
{
    end();
    Stage::current = nullptr;
}

ServiceConfig &WatchBench::addService(const std::string &name, const std::string &alerts)
{
    ServiceConfig &service = config.services.emplace_back();
    service.name = name;
    service.alerts = alerts;
    return service;
}

CheckConfig &WatchBench::addCheck(ServiceConfig &service, const std::string &name, Duration interval, const std::string &url)
{
    CheckConfig &check = service.checks.emplace_back();
    check.name = name;
    check.type = "scripted";
    check.policy.interval = interval;
    check.settings.set("url", url);
    return check;
}

void WatchBench::addSource(const std::string &name, Duration interval)
{
    SourceConfig &source = config.sources.emplace_back();
    source.name = name;
    source.type = "scripted";
    source.policy.interval = interval;
}

void WatchBench::start(Watch::Options options)
{
    const CheckTools checkTools{m_doubles->http, m_doubles->tcp, stage.clock, m_doubles->secrets};
    const SourceTools sourceTools{m_doubles->http, m_doubles->offload, stage.clock, m_doubles->secrets};
    const EventMaker maker = [this](std::string subject, std::string kind, std::string payload, std::string author) {
        Event event;
        event.id = EventId(std::to_string(++m_eventNumber));
        event.time = LogicalTime{stage.clock.now().time_since_epoch().count(), static_cast<std::uint32_t>(m_eventNumber)};
        event.author = std::move(author);
        event.subject = std::move(subject);
        event.kind = std::move(kind);
        event.payload = std::move(payload);
        return event;
    };
    watch = std::make_unique<Watch>(
        config, Watch::Tools{checkTools, sourceTools, scriptedCheckKinds(), scriptedSourceKinds(), maker}, options, before);
    take();
}

void WatchBench::end()
{
    if (!watch)
        return;
    watch->stop();
    for (auto &[name, script] : stage.checks)
        stage.release(script.waiting);
    for (auto &[name, script] : stage.sources)
        stage.release(script.waiting);
    watch.reset();
}

void WatchBench::run(Duration duration)
{
    const Monotonic end = stage.clock.monotonic() + duration;
    while (true) {
        const Monotonic next = watch->advance();
        take();
        const Monotonic now = stage.clock.monotonic();
        if (now >= end)
            return;
        stage.clock.advance(std::max(Duration(1), std::min(next, end) - now));
    }
}

void WatchBench::step()
{
    watch->advance();
    take();
}

void WatchBench::take()
{
    WatchOutput output = watch->takeOutput();
    board.apply(output.changes);
    events.insert(events.end(), output.events.begin(), output.events.end());
    samples.insert(samples.end(), output.samples.begin(), output.samples.end());
}

std::vector<Event> WatchBench::eventsOf(const std::string &subject, const std::string &kind) const
{
    std::vector<Event> found;
    std::copy_if(events.begin(), events.end(), std::back_inserter(found),
        [&](const Event &event) { return event.subject == subject && event.kind == kind; });
    return found;
}

AlertPtr makeAlert(
    const std::string &source, const std::string &id, const std::string &service, Severity severity, bool canAcknowledge)
{
    auto alert = std::make_shared<Alert>();
    alert->key = AlertKey{SourceId(source), id};
    alert->name = "Alert " + id;
    alert->severity = severity;
    alert->severityText = std::string(severityWord(severity));
    alert->startsAt = Instant(std::chrono::seconds(1'795'235'800));
    alert->labels = Labels{{"alertname", "Alert"}, {"service", service}, {"instance", id}};
    alert->actions.acknowledge = canAcknowledge;
    return alert;
}

} // namespace tocsin::test
