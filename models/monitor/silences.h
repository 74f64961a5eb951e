// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/domain/matcher.h"
#include "models/domain/time.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// One silence at one source that a person of this station asked for.
struct KeptSilence {
    enum class Stage {
        Wanted,   ///< asked for, not confirmed
        Standing, ///< confirmed; the source keeps it from here on
        Ending,   ///< its end is asked for, not confirmed
        Over,     ///< failed or ended
    };

    ActionId action; ///< the wish that made it
    ActionId ending; ///< the wish that ends it
    SourceId source;
    Matchers matchers;
    std::string person;
    std::string comment;
    std::string endedBy; ///< the person who takes it back: the author of the events that say so
    Instant since{};
    Instant until{};
    SilenceId silence;
    Stage stage = Stage::Wanted;

    // What follows is not in the journal.
    bool isBusy = false;                ///< a conversation about it is going on
    std::optional<Monotonic> openUntil; ///< what was sent before a restart may arrive until then: nothing is sent anew
    bool isOrphan = false;              ///< from before a start: nobody waits for its actions

    std::string subject() const { return "source/" + source.text(); }
};

/// The payload of every silence.* event of a wish, as models/store/README.md names the keys.
std::string silencePayload(const KeptSilence &silence);

/// What of a journal is still to be done: silences that were asked for, or whose end was, with no outcome. Pure, and
/// indifferent to the order in which the events come; what cannot be read is ignored.
std::vector<KeptSilence> unfinishedSilences(std::vector<Event> events);

} // namespace tocsin
