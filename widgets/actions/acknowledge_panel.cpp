// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/acknowledge_panel.h"

#include "models/items/words.h"
#include "widgets/actions/match_list.h"
#include "widgets/common/key_button.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>
#include <map>
#include <set>

namespace tocsin {

namespace {

constexpr int kLongestComment = 500;
constexpr int kOneLine = 760; ///< pixels at scale 1, from which on comment and buttons stand in one line

using Row = AcknowledgePreview::Row;

std::set<AlertKey> keysOf(const std::vector<AlertPtr> &alerts)
{
    std::set<AlertKey> keys;
    for (const AlertPtr &alert : alerts)
        keys.insert(alert->key);
    return keys;
}

bool isPartOf(const std::set<AlertKey> &answered, const std::vector<AlertPtr> &alerts)
{
    const std::set<AlertKey> keys = keysOf(alerts);
    return std::includes(keys.begin(), keys.end(), answered.begin(), answered.end());
}

bool works(const Row &row)
{
    return row.problem.isEmpty() && row.matching <= 1;
}

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

/// "3 alerts", "1 check", "2 alerts, 1 check".
QString countsOf(std::size_t alerts, std::size_t checks)
{
    QStringList parts;
    if (alerts > 0 || checks == 0)
        parts << words::alertCount(static_cast<int>(alerts));
    if (checks > 0)
        parts << words::checkCount(static_cast<int>(checks));
    return parts.join(QStringLiteral(", "));
}

} // namespace

AcknowledgePanel::AcknowledgePanel(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_rows(new MatchList(this))
    , m_comment(new QLineEdit(this))
    , m_lasting(new QComboBox(this))
    , m_confirm(new KeyButton(tr("Acknowledge"), tr("Enter"), this))
    , m_cancel(new KeyButton(tr("Cancel"), tr("Esc"), this))
{
    setObjectName(QStringLiteral("acknowledgePanel"));
    setProperty("role", QStringLiteral("card"));
    m_title->setObjectName(QStringLiteral("acknowledgeTitle"));
    m_title->setProperty("tone", QStringLiteral("heading"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_counts->setObjectName(QStringLiteral("acknowledgeCounts"));
    m_counts->setProperty("tone", QStringLiteral("muted"));
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setWordWrap(true);
    m_rows->setObjectName(QStringLiteral("acknowledgeRows"));
    m_rows->setAccessibleName(tr("What will be acknowledged"));
    m_form = makeForm();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(m_title);
    layout->addWidget(m_counts);
    layout->addWidget(m_rows);
    layout->addLayout(m_form);
    connect(m_confirm, &QPushButton::clicked, this, &AcknowledgePanel::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &AcknowledgePanel::cancel);
    hide();
}

QBoxLayout *AcknowledgePanel::makeForm()
{
    m_comment->setObjectName(QStringLiteral("acknowledgeComment"));
    m_comment->setPlaceholderText(tr("Comment, for the others"));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setMaxLength(kLongestComment);
    m_lasting->setObjectName(QStringLiteral("acknowledgeLasting"));
    m_lasting->setAccessibleName(tr("How long"));
    m_lasting->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_lasting->setMinimumContentsLength(6); // in a narrow detail it gives way, and its list shows the whole
    m_lasting->addItem(tr("as long as it stands"), 0);
    for (const int hours : {1, 4, 24})
        m_lasting->addItem(tr("at most %1 h").arg(QLocale().toString(hours)), hours);
    m_confirm->setObjectName(QStringLiteral("acknowledgeConfirm"));
    m_confirm->setProperty("role", QStringLiteral("primary"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gapSmall);
    buttons->addWidget(m_lasting, 1);
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_cancel);
    auto *form = new QBoxLayout(QBoxLayout::TopToBottom);
    form->setSpacing(metrics::gapSmall);
    form->addWidget(m_comment, 1);
    form->addLayout(buttons);
    return form;
}

void AcknowledgePanel::ask(std::vector<AlertPtr> alerts, std::vector<CheckStatus> checks)
{
    m_alerts = std::move(alerts);
    m_checks = std::move(checks);
    m_target = {};
    m_isAsking = true;
    m_hasPreview = false;
    m_confirmWhenClean = false;
    m_title->setText(tr("Acknowledge %1: looking up what this will match …").arg(countsOf(m_alerts.size(), m_checks.size())));
    m_counts->hide();
    m_confirm->setEnabled(true);
    std::vector<Row> rows;
    for (const AlertPtr &alert : m_alerts)
        rows.push_back({alert, {}, 1, {}});
    showRows(std::move(rows));
    m_comment->clear();
    show();
    m_comment->setFocus(Qt::ShortcutFocusReason);
}

void AcknowledgePanel::showRows(std::vector<Row> rows)
{
    m_rows->clear();
    // What will not work is what a person must read: it comes first.
    const auto good = std::stable_partition(rows.begin(), rows.end(), [](const Row &row) { return !works(row); });
    for (auto row = rows.begin(); row != good; ++row) {
        QString remark = words::sentence(row->problem);
        if (row->problem.isEmpty())
            remark = tr("left out: it would match %1 (%2)").arg(words::alertCount(row->matching), plainLine(row->matchers));
        if (row->alert)
            m_rows->addAlert(*row->alert, remark, MatchList::Tone::Warning);
    }
    for (const CheckStatus &check : m_checks)
        m_rows->addCheck(check, tr("a check of our own: kept in the journal"));
    for (auto row = good; row != rows.end() && m_rows->count() < MatchList::mostRows; ++row) {
        const bool isLocal = m_hasPreview && row->matchers.empty();
        m_rows->addAlert(*row->alert, isLocal ? tr("kept in the journal: its source only reads") : plainLine(row->matchers));
    }
    m_rows->finish(rows.size() + m_checks.size());
}

/// How many of each source, and that each will be hit alone (decision 11).
void AcknowledgePanel::sayCounts(const std::vector<Row> &rows)
{
    struct Count {
        std::size_t all = 0;
        std::size_t exact = 0;
        std::size_t local = 0;
    };
    std::map<SourceId, Count> counts;
    for (const Row &row : rows) {
        if (!row.alert)
            continue;
        Count &count = counts[row.alert->key.source];
        ++count.all;
        const bool isLocal = works(row) && row.matchers.empty();
        count.local += isLocal ? 1 : 0;
        count.exact += works(row) && !isLocal ? 1 : 0;
    }
    QStringList parts;
    for (const auto &[source, count] : counts) {
        const QString all = words::alertCount(static_cast<int>(count.all));
        QString how = tr("%1 of %2 match exactly 1 each").arg(number(count.exact), all);
        if (count.exact == count.all)
            how = tr("%1, each matches exactly 1").arg(all);
        else if (count.local == count.all)
            how = tr("%1, kept in the journal").arg(all);
        parts << QStringLiteral("%1: %2").arg(plainLine(source.text()), how);
    }
    m_counts->setText(parts.join(QStringLiteral(" · ")));
    m_counts->setVisible(!parts.isEmpty());
}

void AcknowledgePanel::showPreview(const AcknowledgePreview &preview)
{
    std::set<AlertKey> answered;
    for (const Row &row : preview.rows) {
        if (row.alert)
            answered.insert(row.alert->key);
    }
    std::set<CheckId> checks(preview.checks.begin(), preview.checks.end());
    for (const CheckStatus &check : m_checks)
        checks.erase(check.id);
    const bool isAnswer = m_isAsking && preview.rows.size() == m_alerts.size() && preview.checks.size() == m_checks.size()
        && checks.empty() && isPartOf(answered, m_alerts);
    if (!isAnswer)
        return; // an answer to an earlier question
    m_hasPreview = true;
    m_target = {};
    for (const Row &row : preview.rows) {
        if (works(row))
            m_target.alerts.push_back(row.alert->key);
    }
    for (const CheckStatus &check : m_checks)
        m_target.checks.push_back(check.id);
    showRows(preview.rows);
    sayCounts(preview.rows);
    const bool isAll = m_target.alerts.size() == m_alerts.size();
    const QString all = countsOf(m_alerts.size(), m_checks.size());
    const std::size_t good = m_target.alerts.size() + m_target.checks.size();
    m_title->setText(isAll ? tr("Acknowledge exactly %1").arg(all) : tr("Acknowledge %1 of %2").arg(number(good), all));
    m_confirm->setEnabled(!isEmpty(m_target));
    if (m_confirmWhenClean && isAll)
        confirm();
}

void AcknowledgePanel::confirm()
{
    if (!m_hasPreview) {
        m_confirmWhenClean = true;
        return;
    }
    if (isEmpty(m_target))
        return;
    const ActionTarget target = m_target;
    close();
    emit confirmed(target, m_comment->text().simplified(), std::chrono::hours(m_lasting->currentData().toInt()));
}

void AcknowledgePanel::cancel()
{
    if (m_isAsking)
        close();
}

void AcknowledgePanel::close()
{
    m_isAsking = false;
    hide();
    emit closed();
}

void AcknowledgePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        confirm();
    event->accept(); // nothing typed here is a command of the page
}

void AcknowledgePanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_form->setDirection(width() >= scaled(kOneLine) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace tocsin
