// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config.h"
#include "models/domain/matcher.h"
#include "models/domain/secrets_lookup.h"
#include "models/domain/source_reading.h"
#include "models/transport/http.h"
#include "models/transport/offload.h"

#include <memory>
#include <span>

namespace tocsin {

/// What a source may use. Outlives every source that was built from it.
struct SourceTools {
    Http &http;
    Offload &offload;
    const Clock &clock;
    const SecretsLookup &secrets;
};

/// What a person wants to say with an acknowledgement.
struct AcknowledgeRequest {
    AlertPtr alert;
    std::vector<AlertPtr> siblings; ///< every other alert of the source, for decision 11
    std::string person;
    std::string comment;
    Instant until{};
    std::optional<Instant> wishedUntil; ///< told to other stations, which may have to prolong it
    SilenceId renews;                   ///< an earlier acknowledgement that this one prolongs
    /// When that one should have ended by itself, so that one that somebody ended earlier is left alone; nothing: a person
    /// asks anew, so that one that has ended is followed by another.
    std::optional<Instant> renewedUntil;
};

/// What a person wants to be quiet at this source (models/domain/silence_wish.h).
struct SilenceRequest {
    Matchers matchers;
    std::string person;
    std::string comment;
    Instant until{};
};

/// What is to end when an acknowledgement ends.
enum class EndOf {
    Everything,   ///< whoever acknowledged this alert: a person gives it back
    KnownSilence, ///< the silence that the alert names, and nothing else: it ends by itself
};

/// A monitoring system that is polled. Lives on the watch thread; owned by the watch. `poll` is not called again before
/// the last one completed; actions may run beside it. Every task completes.
class Source
{
public:
    virtual ~Source() = default;

    virtual QCoro::Task<Result<SourceReading>> poll() = 0;

    /// What an acknowledgement of this alert would match, as matchers of a silence, so that people see it before it is sent.
    /// Pure. Sources without acknowledging answer Unsupported.
    virtual Result<Matchers> planAcknowledgement(const AlertPtr &alert, const std::vector<AlertPtr> &siblings) const;

    /// Writes the acknowledgement in the source's own way and reads it back: success means that it is there and matches
    /// this one alert only. One that the source has lost is written again. An Error of kind Cancelled: somebody ended what
    /// was to be prolonged. Sources without it answer Unsupported.
    virtual QCoro::Task<Result<Acknowledgement>> acknowledge(AcknowledgeRequest request);
    /// Ends an acknowledgement and reads back that it has ended.
    virtual QCoro::Task<Result<Acknowledgement>> unacknowledge(AlertPtr alert, std::string person, EndOf what);

    /// The alert as the newest reading had it, also when the filter keeps it from people; null when it was not there.
    virtual AlertPtr known(const AlertKey &key) const;

    /// Makes a silence and reads it back: success means that it is in force with these matchers, and that what they match
    /// is silenced. Asked again after an open outcome it makes no second one. Sources without it answer Unsupported.
    virtual QCoro::Task<Result<Silence>> silence(SilenceRequest request);
    /// Ends a silence and reads back that it has ended; one that is gone already counts as ended. Without an `id` it is the
    /// one that `made` has come to, if it has come to one: nobody knows after an open outcome.
    virtual QCoro::Task<Result<Silence>> endSilence(SilenceId id, SilenceRequest made);

    /// An instant query. Sources without a query language answer Unsupported.
    virtual QCoro::Task<Result<std::vector<Series>>> query(std::string expression);
    virtual QCoro::Task<Result<std::vector<Series>>> queryRange(
        std::string expression, Instant start, Instant end, Duration step);
};

/// One kind of source: its one line in the registry.
struct SourceKind {
    KindOfSection section;
    std::unique_ptr<Source> (*make)(const SourceConfig &config, const SourceTools &tools);
    /// Whether a source with these settings reads alerts, so that their absence means something. Null: it always does.
    bool (*readsAlerts)(const Settings &) = nullptr;
};

/// All kinds, in the order in which docs list them.
std::span<const SourceKind> sourceKinds();

} // namespace tocsin
