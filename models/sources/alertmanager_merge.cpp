// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/alertmanager_merge.h"

#include "models/sources/acknowledgement_codec.h"

#include <algorithm>
#include <unordered_map>

namespace tocsin {

namespace {

using SilenceMap = std::unordered_map<std::string, AlertmanagerSilence>;

SilenceMap mergeSilences(std::vector<MemberView> &members)
{
    SilenceMap silences;
    for (MemberView &member : members) {
        for (AlertmanagerSilence &silence : member.silences) {
            const auto [it, isNew] = silences.try_emplace(silence.silence.id.text(), silence);
            if (!isNew && silence.updatedAt > it->second.updatedAt)
                it->second = std::move(silence);
        }
    }
    return silences;
}

/// Adds what another member says about the same alert.
void mergeAlert(AlertmanagerAlert &into, AlertmanagerAlert &&from)
{
    if (from.updatedAt > into.updatedAt)
        std::swap(into, from);
    if (from.startsAt && (!into.startsAt || *from.startsAt < *into.startsAt))
        into.startsAt = from.startsAt;
    into.inhibited = into.inhibited || from.inhibited;
    into.muted = into.muted || from.muted;
    for (std::string &id : from.silencedBy) {
        if (std::find(into.silencedBy.begin(), into.silencedBy.end(), id) == into.silencedBy.end())
            into.silencedBy.push_back(std::move(id));
    }
}

std::vector<MergedAlert> mergeAlerts(std::vector<MemberView> &members)
{
    std::vector<MergedAlert> merged;
    merged.reserve(members.front().alerts.size());
    std::unordered_map<std::string, std::size_t> places;
    places.reserve(members.front().alerts.size());
    for (MemberView &member : members) {
        for (AlertmanagerAlert &alert : member.alerts) {
            if (!member.muted.empty() && std::binary_search(member.muted.begin(), member.muted.end(), alert.fingerprint))
                alert.muted = true;
            const auto [it, isNew] = places.try_emplace(alert.fingerprint, merged.size());
            if (isNew)
                merged.push_back(MergedAlert{std::move(alert), std::nullopt, member.isDoubted});
            else if (!member.isDoubted || merged[it->second].isDoubted)
                mergeAlert(merged[it->second].alert, std::move(alert));
        }
    }
    return merged;
}

/// Forgets silences that are known to be over, and finds the acknowledgement among the others.
void attribute(MergedAlert &merged, const SilenceMap &silences)
{
    std::vector<std::string> standing;
    bool isOurs = false;
    for (std::string &id : merged.alert.silencedBy) {
        const auto it = silences.find(id);
        if (it != silences.end() && !it->second.silence.active)
            continue;
        standing.push_back(std::move(id));
        std::optional<Acknowledgement> found = it == silences.end() ? std::nullopt : acknowledgementOf(it->second.silence);
        if (!found)
            continue;
        const bool foundOurs = isOurAcknowledgement(it->second.silence.comment);
        const bool isBetter = !merged.acknowledgement || (foundOurs && !isOurs)
            || (foundOurs == isOurs && found->until > merged.acknowledgement->until);
        if (isBetter) {
            merged.acknowledgement = std::move(found);
            isOurs = foundOurs;
        }
    }
    merged.alert.silencedBy = std::move(standing);
}

} // namespace

std::vector<MergedAlert> mergeMembers(std::vector<MemberView> members)
{
    if (members.empty())
        return {};
    std::stable_partition(members.begin(), members.end(), [](const MemberView &member) { return !member.isDoubted; });
    const SilenceMap silences = mergeSilences(members);
    std::vector<MergedAlert> merged = mergeAlerts(members);
    for (MergedAlert &one : merged) {
        if (!one.alert.silencedBy.empty())
            attribute(one, silences);
    }
    return merged;
}

} // namespace tocsin
