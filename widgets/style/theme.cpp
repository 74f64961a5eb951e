// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/theme.h"

#include "widgets/style/desk_style.h"
#include "widgets/style/style_sheet.h"
#include "widgets/style/typography.h"

#include <QApplication>
#include <QPalette>

namespace tocsin {

namespace {

ThemeKind s_kind = ThemeKind::Dark;

QPalette qtPalette(const Palette &p)
{
    QPalette palette;
    palette.setColor(QPalette::Window, p.ground);
    palette.setColor(QPalette::WindowText, p.text);
    palette.setColor(QPalette::Base, p.surface);
    palette.setColor(QPalette::AlternateBase, p.raised);
    palette.setColor(QPalette::Text, p.text);
    palette.setColor(QPalette::PlaceholderText, p.muted);
    palette.setColor(QPalette::Button, p.raised);
    palette.setColor(QPalette::ButtonText, p.text);
    palette.setColor(QPalette::BrightText, p.text);
    palette.setColor(QPalette::ToolTipBase, p.raised);
    palette.setColor(QPalette::ToolTipText, p.text);
    palette.setColor(QPalette::Highlight, p.selection);
    palette.setColor(QPalette::HighlightedText, p.text);
    palette.setColor(QPalette::Link, p.focus);
    palette.setColor(QPalette::LinkVisited, p.focus);
    palette.setColor(QPalette::Light, p.lineStrong);
    palette.setColor(QPalette::Midlight, p.line);
    palette.setColor(QPalette::Mid, p.line);
    palette.setColor(QPalette::Dark, p.line);
    palette.setColor(QPalette::Shadow, p.ground);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, p.muted);
    return palette;
}

void dress()
{
    qApp->setPalette(qtPalette(themePalette()));
    QApplication::setFont(textFont(TextSize::Body));
    qApp->setStyleSheet(styleSheet(themePalette()));
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    QApplication::setStyle(new DeskStyle);
}

ThemeKind Theme::kind() const
{
    return s_kind;
}

void Theme::apply(ThemeKind kind)
{
    if (m_isDressed && kind == s_kind)
        return;
    s_kind = kind;
    m_isDressed = true;
    dress();
    emit changed(kind);
}

void Theme::setScale(double scale)
{
    setTextScale(scale);
    m_isDressed = false; // every size is another one
    apply(s_kind);
}

const Palette &themePalette()
{
    return paletteOf(s_kind);
}

} // namespace tocsin
