// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hostile.h"

#include <zlib.h>

#include <stdexcept>

namespace tocsin::test {

namespace {

constexpr auto kDripPause = std::chrono::milliseconds(200);
constexpr std::uint64_t kGiga = 1u << 30;

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

std::string gzipBomb(std::uint64_t bytes)
{
    z_stream stream{};
    constexpr int kGzipFrame = 15 + 16;
    if (deflateInit2(&stream, 9, Z_DEFLATED, kGzipFrame, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib");
    std::string zeros(1u << 20, '\0');
    std::string packed;
    std::string buffer(1u << 16, '\0');
    for (std::uint64_t left = bytes; left > 0;) {
        const std::uint64_t piece = std::min<std::uint64_t>(left, zeros.size());
        left -= piece;
        stream.next_in = reinterpret_cast<Bytef *>(zeros.data());
        stream.avail_in = static_cast<uInt>(piece);
        do {
            stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
            stream.avail_out = static_cast<uInt>(buffer.size());
            deflate(&stream, left == 0 ? Z_FINISH : Z_NO_FLUSH);
            packed.append(buffer, 0, buffer.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

} // namespace tocsin::test
