// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/plain_text.h"

#include <QLabel>

namespace tocsin {

namespace {

/// Characters that would change what the words around them look like.
bool isTreacherous(QChar c)
{
    const char16_t code = c.unicode();
    const bool isDirection = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e
        || code == 0x200f || code == 0x061c;
    return c.category() == QChar::Other_Control || isDirection || code == 0xfeff;
}

} // namespace

QString plainLine(std::string_view text, int longest)
{
    QString line = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar &c : line) {
        if (isTreacherous(c) || c.isSpace())
            c = QLatin1Char(' ');
    }
    line = line.simplified();
    if (line.size() > longest)
        line = line.left(longest - 1) + QChar(0x2026);
    return line;
}

QString plainBlock(std::string_view text, int longest)
{
    QString block = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    block.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar &c : block) {
        if (c == QLatin1Char('\t'))
            c = QLatin1Char(' ');
        else if (c != QLatin1Char('\n') && isTreacherous(c))
            c = QChar::ReplacementCharacter;
    }
    if (block.size() > longest)
        block = block.left(longest - 1) + QChar(0x2026);
    return block;
}

void showPlain(QLabel &label)
{
    label.setTextFormat(Qt::PlainText);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse);
    label.setFocusPolicy(Qt::NoFocus);
}

} // namespace tocsin
