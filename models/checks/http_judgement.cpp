// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/http_judgement.h"

#include "models/checks/answer_age.h"
#include "models/checks/body_text.h"
#include "models/checks/health_body.h"
#include "models/checks/html_page.h"
#include "models/checks/json_document.h"
#include "models/checks/outside_text.h"

#include <nlohmann/json.hpp>

#include <QUrl>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kOtherHost{"answer_of_other_host", QT_TRANSLATE_NOOP("Phrase", "The answer came from another address: %1")};
constexpr Phrase kAccessRefused{"access_refused", QT_TRANSLATE_NOOP("Phrase", "The server did not let us look (status %1)")};
constexpr Phrase kErrorStatus{"error_status", QT_TRANSLATE_NOOP("Phrase", "Answered with status %1")};
constexpr Phrase kUnexpectedStatus{"unexpected_status", QT_TRANSLATE_NOOP("Phrase", "Status %1 proves nothing")};
constexpr Phrase kSignIn{"sign_in_page", QT_TRANSLATE_NOOP("Phrase", "A sign-in page came instead of the answer")};
constexpr Phrase kSignInWithWords{"sign_in_page_with_words",
    QT_TRANSLATE_NOOP("Phrase",
        "A sign-in page came that has the expected words; if it is what you look for, say so, as in [BODY] == "
        "pat(*type=\"password\"*)")};
constexpr Phrase kSignInNotJson{"sign_in_instead_of_json", QT_TRANSLATE_NOOP("Phrase", "A sign-in page came instead of JSON")};
constexpr Phrase kHtmlNotJson{"html_instead_of_json", QT_TRANSLATE_NOOP("Phrase", "HTML came instead of JSON")};
constexpr Phrase kBrokenJson{"broken_json", QT_TRANSLATE_NOOP("Phrase", "The answer is not valid JSON, or cut off")};
constexpr Phrase kNotJson{"not_json", QT_TRANSLATE_NOOP("Phrase", "The answer is no JSON: its content type is %1")};
constexpr Phrase kNoType{"no_content_type", QT_TRANSLATE_NOOP("Phrase", "The answer does not say what it is: no content type")};
constexpr Phrase kWrongType{"wrong_content_type", QT_TRANSLATE_NOOP("Phrase", "JSON came as %1: the wrong content type")};
constexpr Phrase kEmpty{"empty_answer", QT_TRANSLATE_NOOP("Phrase", "The answer is empty, which proves nothing")};
constexpr Phrase kHeadAlone{"head_proves_nothing",
    QT_TRANSLATE_NOOP("Phrase", "HEAD brings no body: say which status is expected, as in [STATUS] == 200")};
constexpr Phrase kPageAlone{"page_proves_nothing",
    QT_TRANSLATE_NOOP("Phrase", "A page proves nothing by itself: say what it must contain, as in [BODY] == pat(*Checkout*)")};
constexpr Phrase kNoHealth{"no_health_answer",
    QT_TRANSLATE_NOOP("Phrase", "This is no health answer that we know: say what proves it, as in [BODY].status == UP")};
constexpr Phrase kHealthSays{"health_says", QT_TRANSLATE_NOOP("Phrase", "It says of itself: %1")};
constexpr Phrase kHealthWordUnknown{"health_word_unknown",
    QT_TRANSLATE_NOOP("Phrase", "It says of itself \"%1\": say whether that is well, as in [BODY].status == %1")};
constexpr Phrase kHealthCutOff{"health_cut_off", QT_TRANSLATE_NOOP("Phrase", "The health answer ends before its verdict")};
constexpr Phrase kStored{"stored_answer",
    QT_TRANSLATE_NOOP("Phrase", "The answer was made %1 ago and stored on its way: it tells nothing about now (max_age: %2)")};
constexpr Phrase kDatedLongAgo{"answer_dated_long_ago",
    QT_TRANSLATE_NOOP("Phrase",
        "The answer is dated %1 ago, and its date does not move: it was stored (max_age: %2), or that server's clock is wrong")};
constexpr Phrase kUnknownCharset{
    "unknown_charset", QT_TRANSLATE_NOOP("Phrase", "Nobody here can read the charset %1, so that the words may be there or not")};
constexpr Phrase kSaidToBeStale{
    "answer_said_to_be_stale", QT_TRANSLATE_NOOP("Phrase", "A cache answered, and says itself that its answer is out of date")};
constexpr Phrase kPartTroubled{"part_troubled", QT_TRANSLATE_NOOP("Phrase", "A part is not well: %1")};

/// A page that asks for a login and says little else is there for the login.
constexpr std::size_t kMostWordsOfSignIn = 500;

/// One answer, looked at from all sides.
class AnswerJudge
{
public:
    AnswerJudge(const HttpQuestion &question, const HttpResponse &response, Instant now, Duration datedAge);

    Judgement judge();

private:
    std::optional<Judgement> judgeSender() const;
    std::optional<Judgement> judgeStatus() const;
    std::optional<Judgement> judgeAge() const;
    std::optional<Judgement> judgeBody() const;
    Judgement judgeHealth() const;
    bool speaksOf(const std::string &word) const;
    bool acceptsEmpty() const;
    bool isSomebodysSignIn();

    static Judgement unproven(const Phrase &phrase, std::initializer_list<ReasonArgument> arguments = {})
    {
        return {Outcome::Unproven, Reason(phrase, arguments), {}};
    }

    const HttpQuestion &m_question;
    const HttpResponse &m_response;
    const Duration m_datedAge;
    const std::string m_contentType;
    const BodyText m_text;
    std::optional<nlohmann::json> m_document;
    PageKind m_page;
    std::optional<HealthAnswer> m_health;
    AnswerFacts m_facts;
    bool m_asksStatus;
    bool m_provesContent;
};

bool isEmptyBody(std::string_view body)
{
    return body.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string statusText(int status)
{
    return std::to_string(status);
}

AnswerJudge::AnswerJudge(const HttpQuestion &question, const HttpResponse &response, Instant now, Duration datedAge)
    : m_question(question)
    , m_response(response)
    , m_datedAge(datedAge)
    , m_contentType(response.headers.value("content-type"))
    , m_text(bodyText(m_contentType, response.body))
    , m_page(pageKind(m_contentType, response.body))
    , m_facts(factsOf(response.evidence, now))
    , m_asksStatus(question.expectation.asksAbout(Fact::Status))
    , m_provesContent(question.expectation.provesContent())
{
    if (isJsonType(m_contentType))
        m_document = readJson(response.body);
    if (m_document)
        m_health = readHealthDocument(*m_document);
    else if (mediaType(m_contentType) == "text/plain")
        m_health = readHealthText(response.body);
    m_facts.status = response.status;
    m_facts.headers = &response.headers;
    m_facts.body = m_text.text;
    m_facts.document = m_document ? &*m_document : nullptr;
    if (m_page != PageKind::NoPage)
        m_facts.noDocument = Reason(m_page == PageKind::SignIn ? kSignInNotJson : kHtmlNotJson);
    else if (isEmptyBody(response.body))
        m_facts.noDocument = Reason(kEmpty);
    else if (m_contentType.empty())
        m_facts.noDocument = Reason(kNoType);
    else if (isJsonType(m_contentType))
        m_facts.noDocument = Reason(kBrokenJson);
    else
        m_facts.noDocument = Reason(kNotJson, {outsideText(m_contentType)});
}

Judgement AnswerJudge::judge()
{
    if (auto verdict = judgeSender())
        return *std::move(verdict);
    Judgement byConditions = judgeConditions(m_question.expectation, m_facts);
    std::optional<Judgement> verdict = judgeStatus();
    if (!verdict)
        verdict = judgeAge();
    if (!verdict && byConditions.outcome != Outcome::Good && byConditions.outcome != Outcome::Impaired) {
        // A sign-in page in the place of the content does not tell that the content is wrong.
        const bool isHidden = byConditions.outcome == Outcome::Failed && m_page == PageKind::SignIn && m_provesContent;
        const bool isUnreadable
            = byConditions.outcome == Outcome::Failed && m_provesContent && !m_text.unknownCharset.empty() && !m_document;
        verdict = isHidden ? unproven(kSignIn) : byConditions;
        if (isUnreadable)
            verdict = unproven(kUnknownCharset, {outsideText(m_text.unknownCharset)});
    }
    if (!verdict)
        verdict = judgeBody();
    if (!verdict)
        verdict = judgeHealth();
    if (verdict->outcome == Outcome::Good && m_provesContent && isSomebodysSignIn())
        verdict = unproven(kSignInWithWords);
    if (verdict->outcome == Outcome::Good)
        verdict = byConditions;
    if (m_health)
        verdict->parts = m_health->parts;
    if (const auto age = storedFor(m_response.headers); age && *age > m_question.maxAge)
        verdict->parts.push_back({"Age", Outcome::Good, formatDuration(*age)});
    return *std::move(verdict);
}

std::optional<Judgement> AnswerJudge::judgeSender() const
{
    const QUrl asked(QString::fromStdString(m_question.url));
    const QUrl answered(QString::fromStdString(m_response.url));
    const bool isSameHost = m_response.url.empty() || asked.host() == answered.host();
    const bool isWeaker = asked.scheme() == QLatin1String("https") && answered.scheme() == QLatin1String("http");
    if (isSameHost && !isWeaker)
        return std::nullopt;
    return unproven(kOtherHost, {outsideText(m_response.url)});
}

/// Whether a condition names this very status, rather than a range that it happens to lie in.
bool names(const Condition &condition, int status)
{
    if (!condition.mentions(Fact::Status) || condition.comparison != Comparison::Equal)
        return false;
    const Operand &other = condition.left.isFact() ? condition.right : condition.left;
    const auto isIt = [&](const Operand &operand) { return operand.text == statusText(status); };
    return isIt(other) || std::any_of(other.choices.begin(), other.choices.end(), isIt);
}

bool names(const Expectation &expectation, int status)
{
    return std::any_of(expectation.conditions.begin(), expectation.conditions.end(),
        [&](const Condition &condition) { return names(condition, status); });
}

std::optional<Judgement> AnswerJudge::judgeStatus() const
{
    const int status = m_response.status;
    const bool isStrayRedirect = status >= 300 && status < 400 && !names(m_question.expectation, status);
    if (isStrayRedirect && !(m_asksStatus && judgeConditions(m_question.expectation, m_facts).outcome == Outcome::Failed))
        return unproven(kUnexpectedStatus, {statusText(status)});
    const bool isWanted = m_asksStatus
        && std::all_of(
            m_question.expectation.conditions.begin(), m_question.expectation.conditions.end(), [&](const Condition &condition) {
                return !condition.mentions(Fact::Status) || evaluate(condition, m_facts).truth == Truth::True;
            });
    if (isWanted)
        return std::nullopt;
    if (refusesAccess(status))
        return unproven(kAccessRefused, {statusText(status)});
    if (m_asksStatus) // its own sentence tells what was wanted
        return std::nullopt;
    if (outcomeOfStatus(status) == Outcome::Failed)
        return Judgement{Outcome::Failed, Reason(kErrorStatus, {statusText(status)}), {}};
    if (status < 200 || status > 299)
        return unproven(kUnexpectedStatus, {statusText(status)});
    return std::nullopt;
}

/// What was true when a cache took it may be over, good and bad alike. An error status stands: a cache that answers so answers
/// everybody so.
std::optional<Judgement> AnswerJudge::judgeAge() const
{
    const bool tellsOfNow = m_document || m_health;
    if (!tellsOfNow || m_response.status >= 400)
        return std::nullopt;
    const std::string allowed = formatDuration(m_question.maxAge);
    if (const auto age = storedFor(m_response.headers); age && *age > m_question.maxAge)
        return unproven(kStored, {formatDuration(*age), allowed});
    if (m_datedAge > m_question.maxAge)
        return unproven(kDatedLongAgo, {formatDuration(m_datedAge), allowed});
    if (isSaidToBeStale(m_response.headers))
        return unproven(kSaidToBeStale);
    return std::nullopt;
}

/// Nobody expects a body when the very status says that there is none, or when a condition wants it to be empty.
bool AnswerJudge::acceptsEmpty() const
{
    if (m_provesContent || (m_question.isHead && m_asksStatus))
        return true;
    const auto wantsNone = [](const Condition &condition) {
        const bool isLength = condition.left.kind == Operand::Kind::Length && condition.left.fact == Fact::Body;
        return isLength && condition.comparison == Comparison::Equal;
    };
    const auto &conditions = m_question.expectation.conditions;
    if (std::any_of(conditions.begin(), conditions.end(), wantsNone))
        return true;
    const auto namesIt = [](const Condition &condition) {
        return condition.mentions(Fact::Status) && condition.comparison == Comparison::Equal
            && condition.text.find("204") != std::string::npos;
    };
    return m_response.status == 204 && std::any_of(conditions.begin(), conditions.end(), namesIt);
}

/// Sign-in pages name what they lead to, in their titles above all: `Sign in - Example Shop Checkout`. A shop's own page that has
/// a login in a corner says more than that, and who looks at the sign-in page itself speaks of it.
bool AnswerJudge::isSomebodysSignIn()
{
    if (m_page != PageKind::SignIn || speaksOfSigningIn(QUrl(QString::fromStdString(m_question.url)).path().toStdString()))
        return false;
    const auto &conditions = m_question.expectation.conditions;
    const auto speaksOfIt = [](const Condition &c) { return c.mentions(Fact::Body) && speaksOfSigningIn(c.text); };
    if (std::any_of(conditions.begin(), conditions.end(), speaksOfIt))
        return false;
    if (readableText(m_response.body).size() < kMostWordsOfSignIn)
        return true;
    const std::string content = contentOf(m_text.text);
    AnswerFacts facts = m_facts;
    facts.body = content;
    return judgeConditions(m_question.expectation, facts).outcome == Outcome::Failed;
}

/// Whether the body is what it says it is, and could not as well be somebody else's. Nothing when there is no objection.
std::optional<Judgement> AnswerJudge::judgeBody() const
{
    const bool isEmpty = isEmptyBody(m_response.body);
    if (isEmpty && !acceptsEmpty())
        return m_question.isHead ? unproven(kHeadAlone) : unproven(kEmpty);
    if (!isEmpty && isJsonType(m_contentType) && !m_document)
        return unproven(kBrokenJson);
    if (m_provesContent || (isEmpty && !m_question.isHead))
        return std::nullopt;
    if (m_contentType.empty())
        return unproven(kNoType);
    if (m_page == PageKind::SignIn)
        return unproven(kSignIn);
    if (!m_document && !isEmpty) {
        const std::optional<nlohmann::json> hidden = readJson(m_response.body);
        if (hidden && hidden->is_structured())
            return unproven(kWrongType, {outsideText(m_contentType)});
    }
    const bool isPlainHttp = m_question.url.compare(0, 6, "https:") != 0;
    if (m_page == PageKind::Page && (!m_asksStatus || isPlainHttp))
        return unproven(kPageAlone);
    if (!m_health && !m_asksStatus)
        return unproven(kNoHealth);
    return std::nullopt;
}

/// Whether a condition says what the status word must be: other content that is as expected tells nothing of a word that nobody
/// knows.
bool AnswerJudge::speaksOf(const std::string &word) const
{
    const auto speaks = [&](const Condition &condition) {
        if (!condition.provesContent())
            return false;
        const Operand &about = condition.left.isFact() ? condition.left : condition.right;
        const Operand &other = condition.left.isFact() ? condition.right : condition.left;
        if (about.kind != Operand::Kind::Value)
            return false;
        const bool isWholeBody = about.path.isEmpty() && !word.empty() && other.text.find(word) != std::string::npos;
        return isWholeBody || about.path.beginsWith("status");
    };
    const auto &conditions = m_question.expectation.conditions;
    return std::any_of(conditions.begin(), conditions.end(), speaks);
}

/// What a health answer says of itself counts whatever the conditions ask: a part that fails is never calm.
Judgement AnswerJudge::judgeHealth() const
{
    if (!m_health || m_health->outcome == Outcome::Good)
        return {Outcome::Good, {}, {}};
    const HealthAnswer &health = *m_health;
    if (health.outcome == Outcome::Unproven) {
        if (m_provesContent && (health.word.empty() || isHarmlessWord(health.word) || speaksOf(health.word)))
            return {Outcome::Good, {}, {}};
        return health.word.empty() ? unproven(kHealthCutOff) : unproven(kHealthWordUnknown, {health.word});
    }
    const bool isWholeWell = healthOutcome(health.word) == Outcome::Good || health.word == "passed";
    if (isWholeWell)
        return {Outcome::Impaired, Reason(kPartTroubled, {health.troubledPart}), {}};
    std::string said = health.word;
    for (const std::string &more : {health.output, health.troubledPart})
        said += more.empty() ? std::string() : (said == health.word ? ": " : ", ") + more;
    // Conditions that hold have proven what they ask for; the rest of the answer still says that something is wrong.
    return {m_provesContent ? Outcome::Impaired : health.outcome, Reason(kHealthSays, {said}), {}};
}

} // namespace

Judgement judgeResponse(const HttpQuestion &question, const HttpResponse &response, Instant now, Duration datedAge)
{
    return AnswerJudge(question, response, now, datedAge).judge();
}

Judgement judgeHttpError(const HttpQuestion &question, const Error &error, Instant now)
{
    const bool isAnswer = error.kind == ErrorKind::Redirect && error.evidence.status >= 300 && error.evidence.status < 400;
    if (isAnswer && names(question.expectation, error.evidence.status)) {
        Judgement judgement = judgeConditions(question.expectation, factsOf(error.evidence, now));
        if (judgement.outcome == Outcome::Good || judgement.outcome == Outcome::Impaired)
            return judgement;
    }
    return judgeError(error);
}

} // namespace tocsin
