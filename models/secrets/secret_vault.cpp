// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/secrets/secret_vault.h"

#include "models/secrets/keyring.h"
#include "models/secrets/secret_command.h"
#include "models/secrets/secret_file.h"
#include "models/secrets/secret_phrases.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace tocsin {

namespace {

// How often the thread looks at the clock, which may be a test's.
constexpr std::chrono::milliseconds kStep{500};
// Helpers that run at the same time: one that hangs must not delay the others.
constexpr std::size_t kCommandsAtOnce = 8;

using Place = SecretReference::Place;

bool mayTakeLong(const SecretReference &reference)
{
    return reference.place == Place::Command || reference.place == Place::Keyring;
}

std::string nameOf(const SecretReference &reference)
{
    return reference.place == Place::Command && !reference.command.empty() ? reference.command.front() : reference.name;
}

Result<Secret> readVariable(const std::string &name)
{
    const char *value = std::getenv(name.c_str());
    if (!value)
        return secret_phrases::secretFailure(secret_phrases::kNoVariable, {name});
    if (*value == '\0')
        return secret_phrases::secretFailure(secret_phrases::kEmpty, {name});
    return Secret(value);
}

} // namespace

SecretVault::SecretVault(std::vector<SecretReference> references, const Clock &clock)
    : SecretVault(std::move(references), clock, Options())
{
}

SecretVault::SecretVault(std::vector<SecretReference> references, const Clock &clock, Options options)
    : m_clock(clock)
    , m_options(std::move(options))
{
    setReferences(std::move(references));
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

SecretVault::~SecretVault() = default;

Result<Secret> SecretVault::secret(const SecretReference &reference) const
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_entries.find(reference);
    if (it == m_entries.end() || !it->second.latest)
        return secret_phrases::secretFailure(secret_phrases::kNotFetched, {nameOf(reference)});
    return *it->second.latest;
}

void SecretVault::setReferences(std::vector<SecretReference> references)
{
    const std::lock_guard lock(m_mutex);
    std::map<SecretReference, Entry> entries;
    for (SecretReference &reference : references) {
        const auto known = m_entries.find(reference);
        Entry entry = known == m_entries.end() ? Entry() : std::move(known->second);
        entries.insert_or_assign(std::move(reference), std::move(entry));
    }
    m_entries = std::move(entries);
    m_isWanted = true;
    m_changed.notify_all();
}

void SecretVault::refresh()
{
    const std::lock_guard lock(m_mutex);
    for (auto &[reference, entry] : m_entries)
        entry.isTried = false;
    m_isWanted = true;
    m_changed.notify_all();
}

bool SecretVault::waitUntilFetched(Duration patience)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [this] { return allTried(); });
}

std::vector<Reason> SecretVault::remarks() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Reason> remarks;
    for (const auto &[reference, entry] : m_entries) {
        if (!entry.remark.isEmpty())
            remarks.push_back(entry.remark);
    }
    return remarks;
}

void SecretVault::tellRemarks()
{
    std::vector<Reason> all = remarks();
    if (!m_options.remarksChanged || all == m_toldRemarks)
        return;
    m_toldRemarks = all;
    m_options.remarksChanged(std::move(all));
}

void SecretVault::redact(std::string &text) const
{
    std::shared_ptr<const Redactor> redactor;
    {
        const std::lock_guard lock(m_mutex);
        redactor = m_redactor;
    }
    if (redactor && !redactor->isEmpty() && !text.empty())
        text = redactor->redacted(std::move(text));
}

/// The mutex is held.
void SecretVault::renewRedactor()
{
    std::vector<Secret> secrets;
    for (const auto &[reference, entry] : m_entries) {
        secrets.push_back(entry.previous);
        if (entry.latest && *entry.latest)
            secrets.push_back(**entry.latest);
    }
    m_redactor = std::make_shared<const Redactor>(secrets);
}

bool SecretVault::allTried() const
{
    return std::all_of(m_entries.begin(), m_entries.end(), [](const auto &known) { return known.second.isTried; });
}

std::vector<SecretReference> SecretVault::due(bool all) const
{
    std::vector<SecretReference> references;
    for (const auto &[reference, entry] : m_entries) {
        if (all || entry.isFailing)
            references.push_back(reference);
    }
    return references;
}

void SecretVault::run(const std::stop_token &stop)
{
    Monotonic nextRefresh = m_clock.monotonic();
    Monotonic nextRetry = nextRefresh;
    while (!stop.stop_requested()) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, kStep, [this] { return m_isWanted; });
        const Monotonic now = m_clock.monotonic();
        const bool all = std::exchange(m_isWanted, false) || now >= nextRefresh;
        if (stop.stop_requested() || (!all && now < nextRetry))
            continue;
        const std::vector<SecretReference> references = due(all);
        lock.unlock();
        fetchAll(references, stop);
        tellRemarks();
        nextRetry = m_clock.monotonic() + m_options.retryEvery;
        if (all)
            nextRefresh = m_clock.monotonic() + m_options.refreshEvery;
    }
}

void SecretVault::fetchAll(const std::vector<SecretReference> &references, const std::stop_token &stop)
{
    std::vector<SecretReference> slow;
    for (const SecretReference &reference : references) {
        if (mayTakeLong(reference))
            slow.push_back(reference);
        else
            fetch(reference, stop);
    }
    for (std::size_t first = 0; first < slow.size() && !stop.stop_requested(); first += kCommandsAtOnce) {
        std::vector<std::jthread> helpers;
        for (std::size_t i = first; i < std::min(first + kCommandsAtOnce, slow.size()); ++i)
            helpers.emplace_back([this, &reference = slow[i], &stop] { fetch(reference, stop); });
    }
}

void SecretVault::fetch(const SecretReference &reference, const std::stop_token &stop)
{
    switch (reference.place) {
    case Place::Environment:
        take(reference, readVariable(reference.name), {});
        break;
    case Place::File: {
        SecretFile file = readSecretFile(reference.name);
        take(reference, std::move(file.secret), std::move(file.remark));
        break;
    }
    case Place::Command:
        take(reference, runSecretCommand(reference.command, m_options.commandTimeout, stop), {});
        break;
    case Place::Keyring:
        take(reference,
            m_options.keyring ? m_options.keyring(reference.name) : readKeyring(reference.name, m_options.keyringTimeout, stop),
            {});
        break;
    }
}

void SecretVault::take(const SecretReference &reference, Result<Secret> result, Reason remark)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_entries.find(reference);
    if (it == m_entries.end())
        return; // no longer wanted
    Entry &entry = it->second;
    entry.isTried = true;
    entry.isFailing = !result;
    entry.remark = std::move(remark);
    const bool hasGood = entry.latest && *entry.latest;
    const bool isNew = result && !(hasGood && **entry.latest == *result);
    if (isNew && hasGood)
        entry.previous = **entry.latest;
    if (isNew || !hasGood)
        entry.latest = std::move(result);
    if (isNew)
        renewRedactor();
    m_changed.notify_all();
}

} // namespace tocsin
