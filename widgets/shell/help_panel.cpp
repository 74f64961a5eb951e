// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/help_panel.h"

#include "widgets/common/command_table.h"
#include "widgets/common/key_hint.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>

namespace tocsin {

HelpPanel::HelpPanel(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("helpPanel"));
    setProperty("role", QStringLiteral("card"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *list = new QWidget(scroll);
    auto *rows = new QGridLayout(list);
    rows->setContentsMargins(0, 0, metrics::gap, 0);
    rows->setHorizontalSpacing(metrics::gap);
    rows->setVerticalSpacing(metrics::grid);
    rows->setColumnStretch(1, 1);
    for (const CommandSpec &command : commandTable()) {
        if (commandKeysText(command.id).isEmpty())
            continue;
        const int row = rows->rowCount();
        rows->addWidget(new KeyHint(commandKeysText(command.id), QString(), list), row, 0);
        auto *text = new QLabel(commandText(command.id), list);
        text->setWordWrap(true);
        rows->addWidget(text, row, 1);
    }
    scroll->setWidget(list);
    list->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *title = new QLabel(tr("Keys"), this);
    title->setProperty("tone", QStringLiteral("title"));
    auto *hint = new QLabel(tr("%1 finds every command by its name. %2 closes this.")
                                .arg(commandKeyText(CommandId::Palette), commandKeyText(CommandId::Back)),
        this);
    hint->setProperty("tone", QStringLiteral("muted"));
    hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::margin, metrics::margin, metrics::gapSmall, metrics::margin);
    layout->setSpacing(metrics::gap);
    layout->addWidget(title);
    layout->addWidget(scroll, 1);
    layout->addWidget(hint);
    hide();
}

QSize HelpPanel::sizeHint() const
{
    return {scaled(480), scaled(720)};
}

void HelpPanel::open()
{
    place();
    show();
    raise();
}

void HelpPanel::place()
{
    const QRect room = parentWidget()->rect();
    const QSize size = sizeHint().boundedTo(room.size() - QSize(2 * metrics::margin, 2 * metrics::margin));
    setGeometry(QRect(QPoint((room.width() - size.width()) / 2, (room.height() - size.height()) / 2), size));
}

} // namespace tocsin
