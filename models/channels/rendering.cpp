// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/rendering.h"

#include "models/channels/outgoing_message.h"

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

/// Follows a text character by character and knows whether it is inside an address.
class AddressTracker
{
public:
    explicit AddressTracker(std::string_view text)
        : m_text(text)
    {
    }

    bool isInside(std::size_t at)
    {
        const char c = m_text[at];
        const std::string_view rest = m_text.substr(at);
        if (rest.starts_with("http://") || rest.starts_with("https://"))
            m_isInside = true;
        else if (static_cast<unsigned char>(c) <= 0x20 || c == '<' || c == '>' || c == '"')
            m_isInside = false;
        return m_isInside;
    }

private:
    std::string_view m_text;
    bool m_isInside = false;
};

constexpr std::string_view kNoWidth = "\u200b";

} // namespace

std::string escapedForSlack(const std::string &text)
{
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        if (c == '&')
            escaped += "&amp;";
        else if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else
            escaped += c;
    }
    return escaped;
}

std::string escapedMarkdown(const std::string &text, std::string_view characters)
{
    constexpr std::string_view kFormatOnly = "_~#";
    AddressTracker address(text);
    std::string escaped;
    escaped.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool isHarmless = address.isInside(i) && kFormatOnly.find(c) != std::string_view::npos;
        if (!isHarmless && characters.find(c) != std::string_view::npos)
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string withoutMentions(const std::string &text)
{
    AddressTracker address(text);
    std::string quiet;
    quiet.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isInAddress = address.isInside(i);
        quiet += text[i];
        if (text[i] == '@' || (text[i] == '~' && !isInAddress))
            quiet += kNoWidth;
    }
    return quiet;
}

std::string bracketed(const std::string &link)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    constexpr std::string_view kForbidden = "<>|\"`\\";
    std::string safe = "<";
    for (const char c : link) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7f || kForbidden.find(c) != std::string_view::npos)
            safe.append({'%', kHex[byte >> 4], kHex[byte & 15]});
        else
            safe += c;
    }
    return safe + '>';
}

std::size_t characterCount(const std::string &text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string fitted(
    const std::string &text, std::size_t most, Measure measure, const std::function<std::string(const std::string &)> &render)
{
    constexpr std::size_t kMostBytesOfCharacter = 4;
    const std::size_t longest = std::min(text.size(), most * kMostBytesOfCharacter);
    std::string best = render(cutText(text, longest));
    if (measure(best) <= most)
        return best;
    std::size_t fits = 0;
    std::size_t tooLong = longest;
    best = render({});
    while (tooLong - fits > 1) {
        const std::size_t middle = fits + (tooLong - fits) / 2;
        std::string candidate = render(cutText(text, middle));
        if (measure(candidate) <= most) {
            fits = middle;
            best = std::move(candidate);
        } else {
            tooLong = middle;
        }
    }
    return best;
}

std::string cutCharacters(const std::string &text, std::size_t most)
{
    return fitted(text, most, characterCount, [](const std::string &part) { return part; });
}

std::size_t byteCount(const std::string &text)
{
    return text.size();
}

} // namespace tocsin
