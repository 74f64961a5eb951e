// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/vocabulary.h"

#include "models/channels/channel.h"
#include "models/checks/check.h"
#include "models/sources/source.h"

namespace tocsin {

Vocabulary vocabulary()
{
    Vocabulary words;
    for (const CheckKind &kind : checkKinds())
        words.checks.push_back(kind.section);
    for (const SourceKind &kind : sourceKinds())
        words.sources.push_back(kind.section);
    for (const ChannelKind &kind : channelKinds())
        words.channels.push_back(kind.section);
    return words;
}

} // namespace tocsin
