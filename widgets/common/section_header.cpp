// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/section_header.h"

#include "widgets/common/elided_label.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QHBoxLayout>

#include <algorithm>

namespace tocsin {

namespace {

constexpr int kShortRemark = 110; ///< pixels at scale 1

} // namespace

SectionHeader::SectionHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_remark(new ElidedLabel(this))
    , m_layout(new QHBoxLayout(this))
{
    m_title->setProperty("tone", QStringLiteral("heading"));
    m_title->setFullText(title);
    m_remark->setProperty("tone", QStringLiteral("small"));
    m_remark->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // what stands at the end goes first
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::gap);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_remark, 1);
}

void SectionHeader::setTitle(const QString &title)
{
    m_title->setFullText(title);
}

void SectionHeader::nameTitle(const QString &objectName)
{
    m_title->setObjectName(objectName);
}

void SectionHeader::setRemark(const QString &remark)
{
    m_remark->setFullText(remark);
    // A short remark stays whole beside a title that is too long.
    m_remark->setMinimumWidth(std::min(m_remark->sizeHint().width(), scaled(kShortRemark)));
}

void SectionHeader::addAtEnd(QWidget *widget)
{
    m_layout->addWidget(widget);
}

} // namespace tocsin
