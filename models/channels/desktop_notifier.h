// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/notify/notification.h"

#include <QCoro/QCoroTask>

#include <cstdint>
#include <string>

namespace tocsin {

/// What the desktop shows in a corner of the screen.
struct DesktopNotice {
    NotificationId id;
    std::string subject;
    std::string title;
    std::string text; ///< plain text; whoever shows it escapes it
    Urgency urgency = Urgency::Normal;
    bool canAcknowledge = false; ///< a button besides Open
};

/// Shows notices on the desktop that the person works at. `show` is called on the watch thread and continues there; it always
/// completes. What people press is reported to whoever made the notifier.
class DesktopNotifier
{
public:
    virtual ~DesktopNotifier() = default;
    /// The desktop's number of the notice; a later one with the same id takes its place.
    virtual QCoro::Task<Result<std::uint32_t>> show(DesktopNotice notice) = 0;
};

} // namespace tocsin
