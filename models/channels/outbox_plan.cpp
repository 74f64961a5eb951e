// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/outbox_plan.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace tocsin {

namespace {

constexpr Duration kFirstWait = std::chrono::seconds(5);
constexpr Duration kLongestWait = std::chrono::minutes(5);
constexpr int kFactor = 3;
constexpr Duration kMinute = std::chrono::minutes(1);
/// No place asks us to wait longer: whatever lies further ahead was written before somebody set the clock back.
constexpr Duration kFurthestRetry = std::chrono::hours(1) + std::chrono::minutes(1);
/// Nobody wants to hear then that it did not work yesterday.
constexpr Duration kLongestEffort = std::chrono::hours(24);
constexpr std::size_t kMostLines = 60;
constexpr std::size_t kLongestLine = 160;

/// Who is not to be flooded.
struct Recipient {
    ChannelId channel;
    std::string to;
    bool isCritical = false;
    bool isTest = false; // a test proves the path by itself
    friend auto operator<=>(const Recipient &, const Recipient &) = default;
};

Recipient recipientOf(const Notification &message)
{
    return {message.channel, message.to, message.urgency == Urgency::Critical, message.isTest};
}

Instant expiryOf(const Delivery &delivery)
{
    const Instant latest = delivery.message.at + kLongestEffort;
    return delivery.message.until ? std::min(*delivery.message.until, latest) : latest;
}

bool isSooner(const Delivery *a, const Delivery *b)
{
    return std::make_tuple(b->message.urgency, a->message.at, a->message.id.text())
        < std::make_tuple(a->message.urgency, b->message.at, b->message.id.text());
}

/// When it reached somebody, or may have.
std::optional<Instant> toldAt(const Delivery &delivery)
{
    const bool isTold = delivery.state == DeliveryState::Accepted || delivery.state == DeliveryState::Arrived
        || delivery.state == DeliveryState::Underway || (delivery.mayBeRepeat && delivery.attempts > 0);
    return isTold ? delivery.lastTried : std::nullopt;
}

class Planner
{
public:
    Planner(const std::set<NotificationId> &inHand, const Paces &paces, Instant now)
        : m_inHand(inHand)
        , m_paces(paces)
        , m_now(now)
    {
    }

    OutboxPlan plan(const std::map<NotificationId, Delivery> &deliveries)
    {
        for (const auto &[id, delivery] : deliveries)
            sort(delivery);
        for (auto &[recipient, waiting] : m_due)
            share(recipient, waiting);
        std::sort(m_sending.begin(), m_sending.end(), isSooner);
        for (const Delivery *delivery : m_sending)
            m_plan.send.push_back(delivery->message.id);
        return std::move(m_plan);
    }

private:
    void lookAt(Instant at) { m_plan.nextLook = m_plan.nextLook ? std::min(*m_plan.nextLook, at) : at; }

    void sort(const Delivery &delivery)
    {
        const Recipient recipient = recipientOf(delivery.message);
        if (const std::optional<Instant> at = toldAt(delivery); at && *at > m_now - kMinute && *at <= m_now)
            m_told[recipient].push_back(*at);
        if (delivery.isSettled())
            return;
        if (m_inHand.contains(delivery.message.id)) { // on its way, though that may not be written down yet
            if (delivery.state != DeliveryState::Underway)
                m_told[recipient].push_back(m_now);
            return;
        }
        if (m_paces.count(delivery.message.channel) == 0) {
            m_plan.homeless.push_back(delivery.message.id);
            return;
        }
        const Instant expiry = expiryOf(delivery);
        if (expiry <= m_now) {
            m_plan.expired.push_back(delivery.message.id);
            return;
        }
        lookAt(expiry);
        const bool waits = delivery.retryAt && *delivery.retryAt > m_now && *delivery.retryAt - m_now <= kFurthestRetry;
        if (waits)
            lookAt(*delivery.retryAt);
        else
            m_due[recipient].push_back(&delivery);
    }

    /// Shares out what may go to one recipient now.
    void share(const Recipient &recipient, std::vector<const Delivery *> &waiting)
    {
        std::sort(waiting.begin(), waiting.end(), isSooner);
        const std::vector<Instant> &told = m_told[recipient];
        const int pace = std::max(1, m_paces.at(recipient.channel));
        const int room = pace - static_cast<int>(told.size());
        if (room <= 0) {
            lookAt(*std::min_element(told.begin(), told.end()) + kMinute);
            return;
        }
        const auto most = static_cast<std::size_t>(room);
        const std::size_t single = waiting.size() <= most ? waiting.size() : most - 1;
        m_sending.insert(m_sending.end(), waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(single));
        if (single == waiting.size())
            return;
        std::vector<NotificationId> bundle;
        for (std::size_t i = single; i < waiting.size(); ++i)
            bundle.push_back(waiting[i]->message.id);
        m_plan.bundles.push_back(std::move(bundle));
    }

    const std::set<NotificationId> &m_inHand;
    const Paces &m_paces;
    const Instant m_now;
    std::map<Recipient, std::vector<Instant>> m_told;
    std::map<Recipient, std::vector<const Delivery *>> m_due;
    std::vector<const Delivery *> m_sending;
    OutboxPlan m_plan;
};

std::string lineOf(const Notification &message)
{
    std::string line = message.title;
    const std::string first = message.text.substr(0, message.text.find('\n'));
    if (!first.empty())
        line += ": " + first;
    if (line.size() <= kLongestLine)
        return line;
    std::size_t end = kLongestLine;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) // never inside a character
        --end;
    return line.substr(0, end) + "\u2026";
}

} // namespace

OutboxPlan planOf(
    const std::map<NotificationId, Delivery> &deliveries, const std::set<NotificationId> &inHand, const Paces &paces, Instant now)
{
    return Planner(inHand, paces, now).plan(deliveries);
}

Duration backoff(int failures, const NotificationId &id)
{
    Duration wait = kFirstWait;
    for (int i = 1; i < failures && wait < kLongestWait; ++i)
        wait *= kFactor;
    wait = std::min(wait, kLongestWait);
    const unsigned sum = std::accumulate(id.text().begin(), id.text().end(), 0u,
        [](unsigned total, char c) { return total * 31 + static_cast<unsigned char>(c); });
    return wait + wait * (static_cast<int>(sum % 21) - 10) / 100;
}

Notification bundleOf(const std::vector<const Delivery *> &deliveries, const std::function<std::string(int)> &title, Instant now)
{
    const Delivery *first = *std::min_element(deliveries.begin(), deliveries.end(), isSooner);
    const auto count = static_cast<int>(deliveries.size());
    Notification bundle = first->message;
    bundle.id = NotificationId(deliveries.front()->message.id.text() + '+' + std::to_string(count - 1));
    bundle.title = title(count);
    bundle.text.clear();
    bundle.at = now;
    bundle.until.reset();
    std::size_t lines = 0;
    for (const Delivery *delivery : deliveries) {
        const Notification &message = delivery->message;
        bundle.mayBeRepeat = bundle.mayBeRepeat || message.mayBeRepeat || delivery->mayBeRepeat;
        if (message.subject != bundle.subject)
            bundle.subject.clear(); // it is about several things
        if (++lines <= kMostLines)
            bundle.text += (lines > 1 ? "\n" : "") + lineOf(message);
    }
    if (lines > kMostLines)
        bundle.text += "\n+ " + std::to_string(lines - kMostLines);
    return bundle;
}

} // namespace tocsin
