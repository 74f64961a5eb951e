// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/station_order.h"

#include <QCryptographicHash>

#include <algorithm>
#include <set>

namespace tocsin {

namespace {

constexpr qsizetype kIdBytes = 16;

QByteArray sha256(const std::string &text)
{
    return QCryptographicHash::hash(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())), QCryptographicHash::Sha256);
}

} // namespace

int rankOf(const NotificationId &id, const Stations &stations)
{
    const std::set<std::string> names(stations.names.begin(), stations.names.end());
    const auto weight = [&id](const std::string &station) { return std::pair(sha256(id.text() + '\n' + station), station); };
    const auto own = weight(stations.self);
    return static_cast<int>(
        std::count_if(names.begin(), names.end(), [&](const std::string &other) { return weight(other) > own; }));
}

NotificationId notificationIdOf(const std::vector<std::string> &parts)
{
    std::string text;
    for (const std::string &part : parts)
        text += std::to_string(part.size()) + ':' + part; // so that no two lists look alike
    return NotificationId(sha256(text).first(kIdBytes).toHex().toStdString());
}

} // namespace tocsin
