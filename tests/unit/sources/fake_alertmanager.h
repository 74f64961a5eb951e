// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/alertmanager_parser.h"
#include "models/transport/http.h"

#include <optional>
#include <string>
#include <vector>

namespace tocsin::test {

/// An Alertmanager in memory, behind an Http, that answers as the real one does (protocols recorded from 0.25 and 0.33) and
/// can be made to misbehave at a chosen moment. Its clock may differ from ours. Owned by a test.
class FakeAlertmanager final : public Http
{
public:
    explicit FakeAlertmanager(const Clock &clock)
        : m_clock(clock)
    {
    }

    void fire(Labels labels);
    void resolve(const Labels &labels);
    const std::vector<AlertmanagerSilence> &silences() const { return m_silences; }
    std::vector<AlertmanagerSilence> active() const;
    /// A silence that somebody else made.
    SilenceId silence(std::vector<SilenceMatcher> matchers, std::string author, std::string comment, Duration lasting);
    void end(const SilenceId &id);
    void forget(const SilenceId &id);
    std::vector<std::string> silencedBy(const Labels &labels) const;
    int count(const std::string &method) const;
    const std::vector<HttpRequest> &requests() const { return m_requests; }

    Duration skew{0};                  ///< how far its clock is ahead of ours
    bool ignoresEmptyMatchers = false; ///< silences siblings that have a label more
    bool silencesNothing = false;      ///< keeps silences, and does not apply them
    bool isOld = false;                ///< 0.25: deleting an unknown silence answers 500

    /// What happens to the next request of this method: the Error, before or after it took effect.
    struct Fault {
        std::string method;
        ErrorKind kind = ErrorKind::Timeout;
        bool takesEffect = false;
    };
    std::vector<Fault> faults;

    QCoro::Task<Result<HttpResponse>> send(HttpRequest request) override;

private:
    struct Answer {
        int status = 200;
        std::string body;
    };
    Answer answer(const HttpRequest &request);
    Answer listAlerts(const std::string &query) const;
    Answer listSilences(const std::string &query) const;
    Answer post(const std::string &body);
    Answer remove(const std::string &id);
    AlertmanagerSilence *find(const std::string &id);
    bool matches(const AlertmanagerSilence &silence, const Labels &labels) const;
    Instant serverNow() const { return m_clock.now() + skew; }
    void age(); ///< ends what is over

    const Clock &m_clock;
    std::vector<Labels> m_alerts;
    std::vector<AlertmanagerSilence> m_silences;
    std::vector<HttpRequest> m_requests;
    int m_lastId = 0;
};

} // namespace tocsin::test
