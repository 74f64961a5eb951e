// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;

namespace tocsin {

class ElidedLabel;
class StateBadge;

/// Who the detail is about: shape, name, state in words, since when, how important, what it depends on. UI thread only;
/// owned by the detail.
class DetailHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailHeader(QWidget *parent = nullptr);

    void setService(const ServiceStatus &service, Instant now);
    void setZone(const QTimeZone &zone) { m_zone = zone; }

private:
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    StateBadge *m_glyph;
    ElidedLabel *m_name;
    QLabel *m_state;
    ElidedLabel *m_since;
    ElidedLabel *m_remark;
};

} // namespace tocsin
