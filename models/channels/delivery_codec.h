// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/domain/notify/notification.h"
#include "models/domain/reason.h"

#include <optional>
#include <string>
#include <variant>

namespace tocsin {

/// What can happen to a message, as the journal has it (models/store/README.md, kinds `message.*`).
namespace deliveries {

struct Asked {
    Notification message;
};
/// An attempt begins: written before anything leaves.
struct Sending {
    int attempt = 0;
};
struct Accepted {
    int attempt = 0;
    std::string receipt;
    std::string words;
};
struct Arrived {
};
/// An attempt failed, or, when `attempt` is 0, no other will be made.
struct Failed {
    int attempt = 0;
    std::string code;
    std::string reason; ///< English
    bool isFinal = false;
    bool mayHaveArrived = false;
    std::optional<Instant> retryAt;
};
struct Bundled {
    NotificationId into;
};

} // namespace deliveries

using DeliveryStep = std::variant<deliveries::Asked, deliveries::Sending, deliveries::Accepted, deliveries::Arrived,
    deliveries::Failed, deliveries::Bundled>;

/// The kinds of events that `readDelivery` understands, as an EventFilter takes them.
inline constexpr const char *deliveryKinds[] = {"message.*"};

std::string deliverySubject(const NotificationId &message); ///< `message/<id>`
std::string kindOf(const DeliveryStep &step);
/// A JSON object. `about` is the subject of the message, so that whoever follows that finds its messages.
std::string payloadOf(const DeliveryStep &step, const Notification &message);

struct DeliveryFact {
    NotificationId message;
    DeliveryStep step;
};

/// Total: any other event, or one that does not say what it must, gives nothing.
std::optional<DeliveryFact> readDelivery(const Event &event);

} // namespace tocsin
