// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/ack_preview.h"

#include <QtGlobal>

#include <algorithm>

namespace tocsin {

namespace {

constexpr Phrase kAlertGone{"preview_alert_gone", QT_TRANSLATE_NOOP("Phrase", "this alert is gone")};

std::string textOf(const Matchers &matchers)
{
    std::string text;
    for (const Matcher &matcher : matchers)
        text += (text.empty() ? "{" : ", ") + matcher.text();
    return text + '}';
}

AcknowledgePreview::Row rowFor(const AlertKey &key, const SourceRunner &sources, const AlertBook &book)
{
    AcknowledgePreview::Row row;
    row.alert = book.find(key);
    const std::optional<std::size_t> index = sources.find(key.source);
    const Source *source = index ? sources.source(*index) : nullptr;
    if (!row.alert || !source) {
        row.problem = Reason(kAlertGone);
        return row;
    }
    const std::vector<AlertPtr> others = book.othersOf(key);
    const Result<Matchers> plan = source->planAcknowledgement(row.alert, others);
    if (plan) {
        const auto isMatched = [&plan](const AlertPtr &other) { return allMatch(*plan, other->labels); };
        row.matchers = textOf(*plan);
        row.matching = 1 + static_cast<int>(std::count_if(others.begin(), others.end(), isMatched));
    } else if (plan.error().kind == ErrorKind::Unsupported) {
        row.matching = 1;
    } else {
        row.problem = plan.error().reason;
    }
    return row;
}

} // namespace

AcknowledgePreview previewAcknowledge(
    const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks, const SourceRunner &sources, const AlertBook &book)
{
    AcknowledgePreview preview;
    preview.checks = checks;
    for (const AlertKey &key : alerts)
        preview.rows.push_back(rowFor(key, sources, book));
    return preview;
}

} // namespace tocsin
