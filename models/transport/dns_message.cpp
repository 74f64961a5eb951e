// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/dns_message.h"

#include "models/transport/plain_text.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <resolv.h>

#include <algorithm>
#include <map>
#include <set>

namespace tocsin {

namespace {

// In the order of dnsTypes.
constexpr std::array<int, dnsTypes.size()> kNumbers{1, 28, 257, 5, 15, 2, 12, 6, 33, 16};

constexpr std::array<std::string_view, 11> kCodes{
    "NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "YXDOMAIN", "YXRRSET", "NXRRSET", "NOTAUTH", "NOTZONE"};
constexpr std::size_t kLongestText = 4096;

/// The data of one record, read from left to right; `isBroken` once something did not fit.
class RecordReader
{
public:
    RecordReader(const ns_msg &message, const ns_rr &record)
        : m_message(message)
        , m_at(ns_rr_rdata(record))
        , m_end(ns_rr_rdata(record) + ns_rr_rdlen(record))
    {
    }

    bool isBroken() const { return m_isBroken; }
    bool atEnd() const { return m_at >= m_end; }

    unsigned long number(std::size_t bytes)
    {
        unsigned long value = 0;
        for (const unsigned char byte : take(bytes))
            value = value << 8 | byte;
        return value;
    }

    std::string name()
    {
        std::array<char, NS_MAXDNAME> text{};
        const int used
            = dn_expand(ns_msg_base(m_message), ns_msg_end(m_message), m_at, text.data(), static_cast<int>(text.size()));
        if (used < 0 || used > m_end - m_at) {
            m_isBroken = true;
            return {};
        }
        m_at += used;
        return plainText(text.data(), kLongestText);
    }

    std::string text() // one byte of length, then as many
    {
        const std::size_t length = number(1);
        return bytes(length);
    }

    std::string rest() { return bytes(static_cast<std::size_t>(m_end - m_at)); }

    std::string address(int family, std::size_t size)
    {
        const std::basic_string_view<unsigned char> raw = take(size);
        std::array<char, INET6_ADDRSTRLEN> text{};
        if (raw.size() != size || inet_ntop(family, raw.data(), text.data(), text.size()) == nullptr)
            m_isBroken = true;
        return text.data();
    }

private:
    std::basic_string_view<unsigned char> take(std::size_t bytes)
    {
        if (bytes > static_cast<std::size_t>(m_end - m_at)) {
            m_isBroken = true;
            return {};
        }
        m_at += bytes;
        return {m_at - bytes, bytes};
    }

    std::string bytes(std::size_t length)
    {
        const auto raw = take(length);
        std::string text = plainText(std::string_view(reinterpret_cast<const char *>(raw.data()), raw.size()), kLongestText);
        std::replace(text.begin(), text.end(), '\r', ' '); // a terminal would write the rest over what stands before it
        return text;
    }

    const ns_msg &m_message;
    const unsigned char *m_at;
    const unsigned char *m_end;
    bool m_isBroken = false;
};

std::string numberThen(RecordReader &reader, std::size_t bytes)
{
    return std::to_string(reader.number(bytes)) + ' ';
}

std::string readSoa(RecordReader &reader)
{
    std::string text = reader.name() + ' ';
    text += reader.name();
    for (int i = 0; i < 5; ++i)
        text += ' ' + std::to_string(reader.number(4));
    return text;
}

std::string readText(RecordReader &reader)
{
    std::string text;
    while (!reader.atEnd() && !reader.isBroken())
        text += reader.text();
    return text;
}

std::string readRecord(RecordReader &reader, int type)
{
    std::string text;
    switch (type) {
    case ns_t_a:
        return reader.address(AF_INET, 4);
    case ns_t_aaaa:
        return reader.address(AF_INET6, 16);
    case ns_t_mx:
        text = numberThen(reader, 2);
        return text + reader.name();
    case ns_t_srv:
        for (int i = 0; i < 3; ++i)
            text += numberThen(reader, 2);
        return text + reader.name();
    case ns_t_soa:
        return readSoa(reader);
    case ns_t_txt:
        return readText(reader);
    case 257: // CAA, RFC 8659
        text = numberThen(reader, 1);
        text += reader.text() + ' ';
        return text + '"' + reader.rest() + '"';
    default:
        return reader.name();
    }
}

/// A name as it is compared: in any case it is the same.
std::string comparable(const char *text)
{
    std::string name = plainText(text, kLongestText);
    std::transform(
        name.begin(), name.end(), name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

std::string ownerOf(const ns_rr &record)
{
    return comparable(ns_rr_name(record));
}

/// The name that was asked for, and those that it is an alias of. Empty when the message is broken or asks for nothing.
std::set<std::string> namesAskedFor(ns_msg &message)
{
    ns_rr record;
    if (ns_msg_count(message, ns_s_qd) != 1 || ns_parserr(&message, ns_s_qd, 0, &record) != 0)
        return {};
    std::set<std::string> names{ownerOf(record)};
    std::map<std::string, std::string> aliases;
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
        if (ns_parserr(&message, ns_s_an, i, &record) != 0)
            return {};
        if (ns_rr_type(record) != ns_t_cname)
            continue;
        std::array<char, NS_MAXDNAME> target{};
        if (dn_expand(
                ns_msg_base(message), ns_msg_end(message), ns_rr_rdata(record), target.data(), static_cast<int>(target.size()))
            < 0)
            return {};
        aliases.emplace(ownerOf(record), comparable(target.data()));
    }
    for (auto it = aliases.find(*names.begin()); it != aliases.end() && names.insert(it->second).second;)
        it = aliases.find(it->second);
    return names;
}

} // namespace

std::optional<int> dnsTypeNumber(std::string_view type)
{
    const auto it = std::find(dnsTypes.begin(), dnsTypes.end(), type);
    return it == dnsTypes.end() ? std::nullopt : std::optional(kNumbers.at(static_cast<std::size_t>(it - dnsTypes.begin())));
}

std::optional<DnsMessage> readDnsMessage(std::string_view bytes, int type)
{
    ns_msg message;
    if (ns_initparse(reinterpret_cast<const unsigned char *>(bytes.data()), static_cast<int>(bytes.size()), &message) != 0)
        return std::nullopt;
    const std::set<std::string> names = namesAskedFor(message);
    if (ns_msg_getflag(message, ns_f_qr) == 0 || names.empty())
        return std::nullopt;
    DnsMessage result;
    const auto code = static_cast<std::size_t>(ns_msg_getflag(message, ns_f_rcode));
    result.code = code < kCodes.size() ? std::string(kCodes.at(code)) : "RCODE" + std::to_string(code);
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
        ns_rr record;
        if (ns_parserr(&message, ns_s_an, i, &record) != 0)
            return std::nullopt;
        if (ns_rr_type(record) != type || ns_rr_class(record) != ns_c_in || names.count(ownerOf(record)) == 0)
            continue;
        RecordReader reader(message, record);
        std::string text = readRecord(reader, type);
        if (reader.isBroken())
            return std::nullopt;
        result.records.push_back(std::move(text));
    }
    std::sort(result.records.begin(), result.records.end()); // servers rotate them
    return result;
}

} // namespace tocsin
