// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_source.h"
#include "models/sources/prometheus_source.h"
#include "models/sources/source.h"

#include <array>

namespace tocsin {

std::span<const SourceKind> sourceKinds()
{
    static const std::array kinds{
        alertmanagerKind(),
        prometheusKind(),
    };
    return kinds;
}

} // namespace tocsin
