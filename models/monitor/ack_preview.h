// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/acknowledge_preview.h"
#include "models/monitor/alert_book.h"
#include "models/monitor/source_runner.h"

namespace tocsin {

/// What acknowledging these would match at their sources now. An alert of a source that cannot keep an acknowledgement is
/// no problem: the journal keeps it (decision 13). Watch thread; asks no server.
AcknowledgePreview previewAcknowledge(
    const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks, const SourceRunner &sources, const AlertBook &book);

} // namespace tocsin
