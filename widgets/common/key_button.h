// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace tocsin {

/// A button that shows the key that does the same, muted behind its text; where room is short the key gives way and stays
/// in the tooltip. UI thread only; owned by its parent.
class KeyButton final : public QPushButton
{
    Q_OBJECT

public:
    KeyButton(const QString &text, const QString &key, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return QPushButton::sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace tocsin
