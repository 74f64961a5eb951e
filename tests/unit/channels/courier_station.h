// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/courier.h"
#include "tests/support/manual_clock.h"
#include "tests/support/scripted_channel.h"
#include "tests/support/scripted_http.h"

#include <array>

namespace tocsin::test {

class NoMailer final : public Mailer
{
public:
    QCoro::Task<Mailed> mail(MailRequest) override { co_return MailReceipt(); }
};

class NoSecrets final : public SecretsLookup
{
public:
    Result<Secret> secret(const SecretReference &) const override { return Secret(); }
};

inline Notification message(const std::string &id, Urgency urgency = Urgency::Normal, const std::string &channel = "push")
{
    Notification message;
    message.id = NotificationId(id);
    message.channel = ChannelId(channel);
    message.urgency = urgency;
    message.title = "title " + id;
    message.text = "text of " + id + "\nsecond line";
    message.subject = "incident/i1";
    return message;
}

/// A station with a journal in memory. `die` and `live` are a crash and the next start.
class Station
{
public:
    Station() { theScript() = &script; }
    ~Station()
    {
        script.release();
        theScript() = nullptr;
    }

    void live(bool asWriter = true)
    {
        if (courier) {
            courier->stop();
            script.release();
        }
        script.answers.clear();
        isDead = false;
        diesAtWrite.reset();
        courier = std::make_unique<Courier>(surroundings());
        courier->setChannels({config});
        asWriter ? courier->takeOver(journal) : courier->follow(journal);
    }
    void ask(const std::vector<Notification> &messages)
    {
        std::vector<Notification> dated = messages;
        for (Notification &each : dated)
            each.at = clock.now();
        courier->ask(dated);
        run();
    }
    void run()
    {
        for (int i = 0; i < 20; ++i)
            courier->advance();
    }
    void wait(Duration time)
    {
        for (Duration passed{0}; passed < time; passed += std::chrono::seconds(1)) {
            clock.advance(std::chrono::seconds(1));
            run();
        }
    }
    const Delivery &told(const std::string &id) { return deliveries[NotificationId(id)]; }

    ManualClock clock;
    ChannelScript script;
    std::vector<Event> journal;
    bool diskIsFull = false;
    std::optional<int> diesAtWrite; ///< kill -9 within the how-manieth write from now
    bool lastWriteCounts = false;   ///< and whether that one still came to the disk
    bool isDead = false;
    bool diskIsSlow = false; ///< writes are done when `finishWrites` says so
    std::vector<std::function<void()>> waitingWrites;

    void finishWrites()
    {
        for (const std::function<void()> &done : std::exchange(waitingWrites, {})) {
            done();
            run(); // one write is done, the next is not
        }
    }
    std::map<NotificationId, Delivery> deliveries;
    std::unique_ptr<Courier> courier;
    ChannelConfig config{"push", "scripted", std::chrono::seconds(5), 6, {}};

private:
    Courier::Surroundings surroundings()
    {
        static const std::array kinds{scriptedKind()};
        Courier::Surroundings around{clock, {http, mailer, clock, secrets}, kinds, {}, {}, {}, {}, {}};
        around.makeEvent = [this](std::string subject, std::string kind, std::string payload, bool drill) {
            Event event;
            event.id = EventId("e" + std::to_string(++made));
            event.time = {clock.now().time_since_epoch().count(), static_cast<std::uint32_t>(made)};
            event.subject = std::move(subject);
            event.kind = std::move(kind);
            event.payload = std::move(payload);
            event.drill = drill;
            return event;
        };
        around.record = [this](std::vector<Event> events, std::function<void()> done) {
            const bool isLast = diesAtWrite && --*diesAtWrite == 0;
            if (!isDead && !diskIsFull && (!isLast || lastWriteCounts))
                journal.insert(journal.end(), events.begin(), events.end());
            isDead = isDead || isLast;
            if (!isDead && diskIsSlow)
                waitingWrites.push_back(done);
            else if (!isDead)
                done();
        };
        around.redact = [](std::string &text) {
            const std::size_t at = text.find("hunter2");
            if (at != std::string::npos)
                text.replace(at, 7, "***");
        };
        around.inWords = english;
        around.tell = [this](std::vector<Delivery> told) {
            for (Delivery &delivery : told)
                deliveries[delivery.message.id] = delivery;
        };
        return around;
    }

    int made = 0;
    ScriptedHttp http;
    NoMailer mailer;
    NoSecrets secrets;
};

} // namespace tocsin::test
