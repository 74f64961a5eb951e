// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"

#include <QtGlobal>

#include <string>

/// What is said about secrets that cannot be had. The arguments name places, never values.
namespace tocsin::secret_phrases {

inline constexpr Phrase kNotFetched{"secret_not_fetched", QT_TRANSLATE_NOOP("Phrase", "The secret from %1 is not fetched yet")};
inline constexpr Phrase kNoVariable{"secret_no_variable", QT_TRANSLATE_NOOP("Phrase", "The environment variable %1 is not set")};
inline constexpr Phrase kNoFile{"secret_no_file", QT_TRANSLATE_NOOP("Phrase", "The secret file %1 cannot be read: %2")};
inline constexpr Phrase kNotPlainFile{"secret_not_plain_file", QT_TRANSLATE_NOOP("Phrase", "%1 is not a plain file")};
inline constexpr Phrase kOpenFile{
    "secret_open_file", QT_TRANSLATE_NOOP("Phrase", "The secret file %1 can be read by other users: allow only its owner to")};
inline constexpr Phrase kEmpty{"secret_empty", QT_TRANSLATE_NOOP("Phrase", "The secret from %1 is empty")};
inline constexpr Phrase kTooLong{"secret_too_long", QT_TRANSLATE_NOOP("Phrase", "The secret from %1 is longer than 64 KB")};
inline constexpr Phrase kNoCommand{
    "secret_no_command", QT_TRANSLATE_NOOP("Phrase", "The helper command %1 cannot be started: %2")};
inline constexpr Phrase kCommandFailed{
    "secret_command_failed", QT_TRANSLATE_NOOP("Phrase", "The helper command %1 ended with status %2")};
inline constexpr Phrase kCommandTimeout{
    "secret_command_timeout", QT_TRANSLATE_NOOP("Phrase", "The helper command %1 gave no answer within %2")};
inline constexpr Phrase kStopped{
    "secret_stopped", QT_TRANSLATE_NOOP("Phrase", "The helper command %1 was ended with the program")};
inline constexpr Phrase kNoKeyring{
    "secret_no_keyring", QT_TRANSLATE_NOOP("Phrase", "No keyring can be reached for the entry %1")};
inline constexpr Phrase kKeyringEntry{
    "secret_keyring_entry", QT_TRANSLATE_NOOP("Phrase", "The keyring has no entry %1 for Tocsin, or refuses it")};
inline constexpr Phrase kKeyringTimeout{
    "secret_keyring_timeout", QT_TRANSLATE_NOOP("Phrase", "The keyring gave no answer for the entry %1 within %2")};

/// An Error of kind Secret.
inline Failure secretFailure(const Phrase &phrase, std::initializer_list<ReasonArgument> arguments)
{
    return failure(ErrorKind::Secret, Reason(phrase, arguments));
}

} // namespace tocsin::secret_phrases
