// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/incidents/entry_view.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin {

namespace {

constexpr int kMostLines = 6;

QLabel *label(const char *tone, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setWordWrap(true);
    made->setProperty("tone", QString::fromLatin1(tone));
    showPlain(*made);
    return made;
}

void say(QLabel &label, const QString &text)
{
    label.setText(plainBlock(text.toStdString()));
    label.setVisible(!text.isEmpty());
}

} // namespace

EntryView::EntryView(QWidget *parent)
    : QFrame(parent)
    , m_what(label("heading", this))
    , m_detail(label("", this))
    , m_origin(label("small", this))
    , m_evidence(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("entryView"));
    setProperty("role", QStringLiteral("card"));
    m_what->setObjectName(QStringLiteral("entryWhat"));
    m_evidence->setObjectName(QStringLiteral("entryEvidence"));
    m_evidence->setAccessibleName(tr("Evidence"));
    m_evidence->setProperty("role", QStringLiteral("code"));
    m_evidence->setReadOnly(true);
    m_evidence->setFont(monospaceFont(TextSize::Small));
    m_evidence->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gapSmall, metrics::gap, metrics::gapSmall);
    layout->setSpacing(metrics::grid);
    for (QWidget *widget : {static_cast<QWidget *>(m_what), static_cast<QWidget *>(m_detail), static_cast<QWidget *>(m_evidence),
             static_cast<QWidget *>(m_origin)})
        layout->addWidget(widget);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void EntryView::showEntry(const TimelineEntryPtr &entry, const QString &correction, const QTimeZone &zone)
{
    if (!entry)
        return clear();
    say(*m_what, words::sentence(entry->what));
    const QString detail = words::sentence(entry->detail);
    say(*m_detail, correction.isEmpty() ? detail : correction + (detail.isEmpty() ? QString() : QLatin1Char('\n') + detail));
    const QString evidence = plainBlock(entry->evidence);
    if (m_evidence->toPlainText() != evidence)
        m_evidence->setPlainText(evidence);
    m_evidence->setVisible(!evidence.isEmpty());
    const int lines = std::min(kMostLines, static_cast<int>(evidence.count(QLatin1Char('\n'))) + 2);
    m_evidence->setFixedHeight(lines * QFontMetrics(m_evidence->font()).lineSpacing() + 2 * metrics::gapSmall);
    say(*m_origin, tr("%1 · station %2").arg(words::localAndUtc(entry->at, zone), plainLine(entry->station, 60)));
    show();
}

void EntryView::clear()
{
    hide();
}

} // namespace tocsin
