// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <curl/curl.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace tocsin {

/// libcurl's multi interface over one epoll. Watch thread, `wake` alone from any; owned by the engine.
///
/// libcurl walks through all connections of a multi handle whenever a request ends. So that the work of a request does not
/// grow with what is kept, targets are spread over several multi handles, each of them for a limited number.
class MultiLoop
{
public:
    using Time = std::chrono::steady_clock::time_point;

    struct Finished {
        CURL *easy;
        CURLcode code;
    };

    explicit MultiLoop(std::size_t keptConnections);
    MultiLoop(const MultiLoop &) = delete;
    MultiLoop &operator=(const MultiLoop &) = delete;
    ~MultiLoop();

    /// A handle with libcurl's default options, which keep its requests apart from whoever had it before. Null without memory.
    CURL *takeHandle();
    /// Starts the request of a handle among those of the `target`-th target that was ever asked: always the same number for
    /// the same target, or its connections are not found again.
    bool add(CURL *easy, std::size_t target);
    /// In the place of a target: a multi handle of its own. For connections that `takeOver` goes on with: libcurl would look
    /// through them with the others of a multi handle, and close those that have something to read.
    static constexpr std::size_t alone = static_cast<std::size_t>(-1);
    /// Ends its request when it has one.
    void giveBack(CURL *easy, std::size_t target);

    /// The connection that libcurl has made for this handle, which is `alone`, is used by hand from here on: `takeReady` names it
    /// whenever there is something to read, or room to write where that is wanted. False: there is no connection.
    bool takeOver(CURL *easy, bool wantsToWrite);
    std::vector<CURL *> takeReady() { return std::exchange(m_ready, {}); }

    /// Waits for the first event, `wake` or `until`, and serves what there is then.
    void step(Time until);
    std::vector<Finished> takeFinished();
    bool takeWoken();

    void wake() const noexcept;

private:
    struct Group {
        MultiLoop *loop;
        std::uint64_t index;
        CURLM *multi;
        Time timer = Time::max(); // when libcurl wants to be called without an event
        CURL *lone = nullptr;     // the only handle of a group of its own
        bool isTakenOver = false; // its socket is used by hand
    };
    static int socketChanged(CURL *easy, curl_socket_t socket, int what, void *self, void *known);
    static int timerChanged(CURLM *multi, long milliseconds, void *self);
    Group &groupOf(std::size_t target);
    void openGroup();
    std::unique_ptr<Group> madeGroup(std::uint64_t index);
    Group *groupAt(std::uint64_t index) const;
    Group *loneGroup(const CURL *easy) const;
    template<typename Act> void forEachGroup(Act act) const;
    void serve(std::uint64_t key, unsigned events);
    int waitMilliseconds(Time until) const;

    const std::size_t m_keptConnections;
    std::vector<std::unique_ptr<Group>> m_groups;
    std::map<std::uint64_t, std::unique_ptr<Group>> m_loneGroups; // by an index that no other group ever has
    std::uint64_t m_nextLoneIndex;
    std::vector<CURL *> m_ready;
    int m_epoll = -1;
    int m_wake = -1;
    bool m_woken = false;
    std::vector<CURL *> m_idle;
};

} // namespace tocsin
