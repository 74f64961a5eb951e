// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config_loader.h"
#include "models/items/incident_feed.h"
#include "models/session/session.h"
#include "models/session/system_clock.h"
#include "models/session/vocabulary.h"

#include <memory>
#include <string>
#include <vector>

namespace tocsin::test {

/// A running station, and what a window would know of it.
struct RunningStation {
    SystemClock clock;
    Board board;
    std::vector<ConfigurationReport> reports;
    StationNotice notice;
    IncidentFeed incidents;
    std::vector<IncidentAnswer> answers;
    std::unique_ptr<Session> session;

    RunningStation(const std::string &configFile, const std::string &dataFolder)
    {
        const LoadedConfig loaded = loadConfig(configFile, vocabulary(), processEnvironment());
        if (!loaded.config)
            qFatal("%s", loaded.problems.front().text().c_str());
        session = std::make_unique<Session>(*loaded.config, Session::Options{dataFolder, configFile}, clock);
        QObject::connect(&session->door(), &MessageDoor::arrived, &session->door(), [this](const Message &message) {
            if (const auto *changes = std::get_if<Changes>(&message))
                board.apply(*changes);
            else if (const auto *report = std::get_if<ConfigurationReport>(&message))
                reports.push_back(*report);
            else if (const auto *said = std::get_if<StationNotice>(&message))
                notice = *said;
            else if (const auto *news = std::get_if<IncidentNews>(&message))
                takeIncidents(*news);
            else if (const auto *answer = std::get_if<IncidentAnswer>(&message))
                answers.push_back(*answer);
        });
    }

    void takeIncidents(const IncidentNews &news)
    {
        if (news.rules)
            incidents.setRules(*news.rules, news.person);
        incidents.apply(news.incidents);
    }
    /// What was said against an act; nothing: no answer yet.
    std::optional<std::string> answerTo(const ActionId &action) const
    {
        for (const IncidentAnswer &answer : answers) {
            if (answer.action == action)
                return english(answer.problem);
        }
        return std::nullopt;
    }

    AlertPtr alert(const char *name) const
    {
        for (const auto &[key, alert] : board.alerts) {
            if (alert->name == name)
                return alert;
        }
        return nullptr;
    }
    bool isAcknowledged(const char *name) const
    {
        const AlertPtr found = alert(name);
        return found && found->acknowledgement && found->acknowledgement->person == "ada";
    }
    bool isConfirmed(const ActionId &action) const
    {
        const auto it = board.actions.find(action);
        return it != board.actions.end() && it->second.progress == ActionStatus::Progress::Confirmed;
    }
    State stateOf(const char *service) const
    {
        const auto it = board.services.find(ServiceId(service));
        return it == board.services.end() ? State::Pending : it->second.state;
    }
    const CheckStatus &check(const char *id) const { return board.checks.at(CheckId(id)); }
};

} // namespace tocsin::test
