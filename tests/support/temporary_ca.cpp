// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/temporary_ca.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <stdexcept>

namespace tocsin::test {

namespace {

struct Free {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;

void require(bool isGood, const char *what)
{
    if (!isGood)
        throw std::runtime_error(std::string("OpenSSL: ") + what);
}

Certificate newCertificate(const std::string &commonName, EVP_PKEY *key, std::chrono::seconds from, std::chrono::seconds until)
{
    Certificate certificate(X509_new());
    require(certificate != nullptr, "X509_new");
    X509_set_version(certificate.get(), X509_VERSION_3);
    std::array<unsigned char, 8> serial{};
    RAND_bytes(serial.data(), static_cast<int>(serial.size()));
    serial[0] &= 0x7f;
    BIGNUM *number = BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.get()));
    BN_free(number);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), static_cast<long>(from.count()));
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), static_cast<long>(until.count()));
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char *>(commonName.c_str()), -1, -1, 0);
    require(X509_set_pubkey(certificate.get(), key) == 1, "X509_set_pubkey");
    return certificate;
}

void extend(X509 *certificate, X509 *issuer, int nid, const std::string &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Free> extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    require(extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1, "extension");
}

template<typename Write> std::string pem(Write write)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
    require(bio != nullptr && write(bio.get()) == 1, "PEM");
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

} // namespace

struct TemporaryCa::Authority {
    Key key;
    Certificate certificate;
};

TemporaryCa::TemporaryCa(const std::string &commonName)
    : m_authority(std::make_unique<Authority>())
{
    m_authority->key = Key(EVP_EC_gen("P-256"));
    require(m_authority->key != nullptr, "EVP_EC_gen");
    m_authority->certificate
        = newCertificate(commonName, m_authority->key.get(), std::chrono::hours(-24 * 365), std::chrono::hours(24 * 365));
    X509 *certificate = m_authority->certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    extend(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
    extend(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(certificate, certificate, NID_subject_key_identifier, "hash");
    require(X509_sign(certificate, m_authority->key.get(), EVP_sha256()) != 0, "X509_sign");
    m_caFile = m_folder.write("ca.pem", pem([certificate](BIO *bio) { return PEM_write_bio_X509(bio, certificate); }));
}

TemporaryCa::~TemporaryCa() = default;

TemporaryCa::Pair TemporaryCa::issue(const std::string &fileName, const CertificateWish &wish) const
{
    const Key key(EVP_EC_gen("P-256"));
    require(key != nullptr, "EVP_EC_gen");
    const Certificate certificate = newCertificate(wish.commonName, key.get(), wish.validFrom, wish.validUntil);
    X509 *made = certificate.get();
    X509 *issuer = wish.isSelfSigned ? made : m_authority->certificate.get();
    X509_set_issuer_name(made, X509_get_subject_name(issuer));
    extend(made, issuer, NID_basic_constraints, "critical,CA:FALSE");
    extend(made, issuer, NID_ext_key_usage, "serverAuth,clientAuth");
    if (!wish.names.empty())
        extend(made, issuer, NID_subject_alt_name, joined(wish.names));
    require(X509_sign(made, wish.isSelfSigned ? key.get() : m_authority->key.get(), EVP_sha256()) != 0, "X509_sign");
    Pair pair;
    pair.certFile = m_folder.write(fileName + ".pem", pem([made](BIO *bio) { return PEM_write_bio_X509(bio, made); }));
    pair.keyFile = m_folder.write(fileName + ".key",
        pem([&key](BIO *bio) { return PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); }));
    return pair;
}

CertificateWish TemporaryCa::expired()
{
    CertificateWish wish;
    wish.validFrom = std::chrono::hours(-48);
    wish.validUntil = std::chrono::hours(-24);
    return wish;
}

CertificateWish TemporaryCa::notYetValid()
{
    CertificateWish wish;
    wish.validFrom = std::chrono::hours(24);
    return wish;
}

CertificateWish TemporaryCa::wrongHost()
{
    CertificateWish wish;
    wish.commonName = "other.example.net";
    wish.names = {"DNS:other.example.net"};
    return wish;
}

CertificateWish TemporaryCa::selfSigned()
{
    CertificateWish wish;
    wish.isSelfSigned = true;
    return wish;
}

} // namespace tocsin::test
