// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/notification.h"

#include <string>

namespace tocsin {

/// A channel as people see it.
struct ChannelView {
    ChannelId id;
    std::string type;
    bool leavesStation = true; ///< false: shown or heard at this station only

    friend bool operator==(const ChannelView &, const ChannelView &) = default;
};

} // namespace tocsin
