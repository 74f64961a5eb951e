// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/notify/notification.h"

#include <map>
#include <string>

namespace tocsin {

/// Somebody who can be told something.
struct Person {
    std::string name;                       ///< as rotas, policies and roles name them; unique
    std::string zone;                       ///< IANA name of where they live: the times in their messages are of there
    std::map<ChannelId, std::string> reach; ///< where to within each channel; empty text: the channel goes to them by itself

    friend bool operator==(const Person &, const Person &) = default;
};

} // namespace tocsin
