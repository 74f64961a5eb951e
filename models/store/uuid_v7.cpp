// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/uuid_v7.h"

#include <array>
#include <cstdio>
#include <random>

namespace tocsin {

namespace {

constexpr std::uint32_t kCounterEnd = 0x1000;    // 12 bits
constexpr std::uint32_t kCounterStarts = 0x0800; // room to count up in the same millisecond
constexpr std::uint64_t kVariant = 0x8000'0000'0000'0000;
constexpr std::uint64_t kVariantMask = 0x3fff'ffff'ffff'ffff;

std::uint64_t random64()
{
    static_assert(std::random_device::min() == 0 && std::random_device::max() == 0xffff'ffff);
    std::random_device device;
    return (std::uint64_t(device()) << 32) | device();
}

} // namespace

EventId UuidV7::next(Instant now)
{
    const std::uint64_t random = random64();
    const std::int64_t milliseconds = now.time_since_epoch().count();
    if (milliseconds > m_milliseconds) {
        m_milliseconds = milliseconds;
        m_counter = static_cast<std::uint32_t>(random64() % kCounterStarts);
    } else if (++m_counter == kCounterEnd) {
        ++m_milliseconds;
        m_counter = 0;
    }
    const std::uint64_t low = (random & kVariantMask) | kVariant;
    std::array<char, 37> text{};
    std::snprintf(text.data(), text.size(), "%08x-%04x-7%03x-%04x-%012llx", static_cast<unsigned>(m_milliseconds >> 16),
        static_cast<unsigned>(m_milliseconds & 0xffff), m_counter, static_cast<unsigned>(low >> 48),
        static_cast<unsigned long long>(low & 0xffff'ffff'ffff));
    return EventId(text.data());
}

} // namespace tocsin
