// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/alert_table_model.h"

#include "models/items/words.h"

#include <QCoreApplication>

#include <array>

namespace tocsin {

namespace {

constexpr std::array kHeaders{QT_TRANSLATE_NOOP("Words", "State"), QT_TRANSLATE_NOOP("Words", "Severity"),
    QT_TRANSLATE_NOOP("Words", "Alert"), QT_TRANSLATE_NOOP("Words", "Service"), QT_TRANSLATE_NOOP("Words", "Source"),
    QT_TRANSLATE_NOOP("Words", "Since"), QT_TRANSLATE_NOOP("Words", "Acknowledged by"), QT_TRANSLATE_NOOP("Words", "Action"),
    QT_TRANSLATE_NOOP("Words", "Summary")};
static_assert(kHeaders.size() == alertColumnCount);

QVariant alertText(const Alert &alert, const ActionStatus *action, AlertColumn column)
{
    switch (column) {
    case AlertColumn::State:
        return words::alertStateName(alert);
    case AlertColumn::Severity:
        return words::severityOf(alert);
    case AlertColumn::Name:
        return QString::fromStdString(alert.name);
    case AlertColumn::Service:
        return words::serviceOf(alert);
    case AlertColumn::Source:
        return QString::fromStdString(alert.key.source.text());
    case AlertColumn::Since:
        return alert.startsAt ? QString::fromStdString(formatRfc3339(*alert.startsAt)) : QString();
    case AlertColumn::Acknowledged:
        return alert.acknowledgement ? QString::fromStdString(alert.acknowledgement->person) : words::quietedBy(alert);
    case AlertColumn::Progress:
        return action ? words::progressOf(*action) : QString();
    case AlertColumn::Summary:
        return QString::fromStdString(alert.summary).simplified();
    }
    return {};
}

/// What it is about, after what tells it from the others of its name.
QString distinguished(const AlertEntry &entry, const QString &text)
{
    const QString special = QString::fromStdString(entry.group->differences.of(entry.alert->labels));
    return special.isEmpty() || text.isEmpty() ? special + text : special + QStringLiteral(" · ") + text;
}

/// What sorting or exporting the column compares: the value behind the text.
QVariant sortValue(const AlertEntry &entry, AlertColumn column)
{
    if (column == AlertColumn::State || column == AlertColumn::Severity)
        return entry.place.rank;
    if (column == AlertColumn::Since)
        return static_cast<qlonglong>(entry.place.startsAtMs);
    return alertText(*entry.alert, entry.action.get(), column);
}

/// What concerns the alerts, cut so that no piece holds the window up; what must go goes with the first.
std::vector<Changes> inSlices(const Changes &changes)
{
    std::vector<Changes> pieces(1);
    pieces.front().reset = changes.reset;
    pieces.front().goneAlerts = changes.goneAlerts;
    for (const AlertPtr &alert : changes.alerts) {
        if (pieces.back().alerts.size() == AlertTableModel::slice)
            pieces.emplace_back();
        pieces.back().alerts.push_back(alert);
    }
    pieces.back().joinedAlerts = changes.joinedAlerts;
    pieces.back().actions = changes.actions;
    return pieces;
}

bool isOutlined(const Alert &alert)
{
    return alert.acknowledgement || alert.handling.silenced || alert.handling.inhibited || alert.handling.muted;
}

QVariant alertMeaning(const AlertEntry &entry, int role)
{
    const Alert &alert = *entry.alert;
    switch (role) {
    case AlertRole::Alert:
        return QVariant::fromValue(entry.alert);
    case AlertRole::Key:
        return QVariant::fromValue(alert.key);
    case AlertRole::State:
        return QVariant::fromValue(stateOf(alert));
    case AlertRole::Since:
        return QVariant::fromValue(alert.startsAt);
    case AlertRole::Outlined:
        return isOutlined(alert);
    case AlertRole::Stale:
        return alert.handling.stale;
    case AlertRole::Unmapped:
        return alert.severity == Severity::Unmapped;
    case AlertRole::IsMember:
        return entry.group->hasHead;
    case AlertRole::Count:
        return 1;
    case AlertRole::OwnedCount:
        return alert.acknowledgement ? 1 : 0;
    case AlertRole::Action:
        return QVariant::fromValue(entry.action ? std::optional(*entry.action) : std::optional<ActionStatus>());
    default:
        return {};
    }
}

/// A head answers for its group; what it does not say itself is what its worst alert says.
QVariant headMeaning(const AlertGroup &group, int role)
{
    switch (role) {
    case AlertRole::Outlined:
        return group.face.isOutlined;
    case AlertRole::Stale:
        return group.face.isStale;
    case AlertRole::IsMember:
        return false;
    case AlertRole::IsExpanded:
        return group.isExpanded;
    case AlertRole::Count:
        return static_cast<int>(group.face.members.size());
    case AlertRole::OwnedCount:
        return group.face.owned;
    case AlertRole::Action:
        return QVariant::fromValue(group.face.action ? std::optional(*group.face.action) : std::optional<ActionStatus>());
    default:
        return alertMeaning(*group.face.worst, role);
    }
}

} // namespace

AlertTableModel::AlertTableModel(const BoardFeed &feed, QObject *parent)
    : SyncedRows(parent)
{
    m_sliceTimer.setSingleShot(true);
    m_sliceTimer.setInterval(0);
    connect(&m_sliceTimer, &QTimer::timeout, this, &AlertTableModel::settle);
    connect(&feed, &BoardFeed::changed, this, &AlertTableModel::handleChanges);
    Changes known;
    for (const auto &[key, alert] : feed.board().alerts)
        known.alerts.push_back(alert);
    for (const auto &[service, joined] : feed.board().joinedAlerts)
        known.joinedAlerts.push_back({service, joined});
    for (const auto &[id, action] : feed.board().actions)
        known.actions.push_back(action);
    handleChanges(known);
}

QVariant AlertTableModel::headText(const AlertGroup &group, AlertColumn column) const
{
    const AlertEntry &first = *group.face.worst;
    const int count = static_cast<int>(group.face.members.size());
    switch (column) {
    case AlertColumn::Acknowledged:
        if (group.face.owned == 0)
            return QString();
        return words::fill(
            QCoreApplication::translate("Words", "%1 of %2"), {words::number(group.face.owned), words::number(count)});
    case AlertColumn::Progress:
        return group.face.action ? words::progressOf(*group.face.action) : QString();
    case AlertColumn::Summary:
        return words::fill(QCoreApplication::translate("Words", "%1, newest: %2"),
            {words::alertCount(count), alertText(*first.alert, nullptr, column).toString()});
    default:
        return alertText(*first.alert, nullptr, column);
    }
}

QVariant AlertTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AlertRow &row = rows()[static_cast<std::size_t>(index.row())];
    const AlertEntry *speaker = row.head ? row.head->face.worst : row.entry;
    if (!speaker)
        return {}; // a head that is about to be removed
    const AlertEntry &entry = *speaker;
    const auto column = static_cast<AlertColumn>(index.column());
    if (role == Qt::DisplayRole && !row.head && column == AlertColumn::Summary)
        return distinguished(entry, alertText(*entry.alert, nullptr, column).toString());
    if (role == Qt::DisplayRole)
        return row.head ? headText(*row.head, column) : alertText(*entry.alert, entry.action.get(), column);
    if (role == AlertRole::IsHead)
        return row.head != nullptr;
    if (role == AlertRole::Sort)
        return sortValue(entry, column);
    if (role == Qt::AccessibleTextRole && column == AlertColumn::State)
        return words::alertSentence(*entry.alert, QTimeZone::systemTimeZone());
    return row.head ? headMeaning(*row.head, role) : alertMeaning(entry, role);
}

QVariant AlertTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= alertColumnCount)
        return {};
    return QCoreApplication::translate("Words", kHeaders.at(static_cast<std::size_t>(section)));
}

void AlertTableModel::setFilter(AlertFilter filter)
{
    m_sheet.setFilter(std::move(filter));
    settle();
}

void AlertTableModel::setOrder(const AlertOrder &order)
{
    if (order == m_sheet.order())
        return;
    m_sheet.setOrder(order);
    emit orderChanged(order);
    settle();
}

void AlertTableModel::setGrouped(bool isGrouped)
{
    m_isGrouped = isGrouped;
    settle();
}

bool AlertTableModel::isHead(int row) const
{
    return row >= 0 && row < rowCount() && rows()[static_cast<std::size_t>(row)].head;
}

void AlertTableModel::setExpanded(int row, bool isExpanded)
{
    if (!isHead(row))
        return;
    m_sheet.setExpanded(rows()[static_cast<std::size_t>(row)].head, isExpanded);
    settle();
}

std::vector<AlertPtr> AlertTableModel::alertsOf(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const AlertRow &what = rows()[static_cast<std::size_t>(row)];
    if (what.entry)
        return {what.entry->alert};
    std::vector<AlertPtr> alerts;
    for (const AlertEntry *member : what.head->face.members)
        alerts.push_back(member->alert);
    return alerts;
}

int AlertTableModel::rowOf(const AlertKey &key) const
{
    const AlertEntry *entry = m_sheet.find(key);
    const auto it = std::find(rows().begin(), rows().end(), AlertRow{entry, nullptr});
    return !entry || it == rows().end() ? -1 : static_cast<int>(it - rows().begin());
}

void AlertTableModel::handleChanges(const Changes &changes)
{
    if (changes.alerts.empty() && changes.goneAlerts.empty() && changes.joinedAlerts.empty() && changes.actions.empty()
        && !changes.reset)
        return;
    for (Changes &piece : inSlices(changes))
        m_waiting.push_back(std::move(piece));
    if (isSettled())
        settle();
}

void AlertTableModel::takeIn()
{
    if (m_waiting.empty())
        return;
    m_sheet.apply(m_waiting.front());
    m_waiting.pop_front();
}

void AlertTableModel::settle()
{
    takeIn();
    if (!m_sheet.judge(slice) || !m_waiting.empty() || !m_sheet.sort(slice)) {
        m_sliceTimer.start();
        return;
    }
    m_sliceTimer.stop();
    setRows(m_sheet.rows(m_isGrouped));
    m_sheet.forgetGone();
    tellTouched();
    emit settled();
}

void AlertTableModel::tellTouched()
{
    const std::unordered_set<const void *> touched = m_sheet.takeTouched();
    if (touched.empty())
        return;
    std::vector<int> changed;
    for (int row = 0; row < rowCount(); ++row) {
        const AlertRow &what = rows()[static_cast<std::size_t>(row)];
        if (touched.count(what.entry ? static_cast<const void *>(what.entry) : what.head) != 0)
            changed.push_back(row);
    }
    tellChanged(changed);
}

} // namespace tocsin
