// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/error.h"
#include "models/domain/matcher.h"

#include <map>
#include <string>
#include <vector>

namespace tocsin {

/// The silence that acknowledges exactly one alert, before it is sent.
struct SilencePlan {
    Matchers matchers;        ///< sorted by name
    int matching = 0;         ///< how many alerts of the source they match now, the wanted one included
    std::string text() const; ///< `{alertname="X", mountpoint=""}`
};

/// Decision 11: one equality matcher per label, and an empty matcher for each label name that a sibling has beyond them.
/// A sibling is an alert that the equality matchers match as well, or one of the same name: such a one may come any moment
/// for this instance too. Fails when no matchers can tell the alert from its siblings. Pure; any thread.
Result<SilencePlan> planSilence(const Alert &alert, const std::vector<AlertPtr> &siblings);

/// The siblings that decide a silence, found at once: all alerts of a storm of thousands have the same few sets of label
/// names. What planSilence and countMatching say with these is what they say with all. Pure; one thread at a time.
class SilenceSiblings
{
public:
    explicit SilenceSiblings(std::vector<AlertPtr> alerts);

    std::vector<AlertPtr> of(const Alert &alert) const;

private:
    struct Namesakes {
        std::map<std::vector<std::string>, AlertPtr> byNames;       ///< one for each set of label names
        std::map<std::string, std::vector<AlertPtr>> byWholeLabels; ///< those that no silence can tell apart
    };

    std::vector<AlertPtr> m_alerts;
    std::map<std::string, Namesakes, std::less<>> m_namesakes; ///< by `alertname`
};

/// How many of the alerts the matchers match.
int countMatching(const Matchers &matchers, const std::vector<AlertPtr> &alerts);

} // namespace tocsin
