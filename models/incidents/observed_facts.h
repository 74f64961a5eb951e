// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/incidents/fact.h"

#include <map>
#include <string>
#include <vector>

namespace tocsin {

/// Facts in the order of the journal's clock, each once. In whatever order and however often they come, the list is the same.
class FactList
{
public:
    /// False when it is there already.
    bool insert(const FactPtr &fact);
    const std::vector<FactPtr> &all() const { return m_facts; }

private:
    std::vector<FactPtr> m_facts;
};

/// Whether `a` stands before `b`.
bool isBefore(const FactPtr &a, const FactPtr &b);
/// One ordered list of two.
std::vector<FactPtr> merged(const std::vector<FactPtr> &a, const std::vector<FactPtr> &b);

/// What was observed, by what it is about. A value; whoever folds incidents keeps one.
class ObservedFacts
{
public:
    bool insert(const FactPtr &fact);
    /// In order.
    const std::vector<FactPtr> &about(const std::string &subject) const;
    /// The subjects that begin so: all checks of a service.
    std::vector<std::string> subjectsBelow(const std::string &prefix) const;

private:
    std::map<std::string, FactList> m_bySubject;
};

} // namespace tocsin
