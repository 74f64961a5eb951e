// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/labels.h"

#include <string>

namespace tocsin {

/// The identity of a set of labels, 16 hexadecimal digits: 64 bit FNV-1a over names and values in the order of the names,
/// each followed by the byte 255. The same that Prometheus' common library computes and Alertmanager shows as
/// `fingerprint`. Source: prometheus/common, documentation of `LabelSet.Fingerprint`.
std::string labelFingerprint(const Labels &labels);

} // namespace tocsin
