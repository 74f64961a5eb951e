// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/station.h"

namespace tocsin {

namespace {

void judgeAtOnce(Policy &policy)
{
    policy.failureThreshold = 1;
    policy.successThreshold = 1;
}

/// Without any configuration the newcomer at the desk sees the simulated shop at once, marked as a drill, and where the
/// configuration was looked for (decision 20). A wall or a picture that others rely on never shows a shop that is not theirs.
Workspace workspaceToShow(const CommandLine &line, const Clock &clock)
{
    Workspace workspace = openWorkspace(line, clock);
    if (workspace.situation == Workspace::Situation::Absent) {
        const std::string why = whyNothingIsWatched(workspace).trimmed().toStdString();
        const bool isDesk = line.command == CommandLine::Command::Desk;
        if (isDesk)
            workspace.simulate(clock);
        else
            workspace.situation = Workspace::Situation::Bad;
        workspace.problems.push_back({{}, !isDesk, why, {}});
    }
    const bool isOnePass = line.command == CommandLine::Command::Snapshot && line.after == Duration(0);
    for (ServiceConfig &service : workspace.config.services) {
        for (CheckConfig &check : service.checks) {
            if (isOnePass) // there is no second look (decision 1)
                judgeAtOnce(check.policy);
        }
    }
    return workspace;
}

} // namespace

Station::Station(const CommandLine &line)
    : m_workspace(workspaceToShow(line, m_clock))
    , m_session(m_workspace.config, {m_workspace.dataFolder, m_workspace.configPath}, m_clock)
    , m_history(m_feed, m_session, m_clock)
{
    QObject::connect(&m_desktopTheme, &DesktopTheme::preferred, &m_theme, [this](ThemeKind kind) { takePreference(kind); });
    useTheme(themeFromWord(line.theme.toStdString()));
    m_desktopTheme.begin();
}

void Station::useTheme(std::optional<ThemeKind> theme)
{
    m_chosen = theme;
    m_theme.apply(m_chosen.value_or(m_preferred));
}

void Station::takePreference(ThemeKind preferred)
{
    m_preferred = preferred;
    useTheme(m_chosen);
}

void Station::follow(std::function<void(const Message &)> view)
{
    if (!m_workspace.problems.empty()) {
        ConfigurationReport report;
        for (const ConfigProblem &problem : m_workspace.problems)
            (problem.isError ? report.errors : report.warnings).push_back(problem.text());
        view(report);
    }
    m_session.guard(m_feed.board());
    QObject::connect(&m_session.door(), &MessageDoor::arrived, &m_feed, [this, view = std::move(view)](const Message &message) {
        if (const auto *changes = std::get_if<Changes>(&message)) {
            m_feed.apply(*changes);
            m_history.take(*changes);
        }
        const auto *history = std::get_if<History>(&message);
        if (!history || !m_history.take(*history))
            view(message);
    });
}

} // namespace tocsin
