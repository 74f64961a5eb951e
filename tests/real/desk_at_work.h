// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/config/config_loader.h"
#include "models/items/board_feed.h"
#include "models/session/session.h"
#include "models/session/system_clock.h"
#include "models/session/vocabulary.h"
#include "widgets/shell/desk_window.h"

#include <QApplication>
#include <QTest>

#include <memory>
#include <string>

namespace tocsin::test {

/// One station with its desk, from start to quit, and who presses its keys. UI thread.
struct DeskAtWork {
    SystemClock clock;
    BoardFeed feed;
    std::unique_ptr<Session> session;
    std::unique_ptr<DeskWindow> window;

    DeskAtWork(const std::string &yaml, const std::string &dataFolder, const AckTimes &ackTimes = {})
    {
        const LoadedConfig loaded = parseConfig(yaml, "desk.yaml", vocabulary(), processEnvironment());
        session = std::make_unique<Session>(loaded.config.value(), Session::Options{dataFolder, {}, ackTimes}, clock);
        window = std::make_unique<DeskWindow>(feed, *session, clock);
        QObject::connect(&session->door(), &MessageDoor::arrived, window.get(), [this](const Message &message) {
            if (const auto *changes = std::get_if<Changes>(&message))
                feed.apply(*changes);
            window->handle(message);
        });
        window->resize(1280, 800);
        window->show();
    }

    AlertPtr find(const Labels &labels) const
    {
        for (const auto &[key, alert] : feed.board().alerts) {
            if (alert->labels == labels)
                return alert;
        }
        return nullptr;
    }
    bool isAcknowledged(const Labels &labels) const
    {
        const AlertPtr alert = find(labels);
        return alert && alert->acknowledgement.has_value();
    }
    State sourceState(const char *name = "am") const { return feed.board().sources.at(SourceId(name)).state; }

    static void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    static void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }

    /// Goes to the alerts and to the one row that the filter leaves.
    void select(const char *filter) const
    {
        // Off-screen nobody gives the keyboard back when a list of completions has closed.
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        press(Qt::Key_2);
        press(Qt::Key_Slash);
        press(Qt::Key_A, Qt::ControlModifier);
        type(filter);
        press(Qt::Key_Return);
        press(Qt::Key_J);
    }
};

} // namespace tocsin::test
