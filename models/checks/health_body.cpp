// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/checks/health_body.h"

#include "models/checks/outside_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace tocsin {

namespace {

using nlohmann::json;

constexpr std::size_t kMostParts = 200;
constexpr int kDeepestParts = 32;
constexpr std::size_t kLongestWord = 40;

struct HealthWord {
    std::string_view word;
    Outcome outcome;
};

constexpr std::array kHealthWords{
    HealthWord{"pass", Outcome::Good},
    HealthWord{"ok", Outcome::Good},
    HealthWord{"up", Outcome::Good},
    HealthWord{"healthy", Outcome::Good},
    HealthWord{"serving", Outcome::Good},
    HealthWord{"warn", Outcome::Impaired},
    HealthWord{"warning", Outcome::Impaired},
    HealthWord{"degraded", Outcome::Impaired},
    HealthWord{"impaired", Outcome::Impaired},
    HealthWord{"yellow", Outcome::Impaired},
    HealthWord{"fail", Outcome::Failed},
    HealthWord{"failed", Outcome::Failed},
    HealthWord{"failure", Outcome::Failed},
    HealthWord{"failing", Outcome::Failed},
    HealthWord{"error", Outcome::Failed},
    HealthWord{"critical", Outcome::Failed},
    HealthWord{"fatal", Outcome::Failed},
    HealthWord{"red", Outcome::Failed},
    HealthWord{"broken", Outcome::Failed},
    HealthWord{"dead", Outcome::Failed},
    HealthWord{"offline", Outcome::Failed},
    HealthWord{"unavailable", Outcome::Failed},
    HealthWord{"not_ok", Outcome::Failed},
    HealthWord{"down", Outcome::Failed},
    HealthWord{"unhealthy", Outcome::Failed},
    HealthWord{"out_of_service", Outcome::Failed},
    HealthWord{"not_serving", Outcome::Failed},
    HealthWord{"unknown", Outcome::Unproven},
};

/// Words that many APIs send with every answer that worked. They claim too little to prove calm, and object to no other proof.
constexpr std::array<std::string_view, 14> kHarmlessWords{"success", "successful", "succeeded", "complete", "completed", "active",
    "enabled", "available", "online", "running", "ready", "green", "normal", "operational"};

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// As a person would read it: texts without quotes, the rest as JSON.
std::string shown(const json &value)
{
    return outsideText(value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, json::error_handler_t::replace));
}

const json *member(const json &object, const char *name)
{
    const auto it = object.find(name);
    return it == object.end() || it->is_null() ? nullptr : &*it;
}

/// The status word of an object, if it has one. ASP.NET writers may send it as the number of its enumeration, in the whole and in
/// its entries.
std::optional<std::string> statusWord(const json &object, bool isEntry = false)
{
    if (!object.is_object())
        return std::nullopt;
    const json *status = member(object, "status");
    if (status && status->is_object()) // Spring Boot 1.x wraps it: {"status":{"code":"UP"}}
        status = member(*status, "code");
    if (!status)
        return std::nullopt;
    if (status->is_number_integer() && (isEntry || object.contains("entries") || object.contains("duration"))) {
        constexpr std::array<const char *, 3> kAspNetWords{"Unhealthy", "Degraded", "Healthy"};
        const auto number = status->get<std::int64_t>();
        return number >= 0 && number < 3 ? std::optional<std::string>(kAspNetWords.at(static_cast<std::size_t>(number)))
                                         : std::nullopt;
    }
    return status->is_string() ? std::optional(outsideText(status->get<std::string>(), kLongestWord)) : std::nullopt;
}

std::string detailOf(const json &part)
{
    for (const char *name : {"output", "error", "exception", "description"}) {
        if (const json *value = member(part, name))
            return shown(*value);
    }
    for (const char *name : {"details", "data"}) {
        const json *details = member(part, name);
        const json *error = details && details->is_object() ? member(*details, "error") : nullptr;
        if (error)
            return shown(*error);
    }
    const json *observed = member(part, "observedValue");
    if (!observed)
        return {};
    const json *unit = member(part, "observedUnit");
    return shown(*observed) + (unit ? ' ' + shown(*unit) : std::string());
}

/// Under what names servers gather their parts; these add nothing to a part's own name.
constexpr std::array kContainers{"checks", "components", "entries", "details", "dependencies", "services", "info", "error"};

bool isContainer(std::string_view name)
{
    return std::find(kContainers.begin(), kContainers.end(), name) != kContainers.end();
}

/// Collects the parts of a health answer, whichever of the known shapes they stand in: every object that has a status of its own
/// is one, whatever it stands in.
class PartCollector
{
public:
    explicit PartCollector(HealthAnswer &answer)
        : m_answer(answer)
    {
    }

    void collectAll(const json &document)
    {
        const bool hasContainer = std::any_of(kContainers.begin(), kContainers.end(),
            [&](const char *name) { return document.contains(name) && document[name].is_structured(); });
        // Spring Boot 1.x: the parts stand beside the status.
        collect(document, {}, 0, hasContainer ? Place::Elsewhere : Place::Parts);
    }

private:
    /// How sure it is that what has a status here is a part. Elsewhere a `status` may be that of an order or of a build: only a
    /// word that is known to be bad counts there.
    enum class Place { Parts, Entries, Elsewhere };

    void collect(const json &object, const std::string &prefix, int depth, Place place)
    {
        if (depth > kDeepestParts)
            return;
        for (const auto &[key, value] : object.items()) {
            if (isContainer(key) && !(value.is_object() && value.contains("status")))
                collectFrom(value, prefix, depth, key);
            else
                addAll(value, prefix + key, depth, place);
        }
    }

    void collectFrom(const json &container, const std::string &prefix, int depth, const std::string &called)
    {
        if (!container.is_structured())
            return;
        const Place place = called == "entries" ? Place::Entries : Place::Parts;
        const bool isFree = called == "details" || called == "info" || called == "error"; // for any other texts as well
        for (const auto &[key, value] : container.items()) {
            const json *ownName = container.is_array() && value.is_object() ? member(value, "name") : nullptr;
            const std::string name = prefix + (ownName ? shown(*ownName) : key);
            if (value.is_string() && !isFree) // {"checks":{"db":"down"}}
                addWord(name, value.get_ref<const std::string &>());
            else
                addAll(value, name, depth, place);
        }
    }

    /// The draft lists one entry per node for each measurement; others list parts that have names of their own.
    void addAll(const json &value, const std::string &name, int depth, Place place)
    {
        if (value.is_object())
            add(value, name, depth, place);
        if (!value.is_array())
            return;
        for (const json &entry : value) {
            const json *ownName = entry.is_object() ? member(entry, "name") : nullptr;
            if (entry.is_object())
                add(entry, ownName ? name + '/' + shown(*ownName) : name, depth, place);
        }
    }

    void add(const json &part, const std::string &name, int depth, Place place)
    {
        const std::optional<std::string> word = statusWord(part, place == Place::Entries);
        const std::optional<Outcome> known = word ? healthOutcome(*word) : std::nullopt;
        if (word && (known || place != Place::Elsewhere)) {
            const std::string detail = detailOf(part);
            tell(name, known, *word, detail.empty() ? *word : *word + ": " + detail);
        }
        // A component without a status of its own, such as a group, says of its children where it stands itself.
        collect(part, name + '/', depth + 1, word ? Place::Elsewhere : place);
    }

    void addWord(const std::string &name, const std::string &text)
    {
        if (const auto known = healthOutcome(text))
            tell(name, known, outsideText(text, kLongestWord), outsideText(text, kLongestWord));
    }

    void tell(const std::string &name, std::optional<Outcome> known, const std::string &word, const std::string &detail)
    {
        const Part part{outsideText(name), known.value_or(Outcome::Unproven), detail};
        // Some list the same part twice, among all and among the good or bad ones.
        std::vector<Part> &parts = m_answer.parts;
        if (parts.size() < kMostParts && std::find(parts.begin(), parts.end(), part) == parts.end())
            parts.push_back(part);
        // Spring Boot reports UNKNOWN for a part that was never asked, within a whole that is UP.
        const bool isTroubled = known ? *known == Outcome::Failed || *known == Outcome::Impaired : !isHarmlessWord(word);
        if (isTroubled && m_answer.troubledPart.empty())
            m_answer.troubledPart = part.name + ' ' + word;
    }

    HealthAnswer &m_answer;
};

/// A whole that says it is well while a part of it is not works badly.
void weighParts(HealthAnswer &answer)
{
    if (answer.outcome == Outcome::Good && !answer.troubledPart.empty())
        answer.outcome = Outcome::Impaired;
}

std::optional<HealthAnswer> readKubernetes(std::string_view body)
{
    HealthAnswer answer;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        const std::string_view line = trimmed(body.substr(0, end));
        body.remove_prefix(std::min(end + 1, body.size()));
        const bool isGood = line.substr(0, 3) == "[+]";
        if (isGood || line.substr(0, 3) == "[-]") {
            const std::size_t nameEnd = std::min(line.find(' '), line.size());
            const std::string name = outsideText(line.substr(3, nameEnd - 3));
            const std::string detail = outsideText(line.substr(nameEnd));
            if (answer.parts.size() < kMostParts)
                answer.parts.push_back({name, isGood ? Outcome::Good : Outcome::Failed, detail});
            if (!isGood && answer.troubledPart.empty())
                answer.troubledPart = name + ' ' + detail;
            continue;
        }
        const std::size_t verdict = line.rfind(" check ");
        if (verdict != std::string_view::npos && (line.substr(verdict + 7) == "passed" || line.substr(verdict + 7) == "failed")) {
            answer.word = line.substr(verdict + 7);
            answer.outcome = answer.word == "passed" ? Outcome::Good : Outcome::Failed;
        }
    }
    if (answer.parts.empty())
        return std::nullopt;
    weighParts(answer);
    return answer;
}

} // namespace

std::optional<Outcome> healthOutcome(std::string_view word)
{
    const std::string lower = lowered(word);
    const auto it
        = std::find_if(kHealthWords.begin(), kHealthWords.end(), [&](const HealthWord &known) { return known.word == lower; });
    return it == kHealthWords.end() ? std::nullopt : std::optional(it->outcome);
}

bool isHarmlessWord(std::string_view word)
{
    return std::find(kHarmlessWords.begin(), kHarmlessWords.end(), lowered(word)) != kHarmlessWords.end();
}

std::optional<HealthAnswer> readHealthDocument(const json &document)
{
    const std::optional<std::string> word = statusWord(document);
    if (!word)
        return std::nullopt;
    HealthAnswer answer;
    answer.word = *word;
    answer.outcome = healthOutcome(*word).value_or(Outcome::Unproven);
    answer.output = detailOf(document);
    PartCollector(answer).collectAll(document);
    weighParts(answer);
    return answer;
}

std::optional<HealthAnswer> readHealthText(std::string_view body)
{
    if (auto list = readKubernetes(body))
        return list;
    const std::string_view word = trimmed(body);
    const std::optional<Outcome> outcome = healthOutcome(word);
    if (!outcome)
        return std::nullopt;
    HealthAnswer answer;
    answer.word = word;
    answer.outcome = *outcome;
    return answer;
}

} // namespace tocsin
