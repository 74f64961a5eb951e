// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/checks/check.h"
#include "tests/support/raw_server.h"
#include "tests/support/temporary_ca.h"
#include "tests/unit/calm/tls_server.h"

#include <memory>
#include <string>
#include <vector>

namespace tocsin::test {

/// One server of the list "Nothing calm without proof" (quality.md), and where it can be reached.
struct Lie {
    std::string name;
    Claim contradicts = Claim::Content; ///< a kind that claims less than this is not told this lie
    bool isTls = false;                 ///< it speaks TLS, so that addresses begin with https
    bool isAboutSchema = false;         ///< a valid answer to somebody who asked for a status only
    std::string host = "127.0.0.1";
    int port = 0;

    std::string address() const { return host + ':' + std::to_string(port); }
    std::string url() const { return (isTls ? "https://" : "http://") + address() + '/'; }
};

/// All the servers of the list, on loopback, and honest ones to compare them with. Owned by the test.
class LyingServers
{
public:
    LyingServers();

    const std::vector<Lie> &lies() const { return m_lies; }
    const Lie &honestTls() const { return m_honestTls; } ///< says `{"status":"UP"}` behind a certificate of `caFile()`
    const Lie &honest() const { return m_honest; }       ///< the same without TLS
    const std::string &caFile() const { return m_ca.caFile(); }

private:
    void addRaw(std::string name, RawServer::Script script, bool isAboutSchema = false);
    Lie addTls(std::string name, const TemporaryCa &authority, const CertificateWish &wish, const std::string &answer,
        Claim contradicts);
    void addAnswers();
    void addCertificates();
    void addNobody();

    TemporaryCa m_ca;
    TemporaryCa m_stranger{"An authority that nobody trusts"};
    std::vector<std::unique_ptr<RawServer>> m_raw;
    std::vector<std::unique_ptr<TlsServer>> m_tls;
    std::vector<Lie> m_lies;
    Lie m_honest;
    Lie m_honestTls;
};

} // namespace tocsin::test
