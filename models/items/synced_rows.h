// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tocsin {

/// The rows of a flat model, kept by identity: `setRows` turns the old list into the new one by the fewest kinds of
/// signals and never by a reset, so that selection, current row and scroll position stay. At most `mostRanges` ranges are
/// told one by one; more of them are gathered by one change of layout. UI thread.
template<typename Base, typename Row> class SyncedRows : public Base
{
public:
    static constexpr std::size_t mostRanges = 32;

    using Base::Base;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

protected:
    using Rows = std::vector<Row>;

    const Rows &rows() const { return m_rows; }
    /// -1 when it is not there.
    int positionOf(const Row &row) const
    {
        const auto it = std::find(m_rows.begin(), m_rows.end(), row);
        return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
    }
    /// What `known`, a map of the board, says of the row; null when either is not there.
    template<typename Map> const typename Map::mapped_type *knownOf(int row, const Map &known) const
    {
        if (row < 0 || row >= rowCount())
            return nullptr;
        const auto it = known.find(m_rows[static_cast<std::size_t>(row)]);
        return it == known.end() ? nullptr : &it->second;
    }
    virtual int lastColumn() const { return 0; }

    /// Each row must occur once in `next`.
    void setRows(Rows next)
    {
        const auto sameHead = std::mismatch(m_rows.begin(), m_rows.end(), next.begin(), next.end());
        const auto head = sameHead.first - m_rows.begin();
        const auto sameTail = std::mismatch(m_rows.rbegin(), m_rows.rend() - head, next.rbegin(), next.rend() - head);
        m_head = static_cast<std::size_t>(head);
        m_tail = static_cast<std::size_t>(sameTail.first - m_rows.rbegin());
        if (m_head + m_tail == m_rows.size() && m_rows.size() == next.size())
            return;
        std::unordered_map<Row, std::size_t> target;
        target.reserve(next.size() - m_head - m_tail);
        for (std::size_t i = m_head; i < next.size() - m_tail; ++i)
            target.emplace(next[i], i);
        removeMissing(target);
        sortKept(next);
        insertNew(std::move(next));
    }

    /// Says that the rows of these ids show something else now; ids without a row do not matter.
    void tellChangedRows(const std::unordered_set<Row> &ids)
    {
        std::vector<int> changed;
        for (int i = 0; i < rowCount(); ++i) {
            if (ids.count(m_rows[static_cast<std::size_t>(i)]) != 0)
                changed.push_back(i);
        }
        tellChanged(changed);
    }

    /// Says that these rows show something else now; ascending.
    void tellChanged(const std::vector<int> &changed)
    {
        if (changed.empty())
            return;
        const std::vector<Range> ranges = rangesOf(changed);
        if (ranges.size() > mostRanges) {
            emitDataChanged({changed.front(), changed.back()});
            return;
        }
        for (const Range &range : ranges)
            emitDataChanged(range);
    }

private:
    struct Range {
        int first;
        int last;
    };
    using Target = std::unordered_map<Row, std::size_t>;

    static std::vector<Range> rangesOf(const std::vector<int> &ascending)
    {
        std::vector<Range> ranges;
        for (const int row : ascending) {
            if (!ranges.empty() && ranges.back().last + 1 == row)
                ranges.back().last = row;
            else
                ranges.push_back({row, row});
        }
        return ranges;
    }

    void emitDataChanged(const Range &range)
    {
        emit this->dataChanged(this->index(range.first, 0), this->index(range.last, lastColumn()));
    }

    auto middleBegin() { return m_rows.begin() + static_cast<std::ptrdiff_t>(m_head); }
    auto middleEnd() { return m_rows.end() - static_cast<std::ptrdiff_t>(m_tail); }

    void removeMissing(const Target &target)
    {
        std::vector<int> missing;
        m_places.clear();
        for (std::size_t i = m_head; i < m_rows.size() - m_tail; ++i) {
            const auto place = target.find(m_rows[i]);
            if (place == target.end())
                missing.push_back(static_cast<int>(i));
            else
                m_places.push_back(place->second);
        }
        std::vector<Range> ranges = rangesOf(missing);
        if (ranges.size() > mostRanges) {
            Rows order = m_rows;
            std::stable_partition(order.begin() + static_cast<std::ptrdiff_t>(m_head),
                order.end() - static_cast<std::ptrdiff_t>(m_tail), [&](const Row &row) { return target.count(row) != 0; });
            const int end = static_cast<int>(m_rows.size() - m_tail);
            reorder(std::move(order));
            ranges = {{end - static_cast<int>(missing.size()), end - 1}};
        }
        for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
            this->beginRemoveRows({}, range->first, range->last);
            m_rows.erase(m_rows.begin() + range->first, m_rows.begin() + range->last + 1);
            this->endRemoveRows();
        }
    }

    void sortKept(const Rows &next)
    {
        if (std::is_sorted(m_places.begin(), m_places.end()))
            return;
        std::sort(m_places.begin(), m_places.end());
        Rows order = m_rows;
        for (std::size_t i = 0; i < m_places.size(); ++i)
            order[m_head + i] = next[m_places[i]];
        reorder(std::move(order));
    }

    void insertNew(Rows next)
    {
        std::vector<int> fresh;
        Rows freshRows;
        std::size_t kept = m_head;
        for (std::size_t i = m_head; i < next.size() - m_tail; ++i) {
            if (kept < m_rows.size() - m_tail && m_rows[kept] == next[i]) {
                ++kept;
            } else {
                fresh.push_back(static_cast<int>(i));
                freshRows.push_back(next[i]);
            }
        }
        const std::vector<Range> ranges = rangesOf(fresh);
        if (ranges.size() > mostRanges) {
            const int at = static_cast<int>(m_rows.size() - m_tail);
            this->beginInsertRows({}, at, at + static_cast<int>(fresh.size()) - 1);
            m_rows.insert(middleEnd(), freshRows.begin(), freshRows.end());
            this->endInsertRows();
            reorder(std::move(next));
            return;
        }
        for (const Range &range : ranges) {
            this->beginInsertRows({}, range.first, range.last);
            m_rows.insert(m_rows.begin() + range.first, next.begin() + range.first, next.begin() + range.last + 1);
            this->endInsertRows();
        }
    }

    /// Takes the same rows in another order.
    void reorder(Rows order)
    {
        emit this->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList before = this->persistentIndexList();
        QModelIndexList after;
        if (!before.isEmpty()) {
            Target place;
            place.reserve(order.size());
            for (std::size_t i = 0; i < order.size(); ++i)
                place.emplace(order[i], i);
            for (const QModelIndex &index : before) {
                const Row &row = m_rows[static_cast<std::size_t>(index.row())];
                after << this->createIndex(static_cast<int>(place.at(row)), index.column());
            }
        }
        m_rows = std::move(order);
        this->changePersistentIndexList(before, after);
        emit this->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    Rows m_rows;
    std::size_t m_head = 0; ///< rows at the beginning that stay as they are, while setRows runs
    std::size_t m_tail = 0;
    std::vector<std::size_t> m_places; ///< where the kept rows of the middle will stand
};

} // namespace tocsin
