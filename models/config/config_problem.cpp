// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/config/config_problem.h"

#include <algorithm>
#include <tuple>

namespace tocsin {

namespace {

// Shorter values than this ("1", "on") would blank out half of a message and are no secret.
constexpr std::size_t kShortestHidden = 4;

std::string positionText(const FilePosition &position)
{
    std::string text = position.file;
    if (position.line > 0)
        text += ':' + std::to_string(position.line) + ':' + std::to_string(position.column);
    return text;
}

} // namespace

std::string ConfigProblem::text() const
{
    std::string text = positionText(position);
    if (!text.empty())
        text += ": ";
    text += message;
    if (!suggestion.empty())
        text += "; did you mean " + suggestion + '?';
    return text;
}

FilePosition ProblemList::position(Place place) const
{
    const auto index = static_cast<std::size_t>(place.file);
    return FilePosition{index < m_fileNames.size() ? m_fileNames[index] : std::string(), place.line, place.column};
}

std::string ProblemList::name(Place place) const
{
    return positionText(position(place));
}

void ProblemList::error(Place place, std::string message, std::string suggestion)
{
    add(true, place, std::move(message), std::move(suggestion));
}

void ProblemList::warning(Place place, std::string message, std::string suggestion)
{
    add(false, place, std::move(message), std::move(suggestion));
}

void ProblemList::hide(std::string value, std::string reference)
{
    if (value.size() >= kShortestHidden)
        m_hidden.emplace_back(std::move(value), std::move(reference));
}

void ProblemList::add(bool isError, Place place, std::string message, std::string suggestion)
{
    m_hasErrors = m_hasErrors || isError;
    m_found.push_back(
        {place, ConfigProblem{position(place), isError, hidden(std::move(message)), hidden(std::move(suggestion))}});
}

std::string ProblemList::hidden(std::string text) const
{
    for (const auto &[value, reference] : m_hidden) {
        for (std::size_t at = text.find(value); at != std::string::npos; at = text.find(value, at + reference.size()))
            text.replace(at, value.size(), reference);
    }
    return text;
}

std::vector<ConfigProblem> ProblemList::take()
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Found &a, const Found &b) {
        return std::tie(a.place.file, a.place.line, a.place.column) < std::tie(b.place.file, b.place.line, b.place.column);
    });
    std::vector<ConfigProblem> problems;
    problems.reserve(m_found.size());
    for (Found &found : m_found)
        problems.push_back(std::move(found.problem));
    m_found.clear();
    return problems;
}

} // namespace tocsin
