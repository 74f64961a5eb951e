// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/target_book.h"

namespace tocsin {

namespace {

// Far above any shop: what grows here without end can only be hosts that redirects made up.
constexpr std::size_t kMaxTargets = 20'000;

} // namespace

TargetBook::TargetBook(Duration freshEvery)
    : m_freshEvery(freshEvery)
{
}

bool TargetBook::claimsFresh(const std::string &target, Monotonic now)
{
    Entry &known = entry(target);
    if (known.claimed || (known.connectedAt && now - *known.connectedAt < m_freshEvery))
        return false;
    known.claimed = true;
    return true;
}

void TargetBook::connected(const std::string &target, Monotonic now, bool claimed, std::optional<CertificateFacts> certificate)
{
    Entry &known = entry(target);
    known.connectedAt = now;
    if (claimed)
        known.claimed = false;
    if (certificate)
        known.certificate = std::move(certificate);
}

void TargetBook::failed(const std::string &target, bool claimed)
{
    // A target that refuses new connections must not look well through an old one: the next request tries again.
    Entry &known = entry(target);
    known.connectedAt.reset();
    if (claimed)
        known.claimed = false;
}

std::size_t TargetBook::number(const std::string &target)
{
    return entry(target).number;
}

std::optional<CertificateFacts> TargetBook::certificate(const std::string &target) const
{
    const auto found = m_entries.find(target);
    return found == m_entries.end() ? std::nullopt : found->second.certificate;
}

TargetBook::Entry &TargetBook::entry(const std::string &target)
{
    const auto found = m_entries.find(target);
    if (found != m_entries.end())
        return found->second;
    if (m_entries.size() >= kMaxTargets)
        m_entries.erase(m_entries.begin());
    Entry &made = m_entries[target];
    made.number = m_nextNumber++;
    return made;
}

} // namespace tocsin
