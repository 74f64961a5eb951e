// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/loopback_load.h"

#include "tests/bench/measure.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <new>
#include <vector>

namespace tocsin::bench {

namespace {

void watch(int epoll, int socket)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = socket;
    epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event);
}

/// Which target this connection leads to: the inverse of what `url` says.
int targetOf(int socket)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    const std::uint32_t host = ntohl(address.sin_addr.s_addr);
    return static_cast<int>(((host >> 16 & 0xff) - 1) * 62500 + (host >> 8 & 0xff) * 250 + (host & 0xff) - 1);
}

} // namespace

void pinToCore(int core)
{
    if (sysconf(_SC_NPROCESSORS_ONLN) < 2)
        return;
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<std::size_t>(core), &set);
    sched_setaffinity(0, sizeof set, &set);
}

long raiseFileLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<long>(limit.rlim_cur);
}

LoopbackLoad::LoopbackLoad(const std::string &answer, std::size_t noted)
    : m_bytes(sizeof(Notes) + noted * sizeof(Arrival))
    , m_notes(static_cast<Notes *>(mmap(nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
{
    new (m_notes) Notes{noted};
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY); // the many targets are addresses of 127.0.0.0/8
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(listener, SOMAXCONN) != 0
        || getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        fail("cannot listen");
    m_port = ntohs(address.sin_port);
    m_pid = fork();
    if (m_pid == 0)
        serve(listener, answer);
    close(listener);
}

LoopbackLoad::~LoopbackLoad()
{
    kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
    munmap(m_notes, m_bytes);
}

void LoopbackLoad::serve(int listener, const std::string &answer)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    pinToCore(1);
    raiseFileLimit();
    const int epoll = epoll_create1(0);
    watch(epoll, listener);
    std::array<epoll_event, 256> events{};
    std::array<char, 4096> buffer{};
    std::vector<int> targets; // of each socket
    for (;;) {
        const int count = epoll_wait(epoll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int socket = events[static_cast<std::size_t>(i)].data.fd;
            if (socket == listener) {
                const int accepted = accept(listener, nullptr, nullptr);
                const int on = 1;
                setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                watch(epoll, accepted);
                targets.resize(std::max(targets.size(), static_cast<std::size_t>(accepted) + 1));
                targets[static_cast<std::size_t>(accepted)] = targetOf(accepted);
            } else if (recv(socket, buffer.data(), buffer.size(), 0) > 0) { // requests of a check fit into one piece
                note(targets[static_cast<std::size_t>(socket)]);
                send(socket, answer.data(), answer.size(), MSG_NOSIGNAL);
            } else {
                close(socket);
            }
        }
    }
}

void LoopbackLoad::note(int target)
{
    const std::size_t count = m_notes->count;
    if (count == m_notes->room)
        return;
    m_notes->first()[count] = {target, monotonicSeconds()};
    m_notes->count = count + 1;
}

std::span<const LoopbackLoad::Arrival> LoopbackLoad::arrivals() const
{
    return {m_notes->first(), m_notes->count};
}

std::string LoopbackLoad::url(int target) const
{
    const std::string host = "127." + std::to_string(1 + target / 62500) + '.' + std::to_string(target / 250 % 250) + '.'
        + std::to_string(1 + target % 250);
    return "http://" + host + ':' + std::to_string(m_port) + "/health";
}

} // namespace tocsin::bench
