// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/monitor/watch_output.h"
#include "models/session/message_door.h"
#include "models/store/store_thread.h"

#include <functional>

namespace tocsin {

/// Stands between the watch and the people: what happened is written down, and an action is shown as done only when its
/// event is on disk. Called on the watch thread; answers of the store come on the store thread; owned by the Session.
class Recorder
{
public:
    /// `written` is called on the store thread with each action whose events are on disk, or cannot be.
    Recorder(StoreThread &store, MessageDoor &door, std::function<void(ActionId)> written);

    /// Passes the changes on at once, but holds actions back until the events of the same output are on disk. When the
    /// disk fails they are shown as not recorded (decision 15).
    void record(WatchOutput output);

private:
    StoreThread &m_store;
    MessageDoor &m_door;
    const std::function<void(ActionId)> m_written;
};

} // namespace tocsin
