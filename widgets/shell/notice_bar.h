// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/delivery_feed.h"
#include "models/session/commands.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tocsin {

/// What is wrong with the station or its configuration, in lines that name file, line and column; no dialog. Warnings may be
/// put away, errors stay until they are mended. UI thread; owned by the window.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void show(const ConfigurationReport &report);
    void show(const StationNotice &notice);
    /// What channels do not bring through; empty when all do.
    void show(const std::vector<const Delivery *> &troubles);
    /// A plain remark, until another one or nothing takes its place.
    void tell(const QString &remark);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    ConfigurationReport m_report;
    StationNotice m_notice;
    QStringList m_undelivered;
    QString m_remark;
    bool m_isPutAway = false;
    QLabel *m_text;
    QPushButton *m_close;
};

} // namespace tocsin
