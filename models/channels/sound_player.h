// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/error.h"

#include <string>

namespace tocsin {

/// Plays the sounds of this station. Any thread; never waits for the end of a sound.
class SoundPlayer
{
public:
    virtual ~SoundPlayer() = default;
    /// A sound of the desktop's theme by its name (freedesktop.org, Sound Naming Specification: `alarm-clock-elapsed`), or a file
    /// by its absolute path. An Error says why nothing is heard.
    virtual Result<void> play(const std::string &sound) = 0;
};

} // namespace tocsin
