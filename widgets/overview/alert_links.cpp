// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/overview/alert_links.h"

#include "models/items/label_differences.h"
#include "widgets/common/plain_text.h"
#include "widgets/style/metrics.h"
#include "widgets/style/typography.h"

#include <QGridLayout>
#include <QPushButton>

#include <algorithm>
#include <map>

namespace tocsin {

namespace {

constexpr int kColumns = 3;
constexpr int kShortText = 110; ///< pixels at scale 1, for which there is room in three columns
constexpr int kLongestText = 320;
constexpr std::size_t kMostAsked = 50; ///< alerts that are looked through for links; thousands of one rule have the same

/// "runbook_url" reads "runbook".
QString nameOfAnnotation(const std::string &key)
{
    QString name = plainLine(key, 40);
    for (const QString &tail : {QStringLiteral("_url"), QStringLiteral("Url"), QStringLiteral("URL"), QStringLiteral("-url")}) {
        if (name.endsWith(tail) && name.size() > tail.size())
            name.chop(tail.size());
    }
    return name;
}

/// Where the links are of several alerts, each says of which: by the alert's name, and among alerts of one name by the labels
/// in which they differ.
void sayWhose(std::vector<AlertLink> &links, const std::vector<AlertPtr> &owners)
{
    std::map<std::string, LabelDifferences> siblings;
    for (const AlertPtr &owner : owners)
        siblings[owner->name].take(owner->labels);
    const bool isOneAlert
        = std::all_of(owners.begin(), owners.end(), [&](const AlertPtr &owner) { return owner == owners.front(); });
    for (std::size_t i = 0; i < links.size() && !isOneAlert; ++i) {
        const Alert &alert = *owners[i];
        const QString special = plainLine(siblings[alert.name].of(alert.labels), 40);
        QStringList parts{plainLine(alert.name, 40), special, links[i].text};
        parts.removeAll(QString());
        links[i].text = parts.join(QStringLiteral(" · "));
    }
}

} // namespace

std::vector<AlertLink> linksOf(const Board &board, const ServiceStatus &service, std::size_t most)
{
    std::vector<AlertLink> links;
    std::vector<AlertPtr> owners; // of the links
    const auto add = [&](const AlertPtr &alert, const QString &text, const std::string &address) {
        const std::string safe = safeLink(address);
        const AlertLink link{text, QUrl(QString::fromStdString(safe), QUrl::StrictMode)};
        const bool isKnown
            = std::any_of(links.begin(), links.end(), [&](const AlertLink &known) { return known.address == link.address; });
        if (safe.empty() || !link.address.isValid() || isKnown || links.size() == most)
            return;
        links.push_back(link);
        owners.push_back(alert);
    };
    for (std::size_t i = 0; i < std::min(service.alerts.size(), kMostAsked) && links.size() < most; ++i) {
        const AlertKey &key = service.alerts[i];
        const auto alert = board.alerts.find(key);
        if (alert == board.alerts.end())
            continue;
        for (const auto &[name, value] : alert->second->annotations)
            add(alert->second, nameOfAnnotation(name), value);
        add(alert->second, plainLine(key.source.text(), 40), alert->second->link);
    }
    sayWhose(links, owners);
    return links;
}

AlertLinks::AlertLinks(LinkOpener opener, QWidget *parent)
    : QWidget(parent)
    , m_opener(std::move(opener))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gapSmall);
    layout->setColumnStretch(kColumns, 1);
}

void AlertLinks::setLinks(std::vector<AlertLink> links)
{
    setVisible(!links.empty());
    if (links == m_links)
        return;
    m_links = std::move(links);
    qDeleteAll(findChildren<QPushButton *>(Qt::FindDirectChildrenOnly));
    auto *grid = static_cast<QGridLayout *>(layout());
    const auto isLong = [this](const AlertLink &link) { return fontMetrics().horizontalAdvance(link.text) > scaled(kShortText); };
    const int columns = std::any_of(m_links.begin(), m_links.end(), isLong) ? 1 : kColumns;
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        auto *button = new QPushButton(this);
        // What tells links apart may stand at the end.
        QString text = fontMetrics().elidedText(m_links[i].text, Qt::ElideMiddle, scaled(kLongestText)) + QStringLiteral(" ↗");
        button->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        button->setToolTip(m_links[i].address.toDisplayString().toHtmlEscaped());
        button->setAccessibleName(tr("Open %1").arg(m_links[i].text));
        connect(button, &QPushButton::clicked, this, [this, address = m_links[i].address] { m_opener(address); });
        grid->addWidget(button, static_cast<int>(i) / columns, static_cast<int>(i) % columns, 1, columns == 1 ? kColumns : 1);
    }
}

} // namespace tocsin
