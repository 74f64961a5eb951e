// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/alerts/alert_detail.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/command_table.h"
#include "widgets/common/key_button.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/state_badge.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace tocsin {

namespace {

QPushButton *button(const QString &text, CommandId command, QWidget *parent)
{
    auto *made = new KeyButton(text, commandKeyText(command), parent);
    made->setToolTip(commandTip(command));
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

} // namespace

AlertDetail::AlertDetail(QWidget *parent)
    : QFrame(parent)
    , m_badge(new StateBadge(this))
    , m_name(new QLabel(this))
    , m_since(new QLabel(this))
    , m_acknowledge(button(tr("Acknowledge"), CommandId::Acknowledge, this))
    , m_giveBack(button(tr("Give back"), CommandId::Unacknowledge, this))
    , m_open(button(tr("Open at its source"), CommandId::OpenLink, this))
{
    setObjectName(QStringLiteral("alertDetail"));
    setProperty("role", QStringLiteral("panel"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::TabFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *room = new QWidget(scroll);
    m_bodyRoom = new QVBoxLayout(room);
    m_bodyRoom->setContentsMargins(0, 0, metrics::gapSmall, 0);
    scroll->setWidget(room);
    room->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::margin, metrics::gapLarge, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::gap);
    layout->addWidget(makeHead());
    layout->addWidget(makeButtons());
    layout->addWidget(scroll, 1);
    connect(m_acknowledge, &QPushButton::clicked, this, &AlertDetail::acknowledgeRequested);
    connect(m_giveBack, &QPushButton::clicked, this, &AlertDetail::unacknowledgeRequested);
    connect(m_open, &QPushButton::clicked, this,
        [this] { emit linkRequested(QString::fromStdString(m_alert ? m_alert->link : std::string())); });
    hide();
}

QWidget *AlertDetail::makeHead()
{
    m_name->setProperty("tone", QStringLiteral("title"));
    m_name->setWordWrap(true);
    showPlain(*m_name);
    m_since->setProperty("tone", QStringLiteral("muted"));
    m_since->setWordWrap(true);
    m_since->setTextFormat(Qt::PlainText);
    auto *close = new QPushButton(QStringLiteral("×"), this);
    close->setProperty("role", QStringLiteral("quiet"));
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(commandTip(CommandId::Back));
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QPushButton::clicked, this, &AlertDetail::closed);
    auto *head = new QWidget(this);
    auto *layout = new QGridLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(close, 0, 1, Qt::AlignTop);
    layout->addWidget(m_badge, 1, 0, 1, 2);
    layout->addWidget(m_since, 2, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    return head;
}

QWidget *AlertDetail::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(m_acknowledge);
    layout->addWidget(m_giveBack);
    layout->addWidget(m_open);
    layout->addStretch(1);
    return buttons;
}

void AlertDetail::showAlert(const AlertPtr &alert, Instant now, const QTimeZone &zone)
{
    const bool isSame = m_alert && alert && *m_alert == *alert;
    m_alert = alert;
    m_now = now;
    m_zone = zone;
    if (!isSame && alert)
        fill();
    tick(now);
}

void AlertDetail::tick(Instant now)
{
    m_now = now;
    if (!m_alert)
        return;
    m_since->setText(m_alert->startsAt
            ? tr("since %1, for %2").arg(words::localAndUtc(*m_alert->startsAt, m_zone), words::age(m_alert->startsAt, now))
            : tr("its source does not say since when"));
}

void AlertDetail::fill()
{
    const Alert &alert = *m_alert;
    const bool isQuiet = alert.acknowledgement || !words::quietedBy(alert).isEmpty();
    m_name->setText(plainLine(alert.name));
    m_badge->setState(stateOf(alert).value_or(State::Pending), isQuiet ? GlyphFill::Outlined : GlyphFill::Filled);
    m_badge->setWord(words::alertStateName(alert));
    m_acknowledge->setVisible(!alert.acknowledgement);
    m_giveBack->setVisible(alert.acknowledgement.has_value());
    m_open->setVisible(!safeLink(alert.link).empty());
    delete m_body;
    m_body = new QWidget(this);
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::gap);
    m_grid->setVerticalSpacing(metrics::grid);
    m_grid->setColumnStretch(1, 1);
    if (!alert.summary.empty())
        addPair(QString(), plainBlock(alert.summary));
    addSection(tr("What it is"));
    addPair(tr("Severity"), plainLine(words::severityOf(alert).toStdString()));
    addPair(tr("Service"), words::serviceOf(alert));
    addPair(tr("Source"), plainLine(alert.key.source.text()));
    if (alert.updatedAt)
        addPair(tr("Updated"), words::localAndUtc(*alert.updatedAt, m_zone));
    addAcknowledgement();
    addSection(tr("Labels"));
    for (const Labels::Pair &label : alert.labels)
        addPair(plainLine(label.first), plainLine(label.second));
    addAnnotations();
    m_bodyRoom->insertWidget(0, m_body, 0, Qt::AlignTop);
}

void AlertDetail::addSection(const QString &title)
{
    auto *label = new QLabel(title, m_body);
    label->setProperty("tone", QStringLiteral("heading"));
    label->setContentsMargins(0, m_grid->rowCount() > 1 ? metrics::gap : 0, 0, 0);
    auto *line = new QFrame(m_body);
    line->setProperty("role", QStringLiteral("line"));
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 2);
    m_grid->addWidget(line, m_grid->rowCount(), 0, 1, 2);
}

void AlertDetail::addPair(const QString &name, const QString &value, bool isMuted)
{
    const int row = m_grid->rowCount();
    auto *text = new QLabel(m_body);
    showPlain(*text);
    text->setWordWrap(true);
    text->setText(value);
    if (isMuted)
        text->setProperty("tone", QStringLiteral("muted"));
    if (name.isEmpty()) {
        m_grid->addWidget(text, row, 0, 1, 2);
        return;
    }
    auto *label = new QLabel(m_body);
    label->setTextFormat(Qt::PlainText);
    label->setText(name);
    label->setProperty("tone", QStringLiteral("muted"));
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(text, row, 1);
}

void AlertDetail::addAcknowledgement()
{
    const QString handling = words::handlingOf(*m_alert);
    if (!m_alert->acknowledgement && handling.isEmpty())
        return;
    addSection(tr("Who has it"));
    if (!handling.isEmpty())
        addPair(tr("Kept quiet"), handling);
    if (!m_alert->acknowledgement)
        return;
    const Acknowledgement &ack = *m_alert->acknowledgement;
    addPair(tr("Acknowledged"), plainLine(ack.person));
    if (!ack.comment.empty())
        addPair(tr("Comment"), plainBlock(ack.comment));
    if (ack.since)
        addPair(tr("Since"), words::localAndUtc(*ack.since, m_zone));
    if (ack.until)
        addPair(tr("Until"), words::localAndUtc(*ack.until, m_zone));
    if (!ack.silence.isEmpty())
        addPair(tr("Silence"), plainLine(ack.silence.text()), true);
}

void AlertDetail::addAnnotations()
{
    if (m_alert->annotations.isEmpty())
        return;
    addSection(tr("Annotations"));
    for (const Labels::Pair &annotation : m_alert->annotations) {
        addPair(plainLine(annotation.first), plainBlock(annotation.second));
        if (!safeLink(annotation.second).empty())
            addLink(annotation.second);
    }
}

void AlertDetail::addLink(const std::string &link)
{
    auto *open = new QPushButton(tr("Open this link"), m_body);
    open->setProperty("role", QStringLiteral("quiet"));
    open->setToolTip(plainLine(link).toHtmlEscaped());
    connect(open, &QPushButton::clicked, this, [this, link] { emit linkRequested(QString::fromStdString(link)); });
    m_grid->addWidget(open, m_grid->rowCount(), 1, Qt::AlignLeading);
}

} // namespace tocsin
