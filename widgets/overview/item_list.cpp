// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/item_list.h"

#include "models/items/words.h"
#include "widgets/common/glyph_cache.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace tocsin {

namespace {

constexpr double kNameShare = 0.4;   ///< of the width
constexpr double kFigureShare = 0.2; ///< right-aligned, so that figures stand in a column

/// Paints one ItemRow. Owned by its list.
class ItemDelegate final : public QStyledItemDelegate
{
public:
    explicit ItemDelegate(const ItemList &list, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_list(list)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, scaled(metrics::rowHeight)}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto row = static_cast<std::size_t>(index.row());
        if (row >= m_list.rows().size())
            return;
        painter->save();
        paintRow(*painter, option, m_list.rows()[row]);
        painter->restore();
    }

private:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const ItemRow &row) const
    {
        const Palette &palette = themePalette();
        const QRect &box = option.rect;
        painter.setLayoutDirection(option.direction);
        if (option.state & QStyle::State_Selected)
            painter.fillRect(box, palette.selection);
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), palette.line);
        if (option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus) {
            painter.setPen(QPen(palette.focus, metrics::focusWidth));
            painter.drawRect(box.adjusted(1, 1, -1, -1));
        }
        const auto visual = [&](int left, int width) {
            return QStyle::visualRect(option.direction, box, QRect(left, box.top(), width, box.height()));
        };
        const int glyph = scaled(metrics::glyph);
        const QRect glyphBox = visual(box.left() + metrics::grid, glyph);
        drawGlyph(painter, QRectF(glyphBox.left(), box.center().y() - glyph / 2.0 + 0.5, glyph, glyph), row.state,
            palette.tone(row.state), row.owned ? GlyphFill::Outlined : GlyphFill::Filled);
        const int left = box.left() + metrics::grid + glyph + metrics::gap;
        const int width = box.right() - left - metrics::grid;
        const bool hasFigures = std::any_of(
            m_list.rows().begin(), m_list.rows().end(), [](const ItemRow &other) { return !other.figure.isEmpty(); });
        const int nameWidth = static_cast<int>(width * kNameShare);
        const int figureWidth = hasFigures ? static_cast<int>(width * kFigureShare) : 0;
        const auto text = [&](int x, int room, Qt::Alignment alignment, const QString &words) {
            painter.drawText(visual(x, room), static_cast<int>(alignment) | Qt::AlignVCenter | Qt::TextSingleLine,
                painter.fontMetrics().elidedText(words, Qt::ElideRight, room));
        };
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(palette.text);
        text(left, nameWidth, Qt::AlignLeading, row.name);
        text(left + nameWidth, figureWidth, Qt::AlignTrailing, row.figure);
        painter.setPen(palette.muted);
        const int detailLeft = left + nameWidth + figureWidth + metrics::gap;
        text(detailLeft, box.right() - metrics::grid - detailLeft, Qt::AlignLeading, row.detail);
    }

    const ItemList &m_list;
};

QString spoken(const ItemRow &row)
{
    return QStringList{row.name, words::spokenState(row.state), row.figure, row.detail}.join(QStringLiteral(", "));
}

} // namespace

ItemList::ItemList(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new ItemDelegate(*this, this));
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    setStyleSheet(QStringLiteral("background: transparent"));
}

int ItemList::rowOfSame(const ItemRow &wanted) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const ItemRow &row) { return row.check == wanted.check && row.alert == wanted.alert && row.name == wanted.name; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

void ItemList::setRows(std::vector<ItemRow> rows)
{
    if (rows == m_rows)
        return;
    const ItemRow *current = currentRow();
    const std::optional<ItemRow> kept = current ? std::optional(*current) : std::nullopt;
    const bool hasOtherHeight = rows.size() != m_rows.size();
    m_isFilling = true;
    m_rows = std::move(rows);
    m_model->setRowCount(static_cast<int>(m_rows.size()));
    m_model->setColumnCount(1);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QModelIndex index = m_model->index(static_cast<int>(i), 0);
        m_model->setData(index, m_rows[i].name, Qt::DisplayRole);
        m_model->setData(index, spoken(m_rows[i]), Qt::AccessibleTextRole);
        m_model->setData(index, m_rows[i].detail.toHtmlEscaped(), Qt::ToolTipRole);
    }
    const int row = kept ? rowOfSame(*kept) : -1;
    setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row, 0));
    m_isFilling = false;
    if (hasOtherHeight)
        updateGeometry();
    viewport()->update();
}

const ItemRow *ItemList::currentRow() const
{
    const int row = currentIndex().row();
    return row >= 0 && static_cast<std::size_t>(row) < m_rows.size() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

void ItemList::selectCheck(const CheckId &check)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].check == check)
            setCurrentIndex(m_model->index(static_cast<int>(i), 0));
    }
}

void ItemList::step(int by)
{
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        setCurrentIndex(m_model->index(std::clamp(currentIndex().row() + by, 0, last), 0));
}

QSize ItemList::sizeHint() const
{
    return {300, std::max(1, static_cast<int>(m_rows.size())) * scaled(metrics::rowHeight) + 2};
}

QSize ItemList::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void ItemList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    const ItemRow *row = currentRow();
    if (!m_isFilling && row && !row->check.isEmpty())
        emit checkSelected(row->check);
}

void ItemList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        QListView::keyPressEvent(event);
        return;
    default:
        event->ignore();
    }
}

void ItemList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace tocsin
