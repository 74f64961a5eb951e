// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/incident_act.h"
#include "models/domain/time.h"
#include "widgets/common/command_table.h"

#include <QWidget>

namespace tocsin {

/// One view of the desk, as the window sees it. UI thread; owned by the window.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Whether the command means something here; the window disables the others.
    virtual bool knows(CommandId command) const = 0;
    virtual void run(CommandId command) = 0;
    /// Closes what is open on top; false when there is nothing to close.
    virtual bool goBack() { return false; }
    /// Ages and clocks are those of `now`.
    virtual void tick(Instant now) = 0;
    /// What an incident that is declared here would be about; empty when nothing is chosen.
    virtual IncidentScope chosenScope() const { return {}; }
    /// What gets the keyboard when the view comes to the front.
    virtual QWidget *focusTarget() { return this; }
};

} // namespace tocsin
