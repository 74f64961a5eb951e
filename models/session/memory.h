// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace tocsin {

/// Makes the allocator give large blocks back to the system as soon as they are free. By itself glibc keeps what was freed
/// once, up to 32 MiB a piece: after one answer of 22 MB a station would hold on to several of that size for good. For the
/// whole process, any thread; does nothing with another C library.
void giveLargeBlocksBack();

} // namespace tocsin
