// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/private_display.h"

#include "tests/bench/measure.h"

#include <xcb/xcb.h>

#include <poll.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <stdexcept>

extern char **environ;

namespace tocsin::bench {

namespace {

constexpr int kLeastSide = 100;
constexpr double kPatience = 30;

template<typename T> using Reply = std::unique_ptr<T, decltype(&std::free)>;

[[noreturn]] void becomeServer(int answer)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const std::string descriptor = std::to_string(answer);
    execlp("Xvfb", "Xvfb", "-displayfd", descriptor.c_str(), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset",
        nullptr);
    _exit(127);
}

pid_t start(const std::vector<std::string> &command)
{
    std::vector<std::string> copies(command);
    std::vector<char *> arguments;
    for (std::string &argument : copies)
        arguments.push_back(argument.data());
    arguments.push_back(nullptr);
    pid_t process = -1;
    if (posix_spawnp(&process, arguments.front(), nullptr, nullptr, arguments.data(), environ) != 0)
        throw std::runtime_error("cannot start " + command.front());
    return process;
}

} // namespace

PrivateDisplay::PrivateDisplay()
{
    std::array<int, 2> answer{};
    if (pipe(answer.data()) != 0)
        throw std::runtime_error("no pipe");
    m_server = fork();
    if (m_server == 0)
        becomeServer(answer[1]);
    close(answer[1]);
    std::string number;
    for (char c = 0; read(answer[0], &c, 1) == 1 && c != '\n';)
        number += c;
    close(answer[0]);
    m_name = ":" + number;
    m_connection = number.empty() ? nullptr : xcb_connect(m_name.c_str(), nullptr);
    if (!m_connection || xcb_connection_has_error(m_connection) != 0)
        throw std::runtime_error("Xvfb does not start (package xvfb)");
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    const std::uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(m_connection, root, XCB_CW_EVENT_MASK, &events);
    xcb_flush(m_connection);
    setenv("DISPLAY", m_name.c_str(), 1);
}

PrivateDisplay::~PrivateDisplay()
{
    xcb_disconnect(m_connection);
    kill(m_server, SIGTERM);
    waitpid(m_server, nullptr, 0);
}

bool PrivateDisplay::isWindow(unsigned window) const
{
    const Reply<xcb_get_geometry_reply_t> geometry(
        xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr), std::free);
    return geometry && geometry->width >= kLeastSide && geometry->height >= kLeastSide;
}

PrivateDisplay::Started PrivateDisplay::untilMapped(const std::vector<std::string> &command)
{
    while (const Reply<xcb_generic_event_t> old{xcb_poll_for_event(m_connection), std::free}) { }
    const double begin = monotonicSeconds();
    const pid_t process = start(command);
    for (;;) {
        while (const Reply<xcb_generic_event_t> event{xcb_poll_for_event(m_connection), std::free}) {
            const double now = monotonicSeconds();
            const bool isMap = (event->response_type & 0x7f) == XCB_MAP_NOTIFY;
            if (isMap && isWindow(reinterpret_cast<const xcb_map_notify_event_t *>(event.get())->window))
                return {process, now - begin, cpuSecondsOf(process)};
        }
        if (monotonicSeconds() - begin > kPatience || waitpid(process, nullptr, WNOHANG) == process)
            throw std::runtime_error(command.front() + " shows no window");
        pollfd readable{xcb_get_file_descriptor(m_connection), POLLIN, 0};
        poll(&readable, 1, 100);
    }
}

void PrivateDisplay::end(pid_t process)
{
    kill(process, SIGTERM);
    waitpid(process, nullptr, 0);
}

} // namespace tocsin::bench
