// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/source_state.h"

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kStale{"source_stale", QT_TRANSLATE_NOOP("Phrase", "no answer for more than %1, the last one at %2")};
constexpr Phrase kNeverAnswered{"source_never_answered", QT_TRANSLATE_NOOP("Phrase", "no answer yet, after more than %1")};

} // namespace

SourceHistory beginSourceHistory(Stamp now)
{
    SourceHistory history;
    history.began = now.moment;
    history.since = now.at;
    return history;
}

void remember(SourceHistory &history, const Result<SourceReading> &reading, Stamp now, const Policy &policy)
{
    const State before = judge(history, policy, now).state;
    history.answered = reading.has_value();
    if (!reading) {
        history.decided = State::Unknown;
        history.reason = reading.error().reason;
    } else {
        const bool isSound = reading->troubles.empty();
        history.decided = isSound ? State::Ok : State::Unknown;
        history.reason = isSound ? Reason() : reading->troubles.front();
        history.lastGood = now;
    }
    if (history.decided != before)
        history.since = now.at;
}

SourceJudgement judge(const SourceHistory &history, const Policy &policy, Stamp now)
{
    const Duration limit = staleLimit(policy);
    const Monotonic ageFrom = history.lastGood ? history.lastGood->moment : history.began;
    const bool isOld = now.moment - ageFrom > limit;
    SourceJudgement judgement{history.decided, history.reason, history.since, !history.answered || isOld, std::nullopt};
    if (!isOld)
        judgement.expires = ageFrom + limit + Duration(1);
    if (isOld && history.decided != State::Unknown) {
        judgement.state = State::Unknown;
        judgement.reason = history.lastGood ? Reason(kStale, {formatDuration(limit), formatRfc3339(history.lastGood->at)})
                                            : Reason(kNeverAnswered, {formatDuration(limit)});
        judgement.since = (history.lastGood ? history.lastGood->at : history.since) + limit;
    }
    return judgement;
}

} // namespace tocsin
