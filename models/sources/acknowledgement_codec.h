// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"
#include "models/domain/source_reading.h"

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

// Alertmanager has no acknowledgement: the custom of the field is a short silence whose comment begins with `ACK!`, as
// karma writes it and kthxbye prolongs it. Ours is `ACK! <words> [tocsin]` or `ACK! <words> [tocsin
// until=<RFC 3339>]` with the end that the person wished, and the author is the person. Pure; any thread.
// Source: karma, docs/CONFIGURATION.md, "Silence acknowledge"; kthxbye, README.

/// The comment of a silence that carries an acknowledgement of ours.
std::string acknowledgementComment(std::string_view words, std::optional<Instant> wishedUntil = std::nullopt);

/// What the comment says when it is an acknowledgement by anybody, without its prefix and our mark.
std::optional<std::string> acknowledgementWords(std::string_view comment);

/// Whether Tocsin wrote it: only then a station may prolong it by itself.
bool isOurAcknowledgement(std::string_view comment);

/// The acknowledgement that an active silence carries, if it carries one.
std::optional<Acknowledgement> acknowledgementOf(const Silence &silence);

} // namespace tocsin
