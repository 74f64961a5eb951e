// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/tls_facts.h"

#include "models/transport/plain_text.h"

#include <QtGlobal>

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>

namespace tocsin {

namespace {

constexpr std::size_t kMaxNames = 200;
constexpr std::size_t kMaxNameLength = 1024;

constexpr Phrase kExpired{"tls_expired", QT_TRANSLATE_NOOP("Phrase", "The certificate of %1 has expired on %2")};
constexpr Phrase kNotYetValid{"tls_not_yet_valid", QT_TRANSLATE_NOOP("Phrase", "The certificate of %1 is not valid before %2")};
constexpr Phrase kSelfSigned{
    "tls_self_signed", QT_TRANSLATE_NOOP("Phrase", "The certificate of %1 is self-signed: nobody vouches for it")};
constexpr Phrase kUnknownAuthority{
    "tls_unknown_authority", QT_TRANSLATE_NOOP("Phrase", "The certificate of %1 comes from an unknown authority: %2")};
constexpr Phrase kWrongHost{"tls_wrong_host", QT_TRANSLATE_NOOP("Phrase", "The certificate was made for %1, not for %2")};
constexpr Phrase kRevoked{"tls_revoked", QT_TRANSLATE_NOOP("Phrase", "The certificate of %1 was revoked")};
constexpr Phrase kWeak{"tls_weak", QT_TRANSLATE_NOOP("Phrase", "The certificate of %1 is too weak: %2")};
constexpr Phrase kAuthorityExpired{
    "tls_authority_expired", QT_TRANSLATE_NOOP("Phrase", "An authority behind the certificate of %1 has expired")};
constexpr Phrase kNotTrusted{"tls_not_trusted", QT_TRANSLATE_NOOP("Phrase", "The certificate of %1 is not trusted: %2")};

std::string nameText(const X509_NAME *name)
{
    BIO *out = BIO_new(BIO_s_mem());
    if (out == nullptr)
        return {};
    X509_NAME_print_ex(out, name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    char *data = nullptr;
    const long size = BIO_get_mem_data(out, &data);
    std::string text = plainText(std::string_view(data, static_cast<std::size_t>(size)), kMaxNameLength);
    BIO_free(out);
    return text;
}

Instant instantOf(const ASN1_TIME *time)
{
    std::tm fields{};
    if (ASN1_TIME_to_tm(time, &fields) != 1)
        return {};
    return Instant(std::chrono::seconds(timegm(&fields)));
}

std::string addressText(const ASN1_OCTET_STRING *bytes)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = ASN1_STRING_length(bytes) == 4 ? AF_INET : AF_INET6;
    const int expected = family == AF_INET ? 4 : 16;
    if (ASN1_STRING_length(bytes) != expected)
        return {};
    return inet_ntop(family, ASN1_STRING_get0_data(bytes), text.data(), text.size()) ? std::string(text.data()) : std::string();
}

std::vector<std::string> alternativeNames(const X509 *certificate)
{
    std::vector<std::string> names;
    auto *list = static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; i < sk_GENERAL_NAME_num(list) && names.size() < kMaxNames; ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(list, i);
        if (name->type == GEN_DNS) {
            const auto *data = reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName));
            const auto size = static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName));
            names.push_back(plainText(std::string_view(data, size), kMaxNameLength));
        } else if (name->type == GEN_IPADD) {
            names.push_back(addressText(name->d.iPAddress));
        }
    }
    GENERAL_NAMES_free(list);
    return names;
}

CertificateFacts factsOf(const X509 *certificate, Instant observedAt)
{
    CertificateFacts facts;
    facts.subject = nameText(X509_get_subject_name(certificate));
    facts.issuer = nameText(X509_get_issuer_name(certificate));
    facts.alternativeNames = alternativeNames(certificate);
    facts.notBefore = instantOf(X509_get0_notBefore(certificate));
    facts.notAfter = instantOf(X509_get0_notAfter(certificate));
    facts.observedAt = observedAt;
    return facts;
}

/// `2026-11-21 04:37 UTC`
std::string dateText(Instant instant)
{
    const std::string text = formatRfc3339(instant);
    constexpr std::size_t kDay = 10;
    constexpr std::size_t kMinute = 5;
    return text.substr(0, kDay) + ' ' + text.substr(kDay + 1, kMinute) + " UTC";
}

using SharedNotes = std::shared_ptr<HandshakeNotes>;

void freeNotes(void *, void *data, CRYPTO_EX_DATA *, int, long, void *)
{
    delete static_cast<SharedNotes *>(data);
}

int notesIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, freeNotes);
    return index;
}

// Called by OpenSSL for each certificate of the chain and for each fault in it. Never turns a fault into trust.
int observe(int isGood, X509_STORE_CTX *store)
{
    auto *ssl = static_cast<SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *held = ssl ? static_cast<SharedNotes *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), notesIndex())) : nullptr;
    if (held == nullptr)
        return isGood;
    HandshakeNotes &notes = **held;
    const X509 *leaf = X509_STORE_CTX_get0_cert(store);
    if (!notes.certificate && leaf != nullptr)
        notes.certificate = factsOf(leaf, notes.clock->now());
    if (isGood == 0 && notes.verifyError == 0) {
        notes.verifyError = X509_STORE_CTX_get_error(store);
        notes.isOfAuthority = X509_STORE_CTX_get_error_depth(store) > 0;
    }
    return isGood;
}

std::string namesText(const CertificateFacts &facts)
{
    constexpr std::size_t kShown = 3;
    if (facts.alternativeNames.empty())
        return facts.subject;
    std::string text;
    for (std::size_t i = 0; i < facts.alternativeNames.size() && i < kShown; ++i)
        text += (i == 0 ? "" : ", ") + facts.alternativeNames[i];
    return facts.alternativeNames.size() > kShown ? text + ", ..." : text;
}

} // namespace

bool observeHandshakes(void *sslContext, std::shared_ptr<HandshakeNotes> notes)
{
    auto *context = static_cast<SSL_CTX *>(sslContext);
    auto held = std::make_unique<SharedNotes>(std::move(notes));
    if (SSL_CTX_set_ex_data(context, notesIndex(), held.get()) != 1)
        return false;
    static_cast<void>(held.release()); // freed with the context, in freeNotes
    SSL_CTX_set_verify(context, SSL_CTX_get_verify_mode(context), observe);
    return true;
}

Reason distrustReason(const HandshakeNotes &notes, const std::string &host)
{
    const CertificateFacts facts = notes.certificate.value_or(CertificateFacts());
    switch (notes.verifyError) {
    case X509_V_OK:
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return Reason(kWrongHost, {namesText(facts), host});
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return notes.isOfAuthority ? Reason(kAuthorityExpired, {host}) : Reason(kExpired, {host, dateText(facts.notAfter)});
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return Reason(kNotYetValid, {host, dateText(facts.notBefore)});
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return Reason(kSelfSigned, {host});
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_UNTRUSTED:
        return Reason(kUnknownAuthority, {host, facts.issuer});
    case X509_V_ERR_CERT_REVOKED:
        return Reason(kRevoked, {host});
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return Reason(kWeak, {host, X509_verify_cert_error_string(notes.verifyError)});
    default:
        return Reason(kNotTrusted, {host, X509_verify_cert_error_string(notes.verifyError)});
    }
}

} // namespace tocsin
