// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tocsin {

namespace {

void install(const QLocale &locale, const QString &fileName, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, fileName, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

QStringList knownLanguages()
{
    QStringList codes;
    const QStringList files = QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("tocsin_*.qm")}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        codes.append(file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0));
    return codes;
}

bool speak(const QString &language)
{
    const QString ours = QStringLiteral(":/i18n");
    const QString base = language.section(QLatin1Char('_'), 0, 0).section(QLatin1Char('-'), 0, 0);
    if (!language.isEmpty() && base != QLatin1String("en") && !knownLanguages().contains(base))
        return false;
    if (language == QLatin1String("pseudo")) {
        auto *translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(QStringLiteral("tocsin_pseudo"), ours))
            QCoreApplication::installTranslator(translator);
        return true;
    }
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    QLocale::setDefault(locale);
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, QStringLiteral("tocsin"), ours);
    return true;
}

} // namespace tocsin
