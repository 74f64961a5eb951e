// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/metric_runner.h"

#include <QtGlobal>

#include <algorithm>
#include <cmath>

namespace tocsin {

namespace {

constexpr Phrase kNoSource{"metric_no_source", QT_TRANSLATE_NOOP("Phrase", "there is no source called %1 that could answer")};
constexpr Phrase kNoData{"metric_no_data", QT_TRANSLATE_NOOP("Phrase", "no data")};
constexpr Phrase kSeveral{
    "metric_several", QT_TRANSLATE_NOOP("Phrase", "the query answers with %1 series, and one is needed: sum them, or pick one")};
constexpr Phrase kNotANumber{"metric_not_a_number", QT_TRANSLATE_NOOP("Phrase", "the answer is not a number")};

constexpr Phrase kBroke{"metric_broke", QT_TRANSLATE_NOOP("Phrase", "this number broke by a fault of the program: %1")};
