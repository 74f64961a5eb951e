// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tocsin {

/// How long the phases of one request took, each on its own (not cumulative). A phase that did not happen has no value:
/// a request over a kept connection has neither dns nor connect nor tls (decision 7).
struct PhaseTimings {
    std::optional<Micros> dns;
    std::optional<Micros> connect;
    std::optional<Micros> tls;
    std::optional<Micros> firstByte; ///< from the request sent to the first byte of the answer
    std::optional<Micros> transfer;  ///< from the first byte to the last
    Micros total{0};

    friend bool operator==(const PhaseTimings &, const PhaseTimings &) = default;
};

/// What a server's certificate says. Facts only: whether it was trusted is the outcome of the request.
struct CertificateFacts {
    std::string subject;
    std::string issuer;
    std::vector<std::string> alternativeNames;
    Instant notBefore{};
    Instant notAfter{};
    Instant observedAt{}; ///< when the handshake took place that showed it; older than the answer on a kept connection

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

/// What a judgement rests on, kept so that a person can look at it. Carries no secret: headers of the request are never
/// kept and user information is cut from addresses. `firstBytes` is outside text and must be shown as plain text.
struct Evidence {
    static constexpr std::size_t firstBytesLimit = 512;

    std::string request;     ///< as a person would say it: `GET https://shop.example.net/health`
    Instant at{};            ///< when the last byte came, or the failure was known
    int status = 0;          ///< 0 when there was no HTTP answer
    std::string httpVersion; ///< `HTTP/1.1`, `HTTP/2`
    std::string contentType;
    std::uint64_t bytes = 0; ///< size of the body after decompression
    std::string firstBytes;
    std::string remoteAddress;
    PhaseTimings timings;
    bool reusedConnection = false;
    std::optional<CertificateFacts> certificate;

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

} // namespace tocsin
