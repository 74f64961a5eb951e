// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/actions/silence_panel.h"

#include "models/items/words.h"
#include "widgets/actions/match_list.h"
#include "widgets/common/key_button.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace tocsin {

namespace {

constexpr int kLongestComment = 500;
constexpr int kOneLine = 760; ///< pixels at scale 1, from which on comment and buttons stand in one line
constexpr int kLastingWidth = 90;
constexpr int kFrame = 16; ///< ms
constexpr auto kUsualLasting = "2h";

QString lineOf(const Matchers &matchers)
{
    QStringList texts;
    for (const Matcher &matcher : matchers)
        texts << QString::fromStdString(matcher.text());
    return texts.join(QLatin1Char(' '));
}

QLineEdit *makeLine(QWidget *parent, const char *name, const QString &accessibleName, const QString &hint)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(QLatin1String(name));
    line->setAccessibleName(accessibleName);
    line->setPlaceholderText(hint);
    return line;
}

} // namespace

SilencePanel::SilencePanel(const BoardFeed &feed, QWidget *parent)
    : QFrame(parent)
    , m_feed(feed)
    , m_title(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_rows(new MatchList(this))
    , m_matchers(makeLine(this, "silenceMatchers", tr("What the silence matches"), tr("alertname=\"…\" instance=~\"a|b\"")))
    , m_lasting(makeLine(this, "silenceLasting", tr("How long"), QStringLiteral("1h30m")))
    , m_comment(makeLine(this, "silenceComment", tr("Comment"), tr("Why is this quiet? Needed")))
    , m_confirm(new KeyButton(tr("Silence"), tr("Enter"), this))
    , m_cancel(new KeyButton(tr("Cancel"), tr("Esc"), this))
{
    setObjectName(QStringLiteral("silencePanel"));
    setProperty("role", QStringLiteral("card"));
    for (QLabel *label : {m_title, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_title->setObjectName(QStringLiteral("silenceTitle"));
    m_title->setProperty("tone", QStringLiteral("heading"));
    m_problem->setObjectName(QStringLiteral("silenceProblem"));
    m_rows->setObjectName(QStringLiteral("silenceRows"));
    m_rows->setAccessibleName(tr("What will be silenced"));
    m_form = makeForm();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(m_title);
    layout->addWidget(m_matchers);
    layout->addWidget(m_rows);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kFrame);
    connect(&m_refresh, &QTimer::timeout, this, &SilencePanel::refresh);
    connect(&feed, &BoardFeed::changed, this, &SilencePanel::refreshLater);
    for (const QLineEdit *line : {m_matchers, m_lasting, m_comment})
        connect(line, &QLineEdit::textChanged, this, &SilencePanel::refreshLater);
    connect(m_confirm, &QPushButton::clicked, this, &SilencePanel::confirm);
    connect(m_cancel, &QPushButton::clicked, this, &SilencePanel::cancel);
    hide();
}

QBoxLayout *SilencePanel::makeForm()
{
    m_comment->setMaxLength(kLongestComment);
    m_lasting->setFixedWidth(scaled(kLastingWidth));
    m_lasting->setToolTip(tr("How long: 30m, 2h, 1d12h; from %1 to %2")
                              .arg(QString::fromStdString(formatDuration(shortestSilence)),
                                  QString::fromStdString(formatDuration(longestSilence))));
    m_confirm->setObjectName(QStringLiteral("silenceConfirm"));
    m_confirm->setProperty("role", QStringLiteral("primary"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gapSmall);
    auto *caption = new QLabel(tr("for"), this);
    caption->setProperty("tone", QStringLiteral("muted"));
    buttons->addWidget(caption);
    buttons->addWidget(m_lasting);
    buttons->addStretch(1);
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_cancel);
    auto *form = new QBoxLayout(QBoxLayout::TopToBottom);
    form->setSpacing(metrics::gapSmall);
    form->addWidget(m_comment, 1);
    form->addLayout(buttons);
    return form;
}

void SilencePanel::ask(const std::vector<AlertPtr> &chosen)
{
    m_chosen = chosen;
    m_chosenKeys.clear();
    for (const AlertPtr &alert : chosen)
        m_chosenKeys.insert(alert->key);
    m_wish = {};
    m_wish.sources = silencingSources(chosen);
    m_shown.clear();
    m_rows->clear();
    m_isAsking = true;
    m_matchers->setText(lineOf(commonMatchers(chosen)));
    m_matchers->setCursorPosition(0);
    m_lasting->setText(QLatin1String(kUsualLasting));
    m_comment->clear();
    refresh();
    show();
    m_comment->setFocus(Qt::ShortcutFocusReason);
}

void SilencePanel::refreshLater()
{
    if (m_isAsking && !m_refresh.isActive())
        m_refresh.start();
}

/// Reads the lines into the wish; returns what is wrong with them.
QString SilencePanel::readWish()
{
    const QString typed = m_matchers->text();
    const auto matchers = parseMatchers(typed.toStdString());
    m_wish.matchers = matchers ? *matchers : Matchers();
    m_wish.comment = m_comment->text().simplified().toStdString();
    m_wish.lasting = {};
    if (!matchers) {
        const auto before = QByteArray::fromStdString(typed.toStdString()).left(static_cast<qsizetype>(matchers.error().offset));
        return tr("At character %1: %2")
            .arg(QLocale().toString(QString::fromUtf8(before).size() + 1), plainLine(matchers.error().detail));
    }
    const std::optional<Duration> lasting = parseDuration(m_lasting->text().simplified().toStdString());
    if (!lasting)
        return tr("\"%1\" is no length of time: write it like 30m, 2h or 1d12h").arg(m_lasting->text());
    m_wish.lasting = *lasting;
    return words::sentence(problemOf(m_wish));
}

void SilencePanel::refresh()
{
    m_refresh.stop();
    if (!m_isAsking)
        return;
    const QString problem = readWish();
    m_matching.clear();
    for (const auto &[key, alert] : m_feed.board().alerts) {
        if (wouldSilence(m_wish, *alert))
            m_matching.push_back(alert);
    }
    showMatching();
    QPalette tone = palette();
    tone.setColor(QPalette::WindowText, themePalette().tone(State::Degraded));
    m_problem->setPalette(tone);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_confirm->setEnabled(problem.isEmpty());
}

void SilencePanel::showMatching()
{
    const auto isChosen = [this](const AlertPtr &alert) { return m_chosenKeys.count(alert->key) > 0; };
    std::vector<AlertPtr> lines = m_matching;
    const auto mid = std::stable_partition(lines.begin(), lines.end(), [&](const AlertPtr &alert) { return !isChosen(alert); });
    const auto others = static_cast<int>(mid - lines.begin());
    std::vector<AlertPtr> missed;
    std::copy_if(m_chosen.begin(), m_chosen.end(), std::back_inserter(missed),
        [this](const AlertPtr &alert) { return !wouldSilence(m_wish, *alert); });
    showLines(lines, mid - lines.begin(), missed);
    QStringList title{tr("Silence %1").arg(words::alertCount(static_cast<int>(m_matching.size())))};
    if (others > 0)
        title << tr("%1 of them not chosen").arg(QLocale().toString(others));
    for (const SourceId &source : m_wish.sources)
        title << plainLine(source.text());
    m_title->setText(title.join(QStringLiteral(" · ")));
}

/// Who reads the list keeps the place: it is made anew only when it says something else.
void SilencePanel::showLines(const std::vector<AlertPtr> &lines, std::ptrdiff_t others, const std::vector<AlertPtr> &missed)
{
    std::vector<AlertPtr> shown = lines;
    shown.insert(shown.end(), missed.begin(), missed.end());
    if (shown == m_shown && m_rows->count() > 0)
        return;
    m_shown = std::move(shown);
    m_rows->clear();
    for (auto line = lines.begin(); line != lines.end() && m_rows->count() < MatchList::mostRows; ++line) {
        const bool isOther = line - lines.begin() < others;
        m_rows->addAlert(**line, isOther ? tr("was not chosen, but is matched") : QString(),
            isOther ? MatchList::Tone::Warning : MatchList::Tone::Plain);
    }
    for (const AlertPtr &alert : missed) {
        const QString remark = alert->actions.silence ? tr("not matched: stays as it is") : tr("its source keeps no silences");
        m_rows->addAlert(*alert, remark, MatchList::Tone::Muted);
    }
    m_rows->finish(lines.size() + missed.size());
}

void SilencePanel::confirm()
{
    refresh(); // what was typed in this very frame counts
    if (!m_confirm->isEnabled()) {
        const bool lacksComment = m_comment->text().trimmed().isEmpty() && !m_wish.matchers.empty() && m_wish.lasting.count() > 0;
        (lacksComment ? m_comment : m_wish.matchers.empty() ? m_matchers : m_lasting)->setFocus();
        return;
    }
    std::vector<AlertKey> matching;
    for (const AlertPtr &alert : m_matching)
        matching.push_back(alert->key);
    const SilenceWish wish = m_wish;
    close();
    emit confirmed(wish, matching);
}

void SilencePanel::cancel()
{
    if (m_isAsking)
        close();
}

void SilencePanel::close()
{
    m_isAsking = false;
    hide();
    emit closed();
}

void SilencePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        confirm();
    event->accept(); // nothing typed here is a command of the page
}

void SilencePanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_form->setDirection(width() >= scaled(kOneLine) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace tocsin
