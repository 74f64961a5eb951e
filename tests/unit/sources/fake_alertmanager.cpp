// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/sources/fake_alertmanager.h"

#include "models/sources/label_fingerprint.h"
#include "tests/support/scripted_http.h"

#include <nlohmann/json.hpp>

#include <QUrl>

#include <algorithm>
#include <array>

namespace tocsin::test {

namespace {

using Json = nlohmann::json;

/// As Go writes the header Date.
std::string httpDate(Instant at)
{
    constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string iso = formatRfc3339(at);
    const std::chrono::weekday day(std::chrono::floor<std::chrono::days>(at));
    return std::string(kDays.at(day.c_encoding())) + ", " + iso.substr(8, 2) + ' ' + kMonths.at(std::stoul(iso.substr(5, 2)) - 1)
        + ' ' + iso.substr(0, 4) + ' ' + iso.substr(11, 8) + " GMT";
}

Json toJson(const AlertmanagerSilence &silence)
{
    Json json = Json::parse(silenceBody(silence));
    json["status"]["state"] = silence.silence.active ? "active" : silence.pending ? "pending" : "expired";
    json["updatedAt"] = formatRfc3339(silence.updatedAt.value_or(silence.silence.startsAt));
    return json;
}

/// The matchers of `?filter=..&filter=..`.
Matchers filterOf(const std::string &query)
{
    Matchers filter;
    for (const QString &part : QString::fromStdString(query).split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
        const QString text = QUrl::fromPercentEncoding(part.mid(part.indexOf(QLatin1Char('=')) + 1).toUtf8());
        const auto matchers = parseMatchers(text.toStdString());
        filter.insert(filter.end(), matchers->begin(), matchers->end());
    }
    return filter;
}

} // namespace

void FakeAlertmanager::fire(Labels labels)
{
    m_alerts.push_back(std::move(labels));
}

void FakeAlertmanager::resolve(const Labels &labels)
{
    m_alerts.erase(std::remove(m_alerts.begin(), m_alerts.end(), labels), m_alerts.end());
}

std::vector<AlertmanagerSilence> FakeAlertmanager::active() const
{
    std::vector<AlertmanagerSilence> list;
    std::copy_if(m_silences.begin(), m_silences.end(), std::back_inserter(list),
        [](const AlertmanagerSilence &silence) { return silence.silence.active; });
    return list;
}

SilenceId FakeAlertmanager::silence(
    std::vector<SilenceMatcher> matchers, std::string author, std::string comment, Duration lasting)
{
    AlertmanagerSilence made;
    made.silence = Silence{SilenceId("00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + ++m_lastId)),
        std::move(author), std::move(comment), serverNow(), serverNow() + lasting, true};
    made.matchers = std::move(matchers);
    made.updatedAt = serverNow();
    m_silences.push_back(made);
    return made.silence.id;
}

void FakeAlertmanager::end(const SilenceId &id)
{
    remove(id.text());
}

void FakeAlertmanager::forget(const SilenceId &id)
{
    m_silences.erase(std::remove_if(m_silences.begin(), m_silences.end(),
                         [&](const AlertmanagerSilence &silence) { return silence.silence.id == id; }),
        m_silences.end());
}

std::vector<std::string> FakeAlertmanager::silencedBy(const Labels &labels) const
{
    std::vector<std::string> ids;
    for (const AlertmanagerSilence &silence : m_silences) {
        if (!silencesNothing && silence.silence.active && matches(silence, labels))
            ids.push_back(silence.silence.id.text());
    }
    return ids;
}

int FakeAlertmanager::count(const std::string &method) const
{
    return static_cast<int>(std::count_if(
        m_requests.begin(), m_requests.end(), [&](const HttpRequest &request) { return request.method == method; }));
}

bool FakeAlertmanager::matches(const AlertmanagerSilence &silence, const Labels &labels) const
{
    Matchers matchers = silence.readMatchers().value();
    if (ignoresEmptyMatchers) {
        matchers.erase(
            std::remove_if(matchers.begin(), matchers.end(), [](const Matcher &m) { return m.value().empty(); }), matchers.end());
    }
    return allMatch(matchers, labels);
}

void FakeAlertmanager::age()
{
    for (AlertmanagerSilence &silence : m_silences) {
        if (silence.silence.endsAt <= serverNow())
            silence.silence.active = false;
    }
}

AlertmanagerSilence *FakeAlertmanager::find(const std::string &id)
{
    const auto it = std::find_if(m_silences.begin(), m_silences.end(),
        [&](const AlertmanagerSilence &silence) { return silence.silence.id.text() == id; });
    return it == m_silences.end() ? nullptr : &*it;
}

FakeAlertmanager::Answer FakeAlertmanager::listAlerts(const std::string &query) const
{
    const Matchers filter = filterOf(query);
    Json list = Json::array();
    for (const Labels &labels : m_alerts) {
        if (!allMatch(filter, labels))
            continue;
        const std::vector<std::string> ids = silencedBy(labels);
        Json json{{"annotations", Json::object()}, {"fingerprint", labelFingerprint(labels)}, {"receivers", Json::array()},
            {"startsAt", formatRfc3339(serverNow())}, {"updatedAt", formatRfc3339(serverNow())},
            {"endsAt", formatRfc3339(serverNow() + std::chrono::minutes(4))}};
        json["status"] = {{"state", ids.empty() ? "active" : "suppressed"}, {"silencedBy", ids}, {"inhibitedBy", Json::array()}};
        for (const auto &[name, value] : labels)
            json["labels"][name] = value;
        list.push_back(std::move(json));
    }
    return {200, list.dump()};
}

/// The filter is held against the names and values of a silence's matchers, as if they were labels.
FakeAlertmanager::Answer FakeAlertmanager::listSilences(const std::string &query) const
{
    const Matchers filter = filterOf(query);
    Json list = Json::array();
    for (const AlertmanagerSilence &silence : m_silences) {
        Labels labels;
        for (const SilenceMatcher &matcher : silence.matchers)
            labels.set(matcher.name, matcher.value);
        if (allMatch(filter, labels))
            list.push_back(toJson(silence));
    }
    return {200, list.dump()};
}

FakeAlertmanager::Answer FakeAlertmanager::post(const std::string &body)
{
    Json json = Json::parse(body);
    const std::string id = json.value("id", std::string());
    json["id"] = id.empty() ? "new" : id;
    json["status"]["state"] = "active";
    AlertmanagerSilence wish = parseSilence(json.dump()).value();
    wish.silence.startsAt = std::max(wish.silence.startsAt, Instant{});
    AlertmanagerSilence *known = id.empty() ? nullptr : find(id);
    if (!id.empty() && !known)
        return {404, "\"silence not found\""};
    if (wish.silence.endsAt <= serverNow())
        return {400, "\"Failed to create silence: end time can't be in the past\""};
    if (known && known->silence.active && known->matchers == wish.matchers && known->silence.startsAt == wish.silence.startsAt) {
        known->silence.endsAt = wish.silence.endsAt;
        known->silence.comment = wish.silence.comment;
        known->silence.author = wish.silence.author;
        known->updatedAt = serverNow();
        return {200, Json{{"silenceID", id}}.dump()};
    }
    if (known)
        known->silence.active = false;
    const SilenceId made = silence(wish.matchers, wish.silence.author, wish.silence.comment, wish.silence.endsAt - serverNow());
    return {200, Json{{"silenceID", made.text()}}.dump()};
}

FakeAlertmanager::Answer FakeAlertmanager::remove(const std::string &id)
{
    AlertmanagerSilence *known = find(id);
    if (!known)
        return isOld ? Answer{500, "\"silence not found\""} : Answer{404, {}};
    known->silence.active = false;
    known->silence.endsAt = std::min(known->silence.endsAt, serverNow());
    known->updatedAt = serverNow();
    return {200, {}};
}

FakeAlertmanager::Answer FakeAlertmanager::answer(const HttpRequest &request)
{
    const std::size_t api = request.url.find("/api/v2/");
    const std::string call = request.url.substr(api + 8);
    const std::string path = call.substr(0, call.find('?'));
    const std::string query = call.size() > path.size() ? call.substr(path.size() + 1) : std::string();
    if (path == "status")
        return {
            200, R"({"cluster":{"status":"disabled","peers":[]},"versionInfo":{"version":"0.25.0"},"config":{"original":"x"}})"};
    if (path == "alerts")
        return listAlerts(query);
    if (path == "silences" && request.method == "POST")
        return post(request.body);
    if (path == "silences")
        return listSilences(query);
    const std::string id = path.substr(std::string("silence/").size());
    if (request.method == "DELETE")
        return remove(id);
    const AlertmanagerSilence *known = find(id);
    return known ? Answer{200, toJson(*known).dump()} : Answer{404, {}};
}

QCoro::Task<Result<HttpResponse>> FakeAlertmanager::send(HttpRequest request)
{
    m_requests.push_back(request);
    age();
    const auto fault = std::find_if(faults.begin(), faults.end(), [&](const Fault &one) { return one.method == request.method; });
    if (fault != faults.end()) {
        const Fault one = *fault;
        faults.erase(fault);
        if (one.takesEffect)
            answer(request);
        co_return Failure(scriptedError(one.kind));
    }
    const Answer given = answer(request);
    HttpResponse response = httpAnswer(given.status, given.body);
    response.headers.add("Date", httpDate(serverNow()));
    co_return response;
}

} // namespace tocsin::test
