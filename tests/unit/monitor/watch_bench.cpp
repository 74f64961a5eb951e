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
        for (const AlertPtr &alert : script.alerts) {
            const auto silence = script.silences.find(alert->key.externalId);
            const bool isSilenced = silence != script.silences.end() && *silence->second.until > Stage::current->clock.now();
            if (!isSilenced) {
                reading.alerts.push_back(isQuiet(*alert, script) ? quieted(*alert) : alert);
                continue;
            }
            auto silenced = std::make_shared<Alert>(*alert);
            silenced->handling.silenced = true;
            silenced->acknowledgement = silence->second;
            reading.alerts.push_back(std::move(silenced));
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
        if (request.renewedUntil && script.endedElsewhere.count(request.renews.text()) > 0)
            co_return failure(ErrorKind::Cancelled, Reason(kRefused));
        Acknowledgement made{request.person, request.comment, Stage::current->clock.now(), request.until, request.renews, true};
        if (script.silences.count(id) == 0)
            made.silence = SilenceId("s" + std::to_string(script.log.size()));
        script.silences.insert_or_assign(id, made);
        co_return made;
    }

    QCoro::Task<Result<Acknowledgement>> unacknowledge(AlertPtr alert, std::string) override
    {
        Stage::SourceScript &script = Stage::current->sources[m_name];
        const std::string id = alert->key.externalId;
        const std::string silence = alert->acknowledgement ? alert->acknowledgement->silence.text() : "?";
        script.log.push_back("end " + id + " " + silence);
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

    QCoro::Task<Result<Silence>> endSilence(SilenceId id) override
    {
        Stage::SourceScript &script = Stage::current->sources[m_name];
        script.log.push_back("end silence " + id.text());
        if (script.silenceError)
            co_return failure(*script.silenceError, Reason(kRefused));
        script.wideSilences.erase(id.text());
        co_return Silence{id, {}, {}, {}, {}, false};
    }

    QCoro::Task<Result<std::vector<Series>>> query(std::string expression) override
    {
        if (expression == "broken")
            throw std::runtime_error("out of range");
