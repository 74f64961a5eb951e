// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/evidence.h"
#include "models/domain/reason.h"

#include <tl/expected.hpp>

namespace tocsin {

/// What a caller can branch on. The sentence for people is the Reason.
enum class ErrorKind {
    Timeout,
    Refused,
    Reset,       ///< the connection broke before the answer was whole
    Unreachable, ///< no route, no network
    Dns,
    Tls,
    Http,     ///< the answer's status is an error
    Auth,     ///< 401, 403, or a login that failed
    Redirect, ///< redirected although that is not allowed here, or too often
    Content,  ///< empty, of the wrong content type, not parseable
    Schema,   ///< parseable, but not what was expected
    Limit,    ///< larger or longer than allowed
    Cancelled,
    Config,
    Secret,
    Storage,
    Unsupported,
};

/// What crosses a layer when something did not work. Never an exception.
struct Error {
    ErrorKind kind = ErrorKind::Content;
    Reason reason;
    Evidence evidence;
};

template<typename T> using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

/// Makes a failed Result of any type.
inline Failure failure(ErrorKind kind, Reason reason, Evidence evidence = {})
{
    return Failure(Error{kind, std::move(reason), std::move(evidence)});
}

} // namespace tocsin
