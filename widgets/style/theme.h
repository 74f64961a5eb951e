// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/palette.h"

#include <QObject>

namespace tocsin {

/// Dresses the application: palette, fonts and one style sheet over Fusion. May change while windows are open; every
/// widget then gets QEvent::PaletteChange and repaints. UI thread only; made once, owned by whoever composes the windows.
/// Widgets pick a look by dynamic properties: `role` ("primary", "quiet", "panel", "code"), `tone` ("muted", "title",
/// "heading", "small").
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    ThemeKind kind() const;
    /// Dresses the application in this theme, unless this object has done so already: every window takes part.
    void apply(ThemeKind kind);
    /// Enlarges text and rows; 1 is as designed.
    void setScale(double scale);

signals:
    void changed(tocsin::ThemeKind kind);

private:
    bool m_isDressed = false;
};

/// The palette of the theme in force; the dark one before any was applied. UI thread only.
const Palette &themePalette();

} // namespace tocsin
