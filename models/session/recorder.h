// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/monitor/watch.h"
#include "models/session/message_door.h"
#include "models/store/store_thread.h"

namespace tocsin {

/// Stands between the watch and the people: what happened is written down, and an action is shown as done only when its
/// event is on disk. Called on the watch thread; answers of the store come on the store thread; owned by the Session.
class Recorder
{
public:
    Recorder(StoreThread &store, MessageDoor &door);

    /// Passes the changes on at once, but holds back actions that are confirmed until their events are on disk. When the
    /// disk fails they are shown as confirmed and not recorded (decision 15).
    void record(WatchOutput output);

private:
    StoreThread &m_store;
    MessageDoor &m_door;
};

} // namespace tocsin
