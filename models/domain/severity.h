// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/state.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

/// How bad a source says it is. Unmapped: the source used a word that nobody mapped; it is shown, never dropped.
enum class Severity { None, Info, Unmapped, Warning, Major, Critical };

std::string_view severityWord(Severity severity); ///< `none`, `info`, `unmapped`, `warning`, `major`, `critical`

/// Which word means which severity, without regard to case. Starts from the words of decision 4; a source's
/// configuration may add to it or override it.
class SeverityMap
{
public:
    SeverityMap();
    void set(std::string_view word, Severity severity);
    Severity severity(std::string_view word) const; ///< an empty or unknown word is Unmapped

private:
    std::map<std::string, Severity> m_words; ///< keys in lower case
};

/// Decision 4: critical and major -> DOWN; warning and unmapped -> DEGRADED; info and none -> no state at all.
std::optional<State> stateOf(Severity severity);
std::optional<Severity> severityFromWord(std::string_view word);

} // namespace tocsin
