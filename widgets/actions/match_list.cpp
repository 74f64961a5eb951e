// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/match_list.h"

#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/state_glyph.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QLocale>

#include <algorithm>

namespace tocsin {

namespace {

constexpr int kLine = 26; ///< height at scale 1

} // namespace

MatchList::MatchList(QWidget *parent)
    : QListWidget(parent)
{
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::TabFocus);
    setTextElideMode(Qt::ElideRight);
    setUniformItemSizes(true);
    setIconSize(QSize(scaled(metrics::glyph), scaled(metrics::glyph)));
    setStyleSheet(QStringLiteral("background: transparent"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void MatchList::addLine(tocsin::State state, const QString &what, const QString &remark, Tone tone)
{
    if (count() >= mostRows)
        return;
    const QString text = remark.isEmpty() ? what : what + QStringLiteral("  –  ") + remark;
    auto *item = new QListWidgetItem(stateIcon(state), text, this);
    item->setToolTip(text.toHtmlEscaped());
    item->setSizeHint(QSize(0, scaled(kLine)));
    if (tone == Tone::Warning)
        item->setForeground(themePalette().tone(tocsin::State::Degraded));
    else if (tone == Tone::Muted)
        item->setForeground(themePalette().muted);
}

void MatchList::addAlert(const Alert &alert, const QString &remark, Tone tone)
{
    const QString what
        = QStringLiteral("%1 · %2 · %3").arg(plainLine(alert.name), words::serviceOf(alert), plainLine(alert.key.source.text()));
    addLine(stateOf(alert).value_or(tocsin::State::Pending), what, remark, tone);
}

void MatchList::addCheck(const CheckStatus &check, const QString &remark)
{
    const QString what = QStringLiteral("%1 · %2").arg(plainLine(check.name), plainLine(check.service.text()));
    addLine(check.state, what, remark, Tone::Plain);
}

void MatchList::addService(const ServiceStatus &service)
{
    addLine(service.state, plainLine(service.id.text()), words::sentence(service.reason), Tone::Plain);
}

void MatchList::finish(std::size_t all, int most)
{
    const auto left = static_cast<qlonglong>(all) - count();
    if (left > 0)
        addItem(tr("and %1 more").arg(QLocale().toString(left)));
    setFixedHeight(std::clamp(count(), 1, most) * scaled(kLine) + 2);
}

} // namespace tocsin
