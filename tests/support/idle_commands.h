// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/session/commands.h"

namespace tocsin::test {

/// Takes every wish and does nothing: what a test does not look at.
struct IdleCommands : Commands {
    ActionId acknowledge(ActionTarget, std::string, Duration) override { return {}; }
    ActionId unacknowledge(ActionTarget) override { return {}; }
    void previewAcknowledge(ActionTarget) override { }
    ActionId silence(SilenceWish) override { return {}; }
    ActionId endSilence(ActionId) override { return {}; }
    void refreshNow() override { }
    void loadHistory(CheckId, Instant, Instant) override { }
    void testCheck(CheckId) override { }
    void testSource(SourceId) override { }
    IncidentId declareIncident(acts::Declare) override { return {}; }
    ActionId actOnIncident(IncidentId, IncidentAct) override { return {}; }
    NotificationId testChannel(ChannelId, std::string) override { return {}; }
    void writeReport(IncidentId) override { }
};

} // namespace tocsin::test
