// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/secrets_lookup.h"
#include "models/domain/time.h"
#include "models/secrets/redactor.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace tocsin {

/// Any thread may call everything here. Fetches secrets on a thread of its own, which it starts at once, and which its
/// destructor stops and joins (a helper command that still runs is killed). Fetches all of them anew every few minutes, those
/// that failed sooner. A value that was fetched once stays until a newer one is there: a locked keyring in the night must not
/// blind the station.
class SecretVault final : public SecretsLookup
{
public:
    struct Options {
        Duration refreshEvery = std::chrono::minutes(5);
        Duration retryEvery = std::chrono::seconds(20);
        Duration commandTimeout = std::chrono::seconds(5);
        Duration keyringTimeout = std::chrono::seconds(60);              ///< a person may have to type a password
        std::function<Result<Secret>(const std::string &entry)> keyring; ///< null: the system's
        std::function<void(std::vector<Reason>)> remarksChanged;         ///< called on the vault's thread with all of them
    };

    /// `clock` outlives the vault.
    SecretVault(std::vector<SecretReference> references, const Clock &clock, Options options);
    SecretVault(std::vector<SecretReference> references, const Clock &clock);
    ~SecretVault() override;

    /// Never blocks. "Not fetched yet" until the first answer is there.
    Result<Secret> secret(const SecretReference &reference) const override;

    /// From now on these are fetched, at once; what is known of those that stay is kept.
    void setReferences(std::vector<SecretReference> references);
    /// Fetches all again.
    void refresh();
    /// Waits until each has been tried once; false when `patience` ended first. For a single pass; never on the UI or watch
    /// thread of a running station.
    bool waitUntilFetched(Duration patience);

    /// What is doubtful though it works: a secret file that others may read.
    std::vector<Reason> remarks() const;
    /// Removes what is known from a text; also the value before the newest one, which a late answer may repeat.
    void redact(std::string &text) const;

private:
    struct Entry {
        std::optional<Result<Secret>> latest; ///< the last good one, or the last error while there was none
        Secret previous;                      ///< the good one before, when it was another
        Reason remark;
        bool isTried = false; ///< since it became known here
        bool isFailing = false;
    };

    void run(const std::stop_token &stop);
    std::vector<SecretReference> due(bool all) const;
    void fetchAll(const std::vector<SecretReference> &references, const std::stop_token &stop);
    void fetch(const SecretReference &reference, const std::stop_token &stop);
    void take(const SecretReference &reference, Result<Secret> result, Reason remark);
    void renewRedactor();
    bool allTried() const;
    void tellRemarks();

    const Clock &m_clock;
    const Options m_options;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<SecretReference, Entry> m_entries; ///< guarded by m_mutex
    bool m_isWanted = true;                     ///< guarded by m_mutex
    std::shared_ptr<const Redactor> m_redactor; ///< guarded by m_mutex
    std::vector<Reason> m_toldRemarks;          ///< the vault's thread only
    std::jthread m_thread;
};

} // namespace tocsin
