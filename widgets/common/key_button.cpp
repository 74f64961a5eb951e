// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/key_button.h"

#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace tocsin {

KeyButton::KeyButton(const QString &text, const QString &key, QWidget *parent)
    : QPushButton(text, parent)
    , m_key(key)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    if (!key.isEmpty())
        setToolTip(QStringLiteral("%1 (%2)").arg(text, key));
}

QSize KeyButton::sizeHint() const
{
    const int keyWidth = QFontMetrics(textFont(TextSize::Small)).horizontalAdvance(m_key);
    return QPushButton::sizeHint() + QSize(m_key.isEmpty() ? 0 : keyWidth + metrics::gapSmall, 0);
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const QFont keyFont = textFont(TextSize::Small);
    const int textWidth = fontMetrics().horizontalAdvance(text());
    const bool showsKey = !m_key.isEmpty() && width() >= sizeHint().width();
    const int keyWidth = showsKey ? QFontMetrics(keyFont).horizontalAdvance(m_key) : 0;
    const int gap = showsKey ? metrics::gapSmall : 0;
    const int left = (width() - textWidth - gap - keyWidth) / 2;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [&](int x, int boxWidth) {
        const QRect box(x, 0, boxWidth + 1, height());
        return isMirrored ? QStyle::visualRect(Qt::RightToLeft, rect(), box) : box;
    };
    const bool isPrimary = property("role").toString() == QLatin1String("primary");
    painter.setPen(!isEnabled() ? themePalette().muted : isPrimary ? themePalette().actionText : themePalette().text);
    painter.drawText(place(left, textWidth), Qt::AlignVCenter, text());
    if (!showsKey)
        return;
    painter.setFont(keyFont);
    painter.setPen(isPrimary && isEnabled() ? themePalette().actionText : themePalette().muted);
    painter.drawText(place(left + textWidth + gap, keyWidth), Qt::AlignVCenter, m_key);
}

} // namespace tocsin
