// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/crisis_bar.h"

#include "models/items/summary.h"
#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/state_badge.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace tocsin {

namespace {

/// A strip over the whole width, in the colours of a tile. By a style sheet of its own: the style takes colours of a palette
/// away when it dresses the label for the first time and whenever the theme changes.
void dressStrip(QLabel &strip, const TileColours &colours)
{
    const QString sheet = QStringLiteral("background: %1; color: %2;").arg(colours.ground.name(), colours.text.name());
    if (strip.styleSheet() != sheet)
        strip.setStyleSheet(sheet);
}

} // namespace

CrisisBar::CrisisBar(const BoardFeed &feed, QWidget *parent)
    : QFrame(parent)
    , m_feed(feed)
    , m_blind(new ElidedLabel(this))
    , m_drill(new ElidedLabel(this))
    , m_shop(new QLabel(this))
    , m_sentence(new ElidedLabel(this))
    , m_detail(new ElidedLabel(this))
    , m_fresh(new ElidedLabel(this))
    , m_local(new QLabel(this))
    , m_utc(new QLabel(this))
{
    setObjectName(QStringLiteral("crisisBar"));
    setProperty("role", QStringLiteral("panel"));
    auto *line = new QFrame(this);
    line->setProperty("role", QStringLiteral("line"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeStrip());
    layout->addWidget(makeBar());
    layout->addWidget(line);
    connect(&feed, &BoardFeed::changed, this, &CrisisBar::refresh);
    dress();
}

QWidget *CrisisBar::makeStrip()
{
    auto *strip = new QWidget(this);
    auto *layout = new QVBoxLayout(strip);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_blind->setObjectName(QStringLiteral("blindStrip"));
    m_drill->setObjectName(QStringLiteral("drillStrip"));
    for (ElidedLabel *label : {m_blind, m_drill}) {
        label->setAlignment(Qt::AlignCenter);
        label->setFixedHeight(scaled(28));
        QFont strong = textFont(TextSize::Body, QFont::DemiBold);
        label->setFont(strong);
        label->hide();
        layout->addWidget(label);
    }
    m_drill->setFullText(tr("DRILL: this is the simulated shop, nothing here is real"));
    return strip;
}

QWidget *CrisisBar::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::gapLarge, metrics::gapSmall, metrics::gapLarge, metrics::gapSmall);
    layout->setSpacing(metrics::gapLarge);
    m_shop->setTextFormat(Qt::PlainText);
    m_shop->setProperty("tone", QStringLiteral("heading"));
    layout->addWidget(m_shop);
    for (const State state : {State::Down, State::Degraded, State::Unknown, State::Pending, State::Maintenance, State::Ok}) {
        auto *badge = new StateBadge(bar);
        badge->setObjectName(QStringLiteral("count.%1").arg(QString::fromStdString(std::string(stateWord(state)))));
        badge->setState(state);
        m_badges.emplace(state, badge);
        layout->addWidget(badge);
    }
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    m_detail->setObjectName(QStringLiteral("crisisLabel"));
    m_detail->setProperty("tone", QStringLiteral("small"));
    m_sentence->setObjectName(QStringLiteral("crisisSentence"));
    m_sentence->setProperty("tone", QStringLiteral("heading"));
    for (ElidedLabel *label : {m_detail, m_sentence})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    middle->addWidget(m_detail);
    middle->addWidget(m_sentence);
    layout->addLayout(middle, 1);
    layout->addWidget(makeEnd());
    return bar;
}

QWidget *CrisisBar::makeEnd()
{
    auto *end = new QWidget(this);
    auto *layout = new QGridLayout(end);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_fresh->setObjectName(QStringLiteral("freshness"));
    m_fresh->setProperty("tone", QStringLiteral("small"));
    m_local->setObjectName(QStringLiteral("localClock"));
    m_local->setProperty("tone", QStringLiteral("heading"));
    m_utc->setObjectName(QStringLiteral("utcClock"));
    m_utc->setProperty("tone", QStringLiteral("muted"));
    m_fresh->setMaximumWidth(scaled(380)); // the worst sentence needs room as well
    m_fresh->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    for (QLabel *label : {m_local, m_utc}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    layout->addWidget(m_fresh, 0, 0, 1, 2);
    layout->addWidget(m_local, 1, 0);
    layout->addWidget(m_utc, 1, 1);
    layout->setColumnStretch(0, 1);
    return end;
}

void CrisisBar::tick(Instant now)
{
    m_now = now;
    refresh();
}

void CrisisBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        dress();
}

void CrisisBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    refresh();
}

void CrisisBar::dress()
{
    m_counts.reset(); // letters may be of another size now
    const Palette &palette = themePalette();
    dressStrip(*m_blind, palette.tile(State::Down, false, TileLoudness::Wall));
    TileColours drill = palette.tile(State::Maintenance, false, TileLoudness::Desk);
    drill.ground = palette.selection;
    dressStrip(*m_drill, drill);
}

/// Whether all counts in words would leave the sentence only a few of its own.
bool CrisisBar::leavesLittleRoom(const Summary &summary) const
{
    constexpr int kSentence = 360;
    const QFontMetrics letters(textFont(TextSize::Body, QFont::DemiBold));
    int taken = m_shop->sizeHint().width() + m_local->sizeHint().width() + m_utc->sizeHint().width() + 3 * metrics::gapLarge;
    for (const auto &[state, badge] : m_badges) {
        if (const int count = summary.count(state); count > 0)
            taken += letters.horizontalAdvance(words::stateCount(state, count)) + scaled(metrics::glyph + metrics::gapSmall)
                + metrics::gapLarge;
    }
    return width() - taken < scaled(kSentence);
}

/// Where there is little room the shape and the number speak for all but the worst.
void CrisisBar::showCounts(const Summary &summary)
{
    if (summary.services == m_counts && width() == m_countsWidth)
        return;
    m_counts = summary.services;
    m_countsWidth = width();
    const bool isTight = leavesLittleRoom(summary);
    for (const auto &[state, badge] : m_badges) {
        const int count = summary.count(state);
        const QString full = words::stateCount(state, count);
        badge->setWord(isTight && state != State::Down ? QLocale().toString(count) : full);
        badge->setAccessibleName(full);
        badge->setToolTip(full);
        badge->setVisible(count > 0);
    }
}

void CrisisBar::refresh()
{
    const Board &board = m_feed.board();
    const Summary summary = summarize(board);
    m_blind->setVisible(board.station.blind);
    m_drill->setVisible(board.simulated);
    if (board.station.blind)
        m_blind->setFullText(words::blindness(board, m_now, m_zone));
    if (const QString shop = plainLine(board.shop, 40); shop != m_shop->text()) {
        m_shop->setText(shop);
        m_counts.reset(); // another name leaves other room
    }
    showCounts(summary);
    m_detail->setFullText(tr("Worst now"));
    m_detail->setVisible(board.overall() >= State::Unknown && !board.services.empty());
    m_sentence->setFullText(words::worstNow(board, m_now));
    const QString silent = plainLine(words::silence(board, m_now).toStdString(), 200);
    const QString sheet
        = silent.isEmpty() ? QString() : QStringLiteral("color: %1;").arg(themePalette().tone(State::Degraded).name());
    if (m_fresh->styleSheet() != sheet)
        m_fresh->setStyleSheet(sheet);
    m_fresh->setFullText(silent.isEmpty() ? words::freshness(summary, m_now) : silent);
    const QString local = words::clockTime(m_now, m_zone);
    const QString utc = words::clockTime(m_now, QTimeZone::utc());
    m_local->setText(local);
    m_utc->setText(QStringLiteral(" · %1 UTC").arg(utc));
}

} // namespace tocsin
