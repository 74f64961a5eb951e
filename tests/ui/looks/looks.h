// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/board.h"
#include "models/domain/incident/incident.h"
#include "widgets/style/palette.h"

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

class QWidget;

namespace tocsin::looks {

/// One picture of one screen.
struct Look {
    QString view; ///< overview, alerts, wall or incident
    QSize size;
    int services = 0;
    bool burning = false;
    ThemeKind theme = ThemeKind::Dark;
    QString language; ///< en, de, pseudo, or mirrored: English from right to left

    QString name() const;
};

/// Every view in every size with few, some and many services, calm and burning; themes and languages are dealt out over
/// them so that each meets each view and each size.
QList<Look> everyLook();

/// The shop of a look: where it burns, more is wrong the larger it is, in all ways at once; names are as long as people
/// make them.
Changes shopOf(const Look &look);

/// The incidents of a look: none of a small shop, one where a middling shop burns, a huge one and a second of a large shop.
std::vector<IncidentPtr> incidentsOf(const Look &look);

/// The texts of a window that have no room and that no tooltip gives in full.
QStringList cutTexts(const QWidget &window);

} // namespace tocsin::looks
