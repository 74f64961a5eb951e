// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/summary.h"

#include "models/items/stall.h"
#include "models/items/time_words.h"
#include "models/items/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace tocsin {

namespace {

template<typename Id, typename StateOf> void sortWorstFirst(std::vector<Id> &ids, StateOf stateOf)
{
    std::stable_sort(ids.begin(), ids.end(), [&](const Id &a, const Id &b) { return stateOf(a) > stateOf(b); });
}

} // namespace

Summary summarize(const Board &board)
{
    Summary summary;
    for (const auto &[id, service] : board.services)
        ++summary.services.at(static_cast<std::size_t>(service.state));
    summary.alerts = static_cast<int>(board.alerts.size());
    for (const auto &[service, joined] : board.joinedAlerts)
        summary.alerts -= static_cast<int>(joined.size());
    summary.sources = static_cast<int>(board.sources.size());
    for (const auto &[id, source] : board.sources) {
        if (source.state != State::Ok)
            continue;
        ++summary.freshSources;
        if (source.lastGood && (!summary.oldestGood || *source.lastGood < *summary.oldestGood))
            summary.oldestGood = source.lastGood;
    }
    return summary;
}

std::vector<ServiceId> worstFirst(const Board &board)
{
    std::vector<ServiceId> ids = board.serviceOrder;
    std::erase_if(ids, [&](const ServiceId &id) { return board.services.count(id) == 0; });
    // Of equally bad ones those on which most hangs come first.
    sortWorstFirst(ids, [&](const ServiceId &id) {
        const ServiceStatus &service = board.services.at(id);
        return std::pair(service.state, -service.tier);
    });
    return ids;
}

std::vector<CheckId> worstFirst(const Board &board, const ServiceStatus &service)
{
    std::vector<CheckId> ids = service.checks;
    std::erase_if(ids, [&](const CheckId &id) { return board.checks.count(id) == 0; });
    sortWorstFirst(ids, [&](const CheckId &id) { return board.checks.at(id).state; });
    return ids;
}

bool isUndecided(const ServiceStatus &service)
{
    return service.state == State::Pending && !service.reason.isEmpty() && service.reason.code() != "source_pending";
}

namespace words {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

/// "Payments DOWN for 15 min: the reason", with who has it.
QString serviceSentence(const ServiceStatus &service, Instant now)
{
    QString text = fill(translated(QT_TRANSLATE_NOOP("Words", "%1 %2 for %3")),
        {QString::fromStdString(service.id.text()), stateName(service.state), age(service.since, now)});
    if (!service.reason.isEmpty())
        text = fill(translated(QT_TRANSLATE_NOOP("Words", "%1: %2")), {text, sentence(service.reason)});
    return text;
}

QStringList silentSources(const Board &board)
{
    QStringList names;
    for (const auto &[id, source] : board.sources) {
        if (source.state != State::Ok)
            names << QString::fromStdString(id.text());
    }
    return names;
}

} // namespace

QString freshness(const Summary &summary, Instant now)
{
    if (summary.sources == 0)
        return translated(QT_TRANSLATE_NOOP("Words", "no sources"));
    const QString fresh = QLocale().toString(summary.freshSources);
    const QString all = QLocale().toString(summary.sources);
    if (!summary.oldestGood)
        return fill(translated(QT_TRANSLATE_NOOP("Words", "Sources %1 of %2 fresh")), {fresh, all});
    return fill(
        translated(QT_TRANSLATE_NOOP("Words", "Sources %1 of %2 fresh, oldest %3")), {fresh, all, age(summary.oldestGood, now)});
}

QString silence(const Board &board, Instant now)
{
    QStringList parts;
    for (const auto &[id, source] : board.sources) {
        if (source.state == State::Ok || source.state == State::Pending)
            continue;
        const QString name = QString::fromStdString(id.text());
        parts << (source.lastGood
                ? fill(translated(QT_TRANSLATE_NOOP("Words", "%1 silent for %2")), {name, age(source.lastGood, now)})
                : fill(translated(QT_TRANSLATE_NOOP("Words", "%1 has not answered yet")), {name}));
    }
    return parts.join(QStringLiteral(", "));
}

QString blindness(const Board &board, Instant now, const QTimeZone &zone)
{
    const StationStatus &station = board.station;
    if (isStalled(station) && station.blindSince)
        return fill(translated(QT_TRANSLATE_NOOP("Words", "Monitoring stalled since %1: nothing shown is proven any more.")),
            {shortTime(*station.blindSince, now, zone)});
    if (station.blind && station.blindSince)
        return fill(translated(QT_TRANSLATE_NOOP("Words", "We are blind since %1. %2")),
            {shortTime(*station.blindSince, now, zone), sentence(station.reason)});
    if (station.blind)
        return fill(translated(QT_TRANSLATE_NOOP("Words", "We are blind. %1")), {sentence(station.reason)});
    return {};
}

QString worstNow(const Board &board, Instant now)
{
    const std::vector<ServiceId> order = worstFirst(board);
    if (order.empty())
        return translated(QT_TRANSLATE_NOOP("Words", "Nothing is watched yet: nothing is proven."));
    const ServiceStatus &first = board.services.at(order.front());
    if (first.state >= State::Unknown)
        return serviceSentence(first, now);
    if (const QStringList silent = silentSources(board); !silent.isEmpty())
        return fill(translated(QT_TRANSLATE_NOOP("Words", "No proof from %1")), {silent.join(QStringLiteral(", "))});
    for (const ServiceId &id : order) {
        if (const ServiceStatus &service = board.services.at(id); isUndecided(service))
            return serviceSentence(service, now);
    }
    if (first.state == State::Pending)
        return translated(QT_TRANSLATE_NOOP("Words", "First answers are on their way"));
    if (first.state == State::Maintenance)
        return serviceSentence(first, now);
    return translated(QT_TRANSLATE_NOOP("Words", "All services are proven fine"));
}

QString crisis(const Board &board, Instant now, const QTimeZone &zone)
{
    const QString blind = blindness(board, now, zone);
    return blind.isEmpty() ? worstNow(board, now) : blind;
}

QString noAlerts(const Board &board, Instant now)
{
    const Summary summary = summarize(board);
    if (summary.sources == 0)
        return translated(QT_TRANSLATE_NOOP(
            "Words", "No alerts known: no source is configured. Add one under `sources:` in the configuration."));
    const QStringList silent = silentSources(board);
    if (silent.isEmpty())
        return fill(translated(QT_TRANSLATE_NOOP("Words", "No alerts. %1 answered, the oldest answer is %2 old.")),
            {sourceCount(summary.sources), age(summary.oldestGood, now)});
    QStringList reasons;
    for (const auto &[id, source] : board.sources) {
        if (source.state != State::Ok && !source.reason.isEmpty())
            reasons << fill(
                translated(QT_TRANSLATE_NOOP("Words", "%1: %2")), {QString::fromStdString(id.text()), sentence(source.reason)});
    }
    const QString what
        = fill(translated(QT_TRANSLATE_NOOP("Words", "No alerts known: no proof from %1.")), {silent.join(QStringLiteral(", "))});
    return reasons.isEmpty() ? what : what + QLatin1Char('\n') + reasons.join(QLatin1Char('\n'));
}

} // namespace words

} // namespace tocsin
