// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/evidence.h"
#include "models/domain/state.h"

#include <QPlainTextEdit>
#include <QStringList>

namespace tocsin {

/// The evidence in words, line by line: what was asked and what came, its type and size, its first bytes, how long the
/// phases took, and the certificate, each with its own age. Outside text comes out plain.
QStringList evidenceLines(const Evidence &evidence, Instant now);

/// The evidence of the last answer in a box of fixed-width type that can be selected and copied. UI thread only; owned by
/// the detail.
class EvidenceView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit EvidenceView(QWidget *parent = nullptr);

    void setEvidence(const Evidence &evidence, State state, Instant now);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    void markStatus(const Evidence &evidence, State state);
};

} // namespace tocsin
