// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/board_feed.h"
#include "models/session/commands.h"

#include <array>
#include <functional>

namespace tocsin::test {

/// Keeps what was asked for, and answers previews at once: every alert matches itself and nothing else.
class CommandsDouble final : public Commands
{
public:
    struct Wish {
        ActionTarget target;
        std::string comment;
        Duration lasting{};
    };

    explicit CommandsDouble(const BoardFeed &feed)
        : m_feed(feed)
    {
    }

    ActionId acknowledge(ActionTarget target, std::string comment, Duration lasting) override
    {
        acknowledged.push_back({std::move(target), std::move(comment), lasting});
        return ActionId("wish" + std::to_string(++m_count));
    }
    ActionId unacknowledge(ActionTarget target) override
    {
        unacknowledged.push_back(std::move(target));
        return ActionId("wish" + std::to_string(++m_count));
    }
    void previewAcknowledge(ActionTarget target) override
    {
        AcknowledgePreview preview;
        for (const AlertKey &key : target.alerts) {
            AcknowledgePreview::Row row;
            row.alert = m_feed.board().alerts.at(key);
            row.matchers = "alertname=\"" + row.alert->name + "\"";
            row.matching = 1;
            if (alter)
                alter(row);
            preview.rows.push_back(std::move(row));
        }
        preview.checks = target.checks;
        lastPreview = preview;
        if (answer)
            answer(preview);
    }
    NotificationId testChannel(ChannelId channel, std::string) override
    {
        testedChannels.push_back(std::move(channel));
        return NotificationId("test" + std::to_string(++m_count));
    }
    ActionId silence(SilenceWish wish) override
    {
        silenced.push_back(std::move(wish));
        return ActionId("wish" + std::to_string(++m_count));
    }
    ActionId endSilence(ActionId made) override
    {
        ended.push_back(std::move(made));
        return ActionId("wish" + std::to_string(++m_count));
    }
    void refreshNow() override { ++refreshes; }
    void loadHistory(CheckId check, Instant from, Instant to) override
    {
        if (answerHistory)
            answerHistory(check, from, to);
    }
    void testCheck(CheckId check) override { testedChecks.push_back(std::move(check)); }
    void testSource(SourceId source) override { testedSources.push_back(std::move(source)); }
    IncidentId declareIncident(acts::Declare declaration) override
    {
        declared.push_back(std::move(declaration));
        return IncidentId("incident" + std::to_string(declared.size()));
    }
    ActionId actOnIncident(IncidentId incident, IncidentAct act) override
    {
        acted.emplace_back(std::move(incident), std::move(act));
        return ActionId("act" + std::to_string(acted.size()));
    }
    void writeReport(IncidentId incident) override { reports.push_back(std::move(incident)); }

    std::vector<Wish> acknowledged;
    std::vector<ActionTarget> unacknowledged;
    std::vector<SilenceWish> silenced;
    std::vector<ChannelId> testedChannels;
    std::vector<ActionId> ended;
    int refreshes = 0;
    std::vector<CheckId> testedChecks;
    std::vector<SourceId> testedSources;
    std::vector<acts::Declare> declared;
    std::vector<std::pair<IncidentId, IncidentAct>> acted;
    std::vector<IncidentId> reports;
    AcknowledgePreview lastPreview;
    std::function<void(const AcknowledgePreview &)> answer;
    std::function<void(AcknowledgePreview::Row &)> alter;
    std::function<void(const CheckId &, Instant, Instant)> answerHistory;

private:
    const BoardFeed &m_feed;
    int m_count = 0;
};

inline AlertPtr makeAlert(
    const std::string &id, const std::string &name, const std::string &severity, const std::string &service, Instant startsAt)
{
    Alert alert;
    alert.key = {SourceId("alertmanager"), id};
    alert.name = name;
    alert.summary = "What " + name + " is about, in words";
    alert.severityText = severity;
    alert.severity = SeverityMap().severity(severity);
    alert.service = ServiceId(service);
    alert.startsAt = startsAt;
    alert.actions = {true, true};
    alert.link = "https://alertmanager.example.net/#/alerts?id=" + id;
    alert.labels = Labels({{"alertname", name}, {"severity", severity}, {"service", service}, {"instance", "shop-" + id}});
    return std::make_shared<const Alert>(alert);
}

/// The keys of the alerts of one wish, as text.
inline QStringList idsOf(const ActionTarget &target)
{
    QStringList ids;
    for (const AlertKey &key : target.alerts)
        ids << QString::fromStdString(key.externalId);
    return ids;
}

inline ActionStatus outcome(const ActionId &id, const ActionTarget &target, ActionStatus::Progress progress, Reason reason = {})
{
    ActionStatus status;
    status.id = id;
    status.alerts = target.alerts;
    status.progress = progress;
    status.reason = std::move(reason);
    return status;
}

} // namespace tocsin::test
