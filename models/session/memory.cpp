// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/session/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace tocsin {

void giveLargeBlocksBack()
{
#ifdef __GLIBC__
    constexpr int largeBlock = 1 << 20;
    constexpr int fewArenas = 2; // what one thread made and another frees stays in the arena of the first
    mallopt(M_MMAP_THRESHOLD, largeBlock);
    mallopt(M_TRIM_THRESHOLD, largeBlock);
    mallopt(M_ARENA_MAX, fewArenas);
#endif
}

} // namespace tocsin
