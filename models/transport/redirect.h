// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/http.h"
#include "models/transport/url.h"

#include <string>
#include <vector>

namespace tocsin {

/// Where a request has got to by redirects, and what it may take along. Not libcurl's: credentials, client certificates and
/// all but a few harmless headers stay behind when a redirect leads to another origin (scheme, host and port), so also from
/// https to http; a body never goes there. Rules of methods: RFC 9110, 15.4. Watch thread; lives with its request.
class RedirectPath
{
public:
    enum class Step { Final, Followed, Refused };

    RedirectPath(const HttpRequest &request, Url url); ///< `request` outlives it

    const Url &url() const { return m_url; }
    const std::string &method() const { return m_method; }
    bool sendsBody() const { return m_sendsBody; }
    bool carriesCredentials() const { return m_carriesCredentials; }
    const Reason &refusal() const { return m_refusal; }

    /// Judges an answer. After Followed the path stands at the next address.
    Step follow(int status, const Headers &headers);
    /// Adds the time of the earlier steps to the total of this one.
    void addTo(PhaseTimings &timings);

private:
    Step refuse(Reason reason);

    const HttpRequest &m_request;
    Url m_url;
    std::string m_method;
    bool m_sendsBody = true;
    bool m_carriesCredentials = true;
    std::string m_origin; // of the first address
    std::vector<std::string> m_visited;
    Micros m_spent{0};
    Reason m_refusal;
};

} // namespace tocsin
