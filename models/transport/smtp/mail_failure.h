// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/transport/failure.h"
#include "models/transport/smtp/smtp_dialogue.h"

#include <string>

namespace tocsin {

/// How a conversation ended whose server did not say so itself.
enum class SmtpEnd { Answer, Timeout, Broken };

/// Why a mail was not taken, from how far its conversation came and how it ended. Pure.
MailFailure mailFailureOf(
    const SmtpDialogue &dialogue, SmtpEnd end, const MailRequest &request, const std::string &server, const Evidence &evidence);

/// The same where libcurl ended it, while it connected, secured and logged in.
MailFailure mailFailureOf(const CurlFailure &failed, const SmtpDialogue &dialogue, const MailRequest &request);

/// Why a mail cannot be sent as it stands (an address that would break out of its line, a login in the clear), or an empty
/// reason.
Reason unsendable(const MailRequest &request);

} // namespace tocsin
