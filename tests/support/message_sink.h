// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/raw_server.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace tocsin::test {

/// A message as it came over the wire.
struct SunkMessage {
    std::string method;
    std::string target; ///< path and query, byte for byte
    std::string head;   ///< request line and header fields
    std::string body;

    /// The value of a header field, by its name in any case; empty when there is none.
    std::string header(const std::string &name) const;
};

/// What the sink does to one request.
struct SinkAnswer {
    enum class Manner {
        Answer,
        Reset,   ///< takes the whole request, then breaks the connection
        Silence, ///< takes the whole request and never answers
    };

    int status = 200;
    std::string body;
    std::string headers = "Content-Type: application/json\r\n"; ///< whole lines with their line ends
    Manner manner = Manner::Answer;
};

/// A service on loopback that messages are sent to: it keeps all that comes, and answers by a script. What no line fits is
/// answered with 200 and nothing. Any thread; made and destroyed by the test.
class MessageSink
{
public:
    MessageSink();

    std::string url(const std::string &path = "/") const { return m_server.url(path); }
    /// The answer to requests whose target begins like this; the longest beginning wins.
    void answer(const std::string &targetBeginning, SinkAnswer answer);
    /// The same for one request, before the lasting ones, in the order they are given.
    void answerOnce(const std::string &targetBeginning, SinkAnswer answer);

    std::vector<SunkMessage> messages() const;
    /// Whether so many messages have come, at the latest after this time.
    bool waitForMessages(std::size_t count, std::chrono::milliseconds atMost = std::chrono::seconds(20)) const;

private:
    void serve(RawConnection &connection);
    SinkAnswer take(const std::string &request);

    mutable std::mutex m_mutex; // guards what follows
    mutable std::condition_variable m_changed;
    std::deque<std::pair<std::string, SinkAnswer>> m_once;
    std::vector<std::pair<std::string, SinkAnswer>> m_lasting;
    std::vector<SunkMessage> m_messages;
    RawServer m_server; // last: its threads end before what they use
};

} // namespace tocsin::test
