// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/tile_facts.h"

#include "models/items/summary.h"
#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/plain_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tocsin {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Tile", text);
}

QString noValue()
{
    return QStringLiteral("—");
}

const MetricStatus *headline(const ServiceStatus &service)
{
    const auto it = std::find_if(
        service.metrics.begin(), service.metrics.end(), [](const MetricStatus &metric) { return metric.headline; });
    return it == service.metrics.end() ? nullptr : &*it;
}

/// "184 ms" is a figure and its unit.
void setLatency(TileFacts &facts, Duration latency)
{
    const QString text = words::latency(latency);
    const qsizetype blank = text.lastIndexOf(QLatin1Char(' '));
    facts.value = blank < 0 ? text : text.left(blank);
    facts.unit = blank < 0 ? QString() : text.mid(blank + 1);
}

void setValue(TileFacts &facts, const ServiceStatus &service)
{
    const MetricStatus *metric = headline(service);
    if (service.state == State::Unknown) {
        facts.value = noValue();
        facts.unit = translated(QT_TRANSLATE_NOOP("Tile", "no proof"));
    } else if (metric && metric->value && std::isfinite(*metric->value)) {
        const words::Quantity quantity = words::quantity(*metric->value, metric->unit);
        facts.value = quantity.figure;
        facts.unit = plainLine(quantity.unit.toStdString());
    } else if (metric) {
        facts.value = noValue();
        facts.unit = translated(QT_TRANSLATE_NOOP("Tile", "no data"));
    } else if (service.latency) {
        setLatency(facts, *service.latency);
    } else if (service.state == State::Pending) {
        facts.value = noValue();
        facts.unit = isUndecided(service) ? translated(QT_TRANSLATE_NOOP("Tile", "not decided yet"))
                                          : translated(QT_TRANSLATE_NOOP("Tile", "not checked yet"));
    }
}

void setRecent(TileFacts &facts, const ServiceStatus &service, const std::vector<double> &latencies)
{
    const MetricStatus *metric = headline(service);
    if (!metric) {
        facts.recent = latencies;
        return;
    }
    facts.recent.reserve(metric->recent.size());
    for (const Sample &sample : metric->recent)
        facts.recent.push_back(sample.value);
}

/// Why the service is as it is, in one sentence; empty when there is nothing to say.
QString reasonOf(const ServiceStatus &service)
{
    if (service.state == State::Maintenance && !service.maintenanceReason.empty())
        return plainLine(service.maintenanceReason);
    return words::sentence(service.reason);
}

QString ownerLine(const ServiceStatus &service, Instant now)
{
    if (!service.owned)
        return translated(QT_TRANSLATE_NOOP("Tile", "nobody has it yet"));
    const QString owner = plainLine(service.owner);
    if (!service.ownedSince)
        return words::fill(translated(QT_TRANSLATE_NOOP("Tile", "%1 has it")), {owner});
    return words::fill(translated(QT_TRANSLATE_NOOP("Tile", "%1 has it, %2")), {owner, words::age(service.ownedSince, now)});
}

QString flappingWord()
{
    return QStringLiteral(" · ") + translated(QT_TRANSLATE_NOOP("Tile", "flapping"));
}

/// "DOWN 15 min · P1 has it", and below it the reason.
QStringList deskLines(const ServiceStatus &service, Instant now)
{
    QString line = words::fill(QStringLiteral("%1 %2"), {words::stateName(service.state), words::age(service.since, now)});
    if (service.owned)
        line = words::fill(translated(QT_TRANSLATE_NOOP("Tile", "%1 · %2 has it")), {line, plainLine(service.owner)});
    if (service.flapping)
        line += flappingWord();
    const QString reason = reasonOf(service);
    return reason.isEmpty() ? QStringList{line} : QStringList{line, reason};
}

QStringList wallLines(const ServiceStatus &service, Instant now, const QTimeZone &zone)
{
    const QString reason = reasonOf(service);
    const QString word = words::stateName(service.state);
    const QString age = words::age(service.since, now);
    QStringList lines;
    if (service.state == State::Down) {
        lines << words::fill(
            translated(QT_TRANSLATE_NOOP("Tile", "%1 since %2 · %3")), {word, words::shortTime(service.since, now, zone), age});
        lines << ownerLine(service, now);
        if (!reason.isEmpty())
            lines << reason;
    } else {
        QString line = words::fill(QStringLiteral("%1 %2"), {word, age});
        if (!reason.isEmpty())
            line = words::fill(QStringLiteral("%1: %2"), {line, reason});
        lines << line;
        if (service.owned)
            lines << ownerLine(service, now);
    }
    if (service.flapping)
        lines.front() += flappingWord();
    return lines;
}

} // namespace

TileFacts tileFacts(
    const ServiceStatus &service, const std::vector<double> &latencies, Instant now, const QTimeZone &zone, TileLoudness loudness)
{
    TileFacts facts;
    facts.state = service.state;
    facts.owned = service.owned;
    facts.name = service.id == otherAlerts ? translated(QT_TRANSLATE_NOOP("Tile", "Other alerts")) : plainLine(service.id.text());
    facts.age = service.lastProof ? words::age(service.lastProof, now) : QString();
    setValue(facts, service);
    setRecent(facts, service, latencies);
    const bool isCalm = service.state == State::Ok && !service.flapping;
    if (!isCalm)
        facts.lines = loudness == TileLoudness::Desk ? deskLines(service, now) : wallLines(service, now, zone);
    const MetricStatus *metric = headline(service);
    if (loudness == TileLoudness::Desk && metric && !metric->value && !metric->reason.isEmpty())
        facts.lines << words::sentence(metric->reason);
    return facts;
}

bool needsAttention(State state)
{
    return state >= State::Unknown;
}

} // namespace tocsin
