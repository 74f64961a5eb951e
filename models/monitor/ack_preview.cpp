// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/ack_preview.h"

#include "models/sources/silence_plan.h"

#include <QtGlobal>

#include <map>

namespace tocsin {

namespace {

constexpr Phrase kAlertGone{"ack_alert_gone", QT_TRANSLATE_NOOP("Phrase", "the alert is gone")};
constexpr Phrase kSourceGone{"ack_source_gone", QT_TRANSLATE_NOOP("Phrase", "its source cannot be asked")};

void plan(AcknowledgePreview::Row &row, const Source &source, const SilenceSiblings &all)
{
    const std::vector<AlertPtr> siblings = all.of(*row.alert);
    const Result<Matchers> matchers = source.planAcknowledgement(row.alert, siblings);
    if (!matchers) {
        row.problem = matchers.error().reason;
        return;
    }
    row.matching = countMatching(*matchers, siblings) + (allMatch(*matchers, row.alert->labels) ? 1 : 0);
    row.matchers = SilencePlan{*matchers, row.matching}.text();
}

} // namespace

AcknowledgePreview previewOf(
    const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks, const AlertBook &book, const SourceRunner &sources)
{
    AcknowledgePreview preview;
    preview.checks = checks;
    std::map<std::size_t, SilenceSiblings> siblings; // by source
    for (const AlertKey &key : alerts) {
        AcknowledgePreview::Row &row = preview.rows.emplace_back();
        row.alert = book.find(key);
        const std::optional<std::size_t> index = sources.find(key.source);
        const Source *source = index ? sources.source(*index) : nullptr;
        if (!row.alert) {
            row.problem = Reason(kAlertGone);
        } else if (!row.alert->actions.acknowledge) {
            row.matching = 1;
        } else if (!source) {
            row.problem = Reason(kSourceGone);
        } else {
            plan(row, *source, siblings.try_emplace(*index, book.allOf(*index)).first->second);
        }
    }
    return preview;
}

} // namespace tocsin
