// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/http.h"

#include <deque>
#include <string>
#include <vector>

namespace tocsin::test {

/// An Http that answers from a script and remembers what it was asked. The answer is chosen by method and beginning of the
/// address: first the answers for one time in the order they were given, then the lasting one with the longest beginning.
/// What no line fits is refused like a server that is not there. Answers at once unless held. Watch thread; owned by a test.
class ScriptedHttp final : public Http
{
public:
    explicit ScriptedHttp(const Clock *clock = nullptr); ///< fills `Evidence::at`
    ~ScriptedHttp() override;                            ///< what is held then completes with Cancelled

    /// `method` may be empty: any.
    void answer(const std::string &method, const std::string &urlBeginning, HttpResponse response);
    void answerOnce(const std::string &method, const std::string &urlBeginning, HttpResponse response);
    void fail(const std::string &method, const std::string &urlBeginning, Error error);
    void failOnce(const std::string &method, const std::string &urlBeginning, Error error);
    void forget(); ///< the script, not the requests

    void hold();              ///< from now on requests wait
    void release();           ///< answers all that wait, and again at once from now on
    bool releaseOne();        ///< answers the oldest that waits, as the script stands now; false when none does
    std::size_t held() const; ///< how many wait

    const std::vector<HttpRequest> &requests() const { return m_requests; }
    void clearRequests() { m_requests.clear(); }
    /// How many requests had this method (empty: any) and beginning of the address.
    int count(const std::string &method, const std::string &urlBeginning) const;

    QCoro::Task<Result<HttpResponse>> send(HttpRequest request) override;

private:
    struct Line {
        std::string method;
        std::string urlBeginning;
        bool isOnce = false;
        Result<HttpResponse> result;
    };
    class Gate;

    void add(Line line);
    Result<HttpResponse> take(const HttpRequest &request);

    const Clock *m_clock;
    std::vector<Line> m_lines;
    std::vector<HttpRequest> m_requests;
    std::deque<std::coroutine_handle<>> m_waiting;
    bool m_holds = false;
    bool m_isEnding = false;
};

/// An answer with what tests usually say about it.
HttpResponse httpAnswer(int status, std::string body, std::string contentType = "application/json");

/// An error as the transport makes it, with a phrase for tests.
Error scriptedError(ErrorKind kind);

} // namespace tocsin::test
