// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/incident_head.h"

#include "models/items/incident_words.h"
#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

namespace tocsin {

namespace {

constexpr IncidentStatus kShown[] = {IncidentStatus::Investigating, IncidentStatus::Identified, IncidentStatus::Monitoring,
    IncidentStatus::Resolved, IncidentStatus::Closed};

} // namespace

IncidentHead::IncidentHead(QWidget *parent)
    : QFrame(parent)
    , m_severity(new QPushButton(this))
    , m_title(new ElidedLabel(this))
    , m_origin(new ElidedLabel(this))
    , m_running(new QLabel(this))
    , m_call(makeMeeting(tr("Call"), QStringLiteral("openCall")))
    , m_chat(makeMeeting(tr("Chat"), QStringLiteral("openChat")))
    , m_report(new QPushButton(tr("Copy report"), this))
{
    setObjectName(QStringLiteral("incidentHead"));
    m_severity->setObjectName(QStringLiteral("incidentSeverity"));
    m_severity->setProperty("role", QStringLiteral("quiet"));
    m_severity->setFocusPolicy(Qt::TabFocus);
    m_title->setObjectName(QStringLiteral("incidentTitle"));
    m_title->setProperty("tone", QStringLiteral("title"));
    m_origin->setProperty("tone", QStringLiteral("small"));
    m_running->setObjectName(QStringLiteral("incidentRunning"));
    m_running->setProperty("tone", QStringLiteral("heading"));
    m_running->setAccessibleName(tr("Running"));
    m_report->setObjectName(QStringLiteral("copyReport"));
    m_report->setFocusPolicy(Qt::TabFocus);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_origin);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::gap);
    first->addWidget(m_severity);
    first->addLayout(words, 1);
    first->addLayout(makeClock());
    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::gapSmall);
    second->addWidget(makeStatus());
    second->addStretch(1);
    for (QPushButton *button : {m_call, m_chat, m_report})
        second->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gapSmall);
    layout->addLayout(first);
    layout->addLayout(second);
    connect(m_severity, &QPushButton::clicked, this, &IncidentHead::severityRequested);
    connect(m_report, &QPushButton::clicked, this, &IncidentHead::reportRequested);
    dress();
}

QLayout *IncidentHead::makeClock()
{
    auto *caption = new QLabel(tr("Running"), this);
    caption->setProperty("tone", QStringLiteral("small"));
    auto *clock = new QVBoxLayout;
    clock->setSpacing(0);
    for (QLabel *label : {caption, m_running}) {
        label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        clock->addWidget(label);
    }
    return clock;
}

QWidget *IncidentHead::makeStatus()
{
    auto *all = new QWidget(this);
    auto *layout = new QHBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::grid);
    for (const IncidentStatus status : kShown) {
        auto *button = new QPushButton(words::statusName(status), all);
        button->setObjectName(QStringLiteral("status.") + QString::fromStdString(std::string(statusWord(status))));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, button, status] {
            button->setChecked(m_incident && m_incident->status == status); // it is so when the journal says so
            emit statusChosen(status);
        });
        layout->addWidget(button);
        m_statuses.emplace(status, button);
    }
    return all;
}

QPushButton *IncidentHead::makeMeeting(const QString &text, const QString &name)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, [this, button] {
        if (m_openLink)
            m_openLink(QUrl(button->property("address").toString(), QUrl::StrictMode));
    });
    return button;
}

void IncidentHead::show(const IncidentPtr &incident, const IncidentRules &rules)
{
    m_incident = incident;
    m_severity->setText(words::severity(incident->severity));
    const auto criterion = rules.criteria.find(incident->severity);
    m_severity->setToolTip(
        plainLine(criterion == rules.criteria.end() ? tr("Change the severity").toStdString() : criterion->second)
            .toHtmlEscaped());
    m_title->setFullText(plainLine(incident->title));
    QString origin
        = tr("%1, declared by %2").arg(QString::fromStdString(shortName(incident->id)), plainLine(incident->declaredBy, 60));
    if (incident->drill)
        origin.prepend(tr("DRILL") + QStringLiteral(" · "));
    m_origin->setFullText(origin);
    for (const auto &[status, button] : m_statuses) {
        button->setChecked(incident->status == status);
        const bool canClose = incident->status >= IncidentStatus::Resolved;
        button->setVisible(status != IncidentStatus::Closed || canClose);
    }
    const auto meet = [](QPushButton &button, const std::string &address) {
        const std::string safe = safeLink(address);
        button.setVisible(!safe.empty());
        button.setProperty("address", QString::fromStdString(safe));
        button.setToolTip(plainLine(safe).toHtmlEscaped());
    };
    meet(*m_call, rules.call);
    meet(*m_chat, rules.chat);
    dress();
    tick(m_now);
}

void IncidentHead::tick(Instant now)
{
    m_now = now;
    if (m_incident)
        m_running->setText(words::stopwatch(words::runningTime(*m_incident, now)));
}

void IncidentHead::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void IncidentHead::dress()
{
    const State loudness = m_incident ? loudnessOf(m_incident->severity) : State::Unknown;
    const QString sheet = QStringLiteral("color: %1; font-weight: bold; font-size: %2px;")
                              .arg(themePalette().tone(loudness).name())
                              .arg(scaled(static_cast<int>(TextSize::Title)));
    if (m_severity->styleSheet() != sheet)
        m_severity->setStyleSheet(sheet);
}

} // namespace tocsin
