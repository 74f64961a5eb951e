// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hostile.h"

#include <zlib.h>

#include <stdexcept>

namespace tocsin::test {

namespace {

constexpr auto kDripPause = std::chrono::milliseconds(200);
constexpr std::uint64_t kGiga = 1u << 30;

std::string deflatedZeros(std::uint64_t bytes, int flush)
{
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib");
    std::string zeros(bytes, '\0');
    std::string packed(bytes / 100 + 1024, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(zeros.data());
    stream.avail_in = static_cast<uInt>(zeros.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, flush);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::uint32_t crcOfZeros(std::uint64_t bytes)
{
    const std::string zeros(4096, '\0');
    const auto *data = reinterpret_cast<const Bytef *>(zeros.data());
    auto sum = static_cast<std::uint32_t>(crc32(0, data, static_cast<uInt>(bytes % zeros.size())));
    const auto piece = static_cast<std::uint32_t>(crc32(0, data, static_cast<uInt>(zeros.size())));
    for (std::uint64_t i = 0; i < bytes / zeros.size(); ++i)
        sum = static_cast<std::uint32_t>(crc32_combine(sum, piece, static_cast<z_off_t>(zeros.size())));
    return sum;
}

void appendNumber(std::string &bytes, std::uint32_t number)
{
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(number >> shift & 0xffu);
}

void silent(RawConnection &connection)
{
    connection.waitForEnd();
}

void silentAfterRequest(RawConnection &connection)
{
    connection.readRequest();
    connection.waitForEnd();
}

void slowHeader(RawConnection &connection)
{
    connection.readRequest();
    connection.drip(httpBytes(200, R"({"status":"UP"})"), kDripPause);
}

void slowBody(RawConnection &connection)
{
    connection.readRequest();
    connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2000\r\n\r\n");
    connection.drip(std::string(2000, ' '), kDripPause);
}

void endlessHeaders(RawConnection &connection)
{
    connection.readRequest();
    connection.send("HTTP/1.1 200 OK\r\n");
    connection.sendWithoutEnd("X-More: " + std::string(1000, 'x') + "\r\n");
}

void endlessHeaderLine(RawConnection &connection)
{
    connection.readRequest();
    connection.send("HTTP/1.1 200 OK\r\nX-Long: ");
    connection.sendWithoutEnd(std::string(4096, 'x'));
}

void endlessInterim(RawConnection &connection)
{
    connection.readRequest();
    connection.sendWithoutEnd("HTTP/1.1 102 Processing\r\nX-Wait: a little\r\n\r\n");
}

void endlessBody(RawConnection &connection)
{
    connection.readRequest();
    connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[");
    connection.sendWithoutEnd(std::string(65536, ' '));
}

void announcedGigabyte(RawConnection &connection)
{
    connection.readRequest();
    connection.send(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(kGiga) + "\r\n\r\n[");
    connection.sendWithoutEnd(std::string(65536, ' '));
}

void compressedBomb(RawConnection &connection)
{
    static const std::string bomb = gzipBomb(kGiga);
    connection.readRequest();
    connection.send(httpBytes(200, bomb, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"));
    connection.waitForEnd();
}

void resetAtOnce(RawConnection &connection)
{
    connection.reset();
}

void resetHalfway(RawConnection &connection)
{
    connection.readRequest();
    connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"status\":");
    connection.pause(std::chrono::milliseconds(50));
    connection.reset();
}

void cutShort(RawConnection &connection)
{
    connection.readRequest();
    connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"status\":");
}

void closedWithoutAnswer(RawConnection &connection)
{
    connection.readRequest();
}

void brokenChunks(RawConnection &connection)
{
    connection.readRequest();
    connection.send(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nnot a number\r\n{}\r\n");
}

void brokenGzip(RawConnection &connection)
{
    connection.readRequest();
    connection.send(
        httpBytes(200, "this is not gzip at all, is it", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"));
}

void notHttp(RawConnection &connection)
{
    connection.readRequest();
    connection.send("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n");
    connection.waitForEnd();
}

void bareText(RawConnection &connection)
{
    connection.readRequest();
    connection.send("{\"status\":\"UP\"}");
}

} // namespace

std::vector<Hostility> hostilities()
{
    return {
        {"silent", silent},
        {"silent after request", silentAfterRequest},
        {"slow header", slowHeader},
        {"slow body", slowBody},
        {"endless headers", endlessHeaders},
        {"endless header line", endlessHeaderLine},
        {"endless interim answers", endlessInterim},
        {"endless body", endlessBody},
        {"announced gigabyte", announcedGigabyte},
        {"gzip bomb", compressedBomb},
        {"reset at once", resetAtOnce},
        {"reset half-way", resetHalfway},
        {"cut short", cutShort},
        {"closed without answer", closedWithoutAnswer},
        {"broken chunks", brokenChunks},
        {"broken gzip", brokenGzip},
        {"not HTTP", notHttp},
        {"bare text", bareText},
        {"redirect loop", redirectingTo({})},
    };
}

RawServer::Script answering(std::string bytes)
{
    return [bytes = std::move(bytes)](RawConnection &connection) {
        while (!connection.readRequest().empty() && connection.send(bytes)) { }
    };
}

RawServer::Script redirectingTo(std::string where)
{
    return [where = std::move(where)](RawConnection &connection) {
        for (;;) {
            const std::string request = connection.readRequest();
            const std::size_t path = request.find(' ') + 1;
            if (request.empty())
                return;
            const std::string target = where.empty() ? request.substr(path, request.find(' ', path) - path) : where;
            if (!connection.send(httpBytes(302, {}, "Location: " + target + "\r\n")))
                return;
        }
    };
}

// A flushed piece of deflate data ends at a byte and refers to nothing before it, so it is packed once and repeated; RFC 1952
// has the frame around it.
std::string gzipBomb(std::uint64_t bytes)
{
    std::string bomb("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    constexpr std::uint64_t kPiece = 1u << 20;
    const std::string piece = deflatedZeros(kPiece, Z_FULL_FLUSH);
    for (std::uint64_t i = 0; i < bytes / kPiece; ++i)
        bomb += piece;
    bomb += deflatedZeros(bytes % kPiece, Z_FINISH);
    appendNumber(bomb, crcOfZeros(bytes));
    appendNumber(bomb, static_cast<std::uint32_t>(bytes));
    return bomb;
}

} // namespace tocsin::test
