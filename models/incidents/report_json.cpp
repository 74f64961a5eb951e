// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/report.h"

#include <nlohmann/json.hpp>

namespace tocsin {

namespace {

using Json = nlohmann::ordered_json;

Json instant(const std::optional<Instant> &at)
{
    return at ? Json(formatRfc3339(*at)) : Json(nullptr);
}

Json seconds(const std::optional<Duration> &length)
{
    return length ? Json(std::chrono::duration_cast<std::chrono::seconds>(*length).count()) : Json(nullptr);
}

Json timesJson(const std::vector<ReportedTime> &times)
{
    Json json = Json::object();
    for (const ReportedTime &time : times) {
        Json &one = json[std::string(milestoneWord(time.kind))];
        one = {{"at", instant(time.milestone.at)}, {"after_s", seconds(time.after)}, {"objective_s", seconds(time.objective)},
            {"missed", time.isMissed()}, {"by_hand", time.milestone.isByHand}};
        if (time.milestone.isByHand) {
            one["author"] = time.milestone.author;
            one["reason"] = time.milestone.reason;
        }
    }
    return json;
}

Json impactJson(const std::vector<ServiceImpact> &impact)
{
    Json json = Json::array();
    for (const ServiceImpact &one : impact)
        json.push_back({{"service", one.service.text()}, {"down_s", seconds(one.down)}, {"degraded_s", seconds(one.degraded)},
            {"last_state", one.last ? Json(stateWord(*one.last)) : Json(nullptr)}});
    return json;
}

Json alertsJson(const std::vector<LinkedAlert> &alerts)
{
    Json json = Json::array();
    for (const LinkedAlert &linked : alerts)
        json.push_back({{"source", linked.alert.key.source.text()}, {"id", linked.alert.key.externalId},
            {"name", linked.alert.name}, {"severity", linked.alert.severity}, {"service", linked.alert.service.text()},
            {"started", instant(linked.alert.startsAt)}, {"linked", instant(linked.linkedAt)},
            {"resolved", instant(linked.resolvedAt)}});
    return json;
}

Json rolesJson(const std::vector<RoleHolder> &roles)
{
    Json json = Json::array();
    for (const RoleHolder &holder : roles)
        json.push_back({{"role", holder.role.text()}, {"person", holder.person}, {"since", instant(holder.since)}});
    return json;
}

Json timelineJson(const Incident &incident)
{
    Json json = Json::array();
    for (const TimelineEntryPtr &entry : incident.timeline) {
        Json one{{"id", entry->id.text()}, {"at", instant(entry->at)}, {"kind", entryWord(entry->kind)},
            {"author", entry->author}, {"station", entry->station}, {"subject", entry->subject}, {"what", english(entry->what)},
            {"detail", english(entry->detail)}};
        if (entry->state)
            one["state"] = stateWord(*entry->state);
        if (!entry->evidence.empty())
            one["evidence"] = entry->evidence;
        if (incident.pinned.count(entry->id) > 0)
            one["pinned"] = true;
        if (const auto it = incident.corrections.find(entry->id); it != incident.corrections.end())
            one["correction"] = {{"text", it->second.text}, {"author", it->second.author}, {"at", instant(it->second.at)}};
        json.push_back(std::move(one));
    }
    return json;
}

Json idsJson(const std::vector<IncidentId> &ids)
{
    Json json = Json::array();
    for (const IncidentId &id : ids)
        json.push_back(id.text());
    return json;
}

} // namespace

std::string reportJson(const IncidentReport &report)
{
    const Incident &incident = *report.incident;
    Json json{{"id", incident.id.text()}, {"name", shortName(incident.id)}, {"shop", report.shop}, {"title", incident.title},
        {"severity", severityName(incident.severity)}, {"criterion", report.criterion}, {"status", statusWord(incident.status)},
        {"drill", incident.drill}, {"declared", instant(incident.declaredAt)}, {"declared_by", incident.declaredBy},
        {"closed", instant(incident.closedAt)}, {"merged_into", incident.mergedInto.text()},
        {"absorbed", idsJson(incident.absorbed)}, {"until", instant(report.until)}, {"length_s", seconds(report.length())}};
    json["milestones"] = timesJson(report.times);
    json["impact"] = impactJson(report.impact);
    json["roles"] = rolesJson(incident.roles);
    json["alerts"] = alertsJson(incident.alerts);
    json["timeline"] = timelineJson(incident);
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace tocsin
