// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/redaction.h"

#include <utility>

namespace tocsin {

namespace {

/// Writes only what changes: a reason within a reason may be shared with other threads.
void redactText(const Redact &redact, const std::string &text)
{
    std::string redacted = text;
    redact(redacted);
    // The one place that changes the words of a reason that was made; nobody else has any business to.
    if (redacted != text)
        const_cast<std::string &>(text) = std::move(redacted);
}

void redactWords(const Redact &redact, const Reason &reason)
{
    for (std::size_t i = 0; i < reason.arguments().size(); ++i) {
        redactText(redact, reason.arguments()[i]);
        if (const Reason *inner = reason.inner(i))
            redactWords(redact, *inner);
    }
}

} // namespace

void redactReason(const Redact &redact, Reason &reason)
{
    if (redact)
        redactWords(redact, reason);
}

void redactEvidence(const Redact &redact, Evidence &evidence)
{
    if (!redact)
        return;
    redact(evidence.request);
    redact(evidence.contentType);
    redact(evidence.firstBytes);
}

void redactError(const Redact &redact, Error &error)
{
    redactReason(redact, error.reason);
    redactEvidence(redact, error.evidence);
}

void redactObservation(const Redact &redact, Observation &observation)
{
    if (!redact)
        return;
    redactReason(redact, observation.reason);
    redactEvidence(redact, observation.evidence);
    for (Part &part : observation.parts) {
        redact(part.name);
        redact(part.detail);
    }
}

void redactReading(const Redact &redact, SourceReading &reading)
{
    for (Reason &trouble : reading.troubles)
        redactReason(redact, trouble);
    for (Reason &remark : reading.remarks)
        redactReason(redact, remark);
    redactEvidence(redact, reading.evidence);
}

} // namespace tocsin
