// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/plain_text.h"

#include <QString>

#include <algorithm>

namespace tocsin {

namespace {

bool isPlainAscii(std::string_view bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
        [](unsigned char c) { return (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t' || c == '\r'; });
}

/// How many bytes at the end belong to a character whose rest lies behind the cut.
std::size_t cutTail(std::string_view bytes)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto c = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((c & 0xc0u) == 0x80u)
            continue;
        const std::size_t needed = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;
        return needed > back ? back : 0;
    }
    return 0;
}

} // namespace

std::string plainText(std::string_view bytes, std::size_t limit)
{
    if (bytes.size() > limit) {
        bytes = bytes.substr(0, limit);
        bytes.remove_suffix(cutTail(bytes));
    }
    if (isPlainAscii(bytes))
        return std::string(bytes);
    QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    for (QChar &c : text) {
        const bool isBreak = c == u'\n' || c == u'\t' || c == u'\r';
        if (c.category() == QChar::Other_Control && !isBreak)
            c = QChar::ReplacementCharacter;
    }
    return text.toStdString();
}

} // namespace tocsin
