// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/recorder.h"

#include <algorithm>

namespace tocsin {

Recorder::Recorder(StoreThread &store, MessageDoor &door)
    : m_store(store)
    , m_door(door)
{
}

void Recorder::record(WatchOutput output)
{
    std::vector<ActionStatus> done;
    if (!output.events.empty()) {
        const auto isDone = [](const ActionStatus &action) { return action.progress != ActionStatus::Progress::Pending; };
        auto &actions = output.changes.actions;
        const auto firstDone = std::stable_partition(actions.begin(), actions.end(), [&](const ActionStatus &a) { return !isDone(a); });
        done.assign(firstDone, actions.end());
        actions.erase(firstDone, actions.end());
    }
    if (!output.changes.isEmpty())
        m_door.post(std::move(output.changes));
    if (!output.samples.empty())
        m_store.addSamples(std::move(output.samples));
    if (output.events.empty())
        return;
    m_store.append(std::move(output.events), [this, done = std::move(done)](const Result<void> &written) mutable {
        for (ActionStatus &action : done)
            action.recorded = written.has_value();
        if (done.empty())
            return;
        Changes changes;
        changes.actions = std::move(done);
        m_door.post(std::move(changes));
    });
}

} // namespace tocsin
