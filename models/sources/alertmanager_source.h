// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/sources/alertmanager_acknowledging.h"
#include "models/sources/alertmanager_reading.h"
#include "models/sources/alertmanager_silencing.h"
#include "models/sources/source.h"

#include <set>

namespace tocsin {

/// An Alertmanager, or the members of one cluster, by its API v2. Asks all members at once; acknowledges at one, which
/// tells the others. Watch thread; owned by the watch.
class AlertmanagerSource final : public Source
{
public:
    AlertmanagerSource(const SourceConfig &config, const SourceTools &tools);

    QCoro::Task<Result<SourceReading>> poll() override;
    Result<Matchers> planAcknowledgement(const AlertPtr &alert, const std::vector<AlertPtr> &siblings) const override;
    QCoro::Task<Result<Acknowledgement>> acknowledge(AcknowledgeRequest request) override;
    QCoro::Task<Result<Acknowledgement>> unacknowledge(AlertPtr alert, std::string person, EndOf what) override;
    AlertPtr known(const AlertKey &key) const override;
    QCoro::Task<Result<Silence>> silence(SilenceRequest request) override;
    QCoro::Task<Result<Silence>> endSilence(SilenceId id, SilenceRequest made) override;

private:
    QCoro::Task<MemberAnswers> ask(std::string url, Endpoint endpoint);
    Endpoint endpointOf(const std::string &url, Endpoint endpoint) const;
    void noteSlowMembers(const std::vector<MemberAnswers> &members);
    Result<std::vector<AlertmanagerClient>> clients() const; ///< the one that answered last comes first

    SourceTools m_tools;
    Settings m_settings;
    Duration m_timeout;
    AlertmanagerSettings m_kind;
    std::vector<std::string> m_urls;
    KnownAlertsPtr m_known;
    std::size_t m_goodMember = 0;
    std::set<std::string> m_slowMembers; ///< hung in the last poll
    unsigned m_polls = 0;
};

/// The registry's entry.
SourceKind alertmanagerKind();

} // namespace tocsin
