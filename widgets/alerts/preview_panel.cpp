// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/alerts/preview_panel.h"

#include "models/items/words.h"
#include "widgets/common/key_button.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/state_glyph.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <set>

namespace tocsin {

namespace {

constexpr std::size_t kMostRows = 200;

std::set<AlertKey> keysOf(const std::vector<AlertPtr> &alerts)
{
    std::set<AlertKey> keys;
    for (const AlertPtr &alert : alerts)
        keys.insert(alert->key);
    return keys;
}

} // namespace

PreviewPanel::PreviewPanel(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_rows(new QListWidget(this))
    , m_comment(new QLineEdit(this))
    , m_lasting(new QComboBox(this))
    , m_confirm(new KeyButton(tr("Acknowledge"), tr("Enter"), this))
    , m_cancel(new KeyButton(tr("Cancel"), tr("Esc"), this))
{
    setObjectName(QStringLiteral("acknowledgePanel"));
    setProperty("role", QStringLiteral("card"));
    m_title->setProperty("tone", QStringLiteral("heading"));
    m_title->setTextFormat(Qt::PlainText);
    m_rows->setObjectName(QStringLiteral("acknowledgeRows"));
    m_rows->setAccessibleName(tr("What will be acknowledged"));
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    m_rows->setFocusPolicy(Qt::TabFocus);
    m_rows->setTextElideMode(Qt::ElideRight);
    m_rows->setUniformItemSizes(true);
    m_rows->setIconSize(QSize(scaled(metrics::glyph), scaled(metrics::glyph)));
    m_rows->setStyleSheet(QStringLiteral("background: transparent"));
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(m_title);
    layout->addWidget(m_rows);
    layout->addWidget(makeForm());
    connect(m_confirm, &QPushButton::clicked, this, &PreviewPanel::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &PreviewPanel::cancel);
    hide();
}

QWidget *PreviewPanel::makeForm()
{
    m_comment->setObjectName(QStringLiteral("acknowledgeComment"));
    m_comment->setPlaceholderText(tr("Comment, for the others"));
    m_comment->setAccessibleName(tr("Comment"));
    m_lasting->setObjectName(QStringLiteral("acknowledgeLasting"));
    m_lasting->setAccessibleName(tr("How long"));
    m_lasting->addItem(tr("as long as it stands"), 0);
    for (const int hours : {1, 4, 24})
        m_lasting->addItem(tr("at most %1 h").arg(QLocale().toString(hours)), hours);
    m_confirm->setObjectName(QStringLiteral("acknowledgeConfirm"));
    m_confirm->setProperty("role", QStringLiteral("primary"));
    auto *form = new QWidget(this);
    auto *layout = new QHBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(m_comment, 1);
    layout->addWidget(m_lasting);
    layout->addWidget(m_confirm);
    layout->addWidget(m_cancel);
    return form;
}

void PreviewPanel::ask(std::vector<AlertPtr> alerts)
{
    m_alerts = std::move(alerts);
    m_target = {};
    m_isAsking = true;
    m_hasPreview = false;
    m_confirmWhenClean = false;
    const QString count = words::alertCount(static_cast<int>(m_alerts.size()));
    m_title->setText(tr("Acknowledge %1: looking up what this will match …").arg(count));
    m_confirm->setEnabled(true);
    m_rows->clear();
    for (std::size_t i = 0; i < std::min(m_alerts.size(), kMostRows); ++i)
        addRow(m_alerts[i], QString(), false);
    const int shown = std::clamp(static_cast<int>(m_alerts.size()), 1, 5);
    m_rows->setFixedHeight(shown * scaled(26) + 2);
    m_comment->clear();
    show();
    m_comment->setFocus();
}

void PreviewPanel::addRow(const AlertPtr &alert, const QString &remark, bool isProblem)
{
    QString text = QStringLiteral("%1 · %2 · %3")
                       .arg(plainLine(alert->name), words::serviceOf(*alert), plainLine(alert->key.source.text()));
    if (!remark.isEmpty())
        text += QStringLiteral("  –  ") + remark;
    auto *item = new QListWidgetItem(stateIcon(stateOf(*alert).value_or(State::Pending)), text, m_rows);
    item->setToolTip(text.toHtmlEscaped());
    item->setSizeHint(QSize(0, scaled(26)));
    if (isProblem)
        item->setForeground(themePalette().tone(State::Degraded));
}

void PreviewPanel::showPreview(const AcknowledgePreview &preview)
{
    std::vector<AlertPtr> answered;
    for (const AcknowledgePreview::Row &row : preview.rows)
        answered.push_back(row.alert);
    if (!m_isAsking || keysOf(answered) != keysOf(m_alerts))
        return; // an answer to an earlier question
    m_rows->clear();
    m_target = {};
    // What will not work is what a person must read: it comes first.
    std::vector<AcknowledgePreview::Row> rows = preview.rows;
    const auto works = [](const AcknowledgePreview::Row &row) { return row.problem.isEmpty() && row.matching <= 1; };
    std::stable_partition(rows.begin(), rows.end(), [&](const auto &row) { return !works(row); });
    for (const AcknowledgePreview::Row &row : rows) {
        if (works(row))
            m_target.alerts.push_back(row.alert->key);
        if (static_cast<std::size_t>(m_rows->count()) >= kMostRows)
            continue;
        QString remark = row.problem.isEmpty() ? plainLine(row.matchers) : words::sentence(row.problem);
        if (row.problem.isEmpty() && row.matching > 1)
            remark = tr("left out: it would match %1 (%2)").arg(words::alertCount(row.matching), remark);
        addRow(row.alert, remark, !works(row));
    }
    if (rows.size() > kMostRows)
        m_rows->addItem(tr("and %1 more").arg(QLocale().toString(static_cast<qlonglong>(rows.size() - kMostRows))));
    const QString good = QLocale().toString(static_cast<qlonglong>(m_target.alerts.size()));
    const bool isAll = m_target.alerts.size() == rows.size();
    m_title->setText(isAll ? tr("Acknowledge exactly %1").arg(words::alertCount(static_cast<int>(rows.size())))
                           : tr("Acknowledge %1 of %2").arg(good, words::alertCount(static_cast<int>(rows.size()))));
    m_confirm->setEnabled(!m_target.alerts.empty());
    m_hasPreview = true;
    if (m_confirmWhenClean && isAll)
        confirm();
}

void PreviewPanel::confirm()
{
    if (!m_hasPreview) {
        m_confirmWhenClean = true;
        return;
    }
    if (m_target.alerts.empty())
        return;
    const ActionTarget target = m_target;
    close();
    emit confirmed(target, m_comment->text().trimmed(), std::chrono::hours(m_lasting->currentData().toInt()));
}

void PreviewPanel::cancel()
{
    if (m_isAsking)
        close();
}

void PreviewPanel::close()
{
    m_isAsking = false;
    hide();
    emit closed();
}

void PreviewPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return confirm();
    QFrame::keyPressEvent(event);
}

} // namespace tocsin
