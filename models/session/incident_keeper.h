// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"
#include "models/incidents/incident_book.h"
#include "models/session/message_door.h"
#include "models/store/event_factory.h"
#include "models/store/store_thread.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace tocsin {

/// Stands between the people and the journal where incidents are concerned: judges what they want, writes it down, and tells how
/// the incidents are after what the journal holds. Nothing is told before it is on disk. The public functions may be called from
/// any thread; all else happens on the store thread, whose owner outlives no call of it. Owned by the Session.
class IncidentKeeper
{
public:
    struct Surroundings {
        StoreThread &store;
        MessageDoor &door;
        EventFactory &events;
        const Clock &clock;
        std::function<void(std::string &)> redact;
    };

    IncidentKeeper(Surroundings surroundings, bool isDrill);

    /// Begins to follow the journal.
    void start();
    /// What the configuration says from now on.
    void setRules(std::string shop, IncidentRules rules, std::string person);
    /// An IncidentAnswer follows. A declaration makes the incident of that id.
    void act(ActionId action, IncidentId incident, IncidentAct act);
    /// An IncidentReportText follows, when there is such an incident.
    void report(IncidentId incident);

private:
    void takeActs(const std::vector<Event> &events);
    void takeObserved(const std::vector<Event> &events);
    void take(const std::vector<FactPtr> &facts);
    void loadObserved(const Incident &incident);
    void write(const ActionId &action, const IncidentId &incident, const IncidentAct &act);
    Event eventOf(const IncidentId &incident, const IncidentAct &act);
    void answer(const ActionId &action, const IncidentId &incident, Reason problem);

    const Surroundings m_around;
    const bool m_isDrill;
    IncidentBook m_book;
    std::string m_shop;
    IncidentRules m_rules;
    std::string m_person;
};

} // namespace tocsin
