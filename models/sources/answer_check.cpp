// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/answer_check.h"

#include "models/sources/json_document.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <charconv>

namespace tocsin {

namespace {

constexpr Phrase kRefused{"source_credentials_refused", QT_TRANSLATE_NOOP("Phrase", "Credentials refused (status %1): %2")};
constexpr Phrase kForbidden{
    "source_forbidden", QT_TRANSLATE_NOOP("Phrase", "Logged in but not allowed to read this (status %1): %2")};
constexpr Phrase kNotFound{
    "source_not_found", QT_TRANSLATE_NOOP("Phrase", "Not found (status %1): wrong address or path prefix? %2")};
constexpr Phrase kNotKnown{"source_not_known", QT_TRANSLATE_NOOP("Phrase", "The server does not know it (status %1): %2")};
constexpr Phrase kLimited{
    "source_rate_limited", QT_TRANSLATE_NOOP("Phrase", "The server limits how often it may be asked (status %1): %2")};
constexpr Phrase kServerError{"source_server_error", QT_TRANSLATE_NOOP("Phrase", "Server error (status %1): %2")};
constexpr Phrase kStatus{"source_bad_status", QT_TRANSLATE_NOOP("Phrase", "The answer has status %1: %2")};
constexpr Phrase kEmpty{"source_empty_answer", QT_TRANSLATE_NOOP("Phrase", "The answer is empty (status %1)")};
constexpr Phrase kWrongType{"source_wrong_content_type", QT_TRANSLATE_NOOP("Phrase", "Content type \"%1\" instead of JSON")};
constexpr Phrase kNoType{"source_no_content_type", QT_TRANSLATE_NOOP("Phrase", "The answer does not say that it is JSON")};
constexpr Phrase kSignIn{"source_sign_in_page", QT_TRANSLATE_NOOP("Phrase", "Sign-in page instead of JSON")};
constexpr Phrase kWebPage{"source_web_page", QT_TRANSLATE_NOOP("Phrase", "Web page instead of JSON")};
constexpr Phrase kOldAnswer{
    "source_old_answer", QT_TRANSLATE_NOOP("Phrase", "The answer was made %1 ago (at %2): it is stored, or the clocks differ")};
constexpr Phrase kCached{"source_cached_answer", QT_TRANSLATE_NOOP("Phrase", "The answer comes from a cache and is %1 old")};
constexpr Phrase kClockAhead{"source_clock_ahead",
    QT_TRANSLATE_NOOP("Phrase", "The server's clock is %1 ahead of ours: nobody can tell how old the answer is")};

constexpr Duration kMostSkew = std::chrono::minutes(5);
constexpr Duration kMostCacheAge = std::chrono::minutes(2);
constexpr std::size_t kMostWords = 300;

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::transform(
        lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : trimmed(text)) {
        const bool isBlank = static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
        if (!isBlank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
        if (line.size() > kMostWords)
            break;
    }
    if (line.size() <= kMostWords)
        return line;
    std::size_t end = kMostWords;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) // never inside a UTF-8 sequence
        --end;
    return line.substr(0, end) + "…";
}

std::string_view mediaType(std::string_view contentType)
{
    return trimmed(contentType.substr(0, contentType.find(';')));
}

bool isJsonType(std::string_view contentType)
{
    const std::string type = lowered(mediaType(contentType));
    return type == "application/json" || (type.size() > 5 && type.compare(type.size() - 5, 5, "+json") == 0);
}

Error error(ErrorKind kind, Reason reason, const HttpResponse &answer)
{
    Error error{kind, std::move(reason), answer.evidence};
    error.evidence.status = answer.status;
    return error;
}

} // namespace

std::optional<Reason> webPageReason(std::string_view body)
{
    const std::string start = lowered(trimmed(body.substr(0, std::min<std::size_t>(body.size(), 16'384))));
    if (start.empty() || start.front() != '<')
        return std::nullopt;
    constexpr std::array<std::string_view, 7> kSigns{
        "sign in", "sign-in", "signin", "log in", "login", "type=\"password\"", "sso"};
    const bool asksToSignIn
        = std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) { return start.find(sign) != std::string::npos; });
    return asksToSignIn ? Reason(kSignIn) : Reason(kWebPage);
}

std::string serverWords(std::string_view body)
{
    const std::string_view text = trimmed(body);
    if (text.empty())
        return {};
    if (const std::optional<Reason> page = webPageReason(text))
        return english(*page);
    // A page of text is not worth parsing to the end; error bodies are short.
    const Result<JsonDocument> document = JsonDocument::read(text.substr(0, std::min<std::size_t>(text.size(), 65'536)));
    if (!document)
        return oneLine(text.substr(0, text.find('\n')));
    std::string_view words;
    if (!document->root().get(words))
        return oneLine(words);
    JsonObject object;
    if (document->root().get(object))
        return oneLine(text);
    for (const std::string_view key : {"error", "message", "detail", "status"}) {
        if (const auto value = jsonText(object, key))
            return oneLine(*value);
    }
    return oneLine(text);
}

std::optional<Error> statusProblem(const HttpResponse &answer)
{
    if (answer.status >= 200 && answer.status < 300)
        return std::nullopt;
    const std::string status = std::to_string(answer.status);
    const std::string words = serverWords(answer.body);
    switch (answer.status) {
    case 401:
    case 407:
        return error(ErrorKind::Auth, Reason(kRefused, {status, words}), answer);
    case 403:
        return error(ErrorKind::Auth, Reason(kForbidden, {status, words}), answer);
    case 404: {
        // Alertmanager says so of a thing in a bare JSON text, of an address in an object.
        const bool isFromApi = isJsonType(answer.headers.value("content-type")) && trimmed(answer.body).substr(0, 1) == "\"";
        return error(ErrorKind::Http, Reason(isFromApi ? kNotKnown : kNotFound, {status, words}), answer);
    }
    case 420:
    case 429:
        return error(ErrorKind::Http, Reason(kLimited, {status, words}), answer);
    default:
        return error(ErrorKind::Http, Reason(answer.status >= 500 ? kServerError : kStatus, {status, words}), answer);
    }
}

std::optional<Error> answerProblem(const HttpResponse &answer)
{
    if (std::optional<Error> problem = statusProblem(answer))
        return problem;
    if (trimmed(std::string_view(answer.body).substr(0, 4096)).empty() && trimmed(answer.body).empty())
        return error(ErrorKind::Content, Reason(kEmpty, {std::to_string(answer.status)}), answer);
    if (std::optional<Reason> page = webPageReason(answer.body))
        return error(ErrorKind::Content, std::move(*page), answer);
    const std::string_view type = answer.headers.value("content-type");
    if (trimmed(type).empty())
        return error(ErrorKind::Content, Reason(kNoType), answer);
    if (!isJsonType(type))
        return error(ErrorKind::Content, Reason(kWrongType, {oneLine(mediaType(type))}), answer);
    return std::nullopt;
}

std::optional<Instant> parseHttpDate(std::string_view text)
{
    // IMF-fixdate only: `Sat, 21 Nov 2026 04:00:00 GMT`; every server of today writes it.
    constexpr std::array<std::string_view, 12> kMonths{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT")
        return std::nullopt;
    const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
    if (month == kMonths.end())
        return std::nullopt;
    const auto number = static_cast<int>(month - kMonths.begin()) + 1;
    const std::string iso = std::string(text.substr(12, 4)) + (number < 10 ? "-0" : "-") + std::to_string(number) + '-'
        + std::string(text.substr(5, 2)) + 'T' + std::string(text.substr(17, 8)) + 'Z';
    return parseRfc3339(iso);
}

Instant serverTime(const HttpResponse &answer, Instant fallback)
{
    return parseHttpDate(answer.headers.value("date")).value_or(fallback);
}

std::vector<Reason> ageTroubles(const HttpResponse &answer, Instant now)
{
    std::vector<Reason> troubles;
    const Instant made = serverTime(answer, now);
    if (now - made > kMostSkew)
        troubles.push_back(Reason(kOldAnswer, {formatDuration(now - made), formatRfc3339(made)}));
    else if (made - now > kMostSkew)
        troubles.push_back(Reason(kClockAhead, {formatDuration(made - now)}));
    const std::string_view header = trimmed(answer.headers.value("age"));
    std::int64_t seconds = 0;
    const auto [end, failed] = std::from_chars(header.data(), header.data() + header.size(), seconds);
    const bool isRead = failed == std::errc() && end == header.data() + header.size();
    const std::int64_t capped = std::min<std::int64_t>(seconds, 10L * 365 * 86'400);
    if (isRead && std::chrono::seconds(capped) > kMostCacheAge)
        troubles.push_back(Reason(kCached, {formatDuration(std::chrono::seconds(capped))}));
    return troubles;
}

} // namespace tocsin
