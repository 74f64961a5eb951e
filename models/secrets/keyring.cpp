// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/secrets/keyring.h"

#include "models/secrets/secret_phrases.h"
#include "models/secrets/secret_text.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace tocsin {

namespace {

// How soon a stop is noticed.
constexpr std::chrono::milliseconds kStep{100};

bool hasSessionBus()
{
    if (std::getenv("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const char *folder = std::getenv("XDG_RUNTIME_DIR");
    std::error_code error;
    return folder && std::filesystem::exists(std::filesystem::path(folder) / "bus", error);
}

} // namespace

Result<Secret> readKeyring(const std::string &entry, Duration timeout, const std::stop_token &stop)
{
    using namespace secret_phrases;
    if (!QCoreApplication::instance() || !hasSessionBus())
        return secretFailure(kNoKeyring, {entry});
    // The loop comes first: it gives this thread the event dispatcher on which the keyring's answer arrives.
    QEventLoop loop;
    QTimer timer;
    const auto end = std::chrono::steady_clock::now() + timeout;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&loop, &stop, end] {
        if (stop.stop_requested() || std::chrono::steady_clock::now() >= end)
            loop.quit();
    });
    // When time runs out the job is left alone: the keyring's library may still hold on to it.
    auto *job = new QKeychain::ReadPasswordJob(QStringLiteral("tocsin"));
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->setKey(QString::fromStdString(entry));
    bool isFinished = false;
    QObject::connect(job, &QKeychain::Job::finished, &loop, [&loop, &isFinished] {
        isFinished = true;
        loop.quit();
    });
    job->start();
    timer.start(kStep);
    if (!isFinished)
        loop.exec();
    if (!isFinished) {
        job->disconnect(&loop);
        return secretFailure(kKeyringTimeout, {entry, formatDuration(timeout)});
    }
    const QKeychain::Error error = job->error();
    std::string text = job->textData().toStdString();
    delete job;
    if (error == QKeychain::NoBackendAvailable || error == QKeychain::NotImplemented)
        return secretFailure(kNoKeyring, {entry});
    if (error != QKeychain::NoError)
        return secretFailure(kKeyringEntry, {entry});
    return secretFromText(std::move(text), entry);
}

} // namespace tocsin
