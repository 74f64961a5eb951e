// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/board_feed.h"

namespace tocsin {

void BoardFeed::apply(const Changes &changes)
{
    m_board.apply(changes);
    emit changed(changes);
}

void BoardFeed::recall(const ServiceId &service, const std::vector<LatencySample> &samples)
{
    emit recalled(service, samples);
}

} // namespace tocsin
