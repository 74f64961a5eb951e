// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/drills/exchange.h"
#include "models/drills/shop_model.h"

#include <QDir>
#include <QFile>

#include <nlohmann/json.hpp>

#include <set>

namespace tocsin {

/// A Saturday noon.
inline const Instant shopStart{Duration(1'795'262'400'000)};

inline Instant after(int seconds)
{
    return shopStart + std::chrono::seconds(seconds);
}

inline ShopRequest get(std::string path, std::vector<std::pair<std::string, std::string>> fields = {})
{
    return ShopRequest{"GET", std::move(path), std::move(fields), {}, {}};
}

inline ShopRequest post(std::string path, const nlohmann::json &body, std::string contentType = "application/json")
{
    return ShopRequest{"POST", std::move(path), {}, std::move(contentType), body.dump()};
}

inline nlohmann::json bodyOf(const ShopAnswer &answer)
{
    return nlohmann::json::parse(answer.body);
}

/// What a real server answered, recorded.
inline QByteArray recorded(const char *name)
{
    QFile file(QDir::cleanPath(QStringLiteral(TOCSIN_TEST_DATA "/../../sources/data/") + QString::fromUtf8(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no recorded answer %s", name);
    return file.readAll();
}

inline nlohmann::json recordedJson(const char *name)
{
    return nlohmann::json::parse(recorded(name).toStdString());
}

/// The paths of all values with their types: `[].status.state string`. What is below an object of free names is left out.
inline void collectShape(
    const nlohmann::json &value, const std::string &path, const std::set<std::string> &freeNames, std::set<std::string> &shape)
{
    shape.insert(path + " " + (value.is_number() ? "number" : value.type_name()));
    if (value.is_array()) {
        for (const auto &item : value)
            collectShape(item, path + "[]", freeNames, shape);
    }
    if (value.is_object()) {
        for (const auto &[name, item] : value.items()) {
            if (!freeNames.contains(name))
                collectShape(item, path + "." + name, freeNames, shape);
        }
    }
}

inline std::set<std::string> shapeOf(const nlohmann::json &value)
{
    std::set<std::string> shape;
    collectShape(value, "", {"labels", "annotations", "metric"}, shape);
    return shape;
}

} // namespace tocsin
