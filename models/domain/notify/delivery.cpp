// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/notify/delivery.h"

#include <QtGlobal>

#include <array>

namespace tocsin {

namespace {

struct Name {
    std::string_view word;
    Phrase phrase;
};

constexpr std::array<Name, 7> kNames{{
    {"waiting", {"delivery_waiting", QT_TRANSLATE_NOOP("Phrase", "waiting")}},
    {"underway", {"delivery_underway", QT_TRANSLATE_NOOP("Phrase", "on its way")}},
    {"accepted", {"delivery_accepted", QT_TRANSLATE_NOOP("Phrase", "taken")}},
    {"arrived", {"delivery_arrived", QT_TRANSLATE_NOOP("Phrase", "arrived")}},
    {"failed", {"delivery_failed", QT_TRANSLATE_NOOP("Phrase", "not delivered")}},
    {"bundled", {"delivery_bundled", QT_TRANSLATE_NOOP("Phrase", "within another message")}},
    {"rehearsed", {"delivery_rehearsed", QT_TRANSLATE_NOOP("Phrase", "drill: not sent")}},
}};

} // namespace

std::string_view deliveryWord(DeliveryState state)
{
    return kNames[static_cast<std::size_t>(state)].word;
}

Reason deliveryName(DeliveryState state)
{
    return Reason(kNames[static_cast<std::size_t>(state)].phrase);
}

} // namespace tocsin
