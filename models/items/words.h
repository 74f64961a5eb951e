// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QString>
#include <QTimeZone>

#include <initializer_list>

/// The only place that turns codes into sentences of the reader's language, so that the command line speaks as the window
/// does. Pure functions of their arguments, the installed translators and the default QLocale. Outside text goes in and
/// comes out as plain text.
namespace tocsin::words {

/// Puts the arguments in place of %1 to %9. What an argument says is never expanded again.
QString fill(const QString &text, std::initializer_list<QString> arguments);
/// The sentence of a Reason; empty for an empty one.
QString sentence(const Reason &reason);

/// The word on a tile: OK, MAINT, PENDING, UNKNOWN, DEGRADED, DOWN.
QString stateName(State state);
/// The same as it is said within a sentence: "down".
QString spokenState(State state);
/// The state's word for an alert; INFO when it gives its tile no state.
QString alertStateName(const Alert &alert);

QString severityName(Severity severity);
/// The source's own word, marked when nobody mapped it: "sev9 (unmapped)".
QString severityOf(const Alert &alert);
/// What keeps the alert quiet at its source: "silenced, inhibited"; empty when nothing does.
QString quietedBy(const Alert &alert);
/// The same, and what puts it in doubt: "silenced, stale".
QString handlingOf(const Alert &alert);
/// The name people read for an alert's tile.
QString serviceOf(const Alert &alert);

/// A number as the reader's locale writes it, without needless decimals: "812", "3.1", "18,400".
QString number(double value);
/// A number with its unit, bytes in the size that people read: 77 and "MB".
struct Quantity {
    QString figure;
    QString unit;
};
Quantity quantity(double value, const std::string &unit);
/// A latency: "184 ms", "2,014 ms", "12.4 s".
QString latency(Duration duration);

QString alertCount(int count);
QString serviceCount(int count);
QString checkCount(int count);
QString sourceCount(int count);
/// "2 DOWN"
QString stateCount(State state, int count);

/// Whether only some of what a wish was aimed at failed; its sentence says how many.
bool isPartly(const Reason &failure);
/// How far a wish has come: "sending", "confirmed", "failed: ...", with a word when it is not on disk.
QString progressOf(const ActionStatus &action);

/// What a screen reader says of a tile: "Payments, down, since 12:04, acknowledged by NAME".
QString tileSentence(const ServiceStatus &service, const QTimeZone &zone);
/// What a screen reader says of an alert's row.
QString alertSentence(const Alert &alert, const QTimeZone &zone);

} // namespace tocsin::words
