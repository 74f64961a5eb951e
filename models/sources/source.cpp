// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sources/source.h"

#include <QtGlobal>

namespace tocsin {

namespace {

constexpr Phrase kNoAcknowledging{
    "source_cannot_acknowledge", QT_TRANSLATE_NOOP("Phrase", "This kind of source cannot keep an acknowledgement")};
constexpr Phrase kNoSilences{"source_cannot_silence", QT_TRANSLATE_NOOP("Phrase", "This kind of source keeps no silences")};
constexpr Phrase kNoQueries{"source_cannot_query", QT_TRANSLATE_NOOP("Phrase", "This kind of source has no query language")};

} // namespace

Result<Matchers> Source::planAcknowledgement(const AlertPtr &, const std::vector<AlertPtr> &) const
{
    return failure(ErrorKind::Unsupported, Reason(kNoAcknowledging));
}

QCoro::Task<Result<Acknowledgement>> Source::acknowledge(AcknowledgeRequest)
{
    co_return failure(ErrorKind::Unsupported, Reason(kNoAcknowledging));
}

QCoro::Task<Result<Acknowledgement>> Source::unacknowledge(AlertPtr, std::string, EndOf)
{
    co_return failure(ErrorKind::Unsupported, Reason(kNoAcknowledging));
}

QCoro::Task<Result<Silence>> Source::silence(SilenceRequest)
{
    co_return failure(ErrorKind::Unsupported, Reason(kNoSilences));
}

QCoro::Task<Result<Silence>> Source::endSilence(SilenceId, SilenceRequest)
{
    co_return failure(ErrorKind::Unsupported, Reason(kNoSilences));
}

AlertPtr Source::known(const AlertKey &) const
{
    return nullptr;
}

QCoro::Task<Result<std::vector<Series>>> Source::query(std::string)
{
    co_return failure(ErrorKind::Unsupported, Reason(kNoQueries));
}

QCoro::Task<Result<std::vector<Series>>> Source::queryRange(std::string, Instant, Instant, Duration)
{
    co_return failure(ErrorKind::Unsupported, Reason(kNoQueries));
}

} // namespace tocsin
