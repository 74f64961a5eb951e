// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/secrets/secret_command.h"

#include "models/secrets/secret_phrases.h"
#include "models/secrets/secret_text.h"

#include <array>
#include <cstdlib>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tocsin {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

// How soon a stop or an exit without an end of output is noticed.
constexpr std::chrono::milliseconds kStep{50};

// What pass, gpg, secret-tool and their like need; nothing else of our environment concerns them.
constexpr std::array kKeptVariables{"PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TMPDIR", "XDG_RUNTIME_DIR",
    "XDG_CONFIG_HOME", "XDG_DATA_HOME", "DBUS_SESSION_BUS_ADDRESS", "GNUPGHOME", "GPG_TTY", "SSH_AUTH_SOCK", "PASSWORD_STORE_DIR",
    "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY"};

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int number() const { return m_number; }
    void close()
    {
        if (m_number >= 0)
            ::close(m_number);
        m_number = -1;
    }

private:
    int m_number;
};

std::vector<std::string> keptEnvironment()
{
    std::vector<std::string> kept;
    for (const char *name : kKeptVariables) {
        if (const char *value = std::getenv(name))
            kept.push_back(std::string(name) + '=' + value);
    }
    return kept;
}

std::vector<char *> pointersTo(std::vector<std::string> &texts)
{
    std::vector<char *> pointers;
    for (std::string &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Starts the program in a process group of its own, with `output` as its standard output. Returns an errno, 0 for success.
int spawn(const std::vector<std::string> &command, int output, pid_t &pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<std::string> arguments = command;
    std::vector<std::string> environment = keptEnvironment();
    const int error = posix_spawnp(
        &pid, arguments.front().c_str(), &actions, &attributes, pointersTo(arguments).data(), pointersTo(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

/// A running helper. Its end is always waited for; whoever lets go of one that still runs kills it with its whole group.
class Child
{
public:
    explicit Child(pid_t pid)
        : m_pid(pid)
    {
    }
    ~Child()
    {
        if (m_status)
            return;
        ::kill(-m_pid, SIGKILL);
        int status = 0;
        while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    /// The wait status, once it has ended.
    std::optional<int> status()
    {
        int status = 0;
        if (!m_status && ::waitpid(m_pid, &status, WNOHANG) == m_pid)
            m_status = status;
        return m_status;
    }

private:
    const pid_t m_pid;
    std::optional<int> m_status;
};

/// Reads what is there. Returns false at the end of the output.
bool readSome(int descriptor, std::string &text)
{
    pollfd wait{descriptor, POLLIN, 0};
    if (::poll(&wait, 1, static_cast<int>(kStep.count())) <= 0)
        return true;
    std::array<char, 4096> buffer{};
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count > 0)
        text.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

} // namespace

Result<Secret> runSecretCommand(const std::vector<std::string> &command, Duration timeout, const std::stop_token &stop)
{
    using namespace secret_phrases;
    if (command.empty())
        return secretFailure(kNoCommand, {std::string(), std::strerror(ENOENT)});
    const std::string &name = command.front();
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return secretFailure(kNoCommand, {name, std::strerror(errno)});
    const Descriptor output(ends[0]);
    Descriptor input(ends[1]);
    pid_t pid = 0;
    if (const int error = spawn(command, input.number(), pid); error != 0)
        return secretFailure(kNoCommand, {name, std::strerror(error)});
    input.close();

    Child child(pid);
    const SteadyTime end = std::chrono::steady_clock::now() + timeout;
    std::string text;
    bool isOpen = true;
    while (isOpen || !child.status()) {
        if (stop.stop_requested())
            return secretFailure(kStopped, {name});
        if (std::chrono::steady_clock::now() >= end)
            return secretFailure(kCommandTimeout, {name, formatDuration(timeout)});
        if (isOpen)
            isOpen = readSome(output.number(), text);
        else
            ::poll(nullptr, 0, 5); // the output is closed, the end follows at once
        if (text.size() > longestSecret)
            return secretFailure(kTooLong, {name});
    }
    const int status = *child.status();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return secretFailure(
            kCommandFailed, {name, std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status))});
    return secretFromText(std::move(text), name);
}

} // namespace tocsin
