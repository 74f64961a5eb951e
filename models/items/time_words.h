// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

/// How lengths and points of time are written for people. Pure functions; the zone of the reader is a parameter.
namespace tocsin::words {

/// A length of time as people say it, two units at the most: "9 s", "15 min", "2 h 10", "3 d 4 h", "40 d". What is
/// shorter than a second, or negative because of somebody's clock, reads "0 s".
QString span(Duration duration);
/// The notation of Prometheus: "1h30m", "2d".
QString compactSpan(Duration duration);
/// How long ago, without the word: "15 min". A dash when it never was.
QString age(std::optional<Instant> since, Instant now);
/// "15 min ago", or "never".
QString ago(std::optional<Instant> since, Instant now);
/// A countdown or a running time: "04:12", "1:15:11".
QString stopwatch(Duration duration);

QDateTime dateTime(Instant instant, const QTimeZone &zone);
/// "13:04:31" in the zone.
QString clockTime(Instant instant, const QTimeZone &zone);
/// "13:04" in the zone, with the date before it when that is not the day of `now`.
QString shortTime(Instant instant, Instant now, const QTimeZone &zone);
/// "2026-11-21 13:04:31 CET · 12:04:31 UTC"; once only when the zone is UTC.
QString localAndUtc(Instant instant, const QTimeZone &zone);

} // namespace tocsin::words
