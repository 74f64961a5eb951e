// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/item_rows.h"

#include "models/items/label_differences.h"
#include "models/items/summary.h"
#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/plain_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace tocsin {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ItemRows", text);
}

QString ownedBy(const std::optional<Acknowledgement> &acknowledgement)
{
    if (!acknowledgement)
        return {};
    return words::fill(translated(QT_TRANSLATE_NOOP("ItemRows", "%1 has it")), {plainLine(acknowledgement->person)});
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

template<typename T> bool contains(const std::vector<T> &all, const T &wanted)
{
    return std::find(all.begin(), all.end(), wanted) != all.end();
}

bool isNews(const ActionStatus &action)
{
    return action.progress != ActionStatus::Progress::Confirmed || !action.recorded;
}

/// The newest wishes, newest first; none when all of them have come true: then the rows themselves say the outcome.
std::vector<const ActionStatus *> recentWishes(const Board &board)
{
    constexpr std::size_t kMost = 8;
    std::vector<const ActionStatus *> recent;
    for (auto it = board.actions.rbegin(); it != board.actions.rend() && recent.size() < kMost; ++it)
        recent.push_back(&it->second);
    if (std::none_of(recent.begin(), recent.end(), [](const ActionStatus *action) { return isNews(*action); }))
        recent.clear();
    return recent;
}

QString progressOf(const std::vector<const ActionStatus *> &wishes, const ItemRow &row)
{
    const auto it = std::find_if(wishes.begin(), wishes.end(), [&](const ActionStatus *wish) {
        return row.check.isEmpty() ? contains(wish->alerts, row.alert) : contains(wish->checks, row.check);
    });
    return it != wishes.end() && isNews(**it) ? words::progressOf(**it) : QString();
}

ItemRow rowOf(const CheckStatus &check, Instant now)
{
    ItemRow row;
    row.check = check.id;
    row.state = check.state;
    row.owned = check.acknowledgement.has_value();
    row.name = plainLine(check.name);
    const Micros total = check.last ? check.last->evidence.timings.total : Micros(0);
    if (total > Micros(0))
        row.figure = words::latency(std::chrono::duration_cast<Duration>(total));
    const QString proof = check.lastProof
        ? words::fill(translated(QT_TRANSLATE_NOOP("ItemRows", "proven %1")), {words::ago(check.lastProof, now)})
        : translated(QT_TRANSLATE_NOOP("ItemRows", "never proven"));
    const QString reason = words::sentence(check.reason);
    row.detail = joined({reason.isEmpty() ? proof : reason,
        check.flapping ? translated(QT_TRANSLATE_NOOP("ItemRows", "flapping")) : QString(), ownedBy(check.acknowledgement)});
    return row;
}

ItemRow rowOf(const Alert &alert, const QString &special, Instant now)
{
    ItemRow row;
    row.alert = alert.key;
    row.state = stateOf(alert).value_or(State::Ok);
    row.owned = alert.acknowledgement || alert.handling.silenced || alert.handling.inhibited;
    row.name = words::fill(translated(QT_TRANSLATE_NOOP("ItemRows", "alert %1")), {plainLine(alert.name)});
    row.figure = plainLine(words::severityOf(alert).toStdString(), 40);
    row.detail
        = joined({special, plainLine(alert.key.source.text()), alert.startsAt ? words::age(alert.startsAt, now) : QString(),
            words::handlingOf(alert), ownedBy(alert.acknowledgement), plainLine(alert.summary)});
    return row;
}

State stateOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Good:
        return State::Ok;
    case Outcome::Impaired:
        return State::Degraded;
    case Outcome::Failed:
        return State::Down;
    case Outcome::Unproven:
        break;
    }
    return State::Unknown;
}

} // namespace

std::vector<ItemRow> itemRows(const Board &board, const ServiceStatus &service, Instant now)
{
    std::vector<ItemRow> rows;
    for (const CheckId &id : worstFirst(board, service))
        rows.push_back(rowOf(board.checks.at(id), now));
    const auto alertsBegin = static_cast<std::ptrdiff_t>(rows.size());
    std::map<std::string, LabelDifferences> siblings; // by name
    std::vector<AlertPtr> alerts;
    for (const AlertKey &key : service.alerts) { // worst first already
        if (alerts.size() == mostAlertRows)
            break;
        if (const auto alert = board.alerts.find(key); alert != board.alerts.end()) {
            alerts.push_back(alert->second);
            siblings[alert->second->name].take(alert->second->labels);
        }
    }
    for (const AlertPtr &alert : alerts)
        rows.push_back(rowOf(*alert, plainLine(siblings[alert->name].of(alert->labels)), now));
    if (const std::vector<const ActionStatus *> wishes = recentWishes(board); !wishes.empty()) {
        for (ItemRow &row : rows)
            row.detail = joined({progressOf(wishes, row), row.detail});
    }
    std::stable_sort(
        rows.begin() + alertsBegin, rows.end(), [](const ItemRow &a, const ItemRow &b) { return a.state > b.state; });
    return rows;
}

std::vector<ItemRow> partRows(const Observation &observation)
{
    std::vector<ItemRow> rows;
    for (const Part &part : observation.parts) {
        ItemRow row;
        row.state = stateOf(part.outcome);
        row.name = plainLine(part.name);
        row.detail = plainLine(part.detail);
        rows.push_back(std::move(row));
    }
    return rows;
}

ActionTarget targetOf(const ItemRow &row)
{
    ActionTarget target;
    if (!row.check.isEmpty())
        target.checks.push_back(row.check);
    if (!row.alert.externalId.empty())
        target.alerts.push_back(row.alert);
    return target;
}

} // namespace tocsin
