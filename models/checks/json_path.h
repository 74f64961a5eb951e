// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tocsin {

/// Where reading a text went wrong, for a person who wrote it by hand.
struct ReadingProblem {
    std::size_t offset = 0; ///< byte in the text
    std::string message;    ///< English, without a full stop
    std::string suggestion; ///< what to write instead; may be empty
};

/// The way to one value in a JSON document: `.checks[0].name`, `["key with a dot"]`. An immutable value; any thread.
class JsonPath
{
public:
    /// Reads what stands behind `[BODY]`. An empty text is the whole document.
    static tl::expected<JsonPath, ReadingProblem> parse(std::string_view text);

    /// The value in that document, or null when the document has none there.
    const nlohmann::json *find(const nlohmann::json &document) const;
    bool isEmpty() const { return m_steps.empty(); }
    /// Whether it leads to this member of the document, or further into it.
    bool beginsWith(std::string_view member) const;

private:
    using Step = std::variant<std::string, std::size_t>;

    std::vector<Step> m_steps;
};

} // namespace tocsin
