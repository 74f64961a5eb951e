// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/escalation_words.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

using Kind = EscalationStep::Kind;

constexpr Phrase kPage{"page.title", QT_TRANSLATE_NOOP("Phrase", "%1: %2")};
constexpr Phrase kStillNobody{"page.title.repeat", QT_TRANSLATE_NOOP("Phrase", "%1, still nobody has it: %2")};
constexpr Phrase kStillYours{"page.title.reminder", QT_TRANSLATE_NOOP("Phrase", "%1, do you still have it? %2")};
constexpr Phrase kForgotten{"page.title.forgotten", QT_TRANSLATE_NOOP("Phrase", "%1, %3 has it but does not react: %2")};
constexpr Phrase kOver{"page.title.over", QT_TRANSLATE_NOOP("Phrase", "Over: %2")};

constexpr Phrase kLevel{"page.text.level",
    QT_TRANSLATE_NOOP(
        "Phrase", "Nobody has it since %1. You are level %2 of \"%3\". Acknowledge it in Tocsin, and nobody else is told.")};
constexpr Phrase kRepeat{"page.text.repeat",
    QT_TRANSLATE_NOOP(
        "Phrase", "Nobody has it since %1. Everybody of \"%3\" is told again (%2). Acknowledge it in Tocsin to stop this.")};
constexpr Phrase kReminder{"page.text.reminder",
    QT_TRANSLATE_NOOP(
        "Phrase", "You have it since %1, and it is not over (reminder %2). Go on, hand it over, or give it back in Tocsin.")};
constexpr Phrase kForgottenText{"page.text.forgotten",
    QT_TRANSLATE_NOOP(
        "Phrase", "%3 has it since %1, it is not over, and no reminder was answered. Ask, or take it over in Tocsin.")};
constexpr Phrase kOverText{
    "page.text.over", QT_TRANSLATE_NOOP("Phrase", "It is over since %1. There is nothing left to do for you.")};
constexpr Phrase kServices{"page.text.services", QT_TRANSLATE_NOOP("Phrase", "Services: %1")};

constexpr std::size_t kMostServices = 10;

Urgency urgencyOf(const Concern &concern, Kind kind)
{
    if (kind == Kind::Over)
        return Urgency::Low;
    switch (concern.severity) {
    case IncidentSeverity::Sev1:
        return kind == Kind::Reminder ? Urgency::High : Urgency::Critical;
    case IncidentSeverity::Sev2:
        return Urgency::High;
    case IncidentSeverity::Sev3:
        return Urgency::Normal;
    default:
        return Urgency::Low;
    }
}

std::string timeFor(const std::string &person, Instant at, const EscalationRules &rules)
{
    const auto it
        = std::find_if(rules.people.begin(), rules.people.end(), [&person](const Person &one) { return one.name == person; });
    const std::optional<Zone> zone = it == rules.people.end() ? std::nullopt : Zone::named(it->zone);
    return formatLocalTime(zone.value_or(Zone::utc()).local(at)) + (zone ? " (" + it->zone + ')' : " UTC");
}

const Phrase &titleOf(Kind kind, bool isOwner)
{
    switch (kind) {
    case Kind::Level:
        return kPage;
    case Kind::Repeat:
        return kStillNobody;
    case Kind::Reminder:
        return isOwner ? kStillYours : kForgotten;
    case Kind::Over:
        break;
    }
    return kOver;
}

const Phrase &textOf(Kind kind, bool isOwner)
{
    switch (kind) {
    case Kind::Level:
        return kLevel;
    case Kind::Repeat:
        return kRepeat;
    case Kind::Reminder:
        return isOwner ? kReminder : kForgottenText;
    case Kind::Over:
        break;
    }
    return kOverText;
}

std::string servicesLine(const Concern &concern)
{
    std::string names;
    for (std::size_t i = 0; i < std::min(concern.services.size(), kMostServices); ++i)
        names.append(i == 0 ? "" : ", ").append(concern.services[i]);
    if (concern.services.size() > kMostServices)
        names += ", ...";
    return names.empty() ? names : '\n' + english(Reason(kServices, {names}));
}

} // namespace

Notification notificationOf(const Concern &concern, const EscalationPolicy *policy, const EscalationStep &step,
    const Recipient &recipient, const EscalationRules &rules)
{
    const std::string holder = concern.held ? concern.held->person : std::string();
    const bool isOwner = holder == recipient.person;
    const std::string third = step.kind == Kind::Reminder ? holder : policy ? policy->name : std::string();
    Notification notice;
    notice.channel = recipient.channel;
    notice.to = recipient.to;
    notice.person = recipient.person;
    notice.urgency = urgencyOf(concern, step.kind);
    notice.title
        = english(Reason(titleOf(step.kind, isOwner), {std::string(severityName(concern.severity)), concern.title, holder}));
    notice.text = english(Reason(textOf(step.kind, isOwner),
                      {timeFor(recipient.person, step.phase, rules), std::to_string(step.number), third}))
        + servicesLine(concern);
    notice.link = concern.link;
    notice.subject = concern.subject;
    notice.at = step.at;
    if (step.kind == Kind::Over)
        notice.until = step.at + endIsNews;
    notice.drill = concern.drill;
    return notice;
}

} // namespace tocsin
