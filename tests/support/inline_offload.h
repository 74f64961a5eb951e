// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/offload.h"

namespace tocsin::test {

/// Runs job and `done` at once, on the calling thread.
class InlineOffload final : public Offload
{
public:
    void submit(std::function<void()> job, std::function<void()> done) override
    {
        ++m_jobs;
        job();
        done();
    }
    int jobs() const { return m_jobs; }

private:
    int m_jobs = 0;
};

} // namespace tocsin::test
