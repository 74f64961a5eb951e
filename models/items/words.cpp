// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/words.h"

#include "models/items/time_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <array>
#include <cmath>

namespace tocsin::words {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

/// The plural form of the reader's language. Without a translator, English is made from the "(s)" of the source text.
QString counted(const char *text, int count)
{
    QString words = QCoreApplication::translate("Words", text, nullptr, count);
    words.replace(QStringLiteral("(s)"), count == 1 ? QString() : QStringLiteral("s"));
    return words;
}

/// Puts `argumentAt(0)` in place of %1, and so on; beyond `count` nothing.
template<typename ArgumentAt> QString expanded(const QString &text, std::size_t count, ArgumentAt argumentAt)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int digit = text[i] == QLatin1Char('%') && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (digit < 1) {
            result += text[i];
            continue;
        }
        ++i;
        if (static_cast<std::size_t>(digit) <= count)
            result += argumentAt(static_cast<std::size_t>(digit - 1));
    }
    return result;
}

/// A time as reasons carry it becomes one as people read it; any other text stays.
QString argumentText(const std::string &argument)
{
    const bool mayBeTime = argument.size() >= 20 && argument.size() <= 24 && argument.back() == 'Z';
    const std::optional<Instant> instant = mayBeTime ? parseRfc3339(argument) : std::nullopt;
    if (!instant)
        return QString::fromStdString(argument);
    return dateTime(*instant, QTimeZone::systemTimeZone()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

constexpr std::array kStateNames{QT_TRANSLATE_NOOP("Words", "OK"), QT_TRANSLATE_NOOP("Words", "MAINT"),
    QT_TRANSLATE_NOOP("Words", "PENDING"), QT_TRANSLATE_NOOP("Words", "UNKNOWN"), QT_TRANSLATE_NOOP("Words", "DEGRADED"),
    QT_TRANSLATE_NOOP("Words", "DOWN")};
constexpr std::array kSpokenStates{QT_TRANSLATE_NOOP("Words", "fine"), QT_TRANSLATE_NOOP("Words", "in maintenance"),
    QT_TRANSLATE_NOOP("Words", "not yet decided"), QT_TRANSLATE_NOOP("Words", "unknown"), QT_TRANSLATE_NOOP("Words", "degraded"),
    QT_TRANSLATE_NOOP("Words", "down")};
constexpr std::array kSeverityNames{QT_TRANSLATE_NOOP("Words", "none"), QT_TRANSLATE_NOOP("Words", "info"),
    QT_TRANSLATE_NOOP("Words", "unmapped"), QT_TRANSLATE_NOOP("Words", "warning"), QT_TRANSLATE_NOOP("Words", "major"),
    QT_TRANSLATE_NOOP("Words", "critical")};

} // namespace

QString fill(const QString &text, std::initializer_list<QString> arguments)
{
    return expanded(text, arguments.size(), [&](std::size_t index) { return *(arguments.begin() + index); });
}

QString sentence(const Reason &reason)
{
    if (reason.isEmpty())
        return {};
    return expanded(
        QCoreApplication::translate("Phrase", reason.sourceText()), reason.arguments().size(), [&](std::size_t index) {
            const Reason *inner = reason.inner(index);
            return inner ? sentence(*inner) : argumentText(reason.arguments()[index]);
        });
}

QString stateName(State state)
{
    return translated(kStateNames.at(static_cast<std::size_t>(state)));
}

QString spokenState(State state)
{
    return translated(kSpokenStates.at(static_cast<std::size_t>(state)));
}

QString alertStateName(const Alert &alert)
{
    const std::optional<State> state = stateOf(alert);
    return state ? stateName(*state) : translated(QT_TRANSLATE_NOOP("Words", "INFO"));
}

QString severityName(Severity severity)
{
    return translated(kSeverityNames.at(static_cast<std::size_t>(severity)));
}

QString severityOf(const Alert &alert)
{
    if (alert.severityText.empty())
        return severityName(alert.severity);
    const QString own = QString::fromStdString(alert.severityText);
    return alert.severity == Severity::Unmapped ? fill(translated(QT_TRANSLATE_NOOP("Words", "%1 (unmapped)")), {own}) : own;
}

QString quietedBy(const Alert &alert)
{
    QStringList parts;
    if (alert.handling.silenced)
        parts << translated(QT_TRANSLATE_NOOP("Words", "silenced"));
    if (alert.handling.inhibited)
        parts << translated(QT_TRANSLATE_NOOP("Words", "inhibited"));
    if (alert.handling.muted)
        parts << translated(QT_TRANSLATE_NOOP("Words", "muted"));
    return parts.join(QStringLiteral(", "));
}

QString handlingOf(const Alert &alert)
{
    QStringList parts{quietedBy(alert)};
    parts.removeAll(QString());
    if (alert.handling.stale)
        parts << translated(QT_TRANSLATE_NOOP("Words", "stale"));
    return parts.join(QStringLiteral(", "));
}

QString serviceOf(const Alert &alert)
{
    if (alert.service.isEmpty() || alert.service == otherAlerts)
        return translated(QT_TRANSLATE_NOOP("Words", "Other alerts"));
    return QString::fromStdString(alert.service.text());
}

QString number(double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const double magnitude = std::abs(value);
    const int decimals = magnitude >= 100 || value == std::floor(value) ? 0 : magnitude >= 1 ? 1 : 3;
    QString text = QLocale().toString(value, 'f', decimals);
    const QString point = QLocale().decimalPoint();
    if (decimals > 0 && text.contains(point)) {
        while (text.endsWith(QLocale().zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

Quantity quantity(double value, const std::string &unit)
{
    static const std::array<const char *, 6> kSizes{"", "k", "M", "G", "T", "P"};
    const bool isRate = unit == "B/s" || unit == "bytes/s";
    if (!isRate && unit != "B" && unit != "bytes")
        return {number(value), QString::fromStdString(unit)};
    std::size_t size = 0;
    for (; size + 1 < kSizes.size() && std::abs(value) >= 1000; ++size)
        value /= 1000;
    return {number(value), QLatin1String(kSizes.at(size)) + (isRate ? QStringLiteral("B/s") : QStringLiteral("B"))};
}

QString latency(Duration duration)
{
    if (duration < std::chrono::seconds(10))
        return fill(
            translated(QT_TRANSLATE_NOOP("Words", "%1 ms")), {QLocale().toString(static_cast<qlonglong>(duration.count()))});
    return fill(translated(QT_TRANSLATE_NOOP("Words", "%1 s")), {number(static_cast<double>(duration.count()) / 1000)});
}

QString alertCount(int count)
{
    return counted(QT_TRANSLATE_N_NOOP("Words", "%Ln alert(s)"), count);
}

QString serviceCount(int count)
{
    return counted(QT_TRANSLATE_N_NOOP("Words", "%Ln service(s)"), count);
}

QString checkCount(int count)
{
    return counted(QT_TRANSLATE_N_NOOP("Words", "%Ln check(s)"), count);
}

QString sourceCount(int count)
{
    return counted(QT_TRANSLATE_N_NOOP("Words", "%Ln source(s)"), count);
}

QString stateCount(State state, int count)
{
    return fill(translated(QT_TRANSLATE_NOOP("Words", "%1 %2")), {QLocale().toString(count), stateName(state)});
}

bool isPartly(const Reason &failure)
{
    return failure.code() == "action_partly_failed";
}

QString progressOf(const ActionStatus &action)
{
    if (action.progress == ActionStatus::Progress::Pending)
        return translated(QT_TRANSLATE_NOOP("Words", "sending"));
    if (action.progress == ActionStatus::Progress::Failed && action.reason.isEmpty())
        return translated(QT_TRANSLATE_NOOP("Words", "failed"));
    if (action.progress == ActionStatus::Progress::Failed && isPartly(action.reason))
        return sentence(action.reason);
    if (action.progress == ActionStatus::Progress::Failed)
        return fill(translated(QT_TRANSLATE_NOOP("Words", "failed: %1")), {sentence(action.reason)});
    if (!action.recorded)
        return translated(QT_TRANSLATE_NOOP("Words", "confirmed, not recorded"));
    return translated(QT_TRANSLATE_NOOP("Words", "confirmed"));
}

QString tileSentence(const ServiceStatus &service, const QTimeZone &zone)
{
    const QString time = dateTime(service.since, zone).toString(QStringLiteral("HH:mm"));
    QString text = fill(translated(QT_TRANSLATE_NOOP("Words", "%1, %2, since %3")),
        {QString::fromStdString(service.id.text()), spokenState(service.state), time});
    if (service.owned && !service.owner.empty())
        text = fill(
            translated(QT_TRANSLATE_NOOP("Words", "%1, acknowledged by %2")), {text, QString::fromStdString(service.owner)});
    if (!service.reason.isEmpty())
        text = fill(translated(QT_TRANSLATE_NOOP("Words", "%1: %2")), {text, sentence(service.reason)});
    return text;
}

QString alertSentence(const Alert &alert, const QTimeZone &zone)
{
    QStringList parts{QString::fromStdString(alert.name), alertStateName(alert), severityOf(alert), serviceOf(alert)};
    if (alert.startsAt)
        parts << fill(translated(QT_TRANSLATE_NOOP("Words", "since %1")),
            {dateTime(*alert.startsAt, zone).toString(QStringLiteral("HH:mm"))});
    if (const QString handling = handlingOf(alert); !handling.isEmpty())
        parts << handling;
    if (alert.acknowledgement)
        parts << fill(translated(QT_TRANSLATE_NOOP("Words", "acknowledged by %1")),
            {QString::fromStdString(alert.acknowledgement->person)});
    return parts.join(QStringLiteral(", "));
}

} // namespace tocsin::words
