// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_reading.h"
#include "models/sources/answer_check.h"
#include "models/sources/silence_plan.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tocsin;

namespace {

HttpResponse answerOf(std::string_view body)
{
    HttpResponse answer;
    answer.status = 200;
    answer.headers.add("Content-Type", "application/json");
    answer.body = body;
    return answer;
}

void check(bool holds)
{
    if (!holds)
        std::abort();
}

template<typename Value> void checkReason(const Result<Value> &result)
{
    check(result.has_value() || !english(result.error().reason).empty());
}

} // namespace

/// Whatever a server sends: no crash, a reason for each refusal, alerts with an identity and labels, and a plan that aims at
/// one alert or says why not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view body(reinterpret_cast<const char *>(data), size);
    checkReason(parseSilence(body));
    checkReason(parseSilenceId(body));
    check(serverWords(body).size() <= 304);
    if (const auto silences = parseSilences(body)) {
        for (const AlertmanagerSilence &silence : *silences)
            silence.readMatchers();
    }
    const MemberAnswers member{"http://am", answerOf(body), answerOf(body), answerOf(body), Result<HttpResponse>(answerOf(body))};
    const AlertmanagerSettings settings{SourceId("am"), AlertSettings(), {}};
    const Instant now{std::chrono::seconds(1'795'235'843)};
    const AlertmanagerReading first = readAlertmanager({member, member}, settings, nullptr, now);
    checkReason(first.reading);
    if (!first.reading)
        return 0;
    const AlertmanagerReading second = readAlertmanager({member}, settings, first.known, now);
    check(second.reading && second.reading->alerts.size() == first.reading->alerts.size());
    for (const AlertPtr &alert : first.reading->alerts)
        check(!alert->key.externalId.empty() && !alert->labels.isEmpty());
    if (!first.reading->alerts.empty()) {
        const AlertPtr &alert = first.reading->alerts.front();
        const auto plan = planSilence(*alert, first.reading->alerts);
        check(!plan || (plan->matching == 1 && allMatch(plan->matchers, alert->labels)));
    }
    return 0;
}
