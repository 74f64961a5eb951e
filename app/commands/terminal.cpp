// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/terminal.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>

#include <sys/eventfd.h>
#include <unistd.h>

namespace tocsin {

namespace {

int g_signalDescriptor = -1; // a signal handler can reach nothing but a global

void handleSignal(int)
{
    const eventfd_t one = 1;
    [[maybe_unused]] const int written = ::eventfd_write(g_signalDescriptor, one);
}

void write(std::FILE *stream, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stream);
    std::fflush(stream);
}

} // namespace

void print(const QString &text)
{
    write(stdout, text);
}

void complain(const QString &text)
{
    write(stderr, text);
}

void quitOnSignals()
{
    g_signalDescriptor = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    auto *notifier = new QSocketNotifier(g_signalDescriptor, QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, QCoreApplication::instance(), &QCoreApplication::quit);
    std::signal(SIGINT, handleSignal);
    std::signal(SIGTERM, handleSignal);
}

} // namespace tocsin
