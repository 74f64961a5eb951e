// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/incidents/act_codec.h"

#include "models/domain/incident/incident.h"
#include "models/incidents/payload.h"

#include <type_traits>

namespace tocsin {

namespace {

using Json = nlohmann::json;

constexpr std::string_view kSubject = "incident/";

const Json &listOf(const Json &payload, const char *key)
{
    static const Json kNone = Json::array();
    const auto it = payload.find(key);
    return it != payload.end() && it->is_array() ? *it : kNone;
}

template<typename T> std::vector<T> idsOf(const Json &payload, const char *key)
{
    std::vector<T> ids;
    for (const Json &item : listOf(payload, key)) {
        if (item.is_string() && !item.get_ref<const std::string &>().empty())
            ids.emplace_back(item.get<std::string>());
    }
    return ids;
}

void write(Json &payload, const IncidentScope &scope)
{
    for (const IncidentAlert &alert : scope.alerts) {
        Json item{{"source", alert.key.source.text()}, {"id", alert.key.externalId}, {"name", alert.name},
            {"severity", alert.severity}, {"service", alert.service.text()}};
        if (alert.startsAt)
            item["started"] = formatRfc3339(*alert.startsAt);
        payload["alerts"].push_back(std::move(item));
    }
    for (const ServiceId &service : scope.services)
        payload["services"].push_back(service.text());
    for (const CheckId &check : scope.checks)
        payload["checks"].push_back(check.text());
}

IncidentScope scopeOf(const Json &payload)
{
    IncidentScope scope;
    for (const Json &item : listOf(payload, "alerts")) {
        if (!item.is_object())
            continue;
        IncidentAlert alert;
        alert.key = {SourceId(textOf(item, "source")), textOf(item, "id")};
        alert.name = textOf(item, "name");
        alert.severity = textOf(item, "severity");
        alert.service = ServiceId(textOf(item, "service"));
        alert.startsAt = parseRfc3339(textOf(item, "started"));
        if (!alert.key.source.isEmpty() && !alert.key.externalId.empty())
            scope.alerts.push_back(std::move(alert));
    }
    scope.services = idsOf<ServiceId>(payload, "services");
    scope.checks = idsOf<CheckId>(payload, "checks");
    return scope;
}

/// Writes each act under the name of its event; what is empty and may be absent is left out.
struct Writer {
    Json payload = Json::object();

    void optional(const char *key, const std::string &text)
    {
        if (!text.empty())
            payload[key] = text;
    }
    const char *operator()(const acts::Declare &act)
    {
        payload["title"] = act.title;
        payload["severity"] = severityName(act.severity);
        write(payload, act.scope);
        optional("split_from", act.splitFrom.text());
        return "incident.declared";
    }
    const char *operator()(const acts::Link &act)
    {
        write(payload, act.scope);
        return "incident.linked";
    }
    const char *operator()(const acts::Unlink &act)
    {
        write(payload, act.scope);
        return "incident.unlinked";
    }
    const char *operator()(const acts::SetTitle &act)
    {
        payload["title"] = act.title;
        return "incident.titled";
    }
    const char *operator()(const acts::SetSeverity &act)
    {
        payload["severity"] = severityName(act.severity);
        optional("reason", act.reason);
        return "incident.severity";
    }
    const char *operator()(const acts::SetStatus &act)
    {
        payload["status"] = statusWord(act.status);
        optional("reason", act.reason);
        return "incident.status";
    }
    const char *operator()(const acts::GiveRole &act)
    {
        payload["role"] = act.role.text();
        payload["person"] = act.person;
        optional("brief", act.brief);
        return "incident.role";
    }
    const char *operator()(const acts::AddNote &act)
    {
        payload["as"] = noteWord(act.kind);
        payload["text"] = act.text;
        return "incident.noted";
    }
    const char *operator()(const acts::Pin &act)
    {
        payload["entry"] = act.entry.text();
        return act.isPinned ? "incident.pinned" : "incident.unpinned";
    }
    const char *operator()(const acts::Correct &act)
    {
        payload["entry"] = act.entry.text();
        payload["text"] = act.text;
        return "incident.corrected";
    }
    const char *operator()(const acts::SetMilestone &act)
    {
        payload["milestone"] = milestoneWord(act.milestone);
        if (act.at)
            payload["at"] = formatRfc3339(*act.at);
        payload["reason"] = act.reason;
        return "incident.milestone";
    }
    const char *operator()(const acts::Merge &act)
    {
        payload["into"] = act.into.text();
        return "incident.merged";
    }
};

std::optional<IncidentAct> readDeclared(const Json &payload)
{
    const auto severity = incidentSeverityFrom(textOf(payload, "severity"));
    if (!severity)
        return std::nullopt;
    return acts::Declare{textOf(payload, "title"), *severity, scopeOf(payload), IncidentId(textOf(payload, "split_from"))};
}

std::optional<IncidentAct> readSeverity(const Json &payload)
{
    const auto severity = incidentSeverityFrom(textOf(payload, "severity"));
    return severity ? std::optional<IncidentAct>(acts::SetSeverity{*severity, textOf(payload, "reason")}) : std::nullopt;
}

std::optional<IncidentAct> readStatus(const Json &payload)
{
    const auto status = incidentStatusFrom(textOf(payload, "status"));
    return status ? std::optional<IncidentAct>(acts::SetStatus{*status, textOf(payload, "reason")}) : std::nullopt;
}

std::optional<IncidentAct> readRole(const Json &payload)
{
    const RoleId role(textOf(payload, "role"));
    if (role.isEmpty())
        return std::nullopt;
    return acts::GiveRole{role, textOf(payload, "person"), textOf(payload, "brief")};
}

std::optional<IncidentAct> readMilestone(const Json &payload)
{
    const auto milestone = milestoneFrom(textOf(payload, "milestone"));
    const std::string at = textOf(payload, "at");
    const std::optional<Instant> instant = parseRfc3339(at);
    if (!milestone || (!at.empty() && !instant))
        return std::nullopt;
    return acts::SetMilestone{*milestone, instant, textOf(payload, "reason")};
}

std::optional<IncidentAct> readNote(const Json &payload)
{
    // A kind of note that a later version has is still a note.
    return acts::AddNote{noteKindFrom(textOf(payload, "as")).value_or(NoteKind::Note), textOf(payload, "text")};
}

std::optional<IncidentAct> readPin(const Json &payload, bool isPinned)
{
    const EventId entry(textOf(payload, "entry"));
    return entry.isEmpty() ? std::nullopt : std::optional<IncidentAct>(acts::Pin{entry, isPinned});
}

std::optional<IncidentAct> readCorrection(const Json &payload)
{
    const EventId entry(textOf(payload, "entry"));
    return entry.isEmpty() ? std::nullopt : std::optional<IncidentAct>(acts::Correct{entry, textOf(payload, "text")});
}

std::optional<IncidentAct> readMerge(const Json &payload)
{
    const IncidentId into(textOf(payload, "into"));
    return into.isEmpty() ? std::nullopt : std::optional<IncidentAct>(acts::Merge{into});
}

struct Reader {
    std::string_view kind;
    std::optional<IncidentAct> (*read)(const Json &payload);
};

constexpr Reader kReaders[] = {
    {"incident.declared", readDeclared},
    {"incident.linked", [](const Json &payload) { return std::optional<IncidentAct>(acts::Link{scopeOf(payload)}); }},
    {"incident.unlinked", [](const Json &payload) { return std::optional<IncidentAct>(acts::Unlink{scopeOf(payload)}); }},
    {"incident.titled", [](const Json &payload) { return std::optional<IncidentAct>(acts::SetTitle{textOf(payload, "title")}); }},
    {"incident.severity", readSeverity},
    {"incident.status", readStatus},
    {"incident.role", readRole},
    {"incident.noted", readNote},
    {"incident.pinned", [](const Json &payload) { return readPin(payload, true); }},
    {"incident.unpinned", [](const Json &payload) { return readPin(payload, false); }},
    {"incident.corrected", readCorrection},
    {"incident.milestone", readMilestone},
    {"incident.merged", readMerge},
};

} // namespace

std::string subjectOf(const IncidentId &incident)
{
    return std::string(kSubject) + incident.text();
}

std::optional<IncidentId> incidentOfSubject(const std::string &subject)
{
    if (!subject.starts_with(kSubject) || subject.size() == kSubject.size())
        return std::nullopt;
    return IncidentId(subject.substr(kSubject.size()));
}

std::string kindOf(const IncidentAct &act)
{
    Writer writer;
    return std::visit(writer, act);
}

std::string payloadOf(const IncidentAct &act)
{
    Writer writer;
    std::visit(writer, act);
    return writer.payload.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<IncidentAct> readAct(const std::string &kind, const std::string &payload)
{
    for (const Reader &reader : kReaders) {
        if (reader.kind != kind)
            continue;
        const Json json = Json::parse(payload, nullptr, false);
        return json.is_object() ? reader.read(json) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace tocsin
