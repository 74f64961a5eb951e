// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <string_view>

// Plain text as places show it that have a mark-up: what comes from outside must neither ping anybody there nor hide where a
// link leads. Pure functions over UTF-8.
namespace tocsin {

/// `&`, `<` and `>` as Slack wants them; with these escaped there is no mention, no channel and no link with a name.
std::string escapedForSlack(const std::string &text);

/// A backslash before each of these characters of Markdown. Within an address that stands in the text in the open, those that
/// only format (`_ ~ #`) stay as they are, so that it remains an address.
std::string escapedMarkdown(const std::string &text, std::string_view characters);

/// A blank without width behind each `@` and, outside of addresses, each `~`: it looks the same, and names nobody and no channel.
std::string withoutMentions(const std::string &text);

/// An http address that can stand between `<` and `>`.
std::string bracketed(const std::string &link);

/// How many characters (code points) a text has.
std::size_t characterCount(const std::string &text);

using Measure = std::size_t (*)(const std::string &);

/// What `render` makes of as much of the text as fits into `most`, by `measure`; what is missing is told by an ellipsis. `render`
/// must not make less of a longer text. Characters, and what they are escaped as, stay whole.
std::string fitted(
    const std::string &text, std::size_t most, Measure measure, const std::function<std::string(const std::string &)> &render);

/// At most so many characters of a text.
std::string cutCharacters(const std::string &text, std::size_t most);

/// The number of bytes.
std::size_t byteCount(const std::string &text);

} // namespace tocsin
