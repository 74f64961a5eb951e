// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/condition.h"
#include "models/domain/time.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace tocsin {

/// A value while a condition is weighed. Numbers are kept as long double, which holds every 64-bit integer exactly.
struct ConditionValue {
    enum class Kind { Null, Boolean, Number, Time, Text, Structure };

    Kind kind = Kind::Null;
    long double number = 0; ///< of Number; milliseconds of Time; 0 or 1 of Boolean
    std::string text;       ///< as it is compared as text, and as a person reads it
    bool isPlain = false;   ///< a bare literal: its text may be read as what it is compared with

    static ConditionValue null();
    static ConditionValue boolean(bool value);
    static ConditionValue integer(long long value);
    static ConditionValue time(Micros value);
    static ConditionValue plainText(std::string text);
    static ConditionValue literal(const Operand &literal);
    static ConditionValue fromJson(const nlohmann::json &value);
};

/// Whether both are the same, or which is larger. Nothing when they cannot be compared, such as a word with `<`.
std::optional<bool> compareValues(const ConditionValue &left, Comparison comparison, const ConditionValue &right);

/// A number as written in a condition or an answer, wholly read.
std::optional<long double> readNumber(std::string_view text);

} // namespace tocsin
