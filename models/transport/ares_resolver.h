// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/dns_resolver.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tocsin {

/// Asks name servers by c-ares, on a thread of its own that is started with the first question: all questions are under way at
/// once. `ask`, `takeFinished` and `finish` are for the watch thread; `onFinished` is called on the resolver's thread and must
/// only wake somebody. Owned by the engine.
class AresResolver
{
public:
    using Done = std::function<void(Result<DnsAnswer>)>;

    AresResolver(const Clock &clock, std::function<void()> onFinished);
    AresResolver(const AresResolver &) = delete;
    AresResolver &operator=(const AresResolver &) = delete;
    ~AresResolver();

    void ask(DnsQuestion question, Duration timeout, Done done);
    std::vector<std::function<void()>> takeFinished(); ///< what calls the `done`s of answered questions
    void finish(); ///< cancels what is under way and waits for the thread; ask no more after it

private:
    struct Lookup;
    void run();
    bool takeNew(std::vector<std::unique_ptr<Lookup>> &active); ///< false: the end
    void serve(std::vector<std::unique_ptr<Lookup>> &active);
    void handOver(std::unique_ptr<Lookup> lookup);
    void wake() const noexcept;

    const Clock &m_clock;
    const std::function<void()> m_onFinished;
    int m_wake = -1;    ///< eventfd
    std::mutex m_mutex; // guards what follows but the thread
    std::vector<std::unique_ptr<Lookup>> m_new;
    std::vector<std::function<void()>> m_finished;
    bool m_ending = false;
    std::jthread m_thread;
};

} // namespace tocsin
