// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tocsin {

/// A set of labels: names to values, sorted by name, each name once. One vector, so that 20,000 alerts stay small.
class Labels
{
public:
    using Pair = std::pair<std::string, std::string>;

    Labels() = default;
    Labels(std::initializer_list<Pair> pairs);
    explicit Labels(std::vector<Pair> pairs); ///< sorts; of equal names the last one stands

    /// The value, or an empty text when there is no such label (Prometheus makes no difference between the two).
    std::string_view value(std::string_view name) const;
    bool contains(std::string_view name) const;
    bool isEmpty() const { return m_pairs.empty(); }
    std::size_t size() const { return m_pairs.size(); }
    auto begin() const { return m_pairs.begin(); }
    auto end() const { return m_pairs.end(); }

    void set(std::string name, std::string value);
    void remove(std::string_view name);

    friend auto operator<=>(const Labels &, const Labels &) = default;

private:
    std::vector<Pair> m_pairs;
};

} // namespace tocsin
