// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/ack_keeper.h"

#include <set>

namespace tocsin {

void AckKeeper::showEnded(const KeptAck &ack)
{
    if (ack.alert && ack.isLocal) {
        m_around.alerts.setLocal(*ack.alert, std::nullopt);
    } else if (!ack.alert) {
        if (const std::optional<std::size_t> index = m_around.checks.find(ack.check))
            m_around.checks.setAcknowledgement(*index, std::nullopt);
    }
}

void AckKeeper::follow(const std::vector<Event> &events)
{
    std::set<std::string> subjects;
    for (const Event &event : events) {
        applyAckEvent(m_followed, event);
        subjects.insert(event.subject);
    }
    for (const std::string &subject : subjects) {
        const auto told = m_followed.find(subject);
        const bool stands = told != m_followed.end() && told->second.isLocal && told->second.stage == KeptAck::Stage::Standing;
        const auto shown = m_acks.find(subject);
        if (stands) {
            KeptAck ack = told->second;
            setAckTimes(ack, now());
            showStanding(m_acks.insert_or_assign(subject, std::move(ack)).first->second);
        } else if (shown != m_acks.end() && shown->second.isLocal) {
            showEnded(shown->second);
            m_lastSeen.erase(subject);
            m_acks.erase(shown);
        }
    }
}

} // namespace tocsin
