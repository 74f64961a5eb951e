// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/bare_curl.h"

#include "tests/bench/measure.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>

namespace tocsin::bench {

BareCurl::BareCurl(const LoopbackLoad &load, int targets)
    : m_multi(curl_multi_init())
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, socketChanged);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, timerChanged);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, 20'000L);
    for (int i = 0; i < targets; ++i) {
        CURL *easy = curl_easy_init();
        curl_easy_setopt(easy, CURLOPT_URL, load.url(i).c_str());
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, discard);
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 5000L);
        // libcurl goes through its whole cache of names at the end of each request: without it the floor is the lower one.
        curl_easy_setopt(easy, CURLOPT_DNS_CACHE_TIMEOUT, 0L);
        m_easy.push_back(easy);
    }
}

BareCurl::~BareCurl()
{
    for (CURL *easy : m_easy)
        curl_easy_cleanup(easy);
    curl_multi_cleanup(m_multi);
    close(m_epoll);
}

void BareCurl::ask(int target)
{
    curl_multi_add_handle(m_multi, m_easy[static_cast<std::size_t>(target)]);
}

void BareCurl::run(int from, int count)
{
    for (int i = 0; i < count; ++i)
        ask(from + i);
    for (int left = count; left > 0;)
        left -= step(1000);
}

int BareCurl::timerChanged(CURLM *, long milliseconds, void *self)
{
    static_cast<BareCurl *>(self)->m_timeout = milliseconds;
    return 0;
}

int BareCurl::socketChanged(CURL *, curl_socket_t socket, int what, void *self, void *known)
{
    auto &bare = *static_cast<BareCurl *>(self);
    epoll_event event{};
    event.events = ((what & CURL_POLL_IN) != 0 ? EPOLLIN : 0u) | ((what & CURL_POLL_OUT) != 0 ? EPOLLOUT : 0u);
    event.data.fd = socket;
    const int change = what == CURL_POLL_REMOVE ? EPOLL_CTL_DEL : known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    epoll_ctl(bare.m_epoll, change, socket, &event);
    curl_multi_assign(bare.m_multi, socket, what == CURL_POLL_REMOVE ? nullptr : self);
    return 0;
}

int BareCurl::step(int milliseconds)
{
    int running = 0;
    if (m_timeout == 0) {
        m_timeout = -1;
        curl_multi_socket_action(m_multi, CURL_SOCKET_TIMEOUT, 0, &running);
    }
    std::array<epoll_event, 256> events;
    const int count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), m_timeout == 0 ? 0 : milliseconds);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        const int what
            = ((event.events & EPOLLIN) != 0 ? CURL_CSELECT_IN : 0) | ((event.events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0);
        curl_multi_socket_action(m_multi, event.data.fd, what, &running);
    }
    int done = 0;
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->data.result != CURLE_OK)
            fail(curl_easy_strerror(message->data.result));
        curl_multi_remove_handle(m_multi, message->easy_handle);
        ++done;
    }
    return done;
}

} // namespace tocsin::bench
