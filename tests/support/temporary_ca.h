// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/temporary_folder.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace tocsin::test {

/// What a certificate shall look like. The default is a good one for a server on loopback.
struct CertificateWish {
    std::string commonName = "localhost";
    std::vector<std::string> names = {"DNS:localhost", "IP:127.0.0.1"}; ///< as OpenSSL writes alternative names
    std::chrono::seconds validFrom = std::chrono::hours(-1);            ///< from now
    std::chrono::seconds validUntil = std::chrono::hours(24 * 90);      ///< from now
    bool isSelfSigned = false;                                          ///< signed with its own key instead of the CA's
};

/// A throw-away certificate authority. An untrusted certificate is one of a second TemporaryCa. Keys are EC P-256.
class TemporaryCa
{
public:
    struct Pair {
        std::string certFile; ///< PEM
        std::string keyFile;
    };

    explicit TemporaryCa(const std::string &commonName = "Tocsin test authority");
    ~TemporaryCa();

    const std::string &caFile() const { return m_caFile; }
    Pair issue(const std::string &fileName, const CertificateWish &wish = {}) const;

    static CertificateWish expired();
    static CertificateWish notYetValid();
    static CertificateWish wrongHost(); ///< for other.example.net only
    static CertificateWish selfSigned();

private:
    struct Authority;
    TemporaryFolder m_folder;
    std::string m_caFile;
    std::unique_ptr<Authority> m_authority;
};

} // namespace tocsin::test
