// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/redaction.h"

namespace tocsin {

void redactReason(const Redact &redact, Reason &reason)
{
    if (!redact)
        return;
    // The one place that changes the words of a reason that was made: nobody else has any business to, so there is no setter.
    auto &arguments = const_cast<std::vector<std::string> &>(reason.arguments());
    for (std::string &argument : arguments)
        redact(argument);
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
