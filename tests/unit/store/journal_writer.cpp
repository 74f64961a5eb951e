// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/event_factory.h"
#include "models/store/store_thread.h"
#include "tests/support/manual_clock.h"

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

#include <unistd.h>

/// Lives to be killed: acknowledges without end, and prints the ids of each pair of events when Done says that they are on
/// disk. Usage: journal_writer FOLDER

namespace {

void say(const std::string &line)
{
    // One write for one line: a kill cannot cut it in two.
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        std::_Exit(3);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 64;
    const tocsin::SystemClock clock;
    tocsin::EventFactory factory("victim", clock);
    tocsin::StoreThread store(argv[1], clock, [](const tocsin::StoreState &state) {
        if (state.access != tocsin::StoreState::Access::ReadWrite || !state.problem.isEmpty()) {
            say("trouble " + english(state.problem) + "\n");
            std::_Exit(2);
        }
    });
    for (int i = 0;; ++i) {
        const std::string subject = "alert/am/" + std::to_string(i);
        const tocsin::Event wish = factory.make("ada", subject, "ack.requested", "{}");
        const tocsin::Event proof = factory.make("ada", subject, "ack.confirmed", "{}");
        const std::string line = wish.id.text() + " " + proof.id.text() + "\n";
        store.append({wish, proof}, [line](const tocsin::Result<void> &done) {
            if (done)
                say(line);
        });
        store.addSamples({tocsin::LatencySample{tocsin::CheckId("Cart/page"), clock.now(), tocsin::State::Ok, 0, 0, 0, 0, 1}});
        std::this_thread::sleep_for(std::chrono::microseconds(100));
    }
}
