// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/service_filter.h"

#include "models/items/words.h"

#include <QStringList>

#include <algorithm>

namespace tocsin {

bool matchesFilter(const ServiceStatus &service, const QString &typed)
{
    const QString name = QString::fromStdString(service.id.text());
    const QString state = words::stateName(service.state);
    const QStringList parts = typed.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&](const QString &part) {
        return name.contains(part, Qt::CaseInsensitive) || state.startsWith(part, Qt::CaseInsensitive);
    });
}

} // namespace tocsin
