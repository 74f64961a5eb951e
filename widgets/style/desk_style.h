// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace tocsin {

/// Fusion, with the few signs of its own that Tocsin shows painted in the colours of the theme. Qt would look them up in the
/// icon theme of the desktop, which costs 15 ms at start and fits no theme of ours. UI thread; owned by the application.
class DeskStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    DeskStyle();

    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
};

} // namespace tocsin
