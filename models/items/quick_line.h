// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <map>
#include <vector>

#include <tl/expected.hpp>

namespace tocsin {

/// What the reading of a quick line rests on.
struct QuickContext {
    IncidentPtr incident;
    std::map<IncidentId, IncidentPtr> all;
    IncidentRules rules;
    std::vector<std::string> people;
    std::string me;
    Instant now{};
    QTimeZone zone = QTimeZone::utc();
};

/// The line under a timeline: `/note ...`, `/role ic NAME`, `/sev 2`, `/time started 12:49 reason`; without a slash it is a note.
/// Pure. The error is a sentence for the reader.
tl::expected<IncidentAct, QString> readQuickLine(const QString &line, const QuickContext &context);

/// What could stand in place of the whole line, the likeliest first; empty when nothing is to be completed.
QStringList completeQuickLine(const QString &line, const QuickContext &context);

/// How the command that a line begins with is written, and what it does; empty when it begins with none.
QString quickLineUsage(const QString &line);

} // namespace tocsin
