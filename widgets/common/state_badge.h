// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/state_glyph.h"

#include <QWidget>

namespace tocsin {

/// The shape of a state, and beside it a word when there is one ("2 DOWN", "DOWN"). UI thread only; owned by its parent.
class StateBadge final : public QWidget
{
    Q_OBJECT

public:
    explicit StateBadge(QWidget *parent = nullptr);

    void setState(State state, GlyphFill fill = GlyphFill::Filled);
    void setWord(const QString &word);
    /// Side of the shape in pixels of the design.
    void setGlyphSide(int side);
    /// A badge that counts nothing is drawn muted.
    void setQuiet(bool isQuiet);

    State state() const { return m_state; }
    const QString &word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont wordFont() const;

    State m_state = State::Pending;
    GlyphFill m_fill = GlyphFill::Filled;
    QString m_word;
    int m_side = 14;
    bool m_isQuiet = false;
};

} // namespace tocsin
