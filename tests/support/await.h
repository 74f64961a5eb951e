// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/transport.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>

namespace tocsin::test {

template<typename T> QCoro::Task<> storeResult(QCoro::Task<T> task, std::shared_ptr<std::optional<T>> result)
{
    T value = co_await task;
    result->emplace(std::move(value));
}

/// A task under observation: whether it has completed, and with what.
template<typename T> class Pending
{
public:
    explicit Pending(QCoro::Task<T> task)
        : m_task(storeResult<T>(std::move(task), m_result))
    {
    }
    bool isReady() const { return m_result->has_value(); }
    /// Throws when it is not ready, which fails a QtTest test with this sentence.
    T &result()
    {
        if (!isReady())
            throw std::logic_error("the task has not completed");
        return **m_result;
    }

private:
    std::shared_ptr<std::optional<T>> m_result = std::make_shared<std::optional<T>>();
    QCoro::Task<> m_task;
};

/// The result of a task that has completed already, as with the scripted doubles.
template<typename T> T resultOf(QCoro::Task<T> task)
{
    Pending<T> pending(std::move(task));
    return std::move(pending.result());
}

/// Runs the transport until `isDone` says so; false when that took longer than `atMost` of real time.
template<typename Predicate> bool runUntil(Transport &transport, Predicate isDone, Duration atMost = std::chrono::seconds(20))
{
    const auto end = std::chrono::steady_clock::now() + atMost;
    while (!isDone()) {
        if (std::chrono::steady_clock::now() >= end)
            return false;
        transport.runFor(std::chrono::milliseconds(50));
    }
    return true;
}

/// Runs a task to its end. Throws when that takes longer than `atMost` of real time.
template<typename T> T await(Transport &transport, QCoro::Task<T> task, Duration atMost = std::chrono::seconds(20))
{
    Pending<T> pending(std::move(task));
    runUntil(
        transport, [&pending] { return pending.isReady(); }, atMost);
    return std::move(pending.result());
}

} // namespace tocsin::test
