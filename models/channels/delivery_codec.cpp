// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/delivery_codec.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace tocsin {

namespace {

using Json = nlohmann::json;
using namespace deliveries;

constexpr std::string_view kSubject = "message/";

std::string textOf(const Json &payload, const char *key)
{
    const auto it = payload.find(key);
    return it != payload.end() && it->is_string() ? it->get<std::string>() : std::string();
}

bool flagOf(const Json &payload, const char *key)
{
    const auto it = payload.find(key);
    return it != payload.end() && it->is_boolean() && it->get<bool>();
}

/// 0 when there is none, or none that counts.
int attemptOf(const Json &payload)
{
    const auto it = payload.find("attempt");
    if (it == payload.end() || !it->is_number_integer())
        return 0;
    const auto attempt = it->get<std::int64_t>();
    return attempt > 0 && attempt <= std::numeric_limits<int>::max() ? static_cast<int>(attempt) : 0;
}

struct Writer {
    Json payload;

    void optional(const char *key, const std::string &text)
    {
        if (!text.empty())
            payload[key] = text;
    }
    void operator()(const Asked &step)
    {
        const Notification &message = step.message;
        payload["urgency"] = urgencyWord(message.urgency);
        payload["title"] = message.title;
        payload["at"] = formatRfc3339(message.at);
        optional("to", message.to);
        optional("person", message.person);
        optional("text", message.text);
        optional("link", message.link);
        if (message.until)
            payload["until"] = formatRfc3339(*message.until);
        if (message.isTest)
            payload["test"] = true;
        if (message.mayBeRepeat)
            payload["possible_repeat"] = true;
    }
    void operator()(const Sending &step) { payload["attempt"] = step.attempt; }
    void operator()(const Accepted &step)
    {
        payload["attempt"] = step.attempt;
        optional("receipt", step.receipt);
        optional("answer", step.words);
    }
    void operator()(const Arrived &) { }
    void operator()(const Failed &step)
    {
        if (step.attempt > 0)
            payload["attempt"] = step.attempt;
        payload["code"] = step.code;
        payload["reason"] = step.reason;
        payload["final"] = step.isFinal;
        payload["may_have_arrived"] = step.mayHaveArrived;
        if (step.retryAt)
            payload["retry_at"] = formatRfc3339(*step.retryAt);
    }
    void operator()(const Bundled &step) { payload["into"] = step.into.text(); }
};

std::optional<DeliveryStep> readAsked(const Event &event, const Json &payload, const NotificationId &id)
{
    Notification message;
    message.id = id;
    message.channel = ChannelId(textOf(payload, "channel"));
    message.to = textOf(payload, "to");
    message.person = textOf(payload, "person");
    message.urgency = urgencyFrom(textOf(payload, "urgency")).value_or(Urgency::Normal);
    message.title = textOf(payload, "title");
    message.text = textOf(payload, "text");
    message.link = textOf(payload, "link");
    message.subject = textOf(payload, "about");
    message.at = parseRfc3339(textOf(payload, "at")).value_or(Instant(Duration(event.time.wallMs)));
    message.until = parseRfc3339(textOf(payload, "until"));
    message.isTest = flagOf(payload, "test");
    message.mayBeRepeat = flagOf(payload, "possible_repeat");
    message.drill = event.drill;
    if (message.channel.isEmpty() || message.title.empty())
        return std::nullopt;
    return Asked{std::move(message)};
}

std::optional<DeliveryStep> readStep(const Event &event, const Json &payload, const NotificationId &id)
{
    const int attempt = attemptOf(payload);
    if (event.kind == "message.asked")
        return readAsked(event, payload, id);
    if (event.kind == "message.sending" && attempt > 0)
        return Sending{attempt};
    if (event.kind == "message.accepted" && attempt > 0)
        return Accepted{attempt, textOf(payload, "receipt"), textOf(payload, "answer")};
    if (event.kind == "message.arrived")
        return Arrived{};
    if (event.kind == "message.failed")
        return Failed{attempt, textOf(payload, "code"), textOf(payload, "reason"), flagOf(payload, "final") || attempt == 0,
            flagOf(payload, "may_have_arrived"), parseRfc3339(textOf(payload, "retry_at"))};
    if (event.kind == "message.bundled" && !textOf(payload, "into").empty())
        return Bundled{NotificationId(textOf(payload, "into"))};
    return std::nullopt;
}

} // namespace

std::string deliverySubject(const NotificationId &message)
{
    return std::string(kSubject) + message.text();
}

std::string kindOf(const DeliveryStep &step)
{
    constexpr const char *kKinds[]
        = {"message.asked", "message.sending", "message.accepted", "message.arrived", "message.failed", "message.bundled"};
    static_assert(std::size(kKinds) == std::variant_size_v<DeliveryStep>);
    return kKinds[step.index()];
}

std::string payloadOf(const DeliveryStep &step, const Notification &message)
{
    Writer writer{Json{{"channel", message.channel.text()}, {"about", message.subject}}};
    std::visit(writer, step);
    return writer.payload.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<DeliveryFact> readDelivery(const Event &event)
{
    if (event.subject.compare(0, kSubject.size(), kSubject) != 0 || event.subject.size() == kSubject.size())
        return std::nullopt;
    const Json payload = Json::parse(event.payload, nullptr, false);
    if (!payload.is_object())
        return std::nullopt;
    NotificationId id(event.subject.substr(kSubject.size()));
    std::optional<DeliveryStep> step = readStep(event, payload, id);
    if (!step)
        return std::nullopt;
    return DeliveryFact{std::move(id), *std::move(step)};
}

} // namespace tocsin
