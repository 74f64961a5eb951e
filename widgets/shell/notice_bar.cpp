// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/notice_bar.h"

#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace tocsin {

namespace {

constexpr std::size_t kMostLines = 4;

void addLines(QStringList &lines, const std::vector<std::string> &texts)
{
    for (std::size_t i = 0; i < std::min(texts.size(), kMostLines); ++i)
        lines << plainLine(texts[i]);
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_close(new QPushButton(QStringLiteral("×"), this))
{
    setObjectName(QStringLiteral("noticeBar"));
    setProperty("role", QStringLiteral("panel"));
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setWordWrap(true);
    showPlain(*m_text);
    m_close->setProperty("role", QStringLiteral("quiet"));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::gapLarge, metrics::gapSmall, metrics::gap, metrics::gapSmall);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_isPutAway = true;
        m_remark.clear();
        refresh();
    });
    hide();
}

void NoticeBar::show(const ConfigurationReport &report)
{
    m_report = report;
    m_isPutAway = false;
    refresh();
}

void NoticeBar::show(const StationNotice &notice)
{
    m_notice = notice;
    m_isPutAway = false;
    refresh();
}

void NoticeBar::show(const std::vector<const Delivery *> &troubles)
{
    QStringList lines;
    for (const Delivery *delivery : troubles) {
        const QString channel = plainLine(delivery->message.channel.text());
        const QString why = plainLine(words::sentence(delivery->problem).toStdString());
        lines << (delivery->state == DeliveryState::Failed
                ? tr("A message through %1 was not delivered: %2").arg(channel, why)
                : tr("Messages through %1 do not get through yet: %2").arg(channel, why));
    }
    if (lines == m_undelivered)
        return;
    m_undelivered = lines;
    m_isPutAway = false;
    refresh();
}

void NoticeBar::tell(const QString &remark)
{
    if (remark == m_remark)
        return;
    m_remark = remark;
    refresh();
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void NoticeBar::refresh()
{
    QStringList lines;
    if (!m_notice.reason.isEmpty())
        lines << words::sentence(m_notice.reason);
    if (!m_report.errors.empty())
        lines << (m_report.keptOld ? tr("The configuration has mistakes; the one before stays in force:")
                                   : tr("The configuration has mistakes:"));
    addLines(lines, m_report.errors);
    addLines(lines, m_report.warnings);
    for (std::size_t i = 0; i < std::min(m_notice.remarks.size(), kMostLines); ++i)
        lines << plainLine(words::sentence(m_notice.remarks[i]).toStdString());
    for (qsizetype i = 0; i < std::min<qsizetype>(m_undelivered.size(), kMostLines); ++i)
        lines << m_undelivered[i];
    const std::size_t all = m_report.errors.size() + m_report.warnings.size();
    const std::size_t shown = std::min(m_report.errors.size(), kMostLines) + std::min(m_report.warnings.size(), kMostLines);
    if (all > shown)
        lines << tr("and %1 more, see: tocsin validate").arg(QLocale().toString(static_cast<qlonglong>(all - shown)));
    if (m_isPutAway && m_notice.reason.isEmpty() && m_report.errors.empty())
        lines.clear();
    const bool isTrouble = !lines.isEmpty();
    if (!m_remark.isEmpty())
        lines << m_remark;
    const bool isError = !m_notice.reason.isEmpty() || !m_report.errors.empty();
    m_text->setText(lines.join(QLatin1Char('\n')));
    // By a style sheet: what a palette says is lost when the theme changes.
    const QColor tone = isTrouble ? themePalette().tone(isError ? State::Down : State::Degraded) : themePalette().text;
    const QString sheet = QStringLiteral("color: %1;").arg(tone.name());
    if (m_text->styleSheet() != sheet)
        m_text->setStyleSheet(sheet);
    m_close->setVisible(!isError);
    setVisible(!lines.isEmpty());
}

} // namespace tocsin
