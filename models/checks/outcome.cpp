// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/outcome.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kConditionFailed{"condition_failed", QT_TRANSLATE_NOOP("Phrase", "%1: is %2")};
constexpr Phrase kConditionDegraded{"condition_degraded", QT_TRANSLATE_NOOP("Phrase", "degraded, %1: is %2")};

std::vector<Condition> readConditions(const std::vector<std::string> &texts, Facts allowed)
{
    std::vector<Condition> conditions;
    for (const std::string &text : texts) {
        if (auto condition = parseCondition(text, allowed))
            conditions.push_back(*std::move(condition));
    }
    return conditions;
}

/// `192.0.2.1` of `192.0.2.1:443`, `2001:db8::1` of `[2001:db8::1]:443`.
std::string withoutPort(const std::string &address)
{
    const std::size_t close = address.find(']');
    if (!address.empty() && address.front() == '[' && close != std::string::npos)
        return address.substr(1, close - 1);
    return address.substr(0, address.rfind(':'));
}

} // namespace

Outcome outcomeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Timeout:
    case ErrorKind::Refused:
    case ErrorKind::Reset:
    case ErrorKind::Unreachable:
    case ErrorKind::Dns:
    case ErrorKind::Tls:
    case ErrorKind::Http:
        return Outcome::Failed;
    default:
        return Outcome::Unproven;
    }
}

bool refusesAccess(int status)
{
    return status == 401 || status == 403 || status == 407 || status == 429;
}

Outcome outcomeOfStatus(int status)
{
    return status >= 400 && !refusesAccess(status) ? Outcome::Failed : Outcome::Unproven;
}

Observation observation(Judgement judgement, const Evidence &evidence)
{
    Observation result;
    result.outcome = judgement.outcome;
    result.reason = std::move(judgement.reason);
    result.parts = std::move(judgement.parts);
    result.evidence = evidence;
    return result;
}

Judgement judgeError(const Error &error)
{
    return {outcomeOf(error.kind), error.reason, {}};
}

AnswerFacts factsOf(const Evidence &evidence, Instant now)
{
    AnswerFacts facts;
    facts.isConnected = true;
    facts.status = evidence.status;
    facts.responseTime = evidence.timings.total;
    facts.ip = withoutPort(evidence.remoteAddress);
    facts.now = now;
    if (evidence.certificate)
        facts.certificateEnds = evidence.certificate->notAfter;
    return facts;
}

bool Expectation::asksAbout(Fact fact) const
{
    return std::any_of(
        conditions.begin(), conditions.end(), [&](const Condition &condition) { return condition.mentions(fact); });
}

bool Expectation::provesContent() const
{
    return std::any_of(
        conditions.begin(), conditions.end(), [](const Condition &condition) { return condition.provesContent(); });
}

Expectation readExpectation(const Settings &settings, Facts allowed)
{
    return {readConditions(settings.texts("conditions"), allowed), readConditions(settings.texts("degraded"), allowed)};
}

std::vector<SettingProblem> conditionProblems(const Settings &settings, Facts allowed)
{
    std::vector<SettingProblem> problems;
    for (const char *key : {"conditions", "degraded"}) {
        for (const std::string &text : settings.texts(key)) {
            const auto condition = parseCondition(text, allowed);
            if (condition)
                continue;
            const ReadingProblem &problem = condition.error();
            problems.push_back({key, '"' + text + "\", character " + std::to_string(problem.offset + 1) + ": " + problem.message,
                problem.suggestion});
        }
    }
    return problems;
}

Judgement judgeConditions(const Expectation &expectation, const AnswerFacts &facts)
{
    Judgement judgement{Outcome::Good, {}, {}};
    for (const Condition &condition : expectation.conditions) {
        const Finding finding = evaluate(condition, facts);
        if (finding.truth == Truth::False)
            return {Outcome::Failed, Reason(kConditionFailed, {condition.text, finding.actual}), {}};
        if (finding.truth == Truth::Unproven && judgement.outcome == Outcome::Good)
            judgement = {Outcome::Unproven, finding.doubt, {}};
    }
    for (const Condition &condition : expectation.degraded) {
        if (judgement.outcome != Outcome::Good)
            break;
        const Finding finding = evaluate(condition, facts);
        if (finding.truth == Truth::Unproven)
            judgement = {Outcome::Unproven, finding.doubt, {}};
        else if (finding.truth == Truth::True)
            judgement = {Outcome::Impaired, Reason(kConditionDegraded, {condition.text, finding.actual}), {}};
    }
    return judgement;
}

} // namespace tocsin
