// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace tocsin {

/// A key and what it does, in a small frame: "/ filter". Says nothing to a screen reader that the action itself does not
/// say. UI thread only; owned by its parent.
class KeyHint final : public QLabel
{
    Q_OBJECT

public:
    KeyHint(const QString &key, const QString &action, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tocsin
