// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/notify/escalation_policy.h"

namespace tocsin {

namespace {

constexpr std::string_view kRota = "rota:";
constexpr std::string_view kRole = "role:";

} // namespace

EscalationTarget escalationTargetFrom(std::string_view text)
{
    using Kind = EscalationTarget::Kind;
    for (const auto &[prefix, kind] : {std::pair(kRota, Kind::Rota), std::pair(kRole, Kind::Role)}) {
        if (text.substr(0, prefix.size()) == prefix)
            return {kind, std::string(text.substr(prefix.size()))};
    }
    return {Kind::Person, std::string(text)};
}

std::string textOf(const EscalationTarget &target)
{
    switch (target.kind) {
    case EscalationTarget::Kind::Rota:
        return std::string(kRota) + target.name;
    case EscalationTarget::Kind::Role:
        return std::string(kRole) + target.name;
    case EscalationTarget::Kind::Person:
        break;
    }
    return target.name;
}

} // namespace tocsin
