// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QFrame>
#include <QTimeZone>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tocsin {

class StateBadge;

/// Everything that is known of one alert: who has it, labels, annotations, where its source shows it. All outside text is
/// plain text. UI thread; owned by the page.
class AlertDetail final : public QFrame
{
    Q_OBJECT

public:
    explicit AlertDetail(QWidget *parent = nullptr);

    void showAlert(const AlertPtr &alert, Instant now, const QTimeZone &zone);
    const AlertPtr &alert() const { return m_alert; }
    void tick(Instant now);

signals:
    void acknowledgeRequested();
    void unacknowledgeRequested();
    void linkRequested(const QString &link); ///< as the source wrote it, unchecked
    void closed();

private:
    QWidget *makeHead();
    QWidget *makeButtons();
    void fill();
    void addSection(const QString &title);
    void addPair(const QString &name, const QString &value, bool isMuted = false);
    void addAnnotations();
    void addLink(const std::string &link);
    void addAcknowledgement();

    AlertPtr m_alert;
    Instant m_now{};
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    StateBadge *m_badge;
    QLabel *m_name;
    QLabel *m_since;
    QPushButton *m_acknowledge;
    QPushButton *m_giveBack;
    QPushButton *m_open;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_bodyRoom = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace tocsin
