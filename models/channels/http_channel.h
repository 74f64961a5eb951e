// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/channels/channel.h"

#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

/// A place that takes messages by HTTP: the conversation that all of them have in common. A kind says what is sent and reads
/// what a good answer says. The channel's own secrets are taken out of an answer before anybody reads it. Watch thread.
class HttpChannel : public Channel
{
public:
    HttpChannel(ChannelConfig config, const ChannelTools &tools);

    QCoro::Task<Sent> send(OutgoingMessage message) final;
    QCoro::Task<Result<Arrival>> follow(Receipt receipt, std::string to) final;

protected:
    /// The request for a message. `endpoint` has what the configuration says about TLS, proxy, headers and login; take it over
    /// with what else is needed. Pure but for secrets.
    virtual Result<HttpRequest> request(const OutgoingMessage &message, Endpoint endpoint) const = 0;
    /// Reads an answer whose status is 2xx. Pure.
    virtual Sent taken(const HttpResponse &answer) const = 0;
    /// How to ask what has become of a message. Pure but for secrets. By default places cannot be asked.
    virtual Result<HttpRequest> question(const Receipt &receipt, const std::string &to, const Endpoint &endpoint) const;
    /// Reads what a place answers to `question`, with a status of 2xx. Pure.
    virtual Result<Arrival> arrival(const HttpResponse &answer, const Receipt &receipt) const;

    const Settings &settings() const { return m_config.settings; }
    const ChannelConfig &config() const { return m_config; }
    const ChannelTools &tools() const { return m_tools; }
    /// The secret of this key, whose absence is an Error of kind Secret or Config.
    Result<Secret> secret(std::string_view key) const;
    Result<Endpoint> endpoint() const;

private:
    std::vector<std::string> secretForms() const;

    const ChannelConfig m_config;
    const ChannelTools m_tools;
};

/// A JSON body for an address that is itself a secret, as the chat systems hand them out: `{key: url, type: Secret}`. Refuses
/// addresses that would carry it in the clear to another machine, and never shows one: `shownAs` stands for it.
Result<HttpRequest> secretAddressRequest(const Secret &address, std::string shownAs, std::string jsonBody, Endpoint endpoint);

/// Why an answer is a refusal, by its status and the server's own words; nothing for 2xx. Pure.
std::optional<SendFailure> refusal(const HttpResponse &answer);
/// What an error of the transport means for a message: whether it may have arrived. Pure.
SendFailure notSent(Error error);
/// A good status over an answer that does not say that the message was taken.
SendFailure notUnderstood(const HttpResponse &answer);
/// The same for a question: what a good answer is not.
Failure notAnswered(const HttpResponse &answer);
/// The place said no under a good status. `isFinal`: and it will not say otherwise.
SendFailure refusedWith(const HttpResponse &answer, std::string_view words, bool isFinal);

/// What a server answered, as one line of plain text for people: the message of a JSON error of any shape in use, or the first
/// line. At most 300 bytes; empty when there is nothing.
std::string answerWords(std::string_view body);

/// A receipt with the evidence of the answer. Its words are those of the answer; kinds whose places repeat the message in it give
/// their own.
Receipt receiptOf(const HttpResponse &answer, std::string id = {});

} // namespace tocsin
