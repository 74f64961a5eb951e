// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/alert.h"

#include <vector>

namespace tocsin {

/// What an acknowledgement would match at its sources, shown before it is sent.
struct AcknowledgePreview {
    struct Row {
        AlertPtr alert;
        std::string matchers; ///< as the source will get them; empty where the source has an acknowledgement of its own
        int matching = 0;     ///< how many alerts of the source they match now; must be 1
        Reason problem;       ///< why this one cannot be acknowledged, or empty
    };
    std::vector<Row> rows;
    std::vector<CheckId> checks;
};

} // namespace tocsin
