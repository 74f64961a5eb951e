// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/transport/transport.h"

#include "models/transport/easy_options.h"
#include "models/transport/engine.h"
#include "models/transport/failure.h"
#include "models/transport/redirect.h"
#include "models/transport/smtp/mail_failure.h"
#include "models/transport/smtp/mail_transfer.h"
#include "models/transport/transfer.h"

#include <QtGlobal>

namespace tocsin {

namespace {

std::string shownRequest(const HttpRequest &request, const std::string &method, const Url &url)
{
    return method + ' ' + (request.shownAs.empty() ? shownUrl(url) : request.shownAs);
}

/// User information in an address is what a person typed instead of `basic_auth`.
void adoptUser(HttpRequest &request, const Url &url)
{
    if (!url.user.empty() && !request.endpoint.basicAuth)
        request.endpoint.basicAuth = BasicAuth{url.user, Secret(url.password)};
}

Evidence refusedEvidence(const Clock &clock, const std::string &method)
{
    Evidence evidence;
    evidence.request = method;
    evidence.at = clock.now();
    return evidence;
}

/// `co_await` asks and continues with the answer.
class NameTurn
{
public:
    NameTurn(Engine &engine, DnsQuestion question, Duration timeout)
        : m_engine(engine)
        , m_question(std::move(question))
        , m_timeout(timeout)
    {
    }
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        m_engine.ask(std::move(m_question), m_timeout, [this, handle](Result<DnsAnswer> answer) {
            m_answer.emplace(std::move(answer));
            handle.resume();
        });
    }
    Result<DnsAnswer> await_resume() { return *std::move(m_answer); }

private:
    Engine &m_engine;
    DnsQuestion m_question;
    Duration m_timeout;
    std::optional<Result<DnsAnswer>> m_answer;
};

} // namespace

Transport::Transport(const Clock &clock, TransportOptions options)
    : m_engine(std::make_unique<Engine>(clock, options))
{
}

Transport::~Transport() = default;

void Transport::runFor(Duration atMost)
{
    assertThread();
    m_engine->runFor(atMost);
}

void Transport::wake() noexcept
{
    m_engine->wake();
}

void Transport::stop()
{
    assertThread();
    m_engine->stop();
}

QCoro::Task<Result<HttpResponse>> Transport::send(HttpRequest request)
{
    assertThread();
    Engine &engine = *m_engine;
    const auto queueDeadline = std::chrono::steady_clock::now() + queuePatience(request.endpoint.timeout);
    const std::optional<Url> url = parseUrl(request.url);
    if (!url)
        co_return failure(ErrorKind::Config,
            badAddressReason(request.shownAs.empty() ? addressForPeople(request.url) : request.shownAs),
            refusedEvidence(engine.clock(), request.method));
    if (Reason reason = unsendable(request); !reason.isEmpty())
        co_return failure(
            ErrorKind::Config, std::move(reason), refusedEvidence(engine.clock(), shownRequest(request, request.method, *url)));
    adoptUser(request, *url);

    RedirectPath path(request, *url);
    Duration spent{0};
    for (;;) {
        TransferPlan plan;
        plan.request = &request;
        plan.url = path.url();
        plan.method = path.method();
        plan.shown = shownRequest(request, plan.method, plan.url);
        plan.sendsBody = path.sendsBody();
        plan.carriesCredentials = path.carriesCredentials();
        plan.deadline = queueDeadline;
        plan.timeout = request.endpoint.timeout - spent;
        plan.connectTimeout = engine.options().connectTimeout;
        Transfer transfer(engine.clock(), std::move(plan));
        Turn turn(engine, transfer);
        co_await turn;
        path.addTo(transfer.evidence().timings);
        spent = std::chrono::ceil<Duration>(transfer.evidence().timings.total);
        if (transfer.error()) {
            Error error = *transfer.error();
            error.evidence = std::move(transfer.evidence());
            co_return Failure(std::move(error));
        }
        const RedirectPath::Step step = path.follow(transfer.evidence().status, transfer.headers());
        if (step == RedirectPath::Step::Refused)
            co_return failure(ErrorKind::Redirect, path.refusal(), std::move(transfer.evidence()));
        if (step == RedirectPath::Step::Followed)
            continue;
        HttpResponse response;
        response.status = transfer.evidence().status;
        response.headers = std::move(transfer.headers());
        response.body = std::move(transfer.body());
        response.url = path.url().text;
        response.evidence = std::move(transfer.evidence());
        co_return response;
    }
}

QCoro::Task<Result<Evidence>> Transport::connectTo(std::string address, Duration timeout)
{
    assertThread();
    Engine &engine = *m_engine;
    const std::string shown = "TCP " + addressForPeople(address);
    const std::optional<Url> url = parseUrl("http://" + address);
    const bool isPlain = url && url->path == "/" && url->query.empty() && url->user.empty()
        && address.find(':') != std::string::npos && address.find('/') == std::string::npos;
    if (!isPlain)
        co_return failure(ErrorKind::Config, badAddressReason(addressForPeople(address)), refusedEvidence(engine.clock(), shown));

    HttpRequest request;
    request.endpoint.timeout = timeout;
    TransferPlan plan;
    plan.request = &request;
    plan.url = *url;
    plan.method = request.method;
    plan.shown = shown;
    plan.connectsOnly = true;
    plan.deadline = std::chrono::steady_clock::now() + queuePatience(timeout);
    plan.timeout = timeout;
    plan.connectTimeout = timeout; // connecting is all there is to wait for
    Transfer transfer(engine.clock(), std::move(plan));
    Turn turn(engine, transfer);
    co_await turn;
    if (transfer.error()) {
        Error error = *transfer.error();
        error.evidence = std::move(transfer.evidence());
        co_return Failure(std::move(error));
    }
    co_return std::move(transfer.evidence());
}

QCoro::Task<Result<DnsAnswer>> Transport::ask(DnsQuestion question, Duration timeout)
{
    assertThread();
    if (m_engine->isStopped())
        co_return failure(ErrorKind::Cancelled, cancelledReason(), refusedEvidence(m_engine->clock(), "DNS"));
    NameTurn turn(*m_engine, std::move(question), timeout);
    Result<DnsAnswer> answer = co_await turn;
    co_return answer;
}

QCoro::Task<Mailed> Transport::mail(MailRequest request)
{
    assertThread();
    Engine &engine = *m_engine;
    if (Reason reason = unsendable(request); !reason.isEmpty()) {
        const Evidence evidence = refusedEvidence(engine.clock(), "SMTP " + addressForPeople(request.server));
        co_return tl::unexpected(MailFailure{Error{ErrorKind::Config, std::move(reason), evidence}, true, false});
    }
    const auto queueDeadline = std::chrono::steady_clock::now() + queuePatience(request.endpoint.timeout);
    MailTransfer transfer(engine.clock(), request, queueDeadline);
    Turn turn(engine, transfer);
    co_await turn;
    co_return transfer.outcome();
}

void Transport::submit(std::function<void()> job, std::function<void()> done)
{
    assertThread();
    m_engine->submit(std::move(job), std::move(done));
}

void Transport::assertThread()
{
    std::thread::id none;
    const std::thread::id self = std::this_thread::get_id();
    const bool isOurs = m_thread.compare_exchange_strong(none, self) || none == self;
    Q_ASSERT_X(isOurs, "Transport", "used on another thread than the watch thread");
    Q_UNUSED(isOurs);
}

} // namespace tocsin
