// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/incident/timeline.h"

#include <QFrame>
#include <QTimeZone>

class QLabel;
class QPlainTextEdit;

namespace tocsin {

/// The whole of one entry: all its words, its evidence, who wrote it, where and when. Takes no room while there is none. UI
/// thread; owned by the page.
class EntryView final : public QFrame
{
    Q_OBJECT

public:
    explicit EntryView(QWidget *parent = nullptr);

    void showEntry(const TimelineEntryPtr &entry, const QString &correction, const QTimeZone &zone);
    void clear();

private:
    QLabel *m_what;
    QLabel *m_detail;
    QLabel *m_origin;
    QPlainTextEdit *m_evidence;
};

} // namespace tocsin
