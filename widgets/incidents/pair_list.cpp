// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/pair_list.h"

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

/// Paints one PairRow. Owned by its list.
class PairDelegate final : public QStyledItemDelegate
{
public:
    explicit PairDelegate(const PairList &list, QObject *parent)
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
        paintGround(*painter, option);
        paintRow(*painter, option, m_list.rows()[row]);
        painter->restore();
    }

private:
    static void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
    {
        const Palette &palette = themePalette();
        const bool hasFocus = option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus;
        if (hasFocus)
            painter.fillRect(option.rect, palette.selection);
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), palette.line);
        if (!hasFocus)
            return;
        painter.setPen(QPen(palette.focus, metrics::focusWidth));
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }

    static void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const PairRow &row)
    {
        const Palette &palette = themePalette();
        painter.setLayoutDirection(option.direction);
        QRect box = option.rect.adjusted(metrics::grid, 0, -metrics::grid, 0);
        const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
        if (row.state) {
            const int side = scaled(metrics::glyph);
            const QRect glyph(box.left(), box.center().y() - side / 2, side, side);
            drawGlyph(painter, visual(glyph), *row.state, palette.tone(*row.state), GlyphFill::Filled);
            box.setLeft(box.left() + side + metrics::gapSmall);
        }
        const QFont strong = textFont(TextSize::Body, QFont::DemiBold);
        const int valueWidth = std::min(QFontMetrics(strong).horizontalAdvance(row.value) + 2, box.width() * 3 / 5);
        const QRect value(box.right() - valueWidth + 1, box.top(), valueWidth, box.height());
        box.setRight(value.left() - metrics::gapSmall);
        const auto text = [&](const QRect &rect, Qt::Alignment alignment, const QString &words) {
            painter.drawText(visual(rect), static_cast<int>(alignment) | Qt::AlignVCenter | Qt::TextSingleLine,
                painter.fontMetrics().elidedText(words, Qt::ElideRight, rect.width()));
        };
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(row.state ? palette.text : palette.muted);
        text(box, Qt::AlignLeading, row.name);
        painter.setFont(row.isQuiet ? textFont(TextSize::Body) : strong);
        painter.setPen(row.isMissed ? palette.tone(State::Degraded) : row.isQuiet ? palette.muted : palette.text);
        text(value, Qt::AlignTrailing, row.value);
    }

    const PairList &m_list;
};

} // namespace

PairList::PairList(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new PairDelegate(*this, this));
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    setStyleSheet(QStringLiteral("background: transparent"));
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex &index) { emit chosen(index.row()); });
}

void PairList::setRows(std::vector<PairRow> rows)
{
    if (rows == m_rows)
        return;
    const bool hasOtherHeight = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    m_model->setRowCount(static_cast<int>(m_rows.size()));
    m_model->setColumnCount(1);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QModelIndex index = m_model->index(static_cast<int>(i), 0);
        const PairRow &row = m_rows[i];
        m_model->setData(index, row.name, Qt::DisplayRole);
        m_model->setData(index, QStringLiteral("%1, %2").arg(row.name, row.value), Qt::AccessibleTextRole);
        m_model->setData(index, (row.tip.isEmpty() ? row.value : row.tip).toHtmlEscaped(), Qt::ToolTipRole);
    }
    if (hasOtherHeight)
        updateGeometry();
    viewport()->update();
}

QSize PairList::sizeHint() const
{
    return {200, static_cast<int>(m_rows.size()) * scaled(metrics::rowHeight) + 2};
}

QSize PairList::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void PairList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
        QListView::keyPressEvent(event);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            emit chosen(currentIndex().row());
        return;
    default:
        event->ignore();
    }
}

void PairList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace tocsin
