// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/overview_page.h"

#include "models/items/words.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/key_hint.h"
#include "widgets/overview/item_list.h"
#include "widgets/overview/service_detail.h"
#include "widgets/overview/tile_delegate.h"
#include "widgets/overview/tile_view.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

constexpr int kNarrow = 960;        ///< pixels at scale 1; below it the detail lies under the tiles
constexpr double kTallShare = 1.15; ///< height over width; above it as well
constexpr double kDetailShare = 0.4;
constexpr int kNarrowestDetail = 420;
constexpr int kWidestDetail = 960;

constexpr std::array kKnown{CommandId::Filter, CommandId::MoveDown, CommandId::MoveUp, CommandId::Open, CommandId::Acknowledge,
    CommandId::Unacknowledge, CommandId::Silence, CommandId::Undo};

} // namespace

OverviewPage::OverviewPage(BoardFeed &feed, Commands &commands, const Clock &clock, QWidget *parent)
    : Page(parent)
    , m_feed(feed)
    , m_commands(commands)
    , m_clock(clock)
    , m_opener([](const QUrl &address) { QDesktopServices::openUrl(address); })
    , m_splitter(new QSplitter(this))
{
    makeTiles();
    makePlaceOfDetail();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    connect(m_tiles, &TileView::serviceSelected, this, [this](const ServiceId &service) {
        if (m_detail)
            m_detail->setService(service);
        emit serviceSelected(service);
    });
    connect(m_tiles, &TileView::openRequested, this, [this] { run(CommandId::Open); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_tiles->setFilter(typed);
        refreshHead();
    });
    connect(&feed, &BoardFeed::changed, this, &OverviewPage::refreshHead);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_detail && m_detail->isAncestorOf(now))
            m_tiles->keepSelection(); // who is at work in the detail must not lose it
    });
    tick(clock.now());
}

QWidget *OverviewPage::makeHead(QWidget *parent)
{
    auto *head = new QWidget(parent);
    auto *title = new QLabel(tr("Overview"), head);
    title->setProperty("tone", QStringLiteral("title"));
    m_remark = new ElidedLabel(head);
    m_remark->setProperty("tone", QStringLiteral("muted"));
    m_filter = new QLineEdit(head);
    m_filter->setObjectName(QStringLiteral("overview.filter"));
    m_filter->setPlaceholderText(tr("/ filter"));
    m_filter->setAccessibleName(tr("Filter services by name or state"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(scaled(230));
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(TileDelegate::gap / 2, 0, TileDelegate::gap / 2, 0);
    line->setSpacing(metrics::gap);
    line->addWidget(title);
    line->addWidget(m_remark, 1);
    line->addWidget(m_filter, 1);
    line->addWidget(new KeyHint(commandKeyText(CommandId::Palette), tr("commands"), head));
    return head;
}

void OverviewPage::makeTiles()
{
    auto *side = new QWidget(m_splitter);
    m_tiles = new TileView(m_feed, side);
    auto *layout = new QVBoxLayout(side);
    constexpr int kHalf = TileDelegate::gap / 2;
    layout->setContentsMargins(metrics::margin - kHalf, metrics::gap, metrics::margin - kHalf, 0);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(makeHead(side));
    layout->addWidget(m_tiles, 1);
}

void OverviewPage::makePlaceOfDetail()
{
    m_detailScroll = new QScrollArea(m_splitter);
    auto *ground = new QWidget(m_detailScroll->viewport());
    ground->setProperty("role", QStringLiteral("panel"));
    auto *layout = new QVBoxLayout(ground);
    layout->setContentsMargins(0, 0, 0, 0);
    m_detailScroll->setWidget(ground);
    m_detailScroll->setWidgetResizable(true);
    m_detailScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detailScroll->setFocusPolicy(Qt::NoFocus);
}

/// Made when it is needed or after the page was painted for the first time: two thirds of the work of making a window is its
/// chart, and the tiles need not wait for it.
ServiceDetail &OverviewPage::detail()
{
    if (m_detail)
        return *m_detail;
    QWidget *ground = m_detailScroll->widget();
    m_detail = new ServiceDetail(
        m_feed, m_commands, m_clock, [this](const QUrl &address) { m_opener(address); }, ground);
    m_detail->setZone(m_zone);
    m_detail->setService(m_tiles->selected());
    m_detail->tick(m_clock.now());
    ground->layout()->addWidget(m_detail);
    return *m_detail;
}

bool OverviewPage::knows(CommandId command) const
{
    switch (command) {
    case CommandId::Acknowledge:
        return m_detail && m_detail->canAcknowledge();
    case CommandId::Unacknowledge:
        return m_detail && m_detail->canGiveBack();
    case CommandId::Silence:
        return m_detail && m_detail->canSilence();
    default:
        return std::find(kKnown.begin(), kKnown.end(), command) != kKnown.end();
    }
}

void OverviewPage::run(CommandId command)
{
    switch (command) {
    case CommandId::Filter:
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
        break;
    case CommandId::MoveDown:
        step(1);
        break;
    case CommandId::MoveUp:
        step(-1);
        break;
    case CommandId::Open:
        detail().items()->setFocus(Qt::ShortcutFocusReason);
        break;
    case CommandId::Acknowledge:
        detail().acknowledge();
        break;
    case CommandId::Unacknowledge:
        detail().giveBack();
        break;
    case CommandId::Silence:
        detail().silence();
        break;
    case CommandId::Undo:
        detail().undo();
        break;
    default:
        break;
    }
}

void OverviewPage::step(int by)
{
    if (detail().items()->hasFocus())
        detail().items()->step(by);
    else
        m_tiles->step(by);
}

bool OverviewPage::goBack()
{
    if (m_detail && m_detail->cancel())
        return true;
    if (!m_filter->text().isEmpty()) {
        m_filter->clear();
        m_tiles->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (m_tiles->hasFocus())
        return false;
    m_tiles->setFocus(Qt::OtherFocusReason);
    return true;
}

void OverviewPage::tick(Instant now)
{
    m_tiles->setNow(now);
    if (m_detail)
        m_detail->tick(now);
    refreshHead();
}

QWidget *OverviewPage::focusTarget()
{
    return m_tiles;
}

void OverviewPage::select(const ServiceId &service)
{
    m_tiles->select(service);
}

ServiceId OverviewPage::selected() const
{
    return m_tiles->selected();
}

IncidentScope OverviewPage::chosenScope() const
{
    IncidentScope scope;
    if (const ServiceId service = selected(); !service.isEmpty())
        scope.services.push_back(service);
    return scope;
}

void OverviewPage::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_tiles->setZone(zone);
    if (m_detail)
        m_detail->setZone(zone);
}

void OverviewPage::showPreview(const AcknowledgePreview &preview)
{
    detail().showPreview(preview);
}

void OverviewPage::showHistory(const History &history)
{
    detail().showHistory(history);
}

void OverviewPage::refreshHead()
{
    const int all = static_cast<int>(m_feed.board().services.size());
    m_remark->setFullText(m_filter->text().isEmpty() ? tr("%1, worst first").arg(words::serviceCount(all))
                                                     : tr("%1 of %2").arg(m_tiles->shownCount()).arg(words::serviceCount(all)));
    m_detailScroll->setVisible(all > 0);
}

void OverviewPage::keyPressEvent(QKeyEvent *event)
{
    // The window hears the same keys first; alone, and in a window without shortcuts, the page speaks for itself.
    if (event->key() == Qt::Key_Escape) {
        event->setAccepted(goBack());
        return;
    }
    const QKeySequence typed(event->keyCombination());
    for (const CommandId command : kKnown) {
        if (knows(command) && commandKeys(command).contains(typed)) {
            run(command);
            return;
        }
    }
    event->ignore();
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void OverviewPage::paintEvent(QPaintEvent *event)
{
    Page::paintEvent(event);
    if (!m_detail)
        QTimer::singleShot(0, this, [this] { detail(); });
}

void OverviewPage::arrange()
{
    const bool isStacked = width() < scaled(kNarrow) || height() > width() * kTallShare;
    m_splitter->setOrientation(isStacked ? Qt::Vertical : Qt::Horizontal);
    if (isStacked) {
        const int tiles = static_cast<int>(height() * 0.45);
        m_splitter->setSizes({tiles, height() - tiles});
        return;
    }
    const int wanted = static_cast<int>(width() * kDetailShare);
    const int detail = std::clamp(wanted, scaled(kNarrowestDetail), scaled(kWidestDetail));
    m_splitter->setSizes({width() - detail, detail});
}

} // namespace tocsin
