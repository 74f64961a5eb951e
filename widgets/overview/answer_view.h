// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/session/commands.h"

#include <QObject>
#include <QTimeZone>

class QWidget;

namespace tocsin {

class EvidenceView;
class ItemList;
class LatencyChart;
class SectionHeader;

/// What one check was answered: its latency over time, the parts that a health answer named, and the evidence of the last
/// answer. Makes the three sections; the detail puts them where they belong. UI thread only; owned by the detail.
class AnswerView final : public QObject
{
    Q_OBJECT

public:
    AnswerView(Commands &commands, const Clock &clock, QWidget *parent);

    QWidget *chartSection() const { return m_chartSection; }
    QWidget *partsSection() const { return m_partsSection; }
    QWidget *evidenceSection() const { return m_evidenceSection; }

    /// Shows another check and asks for its history; an empty name shows nothing.
    void setCheck(const Board &board, const CheckId &check);
    const CheckId &check() const { return m_check; }
    /// The check has news: its newest answer joins the chart.
    void update(const Board &board);
    void tick(const Board &board, Instant now);
    void showHistory(const History &history);
    void setZone(const QTimeZone &zone);

private:
    QWidget *makeChartSection(QWidget *parent);
    QWidget *makePartsSection(QWidget *parent);
    QWidget *makeEvidenceSection(QWidget *parent);
    void load(Instant from, Instant to);
    void showLast(const CheckStatus &status, Instant now);

    Commands &m_commands;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    CheckId m_check;
    Instant m_loadedFrom{};
    SectionHeader *m_chartHeader = nullptr;
    LatencyChart *m_chart = nullptr;
    ItemList *m_parts = nullptr;
    SectionHeader *m_evidenceHeader = nullptr;
    EvidenceView *m_evidence = nullptr;
    QWidget *m_chartSection;
    QWidget *m_partsSection;
    QWidget *m_evidenceSection;
};

} // namespace tocsin
