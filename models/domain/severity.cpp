// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/severity.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tocsin {

namespace {

constexpr std::array<std::string_view, 6> kWords{"none", "info", "unmapped", "warning", "major", "critical"};

struct KnownWord {
    std::string_view word;
    Severity severity;
};

// The words met in the wild, in lower case.
constexpr KnownWord kKnownWords[] = {
    {"critical", Severity::Critical},
    {"crit", Severity::Critical},
    {"page", Severity::Critical},
    {"fatal", Severity::Critical},
    {"emergency", Severity::Critical},
    {"disaster", Severity::Critical},
    {"down", Severity::Critical},
    {"major_outage", Severity::Critical},
    {"full_outage", Severity::Critical},
    {"service_outage", Severity::Critical},
    {"p1", Severity::Critical},
    {"sev1", Severity::Critical},
    {"major", Severity::Major},
    {"high", Severity::Major},
    {"error", Severity::Major},
    {"partial_outage", Severity::Major},
    {"service_disruption", Severity::Major},
    {"p2", Severity::Major},
    {"sev2", Severity::Major},
    {"warning", Severity::Warning},
    {"warn", Severity::Warning},
    {"average", Severity::Warning},
    {"medium", Severity::Warning},
    {"minor", Severity::Warning},
    {"degraded_performance", Severity::Warning},
    {"unconfirmed_down", Severity::Warning},
    {"p3", Severity::Warning},
    {"sev3", Severity::Warning},
    {"info", Severity::Info},
    {"information", Severity::Info},
    {"informational", Severity::Info},
    {"notice", Severity::Info},
    {"low", Severity::Info},
    {"maintenance", Severity::Info},
    {"service_information", Severity::Info},
    {"p4", Severity::Info},
    {"p5", Severity::Info},
    {"sev4", Severity::Info},
    {"sev5", Severity::Info},
    {"none", Severity::None},
};

std::string lowered(std::string_view word)
{
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return lower;
}

} // namespace

std::string_view severityWord(Severity severity)
{
    return kWords.at(static_cast<std::size_t>(severity));
}

std::optional<Severity> severityFromWord(std::string_view word)
{
    const auto it = std::find(kWords.begin(), kWords.end(), word);
    return it == kWords.end() ? std::nullopt : std::optional(static_cast<Severity>(it - kWords.begin()));
}

SeverityMap::SeverityMap()
{
    for (const auto &[word, severity] : kKnownWords)
        m_words.emplace(word, severity);
}

void SeverityMap::set(std::string_view word, Severity severity)
{
    m_words.insert_or_assign(lowered(word), severity);
}

Severity SeverityMap::severity(std::string_view word) const
{
    const auto it = m_words.find(lowered(word));
    return it == m_words.end() ? Severity::Unmapped : it->second;
}

std::optional<State> stateOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
    case Severity::Major:
        return State::Down;
    case Severity::Warning:
    case Severity::Unmapped:
        return State::Degraded;
    case Severity::Info:
    case Severity::None:
        break;
    }
    return std::nullopt;
}

} // namespace tocsin
