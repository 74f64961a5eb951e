// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/style_sheet.h"

#include "widgets/style/typography.h"

#include <QRegularExpression>

namespace tocsin {

namespace {

// Names after @ are colours of the palette; numbers after @ are pixels of the design, scaled.
constexpr const char *kControls = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @lineStrong; padding: @4 @8; }
QLabel { background: transparent; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="small"] { color: @muted; font-size: @12; }
QLabel[tone="title"] { font-size: @20; font-weight: bold; }
QLabel[role="mark"] { color: @text; background: @raised; border: 1px solid @lineStrong; border-radius: 4px; padding: @3 @8;
    font-size: @12; font-weight: bold; }
QLabel[tone="heading"] { font-weight: bold; }
QFrame[role="panel"], QWidget[role="panel"] { background: @surface; }
QFrame[role="card"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
QFrame[role="line"] { background: @line; border: none; max-height: 1px; min-height: 1px; }

QPushButton, QToolButton[role="button"] {
    background: @raised; color: @text; border: 1px solid @lineStrong; border-radius: 6px; padding: @5 @12; min-height: @20;
}
QPushButton:hover, QToolButton[role="button"]:hover { border-color: @muted; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border: 2px solid @focus; padding: @4 @11; }
QPushButton:disabled { color: @muted; border-color: @line; }
QPushButton:checked { background: @selection; border-color: @focus; }
QPushButton[role="primary"] { background: @action; color: @actionText; border-color: @action; font-weight: bold; }
QPushButton[role="primary"]:focus { border: 2px solid @focus; }
QPushButton[role="primary"]:disabled { background: @raised; color: @muted; border-color: @line; }
QPushButton[role="quiet"], QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; }
QPushButton[role="quiet"]:hover, QToolButton:hover { background: @raised; }
QPushButton[role="quiet"]:focus, QToolButton:focus { border: 2px solid @focus; }

QLineEdit, QSpinBox, QPlainTextEdit, QTextEdit {
    background: @surface; color: @text; border: 1px solid @lineStrong; border-radius: 6px; padding: @4 @8; min-height: @20;
    selection-background-color: @action; selection-color: @actionText;
}
QLineEdit:focus, QSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @focus; padding: @3 @7; }
QPlainTextEdit[role="code"] { background: @codeGround; border-color: @line; padding: @8; }
QComboBox { min-height: @22; }
QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @lineStrong; selection-background-color: @selection; }
)";

constexpr const char *kViews = R"(
QAbstractItemView { background: @ground; color: @text; border: none; outline: none; gridline-color: @line;
    selection-background-color: @selection; selection-color: @text; }
QAbstractItemView::item:selected { background: @selection; color: @text; }
QAbstractItemView[role="popup"] { background: @raised; border: 1px solid @lineStrong; padding: @4; }
QHeaderView { background: @ground; }
QHeaderView::section { background: @ground; color: @muted; border: none; border-bottom: 1px solid @line; padding: @4 @8; }
QMenu { background: @raised; color: @text; border: 1px solid @lineStrong; padding: @4; }
QMenu::item { padding: @6 @20; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::separator { height: 1px; background: @line; margin: @4 @8; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: @12; margin: 0; }
QScrollBar::handle:vertical { background: @lineStrong; border-radius: 4px; min-height: @28; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: @12; margin: 0; }
QScrollBar::handle:horizontal { background: @lineStrong; border-radius: 4px; min-width: @28; margin: 2px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: @raised; border: none; border-radius: 3px; max-height: @6; }
QProgressBar::chunk { background: @action; border-radius: 3px; }
)";

QString valueOf(const QString &name, const Palette &p)
{
    bool isNumber = false;
    const int pixels = name.toInt(&isNumber);
    if (isNumber)
        return QString::number(scaled(pixels)) + QStringLiteral("px");
    const std::pair<const char *, QColor> colours[] = {{"ground", p.ground}, {"surface", p.surface}, {"raised", p.raised},
        {"line", p.line}, {"lineStrong", p.lineStrong}, {"text", p.text}, {"muted", p.muted}, {"focus", p.focus},
        {"action", p.action}, {"actionText", p.actionText}, {"selection", p.selection}, {"codeGround", p.codeGround}};
    for (const auto &[colourName, colour] : colours) {
        if (name == QLatin1String(colourName))
            return colour.name();
    }
    qFatal("the style sheet names an unknown colour: %s", qPrintable(name));
    return {};
}

} // namespace

QString styleSheet(const Palette &palette)
{
    const QString source = QString::fromLatin1(kControls) + QString::fromLatin1(kViews);
    static const QRegularExpression placeholder(QStringLiteral("@(\\w+)"));
    QString sheet;
    qsizetype copied = 0;
    for (auto it = placeholder.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        sheet += QStringView(source).mid(copied, match.capturedStart() - copied);
        sheet += valueOf(match.captured(1), palette);
        copied = match.capturedEnd();
    }
    sheet += QStringView(source).mid(copied);
    return sheet;
}

} // namespace tocsin
