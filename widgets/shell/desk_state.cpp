// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shell/desk_state.h"

#include <QSettings>

namespace tocsin {

DeskState::DeskState(QString file)
    : m_file(std::move(file))
{
}

QByteArray DeskState::geometry() const
{
    return m_file.isEmpty() ? QByteArray()
                            : QSettings(m_file, QSettings::IniFormat).value(QStringLiteral("window/geometry")).toByteArray();
}

void DeskState::setGeometry(const QByteArray &geometry)
{
    if (!m_file.isEmpty())
        QSettings(m_file, QSettings::IniFormat).setValue(QStringLiteral("window/geometry"), geometry);
}

std::optional<ThemeKind> DeskState::theme() const
{
    if (m_file.isEmpty())
        return std::nullopt;
    return themeFromWord(QSettings(m_file, QSettings::IniFormat).value(QStringLiteral("look/theme")).toString().toStdString());
}

void DeskState::setTheme(std::optional<ThemeKind> theme)
{
    if (m_file.isEmpty())
        return;
    QSettings settings(m_file, QSettings::IniFormat);
    if (theme)
        settings.setValue(QStringLiteral("look/theme"), QString::fromStdString(std::string(themeWord(*theme))));
    else
        settings.remove(QStringLiteral("look/theme"));
}

AlertOrder DeskState::alertOrder() const
{
    if (m_file.isEmpty())
        return {};
    const QSettings settings(m_file, QSettings::IniFormat);
    return orderFromWord(settings.value(QStringLiteral("alerts/order")).toString()).value_or(AlertOrder());
}

void DeskState::setAlertOrder(const AlertOrder &order)
{
    if (!m_file.isEmpty())
        QSettings(m_file, QSettings::IniFormat).setValue(QStringLiteral("alerts/order"), orderWord(order));
}

} // namespace tocsin
