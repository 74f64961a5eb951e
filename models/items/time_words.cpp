// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/time_words.h"

#include "models/items/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace tocsin::words {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

QString inOneUnit(const char *pattern, qint64 count)
{
    return fill(translated(pattern), {QLocale().toString(count)});
}

QString inTwoUnits(const char *pattern, qint64 larger, qint64 smaller)
{
    return fill(translated(pattern), {QLocale().toString(larger), QLocale().toString(smaller)});
}

} // namespace

QString span(Duration duration)
{
    const qint64 seconds = std::max<qint64>(0, duration.count() / 1000);
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    if (minutes == 0)
        return inOneUnit(QT_TRANSLATE_NOOP("Words", "%1 s"), seconds);
    if (hours == 0)
        return inOneUnit(QT_TRANSLATE_NOOP("Words", "%1 min"), minutes);
    if (days == 0 && minutes % 60 == 0)
        return inOneUnit(QT_TRANSLATE_NOOP("Words", "%1 h"), hours);
    if (days == 0) {
        const QString rest = QLocale().toString(minutes % 60).rightJustified(2, QLocale().zeroDigit().at(0));
        return fill(translated(QT_TRANSLATE_NOOP("Words", "%1 h %2")), {QLocale().toString(hours), rest});
    }
    if (days >= 14 || hours % 24 == 0)
        return inOneUnit(QT_TRANSLATE_NOOP("Words", "%1 d"), days);
    return inTwoUnits(QT_TRANSLATE_NOOP("Words", "%1 d %2 h"), days, hours % 24);
}

QString compactSpan(Duration duration)
{
    return QString::fromStdString(formatDuration(duration));
}

QString age(std::optional<Instant> since, Instant now)
{
    return since ? span(now - *since) : QStringLiteral("–");
}

QString ago(std::optional<Instant> since, Instant now)
{
    if (!since)
        return translated(QT_TRANSLATE_NOOP("Words", "never"));
    return fill(translated(QT_TRANSLATE_NOOP("Words", "%1 ago")), {span(now - *since)});
}

QString stopwatch(Duration duration)
{
    const qint64 seconds = std::max<qint64>(0, duration.count() / 1000);
    const auto twoDigits = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const QString tail = twoDigits(seconds / 60 % 60) + QLatin1Char(':') + twoDigits(seconds % 60);
    return seconds < 3600 ? tail : QString::number(seconds / 3600) + QLatin1Char(':') + tail;
}

QDateTime dateTime(Instant instant, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), zone);
}

QString clockTime(Instant instant, const QTimeZone &zone)
{
    return dateTime(instant, zone).toString(QStringLiteral("HH:mm:ss"));
}

QString shortTime(Instant instant, Instant now, const QTimeZone &zone)
{
    const QDateTime local = dateTime(instant, zone);
    const bool isSameDay = local.date() == dateTime(now, zone).date();
    return local.toString(isSameDay ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString localAndUtc(Instant instant, const QTimeZone &zone)
{
    const QDateTime local = dateTime(instant, zone);
    const QDateTime utc = dateTime(instant, QTimeZone::utc());
    const QString day = QStringLiteral("yyyy-MM-dd HH:mm:ss");
    if (local.offsetFromUtc() == 0)
        return utc.toString(day) + QStringLiteral(" UTC");
    const QString utcText = utc.toString(local.date() == utc.date() ? QStringLiteral("HH:mm:ss") : day);
    return local.toString(day) + QLatin1Char(' ') + zone.abbreviation(local) + QStringLiteral(" · ") + utcText
        + QStringLiteral(" UTC");
}

} // namespace tocsin::words
