// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alert_order.h"

#include "models/items/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tocsin {

namespace {

constexpr std::array kWords{std::pair{AlertColumn::State, "state"}, std::pair{AlertColumn::Severity, "severity"},
    std::pair{AlertColumn::Name, "name"}, std::pair{AlertColumn::Summary, "summary"}, std::pair{AlertColumn::Service, "service"},
    std::pair{AlertColumn::Source, "source"}, std::pair{AlertColumn::Since, "since"},
    std::pair{AlertColumn::Acknowledged, "owner"}};

int stateRank(const Alert &alert)
{
    const std::optional<State> state = stateOf(alert);
    return state ? static_cast<int>(*state) + 1 : 0;
}

/// The first eight bytes as a number that compares as they do: most ties are broken without touching the text.
std::uint64_t tieOf(const AlertKey &key)
{
    std::uint64_t tie = 0;
    for (std::size_t i = 0; i < 8; ++i)
        tie = tie << 8 | (i < key.externalId.size() ? static_cast<unsigned char>(key.externalId[i]) : 0U);
    return tie;
}

std::string folded(const QString &text)
{
    return text.toCaseFolded().toStdString();
}

std::string textOf(const Alert &alert, AlertColumn column)
{
    switch (column) {
    case AlertColumn::Name:
        return folded(QString::fromStdString(alert.name));
    case AlertColumn::Summary:
        return folded(QString::fromStdString(alert.summary));
    case AlertColumn::Service:
        return folded(words::serviceOf(alert));
    case AlertColumn::Source:
        return folded(QString::fromStdString(alert.key.source.text()));
    case AlertColumn::Acknowledged:
        return folded(alert.acknowledgement ? QString::fromStdString(alert.acknowledgement->person) : words::quietedBy(alert));
    default:
        return {};
    }
}

} // namespace

bool AlertOrder::isDescending() const
{
    const bool isNaturallyDescending
        = column == AlertColumn::State || column == AlertColumn::Severity || column == AlertColumn::Since;
    return isNaturallyDescending != isReversed;
}

QString orderWord(const AlertOrder &order)
{
    const auto it = std::find_if(kWords.begin(), kWords.end(), [&](const auto &entry) { return entry.first == order.column; });
    const QString word = it == kWords.end() ? QString() : QLatin1String(it->second);
    return order.isReversed ? QLatin1Char('-') + word : word;
}

std::optional<AlertOrder> orderFromWord(const QString &word)
{
    const bool isReversed = word.startsWith(QLatin1Char('-'));
    const QString name = isReversed ? word.mid(1) : word;
    const auto it
        = std::find_if(kWords.begin(), kWords.end(), [&](const auto &entry) { return name == QLatin1String(entry.second); });
    return it == kWords.end() ? std::nullopt : std::optional(AlertOrder{it->first, isReversed});
}

AlertPlace placeOf(const Alert &alert, const AlertOrder &order)
{
    constexpr int kSeverities = 8;
    AlertPlace place;
    place.rank = stateRank(alert) * kSeverities + static_cast<int>(alert.severity);
    place.startsAtMs = alert.startsAt ? alert.startsAt->time_since_epoch().count() : 0;
    place.tie = tieOf(alert.key);
    place.text = textOf(alert, order.column);
    if (order.column == AlertColumn::State)
        place.number = -place.rank;
    else if (order.column == AlertColumn::Severity)
        place.number = -static_cast<int>(alert.severity);
    else if (order.column == AlertColumn::Since)
        place.number = -place.startsAtMs;
    return place;
}

bool isWorse(const AlertPlace &a, const AlertKey &keyA, const AlertPlace &b, const AlertKey &keyB)
{
    if (a.rank != b.rank)
        return a.rank > b.rank;
    if (a.startsAtMs != b.startsAtMs)
        return a.startsAtMs > b.startsAtMs;
    if (a.tie != b.tie)
        return a.tie < b.tie;
    return keyA.externalId != keyB.externalId ? keyA.externalId < keyB.externalId : keyA.source < keyB.source;
}

bool isAhead(const AlertOrder &order, const AlertPlace &a, const AlertKey &keyA, const AlertPlace &b, const AlertKey &keyB)
{
    if (a.number != b.number)
        return (a.number < b.number) != order.isReversed;
    if (const int texts = a.text.compare(b.text); texts != 0)
        return (texts < 0) != order.isReversed;
    return isWorse(a, keyA, b, keyB);
}

} // namespace tocsin
