// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QAbstractItemModel>
#include <QString>
#include <QStringList>

namespace tocsin::test {

inline Instant at(int seconds)
{
    return Instant(std::chrono::seconds(seconds));
}

/// Reads `id Name severity service @seconds acked=NAME silenced label=value`; the word after the severity may be `-` for
/// no service.
inline AlertPtr alert(const char *line)
{
    const QStringList words = QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    Alert alert;
    alert.key = {SourceId("am"), words.at(0).toStdString()};
    alert.name = words.at(1).toStdString();
    alert.severityText = words.at(2).toStdString();
    alert.severity = SeverityMap().severity(alert.severityText);
    if (words.at(3) != QLatin1String("-"))
        alert.service = ServiceId(words.at(3).toStdString());
    alert.labels.set("alertname", alert.name);
    for (const QString &word : words.mid(4)) {
        const QString value = word.section(QLatin1Char('='), 1);
        if (word.startsWith(QLatin1Char('@')))
            alert.startsAt = at(word.mid(1).toInt());
        else if (word.startsWith(QLatin1String("acked=")))
            alert.acknowledgement = Acknowledgement{value.toStdString(), "", {}, {}, {}};
        else if (word == QLatin1String("silenced"))
            alert.handling.silenced = true;
        else if (word == QLatin1String("stale"))
            alert.handling.stale = true;
        else if (word == QLatin1String("pending"))
            alert.phase = AlertPhase::Pending;
        else
            alert.labels.set(word.section(QLatin1Char('='), 0, 0).toStdString(), value.toStdString());
    }
    return std::make_shared<const Alert>(alert);
}

inline Changes alerts(std::initializer_list<const char *> lines)
{
    Changes changes;
    for (const char *line : lines)
        changes.alerts.push_back(alert(line));
    return changes;
}

inline Changes gone(std::initializer_list<const char *> ids)
{
    Changes changes;
    for (const char *id : ids)
        changes.goneAlerts.push_back({SourceId("am"), id});
    return changes;
}

/// The model as text: one line a row, the given columns with `|` between them.
inline QStringList printed(const QAbstractItemModel &model, std::initializer_list<int> columns)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells << model.index(row, column).data().toString();
        lines << cells.join(QLatin1Char('|'));
    }
    return lines;
}

} // namespace tocsin::test
