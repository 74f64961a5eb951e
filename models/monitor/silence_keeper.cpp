// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/silence_keeper.h"

#include <QtGlobal>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace tocsin {

namespace {

using Stage = KeptSilence::Stage;

constexpr Phrase kSourceGone{"silence_source_gone", QT_TRANSLATE_NOOP("Phrase", "the source %1 cannot be asked")};
constexpr Phrase kTooLate{"silence_too_late", QT_TRANSLATE_NOOP("Phrase", "the silence would have ended before it was made")};
constexpr Phrase kNothingMade{"silence_nothing_made", QT_TRANSLATE_NOOP("Phrase", "there is no silence to end")};
constexpr Phrase kBroke{"silence_broke", QT_TRANSLATE_NOOP("Phrase", "silencing broke by a fault of the program: %1")};

} // namespace

SilenceKeeper::SilenceKeeper(Surroundings surroundings)
    : m_around(std::move(surroundings))
{
}

void SilenceKeeper::silence(const ActionId &action, const SilenceWish &wish, const std::string &person)
{
    std::vector<AlertKey> alerts;
    for (std::size_t i = 0; i < m_around.sources.count(); ++i) {
        for (const AlertPtr &alert : m_around.alerts.allOf(i)) {
            if (wouldSilence(wish, *alert))
                alerts.push_back(alert->key);
        }
    }
    const Reason problem = problemOf(wish);
    begin(action, std::move(alerts), problem.isEmpty() ? wish.sources.size() : 1);
    if (!problem.isEmpty())
        return settle(action, problem);
    const Instant now = m_around.clock.now();
    for (const SourceId &source : wish.sources) {
        auto kept = std::make_shared<KeptSilence>();
        kept->action = action;
        kept->source = source;
        kept->matchers = wish.matchers;
        kept->person = person;
        kept->comment = wish.comment;
        kept->since = now;
        kept->until = now + wish.lasting;
        tell(*kept, "silence.requested");
        m_silences.push_back(std::move(kept));
    }
    pump();
}

void SilenceKeeper::end(const ActionId &action, const ActionId &made, const std::string &person)
{
    std::vector<Kept> own;
    std::copy_if(m_silences.begin(), m_silences.end(), std::back_inserter(own), [&](const Kept &kept) {
        return !kept->isOrphan && kept->action == made && kept->ending.isEmpty() && kept->stage != Stage::Over;
    });
    const auto wish = m_actions.find(made);
    begin(action, wish == m_actions.end() ? std::vector<AlertKey>() : wish->second.status.alerts,
        std::max<std::size_t>(own.size(), 1));
    if (own.empty())
        return settle(action, Reason(kNothingMade));
    for (const Kept &kept : own) {
        kept->ending = action;
        kept->endedBy = person;
        if (kept->stage == Stage::Standing) // else it is ended as soon as it was made
            kept->stage = Stage::Ending;
        tell(*kept, "silence.end_requested");
    }
    pump();
}

void SilenceKeeper::recorded(const ActionId &action)
{
    m_unrecorded.erase(action);
    pump();
}

SilenceKeeper::State SilenceKeeper::state() const
{
    State state;
    for (const Kept &kept : m_silences)
        state.silences.push_back(*kept);
    state.actions = m_actions;
    return state;
}

void SilenceKeeper::restore(const State &before)
{
    for (const auto &[id, action] : before.actions) {
        m_actions.insert_or_assign(id, action);
        m_around.news.action(action.status);
    }
    for (const KeptSilence &silence : before.silences) {
        m_silences.push_back(std::make_shared<KeptSilence>(silence));
        m_silences.back()->isBusy = false;
        if (const std::optional<std::size_t> source = m_around.sources.find(silence.source))
            m_silences.back()->openUntil = m_around.clock.monotonic() + m_around.sources.timeout(*source);
        m_silences.back()->isOrphan = silence.isOrphan || before.actions.count(silence.action) == 0;
    }
    pump();
}

void SilenceKeeper::begin(const ActionId &action, std::vector<AlertKey> alerts, std::size_t waiting)
{
    Action begun;
    begun.status.id = action;
    begun.status.kind = ActionStatus::Kind::Silence;
    begun.status.alerts = std::move(alerts);
    begun.waiting = waiting;
    if (m_around.recordsFirst)
        m_unrecorded.insert(action);
    m_around.news.action(begun.status);
    m_actions.insert_or_assign(action, std::move(begun));
}

void SilenceKeeper::settle(const ActionId &action, const Reason &failure)
{
    const auto it = m_actions.find(action);
    if (it == m_actions.end() || it->second.waiting == 0)
        return;
    Action &settled = it->second;
    --settled.waiting;
    if (!failure.isEmpty()) {
        settled.status.progress = ActionStatus::Progress::Failed;
        settled.status.reason = failure;
    } else if (settled.waiting == 0 && settled.status.progress == ActionStatus::Progress::Pending) {
        settled.status.progress = ActionStatus::Progress::Confirmed;
    }
    m_around.news.action(settled.status);
}

void SilenceKeeper::settle(const KeptSilence &silence, const ActionId &action, const Reason &failure)
{
    if (!silence.isOrphan)
        settle(action, failure);
}

void SilenceKeeper::pump()
{
    if (m_isStopping)
        return;
    std::erase_if(m_silences, [](const Kept &kept) { return kept->stage == Stage::Over; });
    const std::vector<Kept> all = m_silences; // a conversation may be over before the next begins
    for (const Kept &kept : all) {
        if (kept->isBusy)
            continue;
        const auto waits = [&](const ActionId &action) { return !kept->isOrphan && m_unrecorded.count(action) > 0; };
        const bool awaitsEarlierLife
            = kept->silence.isEmpty() && kept->openUntil && m_around.clock.monotonic() < *kept->openUntil;
        if (awaitsEarlierLife)
            continue;
        if (kept->stage == Stage::Wanted && !waits(kept->action))
            make(kept); // ends by itself, and idle() counts it
        else if (kept->stage == Stage::Ending && !waits(kept->ending))
            finish(kept);
    }
}

Source *SilenceKeeper::sourceOf(const KeptSilence &silence) const
{
    const std::optional<std::size_t> index = m_around.sources.find(silence.source);
    return index ? m_around.sources.source(*index) : nullptr;
}

QCoro::Task<> SilenceKeeper::make(Kept kept)
{
    kept->isBusy = true;
    ++m_running;
    Source *source = sourceOf(*kept);
    Result<Silence> answer = failure(ErrorKind::Config, Reason(kSourceGone, {kept->source.text()}));
    if (kept->until <= m_around.clock.now()) {
        answer = failure(ErrorKind::Cancelled, Reason(kTooLate));
    } else if (source) {
        try {
            SilenceRequest request{kept->matchers, kept->person, kept->comment, kept->until};
            answer = co_await source->silence(std::move(request));
        } catch (const std::exception &fault) {
            answer = failure(ErrorKind::Content, Reason(kBroke, {fault.what()}));
        }
    }
    --m_running;
    kept->isBusy = false;
    if (!m_isStopping) // else it is taken up again after the next start
        made(kept, answer);
}

QCoro::Task<> SilenceKeeper::finish(Kept kept)
{
    kept->isBusy = true;
    ++m_running;
    Source *source = sourceOf(*kept);
    Result<Silence> answer = failure(ErrorKind::Config, Reason(kSourceGone, {kept->source.text()}));
    if (source) {
        try {
            SilenceRequest request{kept->matchers, kept->person, kept->comment, kept->until};
            answer = co_await source->endSilence(kept->silence, std::move(request));
        } catch (const std::exception &fault) {
            answer = failure(ErrorKind::Content, Reason(kBroke, {fault.what()}));
        }
    }
    --m_running;
    kept->isBusy = false;
    if (!m_isStopping)
        ended(kept, answer);
}

void SilenceKeeper::made(const Kept &kept, const Result<Silence> &answer)
{
    if (!answer) {
        kept->stage = Stage::Over;
        tell(*kept, "silence.failed", answer.error().reason);
        settle(*kept, kept->action, answer.error().reason);
        if (!kept->ending.isEmpty()) // nothing came of it, so it has ended
            settle(*kept, kept->ending, {});
        return;
    }
    kept->silence = answer->id;
    kept->until = answer->endsAt;
    kept->stage = kept->ending.isEmpty() ? Stage::Standing : Stage::Ending;
    tell(*kept, "silence.created");
    if (kept->stage == Stage::Ending) // wished while this went on; said again, for the order of the journal decides
        tell(*kept, "silence.end_requested");
    settle(*kept, kept->action, {});
    reread(*kept);
    pump();
}

void SilenceKeeper::ended(const Kept &kept, const Result<Silence> &answer)
{
    const ActionId wish = std::exchange(kept->ending, ActionId());
    if (!answer) {
        kept->stage = Stage::Standing;
        tell(*kept, "silence.end_failed", answer.error().reason);
        kept->endedBy.clear();
        return settle(*kept, wish, answer.error().reason);
    }
    kept->stage = Stage::Over;
    tell(*kept, "silence.ended");
    settle(*kept, wish, {});
    reread(*kept);
}

void SilenceKeeper::tell(const KeptSilence &silence, const char *kind, const Reason &failure)
{
    std::string payload = silencePayload(silence);
    if (!failure.isEmpty()) {
        nlohmann::json told = nlohmann::json::parse(payload);
        told["code"] = failure.code();
        told["reason"] = english(failure);
        payload = told.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
    const std::string &author = silence.endedBy.empty() ? silence.person : silence.endedBy;
    m_around.news.event(silence.subject(), kind, payload, author);
}

void SilenceKeeper::reread(const KeptSilence &silence)
{
    if (const std::optional<std::size_t> source = m_around.sources.find(silence.source))
        m_around.reread(*source);
}

} // namespace tocsin
