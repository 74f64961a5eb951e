// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/incident_keys.h"
#include "models/domain/key_table.h"

#include <array>

/// The keys of the sections that are the same for every kind. Kinds bring their own (decision 19).
namespace tocsin::config_keys {

inline constexpr double kDay = 86'400;

inline constexpr Key kInterval{.name = "interval",
    .type = KeyType::Duration,
    .help = "How often to look.",
    .fallback = "30s",
    .minimum = 0.1,
    .maximum = 31 * kDay};
inline constexpr Key kTimeout{.name = "timeout",
    .type = KeyType::Duration,
    .help = "How long one look may take.",
    .fallback = "5s",
    .minimum = 0.01,
    .maximum = 600};
inline constexpr Key kFailureThreshold{.name = "failure_threshold",
    .type = KeyType::Integer,
    .help = "Failures in a row before DOWN.",
    .fallback = "3",
    .minimum = 1,
    .maximum = 1000};
inline constexpr Key kSuccessThreshold{.name = "success_threshold",
    .type = KeyType::Integer,
    .help = "Successes in a row before OK again.",
    .fallback = "2",
    .minimum = 1,
    .maximum = 1000};
inline constexpr Key kStaleAfter{.name = "stale_after",
    .type = KeyType::Integer,
    .help = "Intervals without valid proof before UNKNOWN.",
    .fallback = "3",
    .minimum = 1,
    .maximum = 1000};

inline constexpr std::array kDefaults{kInterval, kTimeout, kFailureThreshold, kSuccessThreshold, kStaleAfter};

/// Of every check, beside the keys of its kind.
inline constexpr std::array kCheck{
    Key{.name = "type", .help = "Kind of the check.", .required = true},
    Key{.name = "name", .help = "Name that people read; unique within the service.", .fallback = "made from type and target"},
    kInterval,
    kTimeout,
    kFailureThreshold,
    kSuccessThreshold,
    kStaleAfter,
};

/// Of every source, beside the keys of its kind.
inline constexpr std::array kSource{
    Key{.name = "name", .help = "Name that people read; unique.", .required = true},
    Key{.name = "type", .help = "Kind of the source.", .required = true},
    kInterval,
    kTimeout,
    kFailureThreshold,
    kSuccessThreshold,
    kStaleAfter,
};

/// Of every channel, beside the keys of its kind.
inline constexpr std::array kChannel{
    Key{.name = "name", .help = "Name that people read; unique.", .required = true},
    Key{.name = "type", .help = "Kind of the channel.", .required = true},
    Key{.name = "timeout",
        .type = KeyType::Duration,
        .help = "How long one attempt may take.",
        .fallback = "15s",
        .minimum = 0.1,
        .maximum = 600},
    Key{.name = "per_minute",
        .type = KeyType::Integer,
        .help = "How many messages a minute one recipient gets; what is beyond goes together as one.",
        .fallback = "6",
        .minimum = 1,
        .maximum = 600},
};

inline constexpr std::array kMetric{
    Key{.name = "name", .help = "Name that people read; unique within the service.", .required = true},
    Key{.name = "source", .help = "Name of the source to ask.", .required = true},
    Key{.name = "query", .help = "Query in the source's own language.", .required = true},
    Key{.name = "unit", .help = "Written behind the number."},
    Key{.name = "headline", .type = KeyType::Boolean, .help = "Whether this is the number on the tile.", .fallback = "false"},
    Key{.name = "interval",
        .type = KeyType::Duration,
        .help = "How often to ask.",
        .fallback = "the source's",
        .minimum = 0.1,
        .maximum = 31 * kDay},
};

inline constexpr std::array kService{
    Key{.name = "name", .help = "A capability of the shop that a customer would name; unique.", .required = true},
    Key{.name = "tier",
        .type = KeyType::Integer,
        .help = "How much hangs on it; 1 means no shop without it.",
        .fallback = "2",
        .minimum = 1,
        .maximum = 9},
    Key{.name = "alerts", .type = KeyType::Matchers, .help = "Label matchers: which alerts belong to this tile."},
    Key{.name = "depends_on", .type = KeyType::TextList, .help = "Names of the services that it stands on."},
    Key{.name = "checks", .type = KeyType::SectionList, .help = "Tocsin's own tests."},
    Key{.name = "metrics", .type = KeyType::SectionList, .help = "Numbers from sources.", .section = kMetric},
};

inline constexpr std::array kMaintenance{
    Key{.name = "services", .type = KeyType::TextList, .help = "Names of the services concerned.", .fallback = "the whole shop"},
    Key{.name = "start", .type = KeyType::Instant, .help = "Begin of the window.", .required = true},
    Key{.name = "duration",
        .type = KeyType::Duration,
        .help = "Length of the window.",
        .required = true,
        .minimum = 1,
        .maximum = 366 * kDay},
    Key{.name = "reason", .help = "What is done; shown on the tile."},
};

inline constexpr std::array kTop{
    Key{.name = "shop", .help = "Name of the shop.", .fallback = "Shop"},
    Key{.name = "currency", .help = "Currency of amounts, such as EUR."},
    Key{.name = "person", .help = "Who acts at this station.", .fallback = "the login name"},
    Key{.name = "beacons",
        .type = KeyType::TextList,
        .help = "Addresses host:port outside of the shop; when none answers, this station is blind."},
    Key{.name = "defaults",
        .type = KeyType::Section,
        .help = "What checks and sources use that do not say it themselves.",
        .section = kDefaults},
    Key{.name = "sources", .type = KeyType::SectionList, .help = "Monitoring systems to poll."},
    Key{.name = "services", .type = KeyType::SectionList, .help = "The capabilities of the shop, a tile each."},
    Key{.name = "channels", .type = KeyType::SectionList, .help = "Places that messages go to: mail, push, chat."},
    Key{.name = "maintenance",
        .type = KeyType::SectionList,
        .help = "Planned times at which failures are expected.",
        .section = kMaintenance},
    Key{.name = "incidents",
        .type = KeyType::Section,
        .help = "What the shop has laid down for its incidents.",
        .section = kIncidents},
};

} // namespace tocsin::config_keys
