// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_reading.h"

#include "models/sources/alertmanager_merge.h"
#include "models/sources/answer_check.h"

#include <QtGlobal>

#include <algorithm>
#include <utility>

namespace tocsin {

namespace {

constexpr Phrase kNoMember{
    "alertmanager_no_member", QT_TRANSLATE_NOOP("Phrase", "None of the %1 members answers properly; %2: %3")};
constexpr Phrase kMemberAway{"alertmanager_member_away", QT_TRANSLATE_NOOP("Phrase", "The member %1 is left out: %2")};
constexpr Phrase kNoStatus{"alertmanager_no_status", QT_TRANSLATE_NOOP("Phrase", "%1 does not tell its status: %2")};
constexpr Phrase kNoSilences{"alertmanager_no_silences",
    QT_TRANSLATE_NOOP("Phrase", "Who acknowledged what cannot be told, %1 does not list its silences: %2")};
constexpr Phrase kNoGroups{
    "alertmanager_no_groups", QT_TRANSLATE_NOOP("Phrase", "Which alerts are muted cannot be told by %1: %2")};
constexpr Phrase kSettling{
    "alertmanager_settling", QT_TRANSLATE_NOOP("Phrase", "%1 has just started and is not ready yet (cluster status \"%2\")")};
constexpr Phrase kNoWatchdog{"alertmanager_no_watchdog",
    QT_TRANSLATE_NOOP("Phrase", "The alert %1, which must always fire, is missing: no alert may be getting through")};
constexpr Phrase kEnded{"alertmanager_ended_alerts",
    QT_TRANSLATE_NOOP("Phrase", "%1 of the alerts listed should have ended long ago, one of them at %2: the answer is old")};

constexpr Phrase kOnlyDoubted{"alertmanager_only_doubted",
    QT_TRANSLATE_NOOP("Phrase", "%1 proves nothing (%2), but lists alerts that the other members lack: %3")};
constexpr Phrase kUnreadable{
    "alertmanager_unreadable_alerts", QT_TRANSLATE_NOOP("Phrase", "%1 of its alerts cannot be read. %2")};
constexpr Phrase kEndedSilences{"alertmanager_ended_silences",
    QT_TRANSLATE_NOOP("Phrase", "%1 of the silences in force should have ended long ago, one of them at %2: the answer is old")};

constexpr Duration kMostOverdue = std::chrono::minutes(5);

/// What one member's answers say, once read.
struct ReadMember {
    MemberView view;
    Evidence evidence;
    std::optional<Instant> startedAt;
    std::vector<Reason> troubles;
    std::vector<Reason> remarks;
};

/// The answer read by `parse`, or why it cannot be.
template<typename Value> Result<Value> readAnswer(const Result<HttpResponse> &answer, Result<Value> (*parse)(std::string_view))
{
    if (!answer)
        return Failure(answer.error());
    if (std::optional<Error> problem = answerProblem(*answer))
        return Failure(std::move(*problem));
    Result<Value> value = parse(answer->body);
    if (!value)
        value.error().evidence = answer->evidence;
    return value;
}

void readStatus(const MemberAnswers &answers, ReadMember &member)
{
    const auto status = readAnswer(answers.status, parseAlertmanagerStatus);
    if (!status)
        member.remarks.push_back(Reason(kNoStatus, {answers.url, status.error().reason}));
    else if (status->cluster != "ready" && status->cluster != "disabled")
        member.troubles.push_back(Reason(kSettling, {answers.url, status->cluster}));
    if (status)
        member.startedAt = status->startedAt;
}

/// The ends that lie long back, as a trouble in the words of `phrase`.
class Overdue
{
public:
    explicit Overdue(Instant now)
        : m_now(now)
    {
    }
    void look(Instant end)
    {
        if (m_now - end <= kMostOverdue)
            return;
        ++m_count;
        m_oldest = m_oldest ? std::min(*m_oldest, end) : end;
    }
    void tell(const Phrase &phrase, std::vector<Reason> &troubles) const
    {
        if (m_oldest)
            troubles.push_back(Reason(phrase, {std::to_string(m_count), formatRfc3339(*m_oldest)}));
    }

private:
    Instant m_now;
    std::size_t m_count = 0;
    std::optional<Instant> m_oldest;
};

/// What answers that are themselves fine may still show: that they were made long ago.
void judgeAge(const MemberAnswers &answers, Instant now, ReadMember &member)
{
    std::vector<Reason> stored = ageTroubles(*answers.alerts, now);
    if (answers.silences && stored.empty()) // once is enough
        stored = ageTroubles(*answers.silences, now);
    std::move(stored.begin(), stored.end(), std::back_inserter(member.troubles));
    Overdue alerts(now);
    for (const AlertmanagerAlert &alert : member.view.alerts) {
        if (alert.endsAt)
            alerts.look(*alert.endsAt);
    }
    alerts.tell(kEnded, member.troubles);
    Overdue silences(now); // who had an alert in hand yesterday may not have it today
    for (const AlertmanagerSilence &silence : member.view.silences) {
        if (silence.silence.active)
            silences.look(silence.silence.endsAt);
    }
    silences.tell(kEndedSilences, member.troubles);
}

Result<ReadMember> readMember(const MemberAnswers &answers, Instant now)
{
    ReadMember member;
    auto listing = readAnswer(answers.alerts, parseAlertListing);
    if (!listing)
        return Failure(std::move(listing).error());
    if (listing->unreadable > 0)
        member.troubles.push_back(Reason(kUnreadable, {std::to_string(listing->unreadable), listing->firstProblem}));
    member.view.alerts = std::move(listing->alerts);
    member.evidence = answers.alerts->evidence;
    if (auto silences = readAnswer(answers.silences, parseSilences))
        member.view.silences = std::move(*silences);
    else
        member.remarks.push_back(Reason(kNoSilences, {answers.url, silences.error().reason}));
    judgeAge(answers, now, member);
    readStatus(answers, member);
    if (!answers.groups)
        return member;
    if (auto muted = readAnswer(*answers.groups, parseMutedFingerprints))
        member.view.muted = std::move(*muted);
    else
        member.remarks.push_back(Reason(kNoGroups, {answers.url, muted.error().reason}));
    return member;
}

void append(std::vector<Reason> &to, std::vector<Reason> &from)
{
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// All members, those that prove nothing about now marked as doubted when others do. What they would say is then a remark,
/// or a trouble when they alone list an alert.
struct Selection {
    std::vector<MemberView> views;
    std::optional<Reason> doubt; ///< of the first doubted member
    std::string doubted;         ///< its address
};

Selection selectViews(std::vector<ReadMember> &members, const std::vector<std::string> &urls, SourceReading &reading)
{
    const bool anyProves = std::any_of(members.begin(), members.end(), [](const ReadMember &m) { return m.troubles.empty(); });
    Selection selection;
    bool hasEvidence = false;
    for (std::size_t i = 0; i < members.size(); ++i) {
        ReadMember &member = members[i];
        member.view.isDoubted = anyProves && !member.troubles.empty();
        if (member.view.isDoubted) {
            const Reason &trouble = member.troubles.front();
            reading.remarks.push_back(Reason(kMemberAway, {urls[i], trouble}));
            if (!selection.doubt)
                selection = {std::move(selection.views), trouble, urls[i]};
        } else {
            if (!std::exchange(hasEvidence, true))
                reading.evidence = member.evidence;
            append(reading.troubles, member.troubles);
            append(reading.remarks, member.remarks);
        }
        selection.views.push_back(std::move(member.view));
    }
    return selection;
}

std::optional<Instant> firstSilenceEnd(const std::vector<ReadMember> &members)
{
    std::optional<Instant> first;
    for (const ReadMember &member : members) {
        for (const AlertmanagerSilence &silence : member.view.silences) {
            if (silence.silence.active && (!first || silence.silence.endsAt < *first))
                first = silence.silence.endsAt;
        }
    }
    return first;
}

Alert makeAlert(MergedAlert merged, const AlertmanagerSettings &settings)
{
    AlertmanagerAlert &from = merged.alert;
    Alert alert;
    alert.key = AlertKey{settings.id, std::move(from.fingerprint)};
    alert.name = alertName(from.labels);
    alert.summary = alertSummary(from.annotations);
    alert.severityText = from.labels.value(settings.alerts.severityLabel);
    alert.severity = settings.alerts.severities.severity(alert.severityText);
    alert.handling.silenced = !from.silencedBy.empty();
    alert.handling.inhibited = from.inhibited;
    alert.handling.muted = from.muted;
    alert.handling.stale = merged.isDoubted;
    alert.actions = AlertActions{true, true};
    alert.startsAt = from.startsAt;
    alert.updatedAt = from.updatedAt;
    alert.acknowledgement = std::move(merged.acknowledgement);
    alert.labels = std::move(from.labels);
    alert.annotations = std::move(from.annotations);
    alert.link = safeLink(from.generatorUrl);
    return alert;
}

/// Fills the alerts of the reading, and what the next poll compares with. The watchdog is looked up before the filter
/// (decision 10).
std::shared_ptr<KnownAlerts> fillAlerts(
    std::vector<MergedAlert> merged, const AlertmanagerSettings &settings, const KnownAlertsPtr &previous, SourceReading &reading)
{
    const AlertSet none;
    auto known = std::make_shared<KnownAlerts>();
    known->all.reserve(merged.size());
    known->shown.reserve(merged.size());
    known->vouchers.deadlines.reserve(merged.size());
    bool hasWatchdog = false;
    for (MergedAlert &one : merged) {
        const std::optional<Instant> end = one.alert.endsAt;
        if (end)
            known->earliestEnd = known->earliestEnd ? std::min(*known->earliestEnd, *end) : *end;
        AlertPtr alert = known->all.add(makeAlert(std::move(one), settings), previous ? previous->all : none);
        if (end)
            known->vouchers.deadlines.insert_or_assign(alert->key.externalId, *end);
        const bool isWatchdog = !settings.watchdog.empty() && alert->name == settings.watchdog;
        hasWatchdog = hasWatchdog || (isWatchdog && !alert->handling.stale);
        if (!isWatchdog && allMatch(settings.alerts.filter, alert->labels))
            known->shown.push_back(std::move(alert));
    }
    if (!settings.watchdog.empty() && !hasWatchdog)
        reading.troubles.push_back(Reason(kNoWatchdog, {settings.watchdog}));
    const std::size_t filterable = known->all.size() - (hasWatchdog ? 1 : 0);
    if (known->shown.empty() && filterable > 0)
        reading.remarks.push_back(Reason(allFilteredPhrase, {std::to_string(filterable)}));
    reading.alerts = known->shown;
    return known;
}

/// Adds the alerts that nobody said had ended, as they were last known.
void keepLostAlerts(KnownAlerts &known, const KnownAlertsPtr &previous, SourceReading &reading)
{
    if (!previous)
        return;
    known.lost = findLostAlerts(previous->shown, previous->vouchers, previous->lost, known.all, known.vouchers);
    for (const LostAlert &lost : known.lost)
        reading.alerts.push_back(lost.alert);
    if (std::optional<Reason> reason = lostAlertsReason(known.lost))
        reading.troubles.push_back(std::move(*reason));
}

/// A member that proves nothing may still be the only one to know of an alert: the network between them may be cut.
void judgeDoubted(const Selection &selection, SourceReading &reading)
{
    const auto only
        = std::find_if(reading.alerts.begin(), reading.alerts.end(), [](const AlertPtr &alert) { return alert->handling.stale; });
    if (selection.doubt && only != reading.alerts.end())
        reading.troubles.push_back(Reason(kOnlyDoubted, {selection.doubted, *selection.doubt, (*only)->name}));
}

/// One number for the bodies that alerts are made from; 0 when an answer is missing or bad, which is never like another.
std::size_t digestOf(const std::vector<MemberAnswers> &members)
{
    std::size_t digest = 1;
    const auto add = [&digest](const Result<HttpResponse> &answer) {
        if (!answer || answerProblem(*answer))
            digest = 0;
        else if (digest != 0)
            digest = digest * 31 + std::hash<std::string_view>{}(answer->body);
    };
    for (const MemberAnswers &member : members) {
        add(member.alerts);
        add(member.silences);
        if (member.groups)
            add(*member.groups);
    }
    return digest;
}

/// The reading when all answers are those of the last good poll, and still prove something about now.
std::optional<SourceReading> unchangedReading(
    const std::vector<MemberAnswers> &members, const KnownAlertsPtr &previous, std::size_t digest, Instant now)
{
    const bool isSame = previous && digest != 0 && digest == previous->digest;
    if (!isSame || (previous->earliestEnd && now - *previous->earliestEnd > kMostOverdue))
        return std::nullopt;
    SourceReading reading;
    for (const MemberAnswers &answers : members) {
        ReadMember member;
        readStatus(answers, member);
        judgeAge(answers, now, member);
        const auto started = previous->vouchers.startedAt.find(answers.url);
        const bool hasRestarted
            = member.startedAt && started != previous->vouchers.startedAt.end() && started->second != *member.startedAt;
        if (hasRestarted || !member.troubles.empty())
            return std::nullopt;
        append(reading.remarks, member.remarks);
    }
    reading.evidence = members.front().alerts->evidence;
    reading.alerts = previous->shown;
    return reading;
}

/// No member could be read: the only one's error, or the first one's with the count.
Error noMember(const std::vector<MemberAnswers> &members, Error first)
{
    if (members.size() > 1)
        first.reason = Reason(kNoMember, {std::to_string(members.size()), members.front().url, first.reason});
    return first;
}

} // namespace

AlertmanagerReading readAlertmanager(
    const std::vector<MemberAnswers> &members, const AlertmanagerSettings &settings, const KnownAlertsPtr &previous, Instant now)
{
    const std::size_t digest = digestOf(members);
    if (std::optional<SourceReading> same = unchangedReading(members, previous, digest, now))
        return {std::move(*same), previous, 0};
    SourceReading reading;
    std::vector<ReadMember> read;
    std::vector<std::string> urls;
    std::optional<Error> firstError;
    std::size_t goodMember = members.size();
    for (std::size_t i = 0; i < members.size(); ++i) {
        Result<ReadMember> member = readMember(members[i], now);
        if (!member) {
            reading.remarks.push_back(Reason(kMemberAway, {members[i].url, member.error().reason}));
            if (!firstError)
                firstError = std::move(member.error());
            continue;
        }
        goodMember = std::min(goodMember, i);
        read.push_back(std::move(*member));
        urls.push_back(members[i].url);
    }
    if (read.empty())
        return {Failure(noMember(members, std::move(firstError).value_or(Error{}))), nullptr, 0};
    AlertVouchers vouchers;
    vouchers.readAt = now;
    vouchers.serverTime = serverTime(*members[goodMember].alerts, now);
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (read[i].startedAt)
            vouchers.startedAt.emplace(urls[i], *read[i].startedAt);
    }
    const std::optional<Instant> silenceEnd = firstSilenceEnd(read);
    Selection selection = selectViews(read, urls, reading);
    const std::shared_ptr<KnownAlerts> known = fillAlerts(mergeMembers(std::move(selection.views)), settings, previous, reading);
    if (silenceEnd && (!known->earliestEnd || *silenceEnd < *known->earliestEnd))
        known->earliestEnd = silenceEnd;
    judgeDoubted(selection, reading);
    vouchers.deadlines = std::move(known->vouchers.deadlines);
    known->vouchers = std::move(vouchers);
    reading.isComplete = reading.troubles.empty();
    keepLostAlerts(*known, previous, reading);
    const bool isWhole = reading.troubles.empty() && reading.remarks.empty();
    known->digest = isWhole ? digest : 0;
    return {std::move(reading), known, goodMember};
}

} // namespace tocsin
