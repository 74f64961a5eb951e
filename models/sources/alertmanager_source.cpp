// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_source.h"

#include "models/config/http_keys.h"
#include "models/sources/answer_check.h"
#include "models/sources/silence_plan.h"
#include "models/transport/endpoint_from_settings.h"

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::array kKeys = withHttpKeys(std::array{
    Key{.name = "url", .type = KeyType::Url, .help = "Where Alertmanager answers, with its path prefix."},
    Key{.name = "urls", .type = KeyType::TextList, .help = "The members of one cluster, instead of url."},
    Key{.name = "watchdog", .type = KeyType::Text, .help = "Name of an alert that must always fire, looked up before filter."},
    filterKey,
    severityLabelKey,
    severitiesKey,
});

constexpr Duration kSlowMemberTimeout = std::chrono::seconds(1);
constexpr unsigned kWholeTimeEvery = 10;

bool isWebAddress(const std::string &url)
{
    return !safeLink(url).empty();
}

std::vector<SettingProblem> validate(const Settings &settings)
{
    std::vector<SettingProblem> problems = alertSettingProblems(settings);
    const std::vector<std::string> urls = settings.texts("urls");
    if (settings.contains("url") == settings.contains("urls"))
        problems.push_back({"url", "an Alertmanager needs one of url and urls", "url: http://alertmanager:9093"});
    else if (settings.contains("urls") && urls.empty())
        problems.push_back({"urls", "the list of members is empty", {}});
    for (const std::string &url : urls) {
        if (!isWebAddress(url))
            problems.push_back({"urls", "\"" + url + "\" is not an http or https address without user information", {}});
    }
    return problems;
}

std::unique_ptr<Source> make(const SourceConfig &config, const SourceTools &tools)
{
    return std::make_unique<AlertmanagerSource>(config, tools);
}

std::size_t bytesOf(const std::vector<MemberAnswers> &members)
{
    std::size_t bytes = 0;
    for (const MemberAnswers &member : members) {
        bytes += member.alerts ? member.alerts->body.size() : 0;
        bytes += member.silences ? member.silences->body.size() : 0;
        bytes += member.groups && *member.groups ? (*member.groups)->body.size() : 0;
    }
    return bytes;
}

} // namespace

SourceKind alertmanagerKind()
{
    return {
        {"alertmanager", "Alertmanager 0.22 or newer, or the members of one cluster, by its API v2.", kKeys, validate, nullptr},
        make};
}

AlertmanagerSource::AlertmanagerSource(const SourceConfig &config, const SourceTools &tools)
    : m_tools(tools)
    , m_settings(config.settings)
    , m_timeout(config.policy.timeout)
    , m_kind{SourceId(config.name), AlertSettings::from(config.settings), config.settings.text("watchdog")}
    , m_urls(config.settings.contains("urls") ? config.settings.texts("urls")
                                              : std::vector<std::string>{config.settings.text("url")})
{
}

QCoro::Task<MemberAnswers> AlertmanagerSource::ask(std::string url, Endpoint endpoint)
{
    const AlertmanagerClient client(m_tools.http, m_tools.offload, std::move(endpoint), url);
    QCoro::Task<Result<HttpResponse>> status = m_tools.http.send(client.request("api/v2/status"));
    QCoro::Task<Result<HttpResponse>> alerts = m_tools.http.send(client.request("api/v2/alerts"));
    QCoro::Task<Result<HttpResponse>> silences = m_tools.http.send(client.request("api/v2/silences"));
    MemberAnswers answers;
    answers.url = std::move(url);
    answers.status = co_await status;
    bool mayMute = answers.status.has_value();
    if (mayMute && !answerProblem(*answers.status)) {
        const Result<AlertmanagerStatus> read = parseAlertmanagerStatus(answers.status->body);
        mayMute = !read || read->mayMute;
    }
    // Only groups tell what a time interval mutes (0.28 and newer); they repeat every alert, so they are asked for only
    // where a route is muted at times.
    if (mayMute) {
        Result<HttpResponse> groups = co_await m_tools.http.send(client.request("api/v2/alerts/groups"));
        answers.groups = std::move(groups);
    }
    answers.alerts = co_await alerts;
    answers.silences = co_await silences;
    co_return answers;
}

QCoro::Task<Result<SourceReading>> AlertmanagerSource::poll()
{
    const Result<Endpoint> endpoint = endpointFromSettings(m_settings, m_tools.secrets, m_timeout);
    if (!endpoint)
        co_return Failure(endpoint.error());
    std::vector<QCoro::Task<MemberAnswers>> tasks;
    tasks.reserve(m_urls.size());
    for (const std::string &url : m_urls)
        tasks.push_back(ask(url, endpointOf(url, *endpoint)));
    std::vector<MemberAnswers> members;
    for (QCoro::Task<MemberAnswers> &task : tasks) {
        MemberAnswers answers = co_await task;
        members.push_back(std::move(answers));
    }
    noteSlowMembers(members);
    const auto read = [this, &members, previous = m_known, now = m_tools.clock.now()] {
        return readAlertmanager(members, m_kind, previous, now);
    };
    AlertmanagerReading result{SourceReading(), nullptr, 0};
    if (bytesOf(members) > offloadAboveBytes) {
        Offloaded work(m_tools.offload, read);
        result = co_await work;
    } else {
        result = read();
    }
    if (result.reading && members[result.goodMember].alerts)
        result.reading->serverTime = parseHttpDate(members[result.goodMember].alerts->headers.value("date"));
    if (result.known) {
        m_known = result.known;
        m_goodMember = result.goodMember;
    }
    co_return std::move(result.reading);
}

/// A member that hung is given little time, so that it does not hold back at each poll what the others say; now and then
/// it gets the whole again.
Endpoint AlertmanagerSource::endpointOf(const std::string &url, Endpoint endpoint) const
{
    if (m_slowMembers.count(url) > 0 && m_polls % kWholeTimeEvery != 0)
        endpoint.timeout = std::min(endpoint.timeout, kSlowMemberTimeout);
    return endpoint;
}

void AlertmanagerSource::noteSlowMembers(const std::vector<MemberAnswers> &members)
{
    ++m_polls;
    m_slowMembers.clear();
    if (members.size() < 2)
        return;
    for (const MemberAnswers &member : members) {
        if (!member.alerts && member.alerts.error().kind == ErrorKind::Timeout)
            m_slowMembers.insert(member.url);
    }
}

Result<std::vector<AlertmanagerClient>> AlertmanagerSource::clients() const
{
    const Result<Endpoint> endpoint = endpointFromSettings(m_settings, m_tools.secrets, m_timeout);
    if (!endpoint)
        return Failure(endpoint.error());
    std::vector<AlertmanagerClient> clients;
    for (std::size_t i = 0; i < m_urls.size(); ++i) {
        const std::string &url = m_urls[(m_goodMember + i) % m_urls.size()];
        clients.emplace_back(m_tools.http, m_tools.offload, *endpoint, url);
    }
    return clients;
}

Result<Matchers> AlertmanagerSource::planAcknowledgement(const AlertPtr &alert, const std::vector<AlertPtr> &siblings) const
{
    Result<SilencePlan> plan = planSilence(*alert, siblings);
    if (!plan)
        return Failure(std::move(plan).error());
    return std::move(plan->matchers);
}

QCoro::Task<Result<Acknowledgement>> AlertmanagerSource::acknowledge(AcknowledgeRequest request)
{
    Result<std::vector<AlertmanagerClient>> members = clients();
    if (!members)
        co_return Failure(members.error());
    if (m_known) { // alerts that the filter keeps from people can be siblings too
        const std::vector<AlertPtr> others = m_known->all.others(request.alert->key);
        request.siblings.insert(request.siblings.end(), others.begin(), others.end());
    }
    AcknowledgeAttempt attempt{Acknowledgement(), false};
    for (AlertmanagerClient &member : *members) {
        attempt = co_await acknowledgeAt(member, request, m_tools.clock.now());
        if (attempt.reached)
            break;
    }
    co_return std::move(attempt.result);
}

QCoro::Task<Result<Acknowledgement>> AlertmanagerSource::unacknowledge(AlertPtr alert, std::string person, EndOf what)
{
    Result<std::vector<AlertmanagerClient>> members = clients();
    if (!members)
        co_return Failure(members.error());
    UnacknowledgeAttempt last;
    for (AlertmanagerClient &member : *members) {
        UnacknowledgeAttempt attempt = co_await unacknowledgeAt(member, alert, person, what, m_tools.clock.now());
        const bool isLastWord = attempt.reached && (!attempt.result || attempt.knewSilence);
        if (attempt.reached || !last.reached) // what one member never heard of may stand at another
            last = std::move(attempt);
        if (isLastWord)
            break;
    }
    co_return std::move(last.result);
}

AlertPtr AlertmanagerSource::known(const AlertKey &key) const
{
    return m_known ? m_known->all.find(key.externalId) : nullptr;
}

QCoro::Task<Result<Silence>> AlertmanagerSource::silence(SilenceRequest request)
{
    Result<std::vector<AlertmanagerClient>> members = clients();
    if (!members)
        co_return Failure(members.error());
    SilenceAttempt attempt{Silence(), false};
    for (AlertmanagerClient &member : *members) {
        attempt = co_await silenceAt(member, request, m_tools.clock.now());
        if (attempt.reached)
            break;
    }
    co_return std::move(attempt.result);
}

QCoro::Task<Result<Silence>> AlertmanagerSource::endSilence(SilenceId id, SilenceRequest made)
{
    Result<std::vector<AlertmanagerClient>> members = clients();
    if (!members)
        co_return Failure(members.error());
    SilenceAttempt attempt{Silence(), false};
    for (AlertmanagerClient &member : *members) {
        attempt = co_await endSilenceAt(member, id, made, m_tools.clock.now());
        if (attempt.reached)
            break;
    }
    co_return std::move(attempt.result);
}

} // namespace tocsin
