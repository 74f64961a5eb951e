// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/settings_page.h"

#include "widgets/common/plain_text.h"
#include "widgets/common/section_header.h"
#include "widgets/shell/source_list.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace tocsin {

namespace {

constexpr int kFollow = -1;

} // namespace

SettingsPage::SettingsPage(const BoardFeed &feed, QWidget *parent)
    : Page(parent)
    , m_sources(new SourceList(feed, this))
{
    setObjectName(QStringLiteral("settingsPage"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(scroll);
    content->setMaximumWidth(scaled(980));
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::margin, metrics::gapLarge, metrics::margin, metrics::gapLarge);
    layout->setSpacing(metrics::gap);
    layout->addWidget(new SectionHeader(tr("Look"), content));
    layout->addWidget(makeTheme());
    layout->addSpacing(metrics::gapLarge);
    layout->addWidget(new SectionHeader(tr("Sources"), content));
    layout->addWidget(m_sources);
    layout->addSpacing(metrics::gapLarge);
    layout->addWidget(new SectionHeader(tr("About"), content));
    layout->addWidget(makeAbout());
    layout->addStretch(1);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

QWidget *SettingsPage::makeTheme()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("Theme"), row);
    m_theme = new QComboBox(row);
    m_theme->setObjectName(QStringLiteral("themeChoice"));
    m_theme->setAccessibleName(tr("Theme"));
    m_theme->addItem(tr("as the desktop"), kFollow);
    m_theme->addItem(tr("dark"), static_cast<int>(ThemeKind::Dark));
    m_theme->addItem(tr("light"), static_cast<int>(ThemeKind::Light));
    m_theme->addItem(tr("high contrast"), static_cast<int>(ThemeKind::HighContrast));
    layout->addWidget(label);
    layout->addWidget(m_theme);
    layout->addStretch(1);
    connect(m_theme, &QComboBox::activated, this, [this] {
        const int kind = m_theme->currentData().toInt();
        emit themeChosen(kind == kFollow ? std::nullopt : std::optional(static_cast<ThemeKind>(kind)));
    });
    return row;
}

QWidget *SettingsPage::makeAbout()
{
    m_about = new QLabel(this);
    m_about->setObjectName(QStringLiteral("about"));
    showPlain(*m_about);
    m_about->setWordWrap(true);
    setConfigurationPath(QString());
    return m_about;
}

void SettingsPage::setConfigurationPath(const QString &path)
{
    QString text = tr("Tocsin %1, free software under the GNU General Public License, version 3 or later.")
                       .arg(QStringLiteral(TOCSIN_VERSION));
    if (!path.isEmpty())
        text += QLatin1Char('\n') + tr("Configuration: %1").arg(path);
    m_about->setText(text);
}

void SettingsPage::setTheme(std::optional<ThemeKind> theme)
{
    m_theme->setCurrentIndex(m_theme->findData(theme ? static_cast<int>(*theme) : kFollow));
}

void SettingsPage::tick(Instant now)
{
    m_sources->tick(now);
}

QWidget *SettingsPage::focusTarget()
{
    return m_theme;
}

} // namespace tocsin
