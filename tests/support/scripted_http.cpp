// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scripted_http.h"

#include <algorithm>
#include <utility>

namespace tocsin::test {

namespace {

constexpr Phrase kScripted{"scripted_failure", "A failure that the test wrote"};

bool fits(const std::string &method, const std::string &urlBeginning, const HttpRequest &request)
{
    return (method.empty() || method == request.method) && request.url.compare(0, urlBeginning.size(), urlBeginning) == 0;
}

} // namespace

/// Suspends a request while the script is held.
class ScriptedHttp::Gate
{
public:
    explicit Gate(ScriptedHttp &http)
        : m_http(http)
    {
    }
    bool await_ready() const noexcept { return !m_http.m_holds; }
    void await_suspend(std::coroutine_handle<> handle) { m_http.m_waiting.push_back(handle); }
    void await_resume() const noexcept { }

private:
    ScriptedHttp &m_http;
};

ScriptedHttp::ScriptedHttp(const Clock *clock)
    : m_clock(clock)
{
}

ScriptedHttp::~ScriptedHttp()
{
    m_isEnding = true;
    release();
}

void ScriptedHttp::answer(const std::string &method, const std::string &urlBeginning, HttpResponse response)
{
    add({method, urlBeginning, false, std::move(response)});
}

void ScriptedHttp::answerOnce(const std::string &method, const std::string &urlBeginning, HttpResponse response)
{
    add({method, urlBeginning, true, std::move(response)});
}

void ScriptedHttp::fail(const std::string &method, const std::string &urlBeginning, Error error)
{
    add({method, urlBeginning, false, Failure(std::move(error))});
}

void ScriptedHttp::failOnce(const std::string &method, const std::string &urlBeginning, Error error)
{
    add({method, urlBeginning, true, Failure(std::move(error))});
}

void ScriptedHttp::forget()
{
    m_lines.clear();
}

void ScriptedHttp::hold()
{
    m_holds = true;
}

void ScriptedHttp::release()
{
    m_holds = false;
    while (releaseOne()) { }
}

bool ScriptedHttp::releaseOne()
{
    if (m_waiting.empty())
        return false;
    const std::coroutine_handle<> handle = m_waiting.front();
    m_waiting.pop_front();
    handle.resume();
    return true;
}

std::size_t ScriptedHttp::held() const
{
    return m_waiting.size();
}

int ScriptedHttp::count(const std::string &method, const std::string &urlBeginning) const
{
    return static_cast<int>(std::count_if(
        m_requests.begin(), m_requests.end(), [&](const HttpRequest &request) { return fits(method, urlBeginning, request); }));
}

QCoro::Task<Result<HttpResponse>> ScriptedHttp::send(HttpRequest request)
{
    m_requests.push_back(request);
    Gate gate(*this);
    co_await gate;
    co_return take(request);
}

void ScriptedHttp::add(Line line)
{
    const auto same = [&line](const Line &known) {
        return !known.isOnce && !line.isOnce && known.method == line.method && known.urlBeginning == line.urlBeginning;
    };
    m_lines.erase(std::remove_if(m_lines.begin(), m_lines.end(), same), m_lines.end());
    m_lines.push_back(std::move(line));
}

Result<HttpResponse> ScriptedHttp::take(const HttpRequest &request)
{
    auto chosen = m_lines.end();
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        if (!fits(line->method, line->urlBeginning, request))
            continue;
        if (line->isOnce) {
            chosen = line;
            break;
        }
        if (chosen == m_lines.end() || line->urlBeginning.size() > chosen->urlBeginning.size())
            chosen = line;
    }
    Result<HttpResponse> result = Failure(scriptedError(ErrorKind::Refused));
    if (m_isEnding)
        result = Failure(scriptedError(ErrorKind::Cancelled));
    else if (chosen != m_lines.end())
        result = chosen->result;
    Evidence &evidence = result ? result->evidence : result.error().evidence;
    evidence.request = request.method + ' ' + (request.shownAs.empty() ? request.url : request.shownAs);
    if (m_clock)
        evidence.at = m_clock->now();
    if (result && result->url.empty())
        result->url = request.url;
    if (chosen != m_lines.end() && chosen->isOnce)
        m_lines.erase(chosen);
    return result;
}

HttpResponse httpAnswer(int status, std::string body, std::string contentType)
{
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    if (!contentType.empty())
        response.headers.add("Content-Type", contentType);
    response.evidence.status = status;
    response.evidence.httpVersion = "HTTP/1.1";
    response.evidence.contentType = std::move(contentType);
    response.evidence.bytes = response.body.size();
    response.evidence.firstBytes = response.body.substr(0, Evidence::firstBytesLimit);
    response.evidence.remoteAddress = "127.0.0.1:80";
    response.evidence.timings.firstByte = Micros(2'000);
    response.evidence.timings.transfer = Micros(500);
    response.evidence.timings.total = Micros(3'000);
    return response;
}

Error scriptedError(ErrorKind kind)
{
    return {kind, Reason(kScripted), {}};
}

} // namespace tocsin::test
