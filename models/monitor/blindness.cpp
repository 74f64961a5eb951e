// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/blindness.h"

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kBlind{"station_blind", QT_TRANSLATE_NOOP("Phrase", "Of %1 beacons none answers")};
constexpr Duration kInterval{10'000};
constexpr Duration kTimeout{3'000};

/// The host of `http://user@host:port/path` or `host:port`, without the brackets of an IPv6 address.
std::string_view hostOf(std::string_view target)
{
    if (const std::size_t scheme = target.find("://"); scheme != std::string_view::npos)
        target.remove_prefix(scheme + 3);
    target = target.substr(0, target.find_first_of("/?#"));
    if (const std::size_t user = target.rfind('@'); user != std::string_view::npos)
        target.remove_prefix(user + 1);
    if (!target.empty() && target.front() == '[')
        return target.substr(1, target.find(']') - 1);
    return target.substr(0, target.rfind(':'));
}

} // namespace

Beacons::Beacons(std::vector<std::string> addresses, TcpConnector &tcp, const Clock &clock, std::function<void()> onRound)
    : m_addresses(std::move(addresses))
    , m_tcp(tcp)
    , m_clock(clock)
    , m_onRound(std::move(onRound))
{
}

StationStatus Beacons::status() const
{
    StationStatus status;
    status.blind = m_blindSince.has_value();
    if (m_blindSince) {
        status.blindSince = m_blindSince->at;
        status.reason = Reason(kBlind, {std::to_string(m_addresses.size())});
    }
    return status;
}

void Beacons::carryOver(const std::vector<std::string> &beacons, const std::optional<Stamp> &blindSince)
{
    if (any() && beacons == m_addresses)
        m_blindSince = blindSince;
}

bool Beacons::knowsSince(Monotonic moment) const
{
    return m_known && *m_known >= moment;
}

void Beacons::ask()
{
    if (m_round)
        m_again = true;
    else
        begin();
}

std::optional<Monotonic> Beacons::advance()
{
    if (!any() || m_isStopping)
        return std::nullopt;
    if (!m_round && (!m_nextRound || m_clock.monotonic() >= *m_nextRound))
        begin();
    return m_round ? std::nullopt : m_nextRound;
}

void Beacons::begin()
{
    if (!any() || m_isStopping)
        return;
    m_again = false;
    const auto round = std::make_shared<Round>(Round{{m_clock.now(), m_clock.monotonic()}, m_addresses.size(), false});
    m_round = round;
    m_nextRound = round->began.moment + kInterval;
    for (const std::string &address : m_addresses)
        knock(address, round); // ends by itself, and idle() counts it
}

void Beacons::end(Round &round, bool isReached)
{
    round.ended = true;
    m_round.reset();
    m_known = round.began.moment;
    if (isReached)
        m_blindSince.reset();
    else if (!m_blindSince)
        m_blindSince = round.began;
    m_onRound();
    if (m_again)
        begin();
}

QCoro::Task<> Beacons::knock(std::string address, std::shared_ptr<Round> round)
{
    ++m_pending;
    const Result<Evidence> answer = co_await m_tcp.connectTo(address, kTimeout);
    --m_pending;
    --round->waiting;
    if (round->ended || m_isStopping)
        co_return;
    if (answer)
        end(*round, true);
    else if (round->waiting == 0)
        end(*round, false);
}

bool targetIsLoopback(const Settings &settings)
{
    const std::string target = settings.contains("url") ? settings.text("url") : settings.text("address");
    const std::string_view host = hostOf(target);
    return host == "localhost" || host == "::1" || host.substr(0, 4) == "127.";
}

} // namespace tocsin
