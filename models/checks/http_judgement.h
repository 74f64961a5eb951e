// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/outcome.h"
#include "models/transport/http.h"

namespace tocsin {

/// What an http check asked, as far as the judgement of the answer depends on it.
struct HttpQuestion {
    std::string url;
    bool isHead = false;
    Expectation expectation;
    Duration maxAge = std::chrono::minutes(2); ///< how long an answer may have been stored on its way
};

/// Judges a whole answer. Pure. In this order: another host answered, our access was refused, the status (2xx unless a
/// condition speaks of it), the conditions, then whether the body proves anything: without a condition that only the
/// expected body can meet, it must be a health answer that is understood and says that all is well.
/// A status condition takes the place of the health answer, but not of a body that is what it says it is; and a page of HTML
/// over plain http could be anybody's.
/// JSON or a health answer that was stored for longer than `maxAge` tells how things were, so that it proves nothing; of other
/// content, which honest shops store for days, its age is shown as a part. `datedAge` is what a DateWatch made of its date.
Judgement judgeResponse(const HttpQuestion &question, const HttpResponse &response, Instant now, Duration datedAge = Duration(0));

/// Judges a request that got no whole answer. A redirect that was not followed is an answer to somebody who asked for its
/// status by its number: `[STATUS] == 301`. `[STATUS] < 400` also holds where a login takes the place of everything.
Judgement judgeHttpError(const HttpQuestion &question, const Error &error, Instant now);

} // namespace tocsin
