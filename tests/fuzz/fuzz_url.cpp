// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/url.h"

#include <cstdint>
#include <cstdlib>

using namespace tocsin;

namespace {

bool isSound(const Url &url)
{
    const bool isWeb = url.scheme == "http" || url.scheme == "https";
    return isWeb && !url.host.empty() && !url.port.empty() && url.text.find('#') == std::string::npos;
}

} // namespace

/// One text, first as an address that somebody configured, then as what a server's `Location` says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Url kFrom = parseUrl("https://shop.example.net/health?part=cart").value();
    const std::string text(reinterpret_cast<const char *>(data), size);
    if (const auto url = parseUrl(text)) {
        const auto again = parseUrl(url->text);
        // What is requested reads as itself and has lost the name and password.
        if (!isSound(*url) || !again || again->text != url->text || !again->user.empty() || !again->password.empty())
            std::abort();
        // One that looks like what is shown in place of a secret may be found there by chance.
        const bool isTelling = url->password.size() > 8 && url->password.find("=...") == std::string::npos;
        if (isTelling && shownUrl(*url).find(url->password) != std::string::npos
            && url->text.find(url->password) == std::string::npos) // the host or the path may have the same letters
            std::abort();
    }
    if (const auto next = resolveRedirect(kFrom, text); next && (!isSound(*next) || !next->user.empty()))
        std::abort();
    if (addressForPeople(text).size() > 4096)
        std::abort();
    return 0;
}
