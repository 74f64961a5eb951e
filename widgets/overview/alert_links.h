// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QUrl>
#include <QWidget>

#include <functional>
#include <vector>

namespace tocsin {

/// Opens an address outside of Tocsin.
using LinkOpener = std::function<void(const QUrl &)>;

/// A way from an alert to more about it.
struct AlertLink {
    QString text;
    QUrl address;

    friend bool operator==(const AlertLink &, const AlertLink &) = default;
};

/// Where the alerts of a service lead: runbook, dashboard, their source. Only what `safeLink` lets through, each address
/// once, at most `most`.
std::vector<AlertLink> linksOf(const Board &board, const ServiceStatus &service, std::size_t most);

/// A row of links as quiet buttons. UI thread only; owned by the detail.
class AlertLinks final : public QWidget
{
    Q_OBJECT

public:
    AlertLinks(LinkOpener opener, QWidget *parent = nullptr);

    void setLinks(std::vector<AlertLink> links);

private:
    LinkOpener m_opener;
    std::vector<AlertLink> m_links;
};

} // namespace tocsin
