// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/name_lines.h"

#include <QList>

namespace tocsin {

namespace {

/// The positions behind which a line may end.
QList<qsizetype> breaksOf(const QString &name)
{
    const QString marks = QStringLiteral(" -/._:,");
    QList<qsizetype> breaks;
    for (qsizetype i = 1; i + 1 < name.size(); ++i) {
        if (marks.contains(name[i]))
            breaks << i + 1;
    }
    return breaks;
}

} // namespace

QStringList nameLines(const QString &name, const QFontMetricsF &metrics, double room, int most)
{
    if (most < 2 || metrics.horizontalAdvance(name) <= room)
        return {name};
    const QList<qsizetype> breaks = breaksOf(name);
    // As much as fits into the first line; a first word that is too long itself is left for the caller to cut.
    qsizetype best = -1;
    for (const qsizetype at : breaks) {
        if (best < 0 || metrics.horizontalAdvance(name.left(at).trimmed()) <= room)
            best = at;
    }
    if (best < 0)
        return {name};
    return QStringList{name.left(best).trimmed()} + nameLines(name.mid(best).trimmed(), metrics, room, most - 1);
}

} // namespace tocsin
