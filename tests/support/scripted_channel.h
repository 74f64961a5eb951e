// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace tocsin::test {

/// What all channels of type `scripted` do, and what they were given. Outlives them; owned by a test, on its thread.
struct ChannelScript {
    struct Given {
        std::string channel;
        OutgoingMessage message;
        bool mayHaveArrived = true; ///< as far as anybody at the station could ever know
    };
    std::vector<Given> given;
    std::deque<Sent> answers;      ///< the next ones; afterwards everything is taken
    std::vector<Arrival> arrivals; ///< what `follow` answers, the last one for ever; none: it cannot be followed
    bool holds = false;
    std::vector<std::coroutine_handle<>> waiting;

    void release()
    {
        holds = false;
        for (const std::coroutine_handle<> handle : std::exchange(waiting, {}))
            handle.resume();
    }
    std::vector<std::string> titles() const
    {
        std::vector<std::string> all;
        for (const Given &each : given)
            all.push_back(each.message.title());
        return all;
    }
};

inline ChannelScript *&theScript()
{
    static ChannelScript *script = nullptr;
    return script;
}

class ScriptedChannel final : public Channel
{
public:
    explicit ScriptedChannel(std::string name)
        : m_name(std::move(name))
    {
    }

    QCoro::Task<Sent> send(OutgoingMessage message) override
    {
        struct Held {
            ChannelScript &script;
            bool await_ready() const { return !script.holds; }
            void await_suspend(std::coroutine_handle<> handle) { script.waiting.push_back(handle); }
            void await_resume() const { }
        };
        ChannelScript &script = *theScript();
        const std::size_t index = script.given.size();
        script.given.push_back({m_name, std::move(message), true});
        Held held{script};
        co_await held;
        if (script.answers.empty()) {
            Receipt receipt;
            receipt.id = "r" + std::to_string(script.given.size());
            co_return receipt;
        }
        Sent answer = std::move(script.answers.front());
        script.answers.pop_front();
        script.given[index].mayHaveArrived = answer || answer.error().mayHaveArrived;
        co_return answer;
    }

    QCoro::Task<Result<Arrival>> follow(Receipt receipt, std::string to) override
    {
        ChannelScript &script = *theScript();
        if (script.arrivals.empty()) {
            Result<Arrival> cannot = co_await Channel::follow(std::move(receipt), std::move(to));
            co_return cannot;
        }
        const Arrival arrival = script.arrivals.front();
        if (script.arrivals.size() > 1)
            script.arrivals.erase(script.arrivals.begin());
        co_return arrival;
    }

private:
    const std::string m_name;
};

/// A kind of channel that does what `theScript()` says.
inline ChannelKind scriptedKind()
{
    return {{"scripted", "Of a test.", {}}, [](const ChannelConfig &config, const ChannelTools &) -> std::unique_ptr<Channel> {
                return std::make_unique<ScriptedChannel>(config.name);
            }};
}

inline SendFailure refusedBecause(const Phrase &phrase, bool isFinal = false, bool mayHaveArrived = false)
{
    SendFailure failed;
    failed.error = Error{ErrorKind::Http, Reason(phrase), {}};
    failed.isFinal = isFinal;
    failed.mayHaveArrived = mayHaveArrived;
    return failed;
}

} // namespace tocsin::test
