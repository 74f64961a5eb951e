// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/board_feed.h"

namespace tocsin {

void BoardFeed::apply(const Changes &changes)
{
    m_board.apply(changes);
    emit changed(changes);
}

} // namespace tocsin
