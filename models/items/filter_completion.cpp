// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/filter_completion.h"

#include "models/items/alert_filter.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace tocsin {

namespace {

constexpr std::size_t kMostCandidates = 200;

bool endsToken(QChar c)
{
    return c.isSpace() || c == QLatin1Char(',') || c == QLatin1Char('{') || c == QLatin1Char('}');
}

bool isOperatorSign(QChar c)
{
    return c == QLatin1Char('=') || c == QLatin1Char('!') || c == QLatin1Char('~');
}

/// Quoted when a bare word could not carry it.
QString written(const std::string &value)
{
    const bool isBare = !value.empty() && value.find_first_of(" \t\n,{}\"\\|()*+?[]") == std::string::npos;
    return isBare ? QString::fromStdString(value) : QString::fromStdString(Matcher::equal("x", value).text()).mid(2);
}

QStringList sortedTexts(std::unordered_set<std::string> values, const QString &typed, bool areNames)
{
    QStringList texts;
    for (const std::string &value : values) {
        const QString text = areNames ? QString::fromStdString(value) : written(value);
        if (text.contains(typed, Qt::CaseInsensitive) && texts.size() < static_cast<qsizetype>(kMostCandidates * 5))
            texts << text;
    }
    std::sort(texts.begin(), texts.end(), [&](const QString &a, const QString &b) {
        const bool aStarts = a.startsWith(typed, Qt::CaseInsensitive);
        const bool bStarts = b.startsWith(typed, Qt::CaseInsensitive);
        return aStarts != bStarts ? aStarts : a < b;
    });
    return texts.mid(0, static_cast<qsizetype>(kMostCandidates));
}

QStringList names(const Board &board, const QString &typed)
{
    std::unordered_set<std::string_view> seen(filterNames().begin(), filterNames().end());
    for (const auto &[key, alert] : board.alerts) {
        for (const Labels::Pair &label : alert->labels)
            seen.insert(label.first);
    }
    std::unordered_set<std::string> texts;
    for (const std::string_view name : seen)
        texts.emplace(name);
    return sortedTexts(std::move(texts), typed, true);
}

QStringList values(const Board &board, const std::string &name, const QString &typed)
{
    std::unordered_set<std::string> seen;
    const bool isOwn = std::find(filterNames().begin(), filterNames().end(), name) != filterNames().end();
    for (const auto &[key, alert] : board.alerts) {
        if (seen.size() > kMostCandidates * 5)
            break;
        if (!isOwn && alert->labels.contains(name))
            seen.emplace(alert->labels.value(name));
        for (const std::string &value : isOwn ? filterValues(*alert, name) : std::vector<std::string>())
            seen.insert(value);
    }
    // The lower-case forms match as well, but need not be offered beside the words as they are written.
    for (const std::string &value : std::vector<std::string>(seen.begin(), seen.end())) {
        const std::string lower = QString::fromStdString(value).toCaseFolded().toStdString();
        if (lower != value)
            seen.erase(lower);
    }
    seen.erase(std::string());
    return sortedTexts(std::move(seen), typed, false);
}

} // namespace

FilterCompletion completeFilter(const Board &board, const QString &line, int cursor)
{
    const int end = std::clamp(cursor, 0, static_cast<int>(line.size()));
    int begin = end;
    while (begin > 0 && !endsToken(line[begin - 1]))
        --begin;
    int sign = begin;
    while (sign < end && !isOperatorSign(line[sign]))
        ++sign;
    if (sign == end)
        return {begin, end, names(board, line.mid(begin, end - begin))};
    int value = sign;
    while (value < end && isOperatorSign(line[value]))
        ++value;
    QString typed = line.mid(value, end - value);
    typed.remove(QLatin1Char('"'));
    return {value, end, values(board, line.mid(begin, sign - begin).toStdString(), typed)};
}

} // namespace tocsin
