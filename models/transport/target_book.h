// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/evidence.h"
#include "models/domain/time.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace tocsin {

/// Remembers of each target (scheme, host, port, TLS options, proxy) when a connection to it was last made and what
/// certificate it last showed (decision 7). Watch thread; owned by the engine. Holds a limited number of targets; one
/// that was forgotten is only connected to afresh.
class TargetBook
{
public:
    explicit TargetBook(Duration freshEvery);

    /// Whether the next request must open a connection of its own. The answer yes is given once: until `connected` or
    /// `failed` for this target says how that went, other requests may use kept connections.
    bool claimsFresh(const std::string &target, Monotonic now);
    void connected(const std::string &target, Monotonic now, bool claimed, std::optional<CertificateFacts> certificate);
    void failed(const std::string &target, bool claimed);

    /// The how-manieth target this is; stays with it.
    std::size_t number(const std::string &target);

    /// What its last verified handshake showed.
    std::optional<CertificateFacts> certificate(const std::string &target) const;

private:
    struct Entry {
        std::size_t number = 0;
        std::optional<Monotonic> connectedAt;
        bool claimed = false;
        std::optional<CertificateFacts> certificate;
    };
    Entry &entry(const std::string &target);

    const Duration m_freshEvery;
    std::unordered_map<std::string, Entry> m_entries;
    std::size_t m_nextNumber = 0;
};

} // namespace tocsin
