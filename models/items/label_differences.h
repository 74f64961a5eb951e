// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/labels.h"

namespace tocsin {

/// By which labels alerts of one name differ, so that people can tell them apart. Severity has a place of its own and does
/// not count. A value; costs are linear in the labels.
class LabelDifferences
{
public:
    /// One more of the alerts.
    void take(const Labels &labels);
    /// What is special about this one: `device="sda", mountpoint="/a"`; at most three labels, empty when nothing is.
    std::string of(const Labels &labels) const;

private:
    void note(const std::string &name);

    Labels m_first;
    bool m_hasFirst = false;
    std::vector<std::string> m_names; ///< sorted
};

} // namespace tocsin
