// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFontMetricsF>
#include <QString>
#include <QStringList>

namespace tocsin {

/// A name that is wider than `room`, broken where names may be: at a blank, or after one of - / . _ : and a comma. At most
/// `most` lines; what still does not fit stays in the last line, for the caller to cut. Pure.
QStringList nameLines(const QString &name, const QFontMetricsF &metrics, double room, int most);

} // namespace tocsin
