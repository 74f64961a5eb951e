// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"
#include "models/domain/observation.h"
#include "models/domain/source_reading.h"

#include <functional>
#include <string>

namespace tocsin {

/// Takes the values of secrets out of a text. Empty: there are no secrets. May be called on any thread.
using Redact = std::function<void(std::string &text)>;

// What a server said may repeat what it was sent. Each of these goes over the words for people and over what is kept of
// the answer; labels and numbers, which decide something, stay as they came.
void redactReason(const Redact &redact, Reason &reason);
void redactEvidence(const Redact &redact, Evidence &evidence);
void redactError(const Redact &redact, Error &error);
void redactObservation(const Redact &redact, Observation &observation);
/// All but the alerts.
void redactReading(const Redact &redact, SourceReading &reading);

} // namespace tocsin
