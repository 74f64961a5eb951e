// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/http_channel.h"

#include "models/channels/channel_rules.h"
#include "models/channels/json_body.h"
#include "models/transport/endpoint_from_settings.h"
#include "models/transport/http_date.h"
#include "models/transport/plain_text.h"
#include "models/transport/url.h"

#include <nlohmann/json.hpp>

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tocsin {

namespace {

constexpr Phrase kNoSecret{"channel_no_secret", QT_TRANSLATE_NOOP("Phrase", "The key %1 of this channel is missing")};
constexpr Phrase kBadAddress{
    "channel_bad_address", QT_TRANSLATE_NOOP("Phrase", "The secret for %1 is not an http or https address")};
constexpr Phrase kInTheClear{"channel_in_the_clear",
    QT_TRANSLATE_NOOP("Phrase", "The address for %1 is not https: it would go over the network in the clear")};
constexpr Phrase kRefusedLogin{"channel_login_refused", QT_TRANSLATE_NOOP("Phrase", "Login refused (status %1): %2")};
constexpr Phrase kGone{"channel_gone", QT_TRANSLATE_NOOP("Phrase", "There is nothing at this address (status %1): %2")};
constexpr Phrase kLimited{"channel_limited", QT_TRANSLATE_NOOP("Phrase", "Too many messages for this place (status %1): %2")};
constexpr Phrase kRefused{"channel_refused", QT_TRANSLATE_NOOP("Phrase", "The message was refused (status %1): %2")};
constexpr Phrase kServerError{"channel_server_error", QT_TRANSLATE_NOOP("Phrase", "The place has a fault (status %1): %2")};
constexpr Phrase kMoved{"channel_moved", QT_TRANSLATE_NOOP("Phrase", "The place has moved (status %1): correct its address")};
constexpr Phrase kNotUnderstood{"channel_not_understood",
    QT_TRANSLATE_NOOP("Phrase", "Status %1, but the answer does not say that the message was taken: %2")};
constexpr Phrase kNoAnswer{
    "channel_no_answer", QT_TRANSLATE_NOOP("Phrase", "Status %1, but the answer does not tell what became of the message: %2")};
constexpr Phrase kPage{"channel_page", QT_TRANSLATE_NOOP("Phrase", "a web page instead of an answer")};
constexpr Phrase kNothing{"channel_empty", QT_TRANSLATE_NOOP("Phrase", "an empty answer")};

constexpr std::size_t kMostWords = 300;
constexpr std::size_t kMostParsed = 64u << 10;
constexpr std::size_t kMostAnswer = 1u << 20;
constexpr Duration kLongestWait = std::chrono::hours(1);

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string oneLine(std::string_view text)
{
    std::string line = plainText(trimmed(text), kMostWords);
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < 0x20; }, ' ');
    return line;
}

/// The text of a member, at the top or in an object of that name.
std::string memberText(const nlohmann::json &object, const char *key)
{
    const auto it = object.find(key);
    if (it == object.end())
        return {};
    if (it->is_string())
        return it->get<std::string>();
    if (it->is_array() && !it->empty() && it->front().is_string())
        return it->front().get<std::string>();
    return it->is_object() ? memberText(*it, "message") : std::string();
}

Reason wordsOrWhatCame(std::string_view body)
{
    static constexpr Phrase kWords{"channel_words", "%1"};
    if (trimmed(body).empty())
        return Reason(kNothing);
    if (trimmed(body).front() == '<')
        return Reason(kPage);
    return Reason(kWords, {answerWords(body)});
}

Error errorOf(const HttpResponse &answer, ErrorKind kind, Reason reason)
{
    Error error{kind, std::move(reason), answer.evidence};
    error.evidence.status = answer.status;
    return error;
}

std::optional<Duration> waitOf(double seconds)
{
    if (!(seconds >= 0))
        return std::nullopt;
    return std::min(kLongestWait, Duration(static_cast<Duration::rep>(std::ceil(std::min(seconds, 3600.0) * 1000))));
}

/// RFC 9110, 10.2.3: seconds, or a date by the server's own clock. Discord also says it in the body, as `retry_after`.
std::optional<Duration> retryAfter(const HttpResponse &answer)
{
    const std::string text(trimmed(answer.headers.value("retry-after")));
    if (text.empty()) {
        const auto json = jsonObject(std::string_view(answer.body).substr(0, kMostParsed));
        const auto it = json ? json->find("retry_after") : nlohmann::json::const_iterator();
        return json && it != json->end() && it->is_number() ? waitOf(it->get<double>()) : std::nullopt;
    }
    double seconds = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (failed == std::errc() && end == text.data() + text.size() && seconds >= 0)
        return waitOf(seconds);
    const std::optional<Instant> at = parseHeaderDate(text);
    const std::optional<Instant> now = parseHeaderDate(std::string(answer.headers.value("date")));
    if (!at || !now)
        return std::nullopt;
    return std::clamp(*at - *now, Duration(0), kLongestWait);
}

/// What of a secret address an answer may repeat alone: what stands behind the host, and each part of it that is long enough.
void addPartsOf(const Url &address, std::vector<std::string> &forms)
{
    const std::string &path = address.path;
    forms.push_back(path + (address.query.empty() ? "" : '?' + address.query));
    forms.push_back(path);
    forms.push_back(path.substr(path.rfind('/') + 1));
    for (std::string_view rest = address.query; !rest.empty();) {
        const std::string_view field = rest.substr(0, rest.find('&'));
        forms.emplace_back(field.substr(field.find('=') + 1));
        rest.remove_prefix(std::min(field.size() + 1, rest.size()));
    }
}

void takeOut(const std::vector<std::string> &forms, std::string &text)
{
    constexpr std::string_view kMark = "[secret]";
    for (const std::string &form : forms) {
        for (std::size_t at = text.find(form); at != std::string::npos; at = text.find(form, at + kMark.size()))
            text.replace(at, form.size(), kMark);
    }
}

void takeOut(const std::vector<std::string> &forms, Evidence &evidence)
{
    takeOut(forms, evidence.request);
    takeOut(forms, evidence.contentType);
    takeOut(forms, evidence.firstBytes);
}

/// The answer as it may be kept and quoted.
Result<HttpResponse> withoutSecrets(Result<HttpResponse> answer, const std::vector<std::string> &forms)
{
    if (!answer) {
        takeOut(forms, answer.error().evidence);
        return answer;
    }
    takeOut(forms, answer->body);
    takeOut(forms, answer->evidence);
    // Made anew, for the first bytes may end within a secret.
    answer->evidence.firstBytes = plainText(answer->body, Evidence::firstBytesLimit);
    return answer;
}

} // namespace

HttpChannel::HttpChannel(ChannelConfig config, const ChannelTools &tools)
    : m_config(std::move(config))
    , m_tools(tools)
{
}

Result<Secret> HttpChannel::secret(std::string_view key) const
{
    const std::optional<SecretReference> reference = m_config.settings.secret(key);
    if (!reference)
        return failure(ErrorKind::Config, Reason(kNoSecret, {std::string(key)}));
    return m_tools.secrets.secret(*reference);
}

Result<Endpoint> HttpChannel::endpoint() const
{
    return endpointFromSettings(m_config.settings, m_tools.secrets, m_config.timeout);
}

QCoro::Task<Sent> HttpChannel::send(OutgoingMessage message)
{
    Result<Endpoint> common = endpoint();
    if (!common)
        co_return tl::unexpected(notSent(std::move(common.error())));
    Result<HttpRequest> wanted = request(message, *std::move(common));
    if (!wanted)
        co_return tl::unexpected(notSent(std::move(wanted.error())));
    wanted->isSentOnce = true;
    wanted->maxBodyBytes = kMostAnswer;
    Result<HttpResponse> raw = co_await m_tools.http.send(*std::move(wanted));
    const Result<HttpResponse> answer = withoutSecrets(std::move(raw), secretForms());
    if (!answer)
        co_return tl::unexpected(notSent(answer.error()));
    if (std::optional<SendFailure> refused = refusal(*answer))
        co_return tl::unexpected(*std::move(refused));
    co_return taken(*answer);
}

QCoro::Task<Result<Arrival>> HttpChannel::follow(Receipt receipt, std::string to)
{
    const Result<Endpoint> common = endpoint();
    if (!common)
        co_return Failure(common.error());
    Result<HttpRequest> wanted = question(receipt, to, *common);
    if (!wanted)
        co_return Failure(std::move(wanted.error()));
    wanted->maxBodyBytes = kMostAnswer;
    Result<HttpResponse> raw = co_await m_tools.http.send(*std::move(wanted));
    const Result<HttpResponse> answer = withoutSecrets(std::move(raw), secretForms());
    if (!answer)
        co_return Failure(answer.error());
    if (std::optional<SendFailure> refused = refusal(*answer))
        co_return Failure(std::move(refused->error));
    co_return arrival(*answer, receipt);
}

Result<HttpRequest> HttpChannel::question(const Receipt &, const std::string &, const Endpoint &) const
{
    return cannotFollow();
}

Result<Arrival> HttpChannel::arrival(const HttpResponse &, const Receipt &) const
{
    return cannotFollow();
}

std::vector<std::string> HttpChannel::secretForms() const
{
    constexpr std::size_t kShortest = 4; // shorter ones would blank out any text
    constexpr std::size_t kShortestPart = 8;
    std::vector<std::string> forms;
    std::vector<std::string> parts;
    for (const SecretReference &reference : m_config.settings.secrets()) {
        const Result<Secret> value = m_tools.secrets.secret(reference);
        if (!value)
            continue;
        const std::string text(trimmed(value->reveal()));
        forms.push_back(text);
        forms.push_back(percentEncoded(text));
        if (const std::optional<Url> address = parseUrl(text))
            addPartsOf(*address, parts);
    }
    std::erase_if(forms, [](const std::string &form) { return form.size() < kShortest; });
    std::erase_if(parts, [](const std::string &part) { return part.size() < kShortestPart; });
    forms.insert(forms.end(), parts.begin(), parts.end());
    // The longest first, so that no rest of a longer one remains.
    std::sort(forms.begin(), forms.end(), [](const std::string &a, const std::string &b) { return a.size() > b.size(); });
    return forms;
}

Result<HttpRequest> secretAddressRequest(const Secret &address, std::string shownAs, std::string jsonBody, Endpoint endpoint)
{
    const std::optional<Url> url = parseUrl(std::string(trimmed(address.reveal())));
    if (!url)
        return failure(ErrorKind::Config, Reason(kBadAddress, {shownAs}));
    if (url->scheme != "https" && !isLoopbackHost(url->host))
        return failure(ErrorKind::Config, Reason(kInTheClear, {shownAs}));
    HttpRequest request;
    request.method = "POST";
    request.url = url->text;
    request.shownAs = std::move(shownAs);
    request.headers.add("Content-Type", "application/json; charset=utf-8");
    request.body = std::move(jsonBody);
    request.endpoint = std::move(endpoint);
    return request;
}

std::optional<SendFailure> refusal(const HttpResponse &answer)
{
    const int status = answer.status;
    if (status >= 200 && status < 300)
        return std::nullopt;
    const std::string code = std::to_string(status);
    const Reason words = wordsOrWhatCame(answer.body);
    const auto made = [&](ErrorKind kind, const Phrase &phrase, bool isFinal, bool mayHaveArrived) {
        return SendFailure{errorOf(answer, kind, Reason(phrase, {code, words})), isFinal, mayHaveArrived, retryAfter(answer)};
    };
    if (status < 400)
        return SendFailure{errorOf(answer, ErrorKind::Redirect, Reason(kMoved, {code})), true, false, {}};
    if (status == 401 || status == 403 || status == 407)
        return made(ErrorKind::Auth, kRefusedLogin, true, false);
    if (status == 404 || status == 410)
        return made(ErrorKind::Http, kGone, true, false);
    if (status == 408 || status == 425 || status == 429)
        return made(ErrorKind::Http, kLimited, false, false);
    if (status >= 500) // 503 is said before anything is done; the others may have come in the middle of it
        return made(ErrorKind::Http, kServerError, false, status != 503);
    return made(ErrorKind::Http, kRefused, true, false);
}

SendFailure notSent(Error error)
{
    SendFailure failed;
    const bool isConnected = error.evidence.timings.connect.has_value() || error.evidence.reusedConnection;
    switch (error.kind) {
    case ErrorKind::Timeout:
    case ErrorKind::Reset:
    case ErrorKind::Content:
    case ErrorKind::Limit:
    case ErrorKind::Cancelled:
        failed.mayHaveArrived = isConnected || error.kind == ErrorKind::Cancelled;
        break;
    case ErrorKind::Config:
        // A proxy that is away may come back; the rest of what is configured wrongly stays wrong.
        failed.isFinal = !error.reason.code().starts_with("proxy_");
        break;
    case ErrorKind::Unsupported:
    case ErrorKind::Redirect:
        failed.isFinal = true;
        break;
    default:
        break; // no name, no connection, no trust, no secret yet: nothing was sent, and that may change
    }
    failed.error = std::move(error);
    return failed;
}

SendFailure notUnderstood(const HttpResponse &answer)
{
    SendFailure failed;
    failed.error = errorOf(
        answer, ErrorKind::Schema, Reason(kNotUnderstood, {std::to_string(answer.status), wordsOrWhatCame(answer.body)}));
    // Such a page comes from a proxy or a wrong address; the message itself may have got through.
    failed.mayHaveArrived = true;
    return failed;
}

Failure notAnswered(const HttpResponse &answer)
{
    return Failure(
        errorOf(answer, ErrorKind::Schema, Reason(kNoAnswer, {std::to_string(answer.status), wordsOrWhatCame(answer.body)})));
}

SendFailure refusedWith(const HttpResponse &answer, std::string_view words, bool isFinal)
{
    SendFailure failed;
    failed.error = errorOf(answer, ErrorKind::Http, Reason(kRefused, {std::to_string(answer.status), oneLine(words)}));
    failed.isFinal = isFinal;
    failed.retryAfter = retryAfter(answer);
    return failed;
}

std::string answerWords(std::string_view body)
{
    const std::string_view text = trimmed(body);
    const auto json = nlohmann::json::parse(text.substr(0, kMostParsed), nullptr, false);
    if (json.is_string())
        return oneLine(json.get<std::string>());
    if (json.is_object()) {
        for (const char *key : {"error", "message", "errors", "detail", "status"}) {
            if (const std::string words = memberText(json, key); !words.empty())
                return oneLine(words);
        }
    }
    return oneLine(text.substr(0, text.find('\n')));
}

Receipt receiptOf(const HttpResponse &answer, std::string id)
{
    Receipt receipt;
    receipt.id = std::move(id);
    receipt.words = answerWords(answer.body);
    receipt.evidence = answer.evidence;
    return receipt;
}

} // namespace tocsin
