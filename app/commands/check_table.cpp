// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/check_table.h"

#include "models/items/summary.h"
#include "models/items/time_words.h"
#include "models/items/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin {

namespace {

struct Row {
    QString name;
    QString state;
    QString figure;
    QString detail;
};

/// What a server says may hold escape sequences that would move the cursor or change the colours of the terminal.
QString printable(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control || character.category() == QChar::Other_Format)
            character = QLatin1Char(' ');
    }
    return text;
}

QString valueOf(const MetricStatus &metric)
{
    if (!metric.value)
        return QStringLiteral("–");
    const words::Quantity quantity = words::quantity(*metric.value, metric.unit);
    return (quantity.figure + QLatin1Char(' ') + quantity.unit).trimmed();
}

QString headlineOf(const ServiceStatus &service)
{
    for (const MetricStatus &metric : service.metrics) {
        if (metric.headline && metric.value)
            return valueOf(metric);
    }
    return service.latency ? words::latency(*service.latency) : QString();
}

QString latencyOf(const CheckStatus &check)
{
    if (!check.last || check.last->evidence.timings.total.count() == 0)
        return {};
    return words::latency(std::chrono::duration_cast<Duration>(check.last->evidence.timings.total));
}

void addService(QList<Row> &rows, const Board &board, const ServiceStatus &service)
{
    rows.append({QString::fromStdString(service.id.text()), words::stateName(service.state), headlineOf(service),
        words::sentence(service.reason)});
    for (const CheckId &id : service.checks) {
        const auto check = board.checks.find(id);
        if (check != board.checks.end())
            rows.append({QStringLiteral("  ") + QString::fromStdString(check->second.name), words::stateName(check->second.state),
                latencyOf(check->second), words::sentence(check->second.reason)});
    }
    for (const MetricStatus &metric : service.metrics)
        rows.append(
            {QStringLiteral("  ") + QString::fromStdString(metric.name), {}, valueOf(metric), words::sentence(metric.reason)});
    for (const AlertKey &key : service.alerts) {
        const auto alert = board.alerts.find(key);
        if (alert != board.alerts.end())
            rows.append(
                {QStringLiteral("  ") + QString::fromStdString(alert->second->name), words::alertStateName(*alert->second),
                    words::severityOf(*alert->second), QString::fromStdString(alert->second->summary)});
    }
}

void addSource(QList<Row> &rows, const Board &board, const SourceStatus &source, Instant now)
{
    const auto isOurs = [&source](const auto &entry) { return entry.first.source == source.id; };
    const auto alerts = static_cast<int>(std::count_if(board.alerts.begin(), board.alerts.end(), isOurs));
    const QString detail = source.reason.isEmpty() ? words::alertCount(alerts) : words::sentence(source.reason);
    rows.append(
        {QString::fromStdString(source.id.text()), words::stateName(source.state), words::age(source.lastGood, now), detail});
}

QString laidOut(const QList<Row> &rows)
{
    int nameWidth = 0;
    int stateWidth = 0;
    int figureWidth = 0;
    for (const Row &row : rows) {
        nameWidth = std::max(nameWidth, static_cast<int>(row.name.size()));
        stateWidth = std::max(stateWidth, static_cast<int>(row.state.size()));
        figureWidth = std::max(figureWidth, static_cast<int>(row.figure.size()));
    }
    constexpr int kWidestName = 40;
    nameWidth = std::min(nameWidth, kWidestName);
    QString text;
    for (const Row &row : rows) {
        const QString line = printable(row.name).leftJustified(nameWidth) + QStringLiteral("  ")
            + row.state.leftJustified(stateWidth) + QStringLiteral("  ") + printable(row.figure).rightJustified(figureWidth)
            + QStringLiteral("  ") + printable(row.detail);
        QString trimmed = line;
        while (trimmed.endsWith(QLatin1Char(' ')))
            trimmed.chop(1);
        text += trimmed + QLatin1Char('\n');
    }
    return text;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("CheckTable", text);
}

} // namespace

QString checkTable(const Board &board, Instant now)
{
    QList<Row> rows{
        {translated(QT_TRANSLATE_NOOP("CheckTable", "SERVICE")), translated(QT_TRANSLATE_NOOP("CheckTable", "STATE")), {}, {}}};
    for (const ServiceId &id : worstFirst(board))
        addService(rows, board, board.services.at(id));
    rows.append(Row());
    rows.append({translated(QT_TRANSLATE_NOOP("CheckTable", "SOURCE")), translated(QT_TRANSLATE_NOOP("CheckTable", "STATE")),
        translated(QT_TRANSLATE_NOOP("CheckTable", "AGE")), {}});
    for (const auto &[id, source] : board.sources)
        addSource(rows, board, source, now);
    rows.append(Row());
    rows.append({QString::fromStdString(board.shop), words::stateName(board.overall()), {}, {}});
    return laidOut(rows);
}

} // namespace tocsin
