// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/ares_resolver.h"

#include "models/transport/dns_message.h"
#include "models/transport/plain_text.h"

#include <QtGlobal>

#include <ares.h>
#include <arpa/nameser.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

constexpr Phrase kNoServer{"dns_server_invalid", QT_TRANSLATE_NOOP("Phrase", "%1 is not the address of a name server")};
constexpr Phrase kBadName{"dns_name_invalid", QT_TRANSLATE_NOOP("Phrase", "%1 is not a name that can be asked for")};
constexpr Phrase kTimeout{"timeout_name_server", QT_TRANSLATE_NOOP("Phrase", "No answer from the name server %1 within %2")};
constexpr Phrase kRefused{"refused_name_server", QT_TRANSLATE_NOOP("Phrase", "Nobody answers questions about names at %1")};
constexpr Phrase kBadAnswer{
    "dns_answer_broken", QT_TRANSLATE_NOOP("Phrase", "The name server %1 sent an answer that cannot be read")};
constexpr Phrase kFailed{"dns_request_failed", QT_TRANSLATE_NOOP("Phrase", "The name server %1 could not be asked: %2")};
constexpr Phrase kCancelled{"cancelled", QT_TRANSLATE_NOOP("Phrase", "Stopped before an answer came")};

constexpr int kTries = 2; // a lost packet is no failure; c-ares doubles the time for the second one

using SteadyTime = std::chrono::steady_clock::time_point;

} // namespace

/// One question under way. On the resolver's thread once it was taken.
struct AresResolver::Lookup {
    DnsQuestion question;
    Duration timeout{};
    Done done;
    ares_channel channel = nullptr;
    SteadyTime start = std::chrono::steady_clock::now();
    bool isOver = false;
    bool isExpired = false;
    int status = ARES_SUCCESS;
    std::string bytes;

    ~Lookup()
    {
        if (channel)
            ares_destroy(channel);
    }
    SteadyTime deadline() const { return start + timeout; }
    std::string server() const { return question.server.empty() ? "of this system" : question.server; }
    void begin();
    Result<DnsAnswer> result(const Clock &clock) const;
    Failure failed(Evidence evidence) const;

    static void answered(void *self, int status, int, unsigned char *bytes, int size)
    {
        auto *lookup = static_cast<Lookup *>(self);
        lookup->isOver = true;
        lookup->status = status;
        if (bytes && size > 0)
            lookup->bytes.assign(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(size));
    }
};

void AresResolver::Lookup::begin()
{
    ares_options options{};
    options.flags = ARES_FLAG_NOCHECKRESP; // SERVFAIL and REFUSED are answers
    options.timeout = static_cast<int>(std::max<Duration::rep>(timeout.count() / 3, 1));
    options.tries = kTries;
    status = ares_init_options(&channel, &options, ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES);
    if (status == ARES_SUCCESS && !question.server.empty())
        status = ares_set_servers_ports_csv(channel, question.server.c_str());
    const std::optional<int> type = dnsTypeNumber(question.type);
    isOver = status != ARES_SUCCESS || !type;
    if (!isOver)
        ares_query(channel, question.name.c_str(), ns_c_in, *type, answered, this);
}

Failure AresResolver::Lookup::failed(Evidence evidence) const
{
    const auto made = [&](ErrorKind kind, const Phrase &phrase, std::initializer_list<ReasonArgument> arguments) {
        return failure(kind, Reason(phrase, arguments), std::move(evidence));
    };
    if (isExpired || status == ARES_ETIMEOUT)
        return made(ErrorKind::Timeout, kTimeout, {server(), formatDuration(timeout)});
    switch (status) {
    case ARES_ECANCELLED:
    case ARES_EDESTRUCTION:
        return made(ErrorKind::Cancelled, kCancelled, {});
    case ARES_EBADSTR:
        return made(ErrorKind::Config, kNoServer, {server()});
    case ARES_EBADNAME:
    case ARES_EFORMERR:
        return made(ErrorKind::Config, kBadName, {plainText(question.name, 300)});
    case ARES_ECONNREFUSED:
        return made(ErrorKind::Refused, kRefused, {server()});
    case ARES_EBADRESP:
    case ARES_SUCCESS:
        return made(ErrorKind::Content, kBadAnswer, {server()});
    default:
        return made(ErrorKind::Dns, kFailed, {server(), ares_strerror(status)});
    }
}

Result<DnsAnswer> AresResolver::Lookup::result(const Clock &clock) const
{
    Evidence evidence;
    evidence.request = "DNS " + question.type + ' ' + plainText(question.name, 300);
    if (!question.server.empty())
        evidence.request += " at " + question.server;
    evidence.at = clock.now();
    evidence.remoteAddress = question.server;
    evidence.timings.total = std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now() - start);
    evidence.timings.dns = evidence.timings.total;
    evidence.bytes = bytes.size();
    const std::optional<DnsMessage> message
        = bytes.empty() || isExpired ? std::nullopt : readDnsMessage(bytes, dnsTypeNumber(question.type).value_or(0));
    if (!message)
        return failed(std::move(evidence));
    std::string shown = message->code;
    for (const std::string &record : message->records)
        shown += '\n' + record;
    evidence.firstBytes = plainText(shown, Evidence::firstBytesLimit);
    return DnsAnswer{message->code, message->records, std::move(evidence)};
}

AresResolver::AresResolver(const Clock &clock, std::function<void()> onFinished)
    : m_clock(clock)
    , m_onFinished(std::move(onFinished))
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

AresResolver::~AresResolver()
{
    finish();
    close(m_wake);
}

void AresResolver::ask(DnsQuestion question, Duration timeout, Done done)
{
    auto lookup = std::make_unique<Lookup>();
    lookup->question = std::move(question);
    lookup->timeout = timeout;
    lookup->done = std::move(done);
    {
        const std::lock_guard lock(m_mutex);
        m_new.push_back(std::move(lookup));
    }
    if (!m_thread.joinable())
        m_thread = std::jthread([this] { run(); });
    wake();
}

std::vector<std::function<void()>> AresResolver::takeFinished()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_finished, {});
}

void AresResolver::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    wake();
    if (m_thread.joinable())
        m_thread.join();
}

void AresResolver::wake() const noexcept
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(m_wake, &one, sizeof one); // fails only when a wake-up is pending anyway
}

void AresResolver::run()
{
    ares_library_init(ARES_LIB_INIT_ALL);
    std::vector<std::unique_ptr<Lookup>> active;
    while (takeNew(active)) {
        serve(active);
        for (std::unique_ptr<Lookup> &lookup : active) {
            if (!lookup->isOver && std::chrono::steady_clock::now() >= lookup->deadline()) {
                lookup->isExpired = true;
                ares_cancel(lookup->channel);
            }
            if (lookup->isOver)
                handOver(std::move(lookup));
        }
        std::erase(active, nullptr);
    }
    for (std::unique_ptr<Lookup> &lookup : active) {
        if (!lookup->isOver)
            ares_cancel(lookup->channel);
        handOver(std::move(lookup));
    }
    ares_library_cleanup();
}

bool AresResolver::takeNew(std::vector<std::unique_ptr<Lookup>> &active)
{
    std::vector<std::unique_ptr<Lookup>> taken;
    bool isEnding = false;
    {
        const std::lock_guard lock(m_mutex);
        taken = std::exchange(m_new, {});
        isEnding = m_ending;
    }
    for (std::unique_ptr<Lookup> &lookup : taken) {
        lookup->begin();
        active.push_back(std::move(lookup));
    }
    return !isEnding;
}

/// Waits for the first event of any question, the first deadline or `wake`, and serves what there is.
void AresResolver::serve(std::vector<std::unique_ptr<Lookup>> &active)
{
    std::vector<pollfd> sockets{{m_wake, POLLIN, 0}};
    std::vector<Lookup *> owners{nullptr};
    auto wait = std::chrono::milliseconds(60'000);
    for (const std::unique_ptr<Lookup> &lookup : active) {
        if (lookup->isOver) {
            wait = {};
            continue;
        }
        std::array<ares_socket_t, ARES_GETSOCK_MAXNUM> found{};
        const int mask = ares_getsock(lookup->channel, found.data(), static_cast<int>(found.size()));
        for (int i = 0; i < static_cast<int>(found.size()); ++i) {
            const auto events = static_cast<short>(
                (ARES_GETSOCK_READABLE(mask, i) ? POLLIN : 0) | (ARES_GETSOCK_WRITABLE(mask, i) ? POLLOUT : 0));
            if (events == 0)
                continue;
            sockets.push_back({found.at(static_cast<std::size_t>(i)), events, 0});
            owners.push_back(lookup.get());
        }
        timeval next{};
        const timeval *own = ares_timeout(lookup->channel, nullptr, &next);
        if (own)
            wait = std::min(wait, std::chrono::milliseconds(next.tv_sec * 1000 + next.tv_usec / 1000 + 1));
        const auto left = lookup->deadline() - std::chrono::steady_clock::now();
        wait = std::clamp(std::chrono::ceil<std::chrono::milliseconds>(left), std::chrono::milliseconds(0), wait);
    }
    poll(sockets.data(), sockets.size(), static_cast<int>(wait.count()));
    std::uint64_t ignored = 0;
    [[maybe_unused]] const ssize_t emptied = read(m_wake, &ignored, sizeof ignored);
    for (std::size_t i = 1; i < sockets.size(); ++i) {
        const bool isReadable = (sockets[i].revents & (POLLIN | POLLERR | POLLHUP)) != 0;
        const bool isWritable = (sockets[i].revents & POLLOUT) != 0;
        if ((isReadable || isWritable) && !owners[i]->isOver)
            ares_process_fd(
                owners[i]->channel, isReadable ? sockets[i].fd : ARES_SOCKET_BAD, isWritable ? sockets[i].fd : ARES_SOCKET_BAD);
    }
    for (const std::unique_ptr<Lookup> &lookup : active) {
        if (!lookup->isOver)
            ares_process_fd(lookup->channel, ARES_SOCKET_BAD, ARES_SOCKET_BAD); // its timers
    }
}

void AresResolver::handOver(std::unique_ptr<Lookup> lookup)
{
    auto call = [done = std::move(lookup->done), result = lookup->result(m_clock)]() mutable { done(std::move(result)); };
    lookup.reset();
    {
        const std::lock_guard lock(m_mutex);
        m_finished.emplace_back(std::move(call));
    }
    m_onFinished();
}

} // namespace tocsin
