// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/recorder.h"

#include <utility>

namespace tocsin {

Recorder::Recorder(StoreThread &store, MessageDoor &door, std::function<void(ActionId)> written)
    : m_store(store)
    , m_door(door)
    , m_written(std::move(written))
{
}

void Recorder::record(WatchOutput output)
{
    std::vector<ActionStatus> actions;
    if (!output.events.empty())
        actions = std::exchange(output.changes.actions, {});
    if (!output.changes.isEmpty())
        m_door.post(std::move(output.changes));
    if (!output.samples.empty())
        m_store.addSamples(std::move(output.samples));
    if (output.events.empty())
        return;
    m_store.append(std::move(output.events), [this, actions = std::move(actions)](const Result<void> &result) mutable {
        if (actions.empty())
            return;
        for (ActionStatus &action : actions) {
            action.recorded = result.has_value();
            m_written(action.id);
        }
        Changes changes;
        changes.actions = std::move(actions);
        m_door.post(std::move(changes));
    });
}

} // namespace tocsin
