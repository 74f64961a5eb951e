// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/evidence_view.h"

#include "models/items/time_words.h"
#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/theme.h"
#include "widgets/style/typography.h"

#include <QLocale>
#include <QTextBlock>
#include <QTextDocument>

#include <cmath>

namespace tocsin {

namespace {

QString milliseconds(Micros duration)
{
    const double value = static_cast<double>(duration.count()) / 1000;
    return words::number(value < 10 ? std::round(value * 10) / 10 : std::round(value));
}

/// Only HTTP has a status: a connection that stands and a name that was resolved are answers too.
QString statusWord(const Evidence &evidence)
{
    if (evidence.status > 0)
        return QString::number(evidence.status);
    if (evidence.bytes > 0 && evidence.request.rfind("DNS ", 0) == 0)
        return EvidenceView::tr("answered");
    if (evidence.timings.connect && evidence.request.rfind("TCP ", 0) == 0)
        return EvidenceView::tr("connected");
    return EvidenceView::tr("no answer");
}

QString requestLine(const Evidence &evidence)
{
    const Micros total = evidence.timings.total;
    const QString took = total < std::chrono::milliseconds(10) && total > Micros(0)
        ? milliseconds(total) + EvidenceView::tr(" ms")
        : words::latency(std::chrono::duration_cast<Duration>(total));
    return EvidenceView::tr("%1 → %2 in %3").arg(plainLine(evidence.request), statusWord(evidence), took);
}

QString contentLine(const Evidence &evidence)
{
    QStringList parts;
    if (!evidence.contentType.empty())
        parts << EvidenceView::tr("content-type %1").arg(plainLine(evidence.contentType, 120));
    if (evidence.status > 0 || evidence.bytes > 0)
        parts << EvidenceView::tr("%1 bytes").arg(QLocale().toString(static_cast<qulonglong>(evidence.bytes)));
    if (!evidence.httpVersion.empty())
        parts << plainLine(evidence.httpVersion, 20);
    if (!evidence.remoteAddress.empty())
        parts << EvidenceView::tr("from %1").arg(plainLine(evidence.remoteAddress, 80));
    return parts.join(QStringLiteral(", "));
}

QString phaseLine(const Evidence &evidence)
{
    QStringList parts;
    const auto add = [&](const QString &name, const std::optional<Micros> &phase) {
        if (phase)
            parts << name + QLatin1Char(' ') + milliseconds(*phase);
    };
    add(EvidenceView::tr("dns"), evidence.timings.dns);
    add(EvidenceView::tr("connect"), evidence.timings.connect);
    add(EvidenceView::tr("tls"), evidence.timings.tls);
    add(EvidenceView::tr("first byte"), evidence.timings.firstByte);
    add(EvidenceView::tr("rest"), evidence.timings.transfer);
    if (parts.isEmpty())
        return {};
    QString line = parts.join(QStringLiteral(" · ")) + EvidenceView::tr(" ms");
    if (evidence.reusedConnection)
        line += EvidenceView::tr(" · kept connection");
    return line;
}

QString certificateLine(const CertificateFacts &certificate, Instant now)
{
    const auto days = std::chrono::floor<std::chrono::days>(certificate.notAfter - now).count();
    const QString expiry = days < 0 ? EvidenceView::tr("certificate expired %1 d ago").arg(-days)
                                    : EvidenceView::tr("certificate %1 d left").arg(days);
    return EvidenceView::tr("%1, %2 · seen %3")
        .arg(expiry, plainLine(certificate.subject, 120), words::ago(certificate.observedAt, now));
}

} // namespace

QStringList evidenceLines(const Evidence &evidence, Instant now)
{
    QStringList lines{requestLine(evidence)};
    if (const QString content = contentLine(evidence); !content.isEmpty())
        lines << content;
    const QString body = plainBlock(evidence.firstBytes);
    if (!body.trimmed().isEmpty())
        lines << body.trimmed();
    if (const QString phases = phaseLine(evidence); !phases.isEmpty())
        lines << phases;
    if (evidence.certificate)
        lines << certificateLine(*evidence.certificate, now);
    return lines;
}

EvidenceView::EvidenceView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLayoutDirection(Qt::LeftToRight); // what machines say to each other has no other direction
    setProperty("role", QStringLiteral("code"));
    setAccessibleName(tr("Evidence of the last answer"));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFont(monospaceFont(TextSize::Small));
}

void EvidenceView::setEvidence(const Evidence &evidence, State state, Instant now)
{
    const QString text = evidenceLines(evidence, now).join(QLatin1Char('\n'));
    // Setting the same text again would take a person's selection away.
    if (text != toPlainText())
        setPlainText(text);
    markStatus(evidence, state);
    fitHeight();
}

void EvidenceView::markStatus(const Evidence &evidence, State state)
{
    const QString first = document()->firstBlock().text();
    const QString status = statusWord(evidence);
    const qsizetype arrow = first.lastIndexOf(QStringLiteral("→"));
    const qsizetype at = first.indexOf(status, std::max<qsizetype>(0, arrow));
    if (at < 0)
        return;
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(document());
    mark.cursor.setPosition(static_cast<int>(at));
    mark.cursor.setPosition(static_cast<int>(at + status.size()), QTextCursor::KeepAnchor);
    mark.format.setForeground(themePalette().tone(state));
    setExtraSelections({mark});
}

void EvidenceView::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    const int margins = height() - viewport()->height() + static_cast<int>(2 * document()->documentMargin());
    setFixedHeight(lines * fontMetrics().lineSpacing() + std::max(margins, 2 * scaled(8) + 8));
}

void EvidenceView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fitHeight();
}

void EvidenceView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setFont(monospaceFont(TextSize::Small));
}

} // namespace tocsin
