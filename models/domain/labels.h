// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tocsin {

/// A set of labels: names to values, sorted by name, each name once. Copies share one vector, so that 20,000
/// alerts stay small wherever they are known.
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
    bool isEmpty() const { return pairs().empty(); }
    std::size_t size() const { return pairs().size(); }
    auto begin() const { return pairs().begin(); }
    auto end() const { return pairs().end(); }

    void set(std::string name, std::string value);
    void remove(std::string_view name);

    friend bool operator==(const Labels &a, const Labels &b) { return a.m_pairs == b.m_pairs || a.pairs() == b.pairs(); }
    friend auto operator<=>(const Labels &a, const Labels &b) { return a.pairs() <=> b.pairs(); }

private:
    using Pairs = std::vector<Pair>;

    const Pairs &pairs() const;

    std::shared_ptr<const Pairs> m_pairs; ///< shared by all copies: an alert is known by source, book and board; null: none
};

} // namespace tocsin
