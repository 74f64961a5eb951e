// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/rail.h"

#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin {

namespace {

/// The number above the name.
class RailButton final : public QAbstractButton
{
public:
    RailButton(const QString &key, const QString &name, QWidget *parent)
        : QAbstractButton(parent)
        , m_key(key)
    {
        setText(name);
        setAccessibleName(name);
        setCheckable(true);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setFocusPolicy(Qt::TabFocus);
    }

    QSize sizeHint() const override
    {
        const int wanted = QFontMetrics(textFont(TextSize::Small)).horizontalAdvance(text()) + 2 * scaled(metrics::gapSmall);
        return {std::clamp(wanted, scaled(56), scaled(120)), scaled(52)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Palette &palette = themePalette();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? palette.raised : palette.line);
            painter.drawRoundedRect(box, metrics::radius, metrics::radius);
        }
        if (hasFocus()) {
            painter.setPen(QPen(palette.focus, metrics::focusWidth));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box, metrics::radius, metrics::radius);
        }
        painter.setPen(isChecked() ? palette.text : palette.muted);
        painter.setFont(textFont(TextSize::Large, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.drawText(QRect(0, scaled(6), width(), scaled(20)), Qt::AlignCenter, m_key);
        painter.setFont(textFont(TextSize::Small));
        const QString name = painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - scaled(metrics::grid));
        painter.drawText(QRect(0, scaled(28), width(), scaled(18)), Qt::AlignCenter, name);
    }

    void enterEvent(QEnterEvent *event) override
    {
        QAbstractButton::enterEvent(event);
        update();
    }
    void leaveEvent(QEvent *event) override
    {
        QAbstractButton::leaveEvent(event);
        update();
    }

private:
    QString m_key;
};

} // namespace

Rail::Rail(QWidget *parent)
    : QFrame(parent)
    , m_buttons(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("rail"));
    setProperty("role", QStringLiteral("panel"));
    m_layout->setContentsMargins(metrics::gapSmall, metrics::gap, metrics::gapSmall, metrics::gap);
    m_layout->setSpacing(metrics::grid);
    m_layout->addStretch(1);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int id) { emit chosen(static_cast<CommandId>(id)); });
}

void Rail::addView(CommandId command, const QString &name)
{
    auto *button = new RailButton(commandKeyText(command), name, this);
    button->setObjectName(QStringLiteral("rail.%1").arg(QLatin1String(commandSpec(command).name)));
    button->setToolTip(commandTip(command));
    m_buttons->addButton(button, static_cast<int>(command));
    m_layout->insertWidget(m_layout->count() - 1, button);
}

void Rail::setCurrent(CommandId command)
{
    if (QAbstractButton *button = m_buttons->button(static_cast<int>(command)))
        button->setChecked(true);
}

} // namespace tocsin
