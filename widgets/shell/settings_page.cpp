// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/settings_page.h"

#include "models/items/words.h"
#include "widgets/common/plain_text.h"
#include "widgets/common/section_header.h"
#include "widgets/shell/test_list.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QShowEvent>

#include <algorithm>

namespace tocsin {

namespace {

constexpr int kFollow = -1;
constexpr std::size_t kMostMessages = 20;
constexpr std::size_t kMostChecks = 60; ///< rows; the filter finds the others

} // namespace

SettingsPage::SettingsPage(const BoardFeed &feed, const DeliveryFeed &deliveries, Commands &commands, QWidget *parent)
    : Page(parent)
    , m_feed(feed)
    , m_deliveries(deliveries)
    , m_commands(commands)
    , m_sources(new TestList(tr("No source is configured. Add one under `sources:` in the configuration."), this))
    , m_checks(new TestList(tr("No check is listed. Add checks to the services in the configuration."), this))
    , m_channels(new TestList(
          tr("No channel is configured: nobody is told of anything. Add one under `channels:` in the configuration."), this))
    , m_messages(new TestList(tr("No message was sent yet."), this, TestList::Buttons::None))
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
    addList(layout, tr("Sources"), m_sources, QStringLiteral("sourceList"));
    addList(layout, tr("Channels"), m_channels, QStringLiteral("channelList"));
    addList(layout, tr("Messages"), m_messages, QStringLiteral("messageList"));
    layout->addWidget(makeChecks());
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
    connect(&feed, &BoardFeed::changed, this, &SettingsPage::refresh);
    connect(m_sources, &TestList::testRequested, this,
        [this](const QString &id) { m_commands.testSource(SourceId(id.toStdString())); });
    connect(&deliveries, &DeliveryFeed::changed, this, &SettingsPage::refresh);
    connect(m_channels, &TestList::testRequested, this,
        [this](const QString &id) { m_commands.testChannel(ChannelId(id.toStdString()), {}); });
    connect(
        m_checks, &TestList::testRequested, this, [this](const QString &id) { m_commands.testCheck(CheckId(id.toStdString())); });
}

void SettingsPage::addList(QVBoxLayout *layout, const QString &title, TestList *list, const QString &name)
{
    list->setObjectName(name);
    layout->addWidget(new SectionHeader(title, list->parentWidget()));
    layout->addWidget(list);
    layout->addSpacing(metrics::gapLarge);
}

QWidget *SettingsPage::makeChecks()
{
    auto *section = new QWidget(this);
    m_checksHeader = new SectionHeader(tr("Checks"), section);
    m_filter = new QLineEdit(section);
    m_filter->setObjectName(QStringLiteral("checkFilter"));
    m_filter->setPlaceholderText(tr("service or check"));
    m_filter->setAccessibleName(tr("Find a check"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(scaled(230));
    m_checksHeader->addAtEnd(m_filter);
    m_checks->setObjectName(QStringLiteral("checkList"));
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_checksHeader);
    layout->addWidget(m_checks);
    connect(m_filter, &QLineEdit::textChanged, this, &SettingsPage::refresh);
    return section;
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
    m_now = now;
    refresh();
}

void SettingsPage::showEvent(QShowEvent *event)
{
    refresh();
    Page::showEvent(event);
}

void SettingsPage::refresh()
{
    if (!isVisible())
        return; // hundreds of rows that nobody sees
    m_sources->setItems(sourceItems(m_feed.board(), m_now));
    m_channels->setItems(channelItems(m_deliveries, m_now));
    m_messages->setItems(messageItems(m_deliveries, kMostMessages, m_now));
    std::vector<TestItem> checks = checkItems(m_feed.board(), m_filter->text(), m_now);
    const auto found = static_cast<int>(checks.size());
    checks.resize(std::min(checks.size(), kMostChecks));
    m_checks->setItems(checks);
    const QString count = words::checkCount(static_cast<int>(m_feed.board().checks.size()));
    QString remark
        = m_filter->text().isEmpty() ? tr("%1, worst first").arg(count) : tr("%1 of %2").arg(QLocale().toString(found), count);
    if (static_cast<std::size_t>(found) > kMostChecks)
        remark = tr("%1; the first %2 are listed").arg(remark, QLocale().toString(static_cast<int>(kMostChecks)));
    m_checksHeader->setRemark(remark);
}

QWidget *SettingsPage::focusTarget()
{
    return m_theme;
}

} // namespace tocsin
