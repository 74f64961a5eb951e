// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/incident/incident.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace tocsin {

class PairList;
class SectionHeader;

/// The alerts and services of an incident, and what may belong to it as well. UI thread; owned by the page.
class ScopeColumn final : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeColumn(QWidget *parent = nullptr);

    void show(const IncidentPtr &incident, const Board &board);

signals:
    void unlinkRequested(const tocsin::IncidentScope &scope);
    void linkRequested(const tocsin::IncidentScope &scope);

private:
    void showLinked(const Incident &incident, const Board &board);
    void showRelated(const Incident &incident, const Board &board);

    std::vector<IncidentScope> m_linkedScopes; ///< by row
    std::vector<IncidentScope> m_relatedScopes;
    PairList *m_linked;
    QLabel *m_nothing;
    SectionHeader *m_relatedHeader;
    PairList *m_related;
};

} // namespace tocsin
