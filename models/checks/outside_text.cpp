// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/outside_text.h"

#include <QString>

namespace tocsin {

std::string outsideText(std::string_view text, std::size_t limit)
{
    // Four bytes are the most that one character of UTF-8 takes; the rest would be cut anyway.
    const std::string_view head = text.substr(0, limit * 4 + 4);
    QString line = QString::fromUtf8(head.data(), static_cast<qsizetype>(head.size())).simplified();
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    }
    if (line.size() <= static_cast<qsizetype>(limit))
        return line.toStdString();
    qsizetype cut = static_cast<qsizetype>(limit);
    if (line.at(cut - 1).isHighSurrogate())
        --cut;
    return (line.left(cut) + QChar(0x2026)).toStdString();
}

} // namespace tocsin
