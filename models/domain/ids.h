// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace tocsin {

/// A name that cannot be mistaken for another kind of name.
template<typename Tag> class Id
{
public:
    Id() = default;
    explicit Id(std::string text)
        : m_text(std::move(text))
    {
    }
    const std::string &text() const { return m_text; }
    bool isEmpty() const { return m_text.empty(); }
    friend auto operator<=>(const Id &, const Id &) = default;

private:
    std::string m_text;
};

using ServiceId = Id<struct ServiceTag>; ///< the service's name
using SourceId = Id<struct SourceTag>;   ///< the source's name
using CheckId = Id<struct CheckTag>;     ///< `service/check`
using EventId = Id<struct EventTag>;     ///< a UUIDv7 in its text form
using ActionId = Id<struct ActionTag>;   ///< one wish of a person, from the key press to its confirmation
using SilenceId = Id<struct SilenceTag>; ///< the source's own

/// Identity of an alert: the source and the source's own fingerprint or id, never name and host.
struct AlertKey {
    SourceId source;
    std::string externalId;
    friend auto operator<=>(const AlertKey &, const AlertKey &) = default;
};

} // namespace tocsin

template<typename Tag> struct std::hash<tocsin::Id<Tag>> {
    std::size_t operator()(const tocsin::Id<Tag> &id) const noexcept { return std::hash<std::string>{}(id.text()); }
};

template<> struct std::hash<tocsin::AlertKey> {
    std::size_t operator()(const tocsin::AlertKey &key) const noexcept
    {
        return std::hash<std::string>{}(key.externalId) * 31 + std::hash<tocsin::SourceId>{}(key.source);
    }
};
