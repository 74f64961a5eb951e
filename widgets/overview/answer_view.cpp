// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/answer_view.h"

#include "models/items/time_words.h"
#include "widgets/charts/latency_chart.h"
#include "widgets/charts/phase_legend.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/section_header.h"
#include "widgets/overview/evidence_view.h"
#include "widgets/overview/item_list.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QVBoxLayout>

namespace tocsin {

namespace {

QVBoxLayout *sectionLayout(QWidget *section)
{
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gapSmall);
    return layout;
}

LatencySample sampleOf(const CheckStatus &status)
{
    const auto micros = [](const std::optional<Micros> &phase) { return static_cast<std::uint32_t>(phase ? phase->count() : 0); };
    const PhaseTimings &timings = status.last->evidence.timings;
    LatencySample sample;
    sample.check = status.id;
    sample.at = status.last->at;
    sample.state = status.state;
    sample.dnsUs = micros(timings.dns);
    sample.connectUs = micros(timings.connect);
    sample.tlsUs = micros(timings.tls);
    sample.firstByteUs = micros(timings.firstByte);
    sample.totalUs = static_cast<std::uint32_t>(timings.total.count());
    return sample;
}

const CheckStatus *find(const Board &board, const CheckId &check)
{
    const auto it = board.checks.find(check);
    return it == board.checks.end() ? nullptr : &it->second;
}

} // namespace

AnswerView::AnswerView(Commands &commands, const Clock &clock, QWidget *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_clock(clock)
    , m_chartSection(makeChartSection(parent))
    , m_partsSection(makePartsSection(parent))
    , m_evidenceSection(makeEvidenceSection(parent))
{
}

QWidget *AnswerView::makeChartSection(QWidget *parent)
{
    auto *section = new QWidget(parent);
    m_chartHeader = new SectionHeader(QString(), section);
    m_chartHeader->nameTitle(QStringLiteral("detail.chartTitle"));
    m_chart = new LatencyChart(section);
    m_chart->setMinimumHeight(scaled(200));
    section->setMaximumHeight(scaled(560));
    QVBoxLayout *layout = sectionLayout(section);
    layout->addWidget(m_chartHeader);
    layout->addWidget(new PhaseLegend(section)); // beside the title its names would not fit
    layout->addWidget(m_chart);
    connect(m_chart, &LatencyChart::windowChanged, this, [this](Instant from, Instant to) {
        if (from < m_loadedFrom)
            load(from, to);
    });
    return section;
}

QWidget *AnswerView::makePartsSection(QWidget *parent)
{
    auto *section = new QWidget(parent);
    m_parts = new ItemList(section);
    m_parts->setAccessibleName(tr("Parts of the answer"));
    QVBoxLayout *layout = sectionLayout(section);
    layout->addWidget(new SectionHeader(tr("Parts of the answer"), section));
    layout->addWidget(m_parts);
    return section;
}

QWidget *AnswerView::makeEvidenceSection(QWidget *parent)
{
    auto *section = new QWidget(parent);
    m_evidenceHeader = new SectionHeader(tr("Evidence"), section);
    m_evidence = new EvidenceView(section);
    QVBoxLayout *layout = sectionLayout(section);
    layout->addWidget(m_evidenceHeader);
    layout->addWidget(m_evidence);
    return section;
}

void AnswerView::setCheck(const Board &board, const CheckId &check)
{
    m_check = check;
    const CheckStatus *status = find(board, check);
    m_chartSection->setVisible(status != nullptr);
    if (!status) {
        m_partsSection->hide();
        m_evidenceSection->hide();
        return;
    }
    const QString name = plainLine(status->name);
    m_chartHeader->setTitle(tr("Latency, %1").arg(name));
    const Instant now = m_clock.now();
    m_chart->setCheck(name, status->interval);
    m_chart->setNow(now);
    load(now - std::chrono::hours(1), now);
    update(board);
}

void AnswerView::load(Instant from, Instant to)
{
    m_loadedFrom = from;
    m_commands.loadHistory(m_check, from, std::max(to, m_clock.now()));
}

void AnswerView::update(const Board &board)
{
    const CheckStatus *status = find(board, m_check);
    if (!status)
        return;
    if (status->last)
        m_chart->append(sampleOf(*status));
    tick(board, m_clock.now());
}

void AnswerView::tick(const Board &board, Instant now)
{
    const CheckStatus *status = find(board, m_check);
    if (!status)
        return;
    m_chart->setNow(now);
    const QString length = words::span(m_chart->window().length());
    m_chartHeader->setRemark(m_chart->window().isInitial() ? tr("last %1").arg(length) : tr("%1 · 0 goes back").arg(length));
    m_partsSection->setVisible(status->last && !status->last->parts.empty());
    m_evidenceSection->setVisible(status->last != nullptr);
    if (status->last)
        showLast(*status, now);
}

void AnswerView::showLast(const CheckStatus &status, Instant now)
{
    const Evidence &evidence = status.last->evidence;
    m_parts->setRows(partRows(*status.last));
    m_evidenceHeader->setRemark(tr("of %1, %2").arg(words::clockTime(evidence.at, m_zone), words::ago(evidence.at, now)));
    m_evidenceHeader->setToolTip(words::localAndUtc(evidence.at, m_zone));
    m_evidence->setEvidence(evidence, status.state, now);
}

void AnswerView::showHistory(const History &history)
{
    if (history.check == m_check)
        m_chart->setSamples(history.samples);
}

void AnswerView::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_chart->setZone(zone);
}

} // namespace tocsin
