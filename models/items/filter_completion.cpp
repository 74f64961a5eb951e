// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/filter_completion.h"

#include "models/items/alert_filter.h"

#include <algorithm>
#include <utility>

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

QStringList sortedTexts(const std::unordered_set<std::string> &values, const QString &typed, bool areNames)
{
    QStringList texts;
    for (const std::string &value : values) {
        const QString text = areNames ? QString::fromStdString(value) : written(value);
        if (text.contains(typed, Qt::CaseInsensitive) && static_cast<std::size_t>(texts.size()) < kMostCandidates * 5)
            texts << text;
    }
    std::sort(texts.begin(), texts.end(), [&](const QString &a, const QString &b) {
        const bool aStarts = a.startsWith(typed, Qt::CaseInsensitive);
        const bool bStarts = b.startsWith(typed, Qt::CaseInsensitive);
        return aStarts != bStarts ? aStarts : a < b;
    });
    return texts.mid(0, static_cast<qsizetype>(kMostCandidates));
}

} // namespace

void FilterVocabulary::begin(const Board &board)
{
    m_next.clear();
    m_unread.clear();
    m_unread.reserve(board.alerts.size());
    for (const auto &[key, alert] : board.alerts)
        m_unread.push_back(alert);
}

bool FilterVocabulary::advance(std::size_t most)
{
    if (m_unread.empty())
        return true;
    for (std::size_t i = 0; i < most && !m_unread.empty(); ++i) {
        read(*m_unread.back());
        m_unread.pop_back();
    }
    if (!m_unread.empty())
        return false;
    m_known = std::exchange(m_next, {});
    return true;
}

void FilterVocabulary::read(const Alert &alert)
{
    const auto add = [this](const std::string &name, const std::string &value) {
        Values &values = m_next[name];
        if (!value.empty() && values.size() < kMostCandidates * 5)
            values.insert(value);
    };
    for (const auto &[name, value] : alert.labels)
        add(name, value);
    add("severity", std::string(severityWord(alert.severity)));
    add("severity", alert.severityText);
    add("source", alert.key.source.text());
    add("service", alert.service.text());
    add("name", alert.name);
    for (const char *name : {"state", "acked"}) {
        for (const std::string &value : filterValues(alert, name))
            add(name, value);
    }
}

QStringList FilterVocabulary::names(const QString &typed) const
{
    Values names(filterNames().begin(), filterNames().end());
    for (const auto &[name, values] : m_known)
        names.insert(name);
    return sortedTexts(names, typed, true);
}

QStringList FilterVocabulary::values(const std::string &name, const QString &typed) const
{
    const auto known = m_known.find(name);
    if (known == m_known.end())
        return {};
    // The lower-case forms match as well, but need not be offered beside the words as they are written.
    Values values = known->second;
    for (const std::string &value : known->second) {
        const std::string lower = QString::fromStdString(value).toCaseFolded().toStdString();
        if (lower != value)
            values.erase(lower);
    }
    return sortedTexts(values, typed, false);
}

FilterCompletion FilterVocabulary::complete(const QString &line, int cursor) const
{
    const int end = std::clamp(cursor, 0, static_cast<int>(line.size()));
    int begin = end;
    while (begin > 0 && !endsToken(line[begin - 1]))
        --begin;
    int sign = begin;
    while (sign < end && !isOperatorSign(line[sign]))
        ++sign;
    if (sign == end)
        return {begin, end, names(line.mid(begin, end - begin))};
    int value = sign;
    while (value < end && isOperatorSign(line[value]))
        ++value;
    QString typed = line.mid(value, end - value);
    typed.remove(QLatin1Char('"'));
    return {value, end, values(line.mid(begin, sign - begin).toStdString(), typed)};
}

} // namespace tocsin
