// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/acknowledge_panel.h"

#include "widgets/common/key_button.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace tocsin {

namespace {

constexpr int kLongestComment = 500;

QComboBox *makeLasting(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QStringLiteral("acknowledge.lasting"));
    box->setAccessibleName(AcknowledgePanel::tr("How long"));
    box->addItem(AcknowledgePanel::tr("for 15 min"), 15);
    box->addItem(AcknowledgePanel::tr("for 1 h"), 60);
    box->addItem(AcknowledgePanel::tr("for 4 h"), 240);
    box->addItem(AcknowledgePanel::tr("until resolved"), 0);
    box->setCurrentIndex(3);
    return box;
}

} // namespace

AcknowledgePanel::AcknowledgePanel(QWidget *parent)
    : QFrame(parent)
    , m_what(new QLabel(this))
    , m_comment(new QLineEdit(this))
    , m_lasting(makeLasting(this))
{
    setObjectName(QStringLiteral("acknowledge.panel"));
    setProperty("role", QStringLiteral("card"));
    showPlain(*m_what);
    m_what->setWordWrap(true);
    m_comment->setObjectName(QStringLiteral("acknowledge.comment"));
    m_comment->setPlaceholderText(tr("What are you doing about it?"));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setMaxLength(kLongestComment);
    auto *confirmButton = new KeyButton(tr("I have it"), tr("Enter"), this);
    confirmButton->setProperty("role", QStringLiteral("primary"));
    auto *cancelButton = new KeyButton(tr("Cancel"), tr("Esc"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gapSmall);
    buttons->addWidget(m_lasting);
    buttons->addStretch();
    buttons->addWidget(cancelButton);
    buttons->addWidget(confirmButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    layout->setSpacing(metrics::gapSmall);
    layout->addWidget(m_what);
    layout->addWidget(m_comment);
    layout->addLayout(buttons);
    connect(confirmButton, &QPushButton::clicked, this, &AcknowledgePanel::confirm);
    connect(cancelButton, &QPushButton::clicked, this, &AcknowledgePanel::cancel);
    hide();
}

void AcknowledgePanel::open(ActionTarget target, const QString &what)
{
    m_target = std::move(target);
    m_what->setText(what);
    m_comment->clear();
    show();
    m_comment->setFocus(Qt::ShortcutFocusReason);
}

void AcknowledgePanel::cancel()
{
    hide();
    emit closed();
}

void AcknowledgePanel::confirm()
{
    hide();
    emit confirmed(m_target, m_comment->text().simplified(), std::chrono::minutes(m_lasting->currentData().toInt()));
    emit closed();
}

void AcknowledgePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        cancel();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        confirm();
    // Nothing typed here is a command of the page.
    event->accept();
}

} // namespace tocsin
