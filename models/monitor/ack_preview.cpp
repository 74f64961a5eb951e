// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/monitor/ack_preview.h"

#include "models/sources/silence_plan.h"

#include <QtGlobal>

#include <map>
#include <unordered_map>
#include <utility>

namespace tocsin {

namespace {

constexpr Phrase kAlertGone{"ack_alert_gone", QT_TRANSLATE_NOOP("Phrase", "the alert is gone")};
constexpr Phrase kSourceGone{"ack_source_gone", QT_TRANSLATE_NOOP("Phrase", "its source cannot be asked")};

/// All alerts of one source, any of which can be set aside: a list for each of a thousand alerts would be dear.
class Siblings
{
public:
    explicit Siblings(std::vector<AlertPtr> alerts)
        : m_alerts(std::move(alerts))
    {
        for (std::size_t i = 0; i < m_alerts.size(); ++i)
            m_index.emplace(m_alerts[i]->key, i);
    }

    template<typename Ask> auto without(const AlertKey &key, Ask ask)
    {
        const std::size_t index = m_index.at(key);
        std::swap(m_alerts[index], m_alerts.back());
        AlertPtr aside = std::move(m_alerts.back());
        m_alerts.pop_back();
        auto answer = ask(std::as_const(m_alerts));
        m_alerts.push_back(std::move(aside));
        std::swap(m_alerts[index], m_alerts.back());
        return answer;
    }

private:
    std::vector<AlertPtr> m_alerts;
    std::unordered_map<AlertKey, std::size_t> m_index;
};

void plan(AcknowledgePreview::Row &row, const Source &source, Siblings &siblings)
{
    const Result<SilencePlan> planned
        = siblings.without(row.alert->key, [&](const std::vector<AlertPtr> &others) -> Result<SilencePlan> {
              Result<Matchers> matchers = source.planAcknowledgement(row.alert, others);
              if (!matchers)
                  return Failure(std::move(matchers).error());
              const int matching = countMatching(*matchers, others) + (allMatch(*matchers, row.alert->labels) ? 1 : 0);
              return SilencePlan{std::move(*matchers), matching};
          });
    if (!planned) {
        row.problem = planned.error().reason;
        return;
    }
    row.matchers = planned->text();
    row.matching = planned->matching;
}

} // namespace

AcknowledgePreview previewOf(
    const std::vector<AlertKey> &alerts, const std::vector<CheckId> &checks, const AlertBook &book, const SourceRunner &sources)
{
    AcknowledgePreview preview;
    preview.checks = checks;
    std::map<std::size_t, Siblings> siblings; // by source
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
