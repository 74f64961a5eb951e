// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/url.h"

#include "models/transport/plain_text.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

namespace tocsin {

namespace {

struct UrlDeleter {
    void operator()(CURLU *url) const { curl_url_cleanup(url); }
};
using UrlHandle = std::unique_ptr<CURLU, UrlDeleter>;

std::string part(CURLU *handle, CURLUPart which, unsigned flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(handle, which, &text, flags) != CURLUE_OK || text == nullptr)
        return {};
    std::string copy(text);
    curl_free(text);
    return copy;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::optional<Url> take(CURLU *handle)
{
    Url url;
    url.scheme = lowered(part(handle, CURLUPART_SCHEME));
    if (url.scheme != "http" && url.scheme != "https")
        return std::nullopt;
    url.user = part(handle, CURLUPART_USER, CURLU_URLDECODE);
    url.password = part(handle, CURLUPART_PASSWORD, CURLU_URLDECODE);
    curl_url_set(handle, CURLUPART_USER, nullptr, 0);
    curl_url_set(handle, CURLUPART_PASSWORD, nullptr, 0);
    curl_url_set(handle, CURLUPART_FRAGMENT, nullptr, 0);
    url.host = lowered(part(handle, CURLUPART_HOST));
    url.port = part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    url.path = part(handle, CURLUPART_PATH);
    url.query = part(handle, CURLUPART_QUERY);
    url.text = part(handle, CURLUPART_URL);
    if (url.host.empty() || url.port.empty() || url.text.empty())
        return std::nullopt;
    return url;
}

// Parts of names that give a secret away. Matched within the name: `api_key`, `X-Amz-Signature`, `client_secret`.
constexpr std::array<std::string_view, 10> kSecretNames{
    "token", "key", "pass", "secret", "auth", "sig", "credential", "session", "pwd", "code"};

bool looksSecret(std::string_view name)
{
    const std::string lower = lowered(std::string(name));
    return std::any_of(kSecretNames.begin(), kSecretNames.end(),
        [&lower](std::string_view part) { return lower.find(part) != std::string::npos; });
}

std::string shownQuery(std::string_view query)
{
    std::string shown;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find_first_of("&;"), query.size());
        const std::string_view field = query.substr(0, end);
        const std::size_t equals = field.find('=');
        if (equals != std::string_view::npos && looksSecret(field.substr(0, equals)))
            shown.append(field.substr(0, equals)).append("=...");
        else
            shown.append(field);
        if (end < query.size())
            shown += query[end];
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return shown;
}

} // namespace

std::string Url::origin() const
{
    return scheme + "://" + host + ':' + port;
}

std::optional<Url> parseUrl(const std::string &text)
{
    const UrlHandle handle(curl_url());
    if (!handle || curl_url_set(handle.get(), CURLUPART_URL, text.c_str(), CURLU_URLENCODE) != CURLUE_OK)
        return std::nullopt;
    return take(handle.get());
}

std::optional<Url> resolveRedirect(const Url &from, const std::string &location)
{
    const UrlHandle handle(curl_url());
    if (!handle || curl_url_set(handle.get(), CURLUPART_URL, from.text.c_str(), 0) != CURLUE_OK
        || curl_url_set(handle.get(), CURLUPART_URL, location.c_str(), CURLU_URLENCODE) != CURLUE_OK)
        return std::nullopt;
    std::optional<Url> url = take(handle.get());
    if (url) {
        url->user.clear();
        url->password.clear();
    }
    return url;
}

std::string shownUrl(const Url &url)
{
    if (url.query.empty())
        return url.text;
    return url.text.substr(0, url.text.find('?')) + '?' + shownQuery(url.query);
}

std::string addressForPeople(const std::string &text)
{
    constexpr std::size_t kMaxLength = 200;
    std::string shown = text.substr(0, text.find('?'));
    const std::size_t at = shown.rfind('@');
    if (at != std::string::npos) {
        const std::size_t scheme = shown.find("://");
        const std::size_t begin = scheme == std::string::npos || scheme > at ? 0 : scheme + 3;
        shown.erase(begin, at + 1 - begin);
    }
    return plainText(shown, kMaxLength);
}

std::string joinUrl(std::string_view base, std::string_view path)
{
    while (!base.empty() && base.back() == '/')
        base.remove_suffix(1);
    while (!path.empty() && path.front() == '/')
        path.remove_prefix(1);
    return std::string(base) + '/' + std::string(path);
}

std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        const bool isUnreserved = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-'
            || c == '.' || c == '_' || c == '~';
        const auto byte = static_cast<unsigned char>(c);
        if (isUnreserved)
            encoded += c;
        else
            encoded.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    }
    return encoded;
}

} // namespace tocsin
