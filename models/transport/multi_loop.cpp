// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/multi_loop.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <utility>

namespace tocsin {

namespace {

constexpr std::size_t kMaxIdleHandles = 1024;
constexpr std::size_t kFilesForOthers = 256; // journal, windows, requests under way
constexpr int kMaxEvents = 256;
constexpr std::size_t kTargetsPerGroup = 256;
constexpr std::size_t kMaxGroups = 64;
constexpr std::uint64_t kWakeKey = ~std::uint64_t(0);
constexpr unsigned kGroupShift = 32; // an event's key is group and socket

void initialiseCurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

/// A kept connection is an open file, and the usual soft limit of 1,024 is far below what a station needs. Raises it to
/// what the system allows anyway and says how many connections fit.
std::size_t affordableConnections(std::size_t wanted)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return std::min<std::size_t>(wanted, 512);
    const rlim_t needed = wanted + kFilesForOthers;
    if (limit.rlim_cur < needed) {
        limit.rlim_cur = std::min<rlim_t>(needed, limit.rlim_max);
        setrlimit(RLIMIT_NOFILE, &limit);
        getrlimit(RLIMIT_NOFILE, &limit);
    }
    const auto files = static_cast<std::size_t>(limit.rlim_cur);
    return std::min(wanted, files > 2 * kFilesForOthers ? files - kFilesForOthers : files / 2);
}

} // namespace

MultiLoop::MultiLoop(std::size_t keptConnections)
    : m_keptConnections(affordableConnections(keptConnections))
    , m_nextLoneIndex(kMaxGroups)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    initialiseCurl();
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = kWakeKey;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wake, &event);
}

MultiLoop::~MultiLoop()
{
    for (CURL *easy : m_idle)
        curl_easy_cleanup(easy);
    forEachGroup([](Group &group) { curl_multi_cleanup(group.multi); });
    close(m_wake);
    close(m_epoll);
}

MultiLoop::Group &MultiLoop::groupOf(std::size_t target)
{
    const std::size_t index = target / kTargetsPerGroup % kMaxGroups;
    while (m_groups.size() <= index)
        openGroup();
    return *m_groups[index];
}

std::unique_ptr<MultiLoop::Group> MultiLoop::madeGroup(std::uint64_t index)
{
    auto made = std::make_unique<Group>(Group{this, index, curl_multi_init()});
    curl_multi_setopt(made->multi, CURLMOPT_SOCKETFUNCTION, socketChanged);
    curl_multi_setopt(made->multi, CURLMOPT_SOCKETDATA, made.get());
    curl_multi_setopt(made->multi, CURLMOPT_TIMERFUNCTION, timerChanged);
    curl_multi_setopt(made->multi, CURLMOPT_TIMERDATA, made.get());
    return made;
}

MultiLoop::Group *MultiLoop::groupAt(std::uint64_t index) const
{
    if (index < m_groups.size())
        return m_groups[index].get();
    const auto found = m_loneGroups.find(index);
    return found == m_loneGroups.end() ? nullptr : found->second.get();
}

MultiLoop::Group *MultiLoop::loneGroup(const CURL *easy) const
{
    const auto found
        = std::find_if(m_loneGroups.begin(), m_loneGroups.end(), [easy](const auto &each) { return each.second->lone == easy; });
    return found == m_loneGroups.end() ? nullptr : found->second.get();
}

template<typename Act> void MultiLoop::forEachGroup(Act act) const
{
    for (const std::unique_ptr<Group> &group : m_groups)
        act(*group);
    for (const auto &[index, group] : m_loneGroups)
        act(*group);
}

void MultiLoop::openGroup()
{
    m_groups.push_back(madeGroup(m_groups.size()));
    const long share = static_cast<long>(m_keptConnections / m_groups.size());
    for (const std::unique_ptr<Group> &group : m_groups)
        curl_multi_setopt(group->multi, CURLMOPT_MAXCONNECTS, share);
}

CURL *MultiLoop::takeHandle()
{
    if (m_idle.empty())
        return curl_easy_init();
    CURL *easy = m_idle.back();
    m_idle.pop_back();
    return easy;
}

bool MultiLoop::add(CURL *easy, std::size_t target)
{
    if (target != alone)
        return curl_multi_add_handle(groupOf(target).multi, easy) == CURLM_OK;
    const std::uint64_t index = m_nextLoneIndex++;
    Group &group = *m_loneGroups.emplace(index, madeGroup(index)).first->second;
    group.lone = easy;
    return curl_multi_add_handle(group.multi, easy) == CURLM_OK;
}

bool MultiLoop::takeOver(CURL *easy, bool wantsToWrite)
{
    Group *group = loneGroup(easy);
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &socket);
    if (group == nullptr || socket == CURL_SOCKET_BAD)
        return false;
    epoll_event event{};
    event.events = wantsToWrite ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.u64 = group->index << kGroupShift | static_cast<std::uint32_t>(socket);
    const int how = std::exchange(group->isTakenOver, true) ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    return epoll_ctl(m_epoll, how, socket, &event) == 0;
}

void MultiLoop::giveBack(CURL *easy, std::size_t target)
{
    Group *group = target == alone ? loneGroup(easy) : &groupOf(target);
    if (group != nullptr)
        curl_multi_remove_handle(group->multi, easy); // what was taken over is closed by this
    if (target == alone && group != nullptr) {
        curl_multi_cleanup(group->multi);
        m_loneGroups.erase(group->index);
    }
    m_ready.erase(std::remove(m_ready.begin(), m_ready.end(), easy), m_ready.end());
    if (m_idle.size() >= kMaxIdleHandles) {
        curl_easy_cleanup(easy);
        return;
    }
    curl_easy_reset(easy); // also lets go of every pointer into the request that used it
    m_idle.push_back(easy);
}

void MultiLoop::step(Time until)
{
    std::array<epoll_event, kMaxEvents> events;
    const int count = epoll_wait(m_epoll, events.data(), kMaxEvents, waitMilliseconds(until));
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        serve(event.data.u64, event.events);
    }
    const Time now = std::chrono::steady_clock::now();
    forEachGroup([now](Group &group) {
        if (group.timer > now)
            return;
        group.timer = Time::max();
        int running = 0;
        curl_multi_socket_action(group.multi, CURL_SOCKET_TIMEOUT, 0, &running);
    });
}

void MultiLoop::serve(std::uint64_t key, unsigned events)
{
    if (key == kWakeKey) {
        std::uint64_t ignored = 0;
        m_woken = read(m_wake, &ignored, sizeof ignored) > 0 || m_woken;
        return;
    }
    const int what = ((events & EPOLLIN) != 0 ? CURL_CSELECT_IN : 0) | ((events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0)
        | ((events & (EPOLLERR | EPOLLHUP)) != 0 ? CURL_CSELECT_ERR : 0);
    Group *group = groupAt(key >> kGroupShift);
    if (group == nullptr)
        return;
    if (group->isTakenOver) {
        m_ready.push_back(group->lone);
        return;
    }
    int running = 0;
    const auto socket = static_cast<curl_socket_t>(key & 0xffffffffu);
    curl_multi_socket_action(group->multi, socket, what, &running);
}

std::vector<MultiLoop::Finished> MultiLoop::takeFinished()
{
    std::vector<Finished> finished;
    forEachGroup([&finished](Group &group) {
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(group.multi, &left)) {
            if (message->msg == CURLMSG_DONE)
                finished.push_back({message->easy_handle, message->data.result});
        }
    });
    return finished;
}

bool MultiLoop::takeWoken()
{
    return std::exchange(m_woken, false);
}

void MultiLoop::wake() const noexcept
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(m_wake, &one, sizeof one); // fails only when a wake-up is pending anyway
}

int MultiLoop::socketChanged(CURL *, curl_socket_t socket, int what, void *self, void *known)
{
    const auto &group = *static_cast<Group *>(self);
    const int epoll = group.loop->m_epoll;
    if (what == CURL_POLL_REMOVE) {
        epoll_ctl(epoll, EPOLL_CTL_DEL, socket, nullptr);
        curl_multi_assign(group.multi, socket, nullptr);
        return 0;
    }
    epoll_event event{};
    event.events = ((what & CURL_POLL_IN) != 0 ? EPOLLIN : 0u) | ((what & CURL_POLL_OUT) != 0 ? EPOLLOUT : 0u);
    event.data.u64 = group.index << kGroupShift | static_cast<std::uint32_t>(socket);
    epoll_ctl(epoll, known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &event);
    if (known == nullptr)
        curl_multi_assign(group.multi, socket, self); // any pointer: "epoll has it"
    return 0;
}

int MultiLoop::timerChanged(CURLM *, long milliseconds, void *self)
{
    auto &group = *static_cast<Group *>(self);
    group.timer = milliseconds < 0 ? Time::max() : std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    return 0;
}

int MultiLoop::waitMilliseconds(Time until) const
{
    Time next = until;
    forEachGroup([&next](const Group &group) { next = std::min(next, group.timer); });
    const Time now = std::chrono::steady_clock::now();
    if (next <= now) // a timer that is due at once stands at Time::min(), from which nothing can be subtracted
        return 0;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - now).count();
    constexpr long long kLongest = 60'000;
    return static_cast<int>(std::clamp<long long>(left, 0, kLongest));
}

} // namespace tocsin
