// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/command_palette.h"

#include "widgets/shell/fuzzy.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin {

namespace {

constexpr int kCommandRole = Qt::UserRole + 1;
constexpr int kKeysRole = Qt::UserRole + 2;

/// The name at the beginning, the keys at the end.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, scaled(metrics::rowHeight)}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &palette = themePalette();
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, palette.selection);
        painter->setFont(textFont(TextSize::Body));
        QRect rest = option.rect.adjusted(scaled(metrics::gap), 0, -scaled(metrics::gap), 0);
        const QString keys = index.data(kKeysRole).toString();
        painter->setPen(palette.muted);
        painter->drawText(rest, static_cast<int>(Qt::AlignVCenter | Qt::AlignTrailing), keys);
        const int keysWidth = painter->fontMetrics().horizontalAdvance(keys) + scaled(metrics::gap);
        const bool isMirrored = option.direction == Qt::RightToLeft;
        rest.adjust(isMirrored ? keysWidth : 0, 0, isMirrored ? 0 : -keysWidth, 0);
        painter->setPen(palette.text);
        const QString name = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rest.width());
        painter->drawText(rest, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading), name);
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent)
    , m_line(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setProperty("role", QStringLiteral("card"));
    m_line->setObjectName(QStringLiteral("paletteLine"));
    m_line->setPlaceholderText(tr("What do you want to do?"));
    m_line->setAccessibleName(tr("Find a command"));
    m_line->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setStyleSheet(QStringLiteral("background: transparent"));
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
    hide();
}

void CommandPalette::open(std::vector<CommandId> commands)
{
    m_commands = std::move(commands);
    m_line->clear();
    fill(QString());
    place();
    show();
    raise();
    m_line->setFocus();
}

void CommandPalette::closePalette()
{
    hide();
    emit closed();
}

void CommandPalette::place()
{
    const QRect room = parentWidget()->rect();
    const int width = std::min(scaled(620), room.width() - 2 * metrics::margin);
    const int wanted = static_cast<int>(m_commands.size()) * scaled(metrics::rowHeight) + scaled(64);
    const int height = std::min({wanted, scaled(480), room.height() - 2 * metrics::margin});
    setGeometry((room.width() - width) / 2, std::min(scaled(72), room.height() - height - metrics::margin), width, height);
}

void CommandPalette::fill(const QString &typed)
{
    struct Hit {
        CommandId command;
        int score;
    };
    std::vector<Hit> hits;
    for (const CommandId command : m_commands) {
        if (const std::optional<int> score = fuzzyScore(typed, commandText(command)))
            hits.push_back({command, typed.isEmpty() ? 0 : *score});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });
    m_list->clear();
    for (const Hit &hit : hits) {
        auto *item = new QListWidgetItem(commandText(hit.command), m_list);
        item->setData(kCommandRole, static_cast<int>(hit.command));
        item->setData(kKeysRole, commandKeysText(hit.command));
        item->setToolTip(commandTip(hit.command));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const auto command = static_cast<CommandId>(item->data(kCommandRole).toInt());
    closePalette();
    emit chosen(command);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace tocsin
