// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoro/QCoroTask>

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace tocsin {

/// Takes long work off the watch thread: the reading of a large body. `submit` is called on the watch thread; `job` runs
/// on a worker, then `done` on the watch thread. Both always run, also when the program stops.
class Offload
{
public:
    virtual ~Offload() = default;
    virtual void submit(std::function<void()> job, std::function<void()> done) = 0;
};

/// Bodies above this size are worth a trip to the worker.
inline constexpr std::size_t offloadAboveBytes = 64u << 10;

/// Runs `work` on the worker and continues on the watch thread with what it returned.
template<typename Work> class Offloaded
{
public:
    using Value = std::invoke_result_t<Work &>;

    Offloaded(Offload &offload, Work work)
        : m_offload(offload)
        , m_work(std::move(work))
    {
    }
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        m_offload.submit([this] { m_value.emplace(m_work()); }, [handle]() mutable { handle.resume(); });
    }
    Value await_resume() { return std::move(*m_value); }

private:
    Offload &m_offload;
    Work m_work;
    std::optional<Value> m_value;
};

} // namespace tocsin
