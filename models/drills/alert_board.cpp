// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drills/alert_board.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <cstdio>

namespace tocsin {

namespace {

std::string newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

void addInhibitions(std::vector<BoardEntry> &entries)
{
    for (BoardEntry &target : entries) {
        if (target.alert.labels.value("severity") != "warning")
            continue;
        for (const BoardEntry &source : entries) {
            const bool inhibits = source.alert.labels.value("severity") == "critical"
                && source.alert.labels.value("service") == target.alert.labels.value("service");
            if (inhibits)
                target.inhibitedBy.push_back(source.fingerprint);
        }
    }
}

bool comesBefore(const BoardSilence &a, const BoardSilence &b, Instant now)
{
    const auto stateOfA = a.state(now);
    const auto stateOfB = b.state(now);
    if (stateOfA != stateOfB)
        return stateOfA < stateOfB;
    if (stateOfA == BoardSilence::State::Active)
        return a.endsAt < b.endsAt;
    if (stateOfA == BoardSilence::State::Pending)
        return a.startsAt < b.startsAt;
    return a.endsAt > b.endsAt;
}

} // namespace

std::string fingerprintOf(const Labels &labels)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto take = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3; };
    for (const auto &[name, value] : labels) {
        for (const std::string *text : {&name, &value}) {
            for (const char c : *text)
                take(static_cast<unsigned char>(c));
            take(255);
        }
    }
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash));
    return text.data();
}

BoardSilence::State BoardSilence::state(Instant now) const
{
    if (now >= endsAt)
        return State::Expired;
    return now < startsAt ? State::Pending : State::Active;
}

void AlertBoard::tell(BoardAlert alert)
{
    const std::string fingerprint = fingerprintOf(alert.labels);
    const auto known = m_alerts.find(fingerprint);
    const bool isUpdate = known != m_alerts.end() && known->second.endsAt > alert.updatedAt;
    if (isUpdate)
        alert.startsAt = std::min(alert.startsAt, known->second.startsAt);
    m_alerts[fingerprint] = std::move(alert);
}

std::vector<BoardEntry> AlertBoard::entries(Instant now) const
{
    std::vector<BoardEntry> entries;
    for (const auto &[fingerprint, alert] : m_alerts) {
        if (alert.endsAt <= now)
            continue;
        BoardEntry entry{alert, fingerprint, {}, {}};
        for (const auto &[id, silence] : m_silences) {
            if (silence.state(now) == BoardSilence::State::Active && allMatch(silence.matchers, alert.labels))
                entry.silencedBy.push_back(id);
        }
        entries.push_back(std::move(entry));
    }
    addInhibitions(entries);
    return entries;
}

std::vector<BoardSilence> AlertBoard::silences(Instant now) const
{
    std::vector<BoardSilence> silences;
    for (const auto &[id, silence] : m_silences) {
        if (now < silence.endsAt + retention)
            silences.push_back(silence);
    }
    std::stable_sort(silences.begin(), silences.end(), [now](const auto &a, const auto &b) { return comesBefore(a, b, now); });
    return silences;
}

const BoardSilence *AlertBoard::findSilence(const std::string &id) const
{
    const auto found = m_silences.find(id);
    return found == m_silences.end() ? nullptr : &found->second;
}

std::optional<std::string> AlertBoard::setSilence(BoardSilence silence, Instant now)
{
    silence.updatedAt = now;
    if (!silence.id.empty()) {
        const auto known = m_silences.find(silence.id);
        if (known == m_silences.end())
            return std::nullopt;
        BoardSilence &old = known->second;
        const auto state = old.state(now);
        const bool isSameSecond = std::chrono::floor<std::chrono::seconds>(silence.startsAt)
            == std::chrono::floor<std::chrono::seconds>(old.startsAt);
        const bool keepsStart = state == BoardSilence::State::Pending ? silence.startsAt >= now : isSameSecond;
        if (state != BoardSilence::State::Expired && keepsStart && silence.matchers == old.matchers) {
            old = silence;
            return old.id;
        }
        expireSilence(old.id, now);
    }
    silence.id = newId();
    silence.startsAt = std::max(silence.startsAt, now);
    const std::string id = silence.id;
    m_silences.emplace(id, std::move(silence));
    return id;
}

bool AlertBoard::expireSilence(const std::string &id, Instant now)
{
    const auto known = m_silences.find(id);
    if (known == m_silences.end())
        return false;
    BoardSilence &silence = known->second;
    if (silence.state(now) == BoardSilence::State::Expired)
        return true;
    if (silence.state(now) == BoardSilence::State::Pending)
        silence.startsAt = now;
    silence.endsAt = now;
    silence.updatedAt = now;
    return true;
}

} // namespace tocsin
