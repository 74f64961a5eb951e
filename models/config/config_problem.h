// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/settings.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tocsin {

/// Something that is wrong with a configuration, or (no error) worth a look. English, one line, without any value that
/// came from the environment.
struct ConfigProblem {
    FilePosition position;
    bool isError = true;
    std::string message;
    std::string suggestion; ///< what was probably meant; may be empty

    /// `shop.yaml:12:5: unknown key "intervall" in a check; did you mean interval?`
    std::string text() const;
};

/// The text between quotation marks, for messages.
inline std::string inQuotes(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

/// A place in one of the files that are being read, small enough to stand in every node. Counts from 1.
struct Place {
    int file = 0;
    int line = 0;
    int column = 0;
};

/// Collects problems while files are read. Lives as long as one reading, on the caller's thread.
class ProblemList
{
public:
    explicit ProblemList(std::vector<std::string> fileNames)
        : m_fileNames(std::move(fileNames))
    {
    }

    FilePosition position(Place place) const;
    /// `shop.yaml:12:5`, to name a second place in a message.
    std::string name(Place place) const;
    bool hasErrors() const { return m_hasErrors; }

    void error(Place place, std::string message, std::string suggestion = {});
    void warning(Place place, std::string message, std::string suggestion = {});
    /// Keeps a value from the environment out of all later messages; `reference` stands in its place.
    void hide(std::string value, std::string reference);

    /// In the order in which they stand in the files.
    std::vector<ConfigProblem> take();

private:
    void add(bool isError, Place place, std::string message, std::string suggestion);
    std::string hidden(std::string text) const;

    struct Found {
        Place place;
        ConfigProblem problem;
    };
    std::vector<std::string> m_fileNames;
    std::vector<std::pair<std::string, std::string>> m_hidden;
    std::vector<Found> m_found;
    bool m_hasErrors = false;
};

} // namespace tocsin
