// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/secrets/redactor.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace tocsin {

namespace {

constexpr std::size_t kShortestRedacted = 4;
/// Shorter pieces occur in texts by chance.
constexpr std::size_t kShortestPiece = 6;
constexpr std::string_view kCut = "…"; // what stands where a text was cut

std::string base64(std::string_view bytes)
{
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    unsigned bits = 0;
    int count = 0;
    for (const char c : bytes) {
        bits = (bits << 8 | static_cast<unsigned char>(c)) & 0xffffffU;
        for (count += 8; count >= 6; count -= 6)
            text += kDigits[bits >> (count - 6) & 63];
    }
    return text; // without what the next bytes would decide
}

/// What the value looks like inside `Basic ...` (RFC 7617), behind a user name of any length: the digits that it alone
/// decides, for each of the three ways in which it can lie there.
std::vector<std::string> insideBase64(const std::string &value)
{
    std::vector<std::string> pieces;
    for (const std::size_t before : {0U, 1U, 2U}) {
        const std::string whole = base64(std::string(before, 'x') + value);
        pieces.push_back(whole.substr(std::min(whole.size(), (before * 8 + 5) / 6)));
    }
    return pieces;
}

std::string percentEncoded(std::string_view value)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string text;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = std::isalnum(byte) || c == '-' || c == '.' || c == '_' || c == '~';
        if (isPlain)
            text += c;
        else
            text.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    }
    return text;
}

std::string escapedForJson(std::string_view value)
{
    std::string text;
    for (const char c : value) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text;
}

void replaceAll(std::string &text, const std::string &value, std::string_view mark)
{
    for (std::size_t at = text.find(value); at != std::string::npos; at = text.find(value, at + mark.size()))
        text.replace(at, value.size(), mark);
}

/// The beginning of a value at the end of a text that was cut.
void replaceBeginning(std::string &text, const std::string &value, std::string_view mark)
{
    const std::string_view all = text;
    const std::size_t end = all.ends_with(kCut) ? all.size() - kCut.size() : all.size();
    for (std::size_t length = std::min(value.size() - 1, end); length >= kShortestPiece; --length) {
        if (all.substr(end - length, length) == std::string_view(value).substr(0, length)) {
            text.replace(end - length, length, mark);
            return;
        }
    }
}

} // namespace

Redactor::Redactor(const std::vector<Secret> &secrets)
{
    for (const Secret &secret : secrets) {
        const std::string &value = secret.reveal();
        if (value.size() < kShortestRedacted)
            continue;
        m_forms.push_back(value);
        m_forms.push_back(percentEncoded(value));
        m_forms.push_back(escapedForJson(value));
        for (std::string &piece : insideBase64(value)) {
            if (piece.size() >= kShortestPiece)
                m_forms.push_back(std::move(piece));
        }
    }
    std::sort(m_forms.begin(), m_forms.end(),
        [](const std::string &a, const std::string &b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    m_forms.erase(std::unique(m_forms.begin(), m_forms.end()), m_forms.end());
}

std::string Redactor::redacted(std::string text) const
{
    for (const std::string &form : m_forms)
        replaceAll(text, form, redactedMark);
    for (const std::string &form : m_forms)
        replaceBeginning(text, form, redactedMark);
    return text;
}

} // namespace tocsin
