// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"

#include <QObject>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// The UI thread's own copy of all incidents, and the signals that models and views follow. UI thread only; owned by whoever
/// composes the window.
class IncidentFeed final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const std::map<IncidentId, IncidentPtr> &all() const { return m_incidents; }
    IncidentPtr find(const IncidentId &id) const; ///< null when there is no such one
    /// Those that are not closed: the worst first, of equally bad ones the newest.
    const std::vector<IncidentPtr> &open() const { return m_open; }
    const IncidentRules &rules() const { return m_rules; }
    /// Who acts at this station.
    const std::string &person() const { return m_person; }
    /// Everybody who did something, holds a role, or acts here; sorted.
    std::vector<std::string> people() const;

    void apply(const std::vector<tocsin::IncidentPtr> &incidents);
    void setRules(tocsin::IncidentRules rules, std::string person);

signals:
    void changed(const std::vector<tocsin::IncidentPtr> &incidents);
    void rulesChanged();

private:
    std::map<IncidentId, IncidentPtr> m_incidents;
    std::vector<IncidentPtr> m_open;
    IncidentRules m_rules;
    std::string m_person;
};

} // namespace tocsin
