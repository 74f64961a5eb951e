// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/acknowledge_preview.h"
#include "models/monitor/alert_book.h"
#include "models/monitor/source_runner.h"

#include <vector>

namespace tocsin {

/// What acknowledging these would match at their sources now. An alert that can only be read is acknowledged in the journal,
/// and matches itself. Watch thread.
AcknowledgePreview previewOf(
    const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks, const AlertBook &book, const SourceRunner &sources);

} // namespace tocsin
