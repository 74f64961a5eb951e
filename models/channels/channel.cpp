// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/channels/channel.h"

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kCannotFollow{
    "channel_cannot_follow", QT_TRANSLATE_NOOP("Phrase", "This channel does not tell what became of a message")};

} // namespace

QCoro::Task<Result<Arrival>> Channel::follow(Receipt, std::string)
{
    co_return cannotFollow();
}

Failure cannotFollow()
{
    return failure(ErrorKind::Unsupported, Reason(kCannotFollow));
}

} // namespace tocsin
