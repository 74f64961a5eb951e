// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commands.h"
#include "app/commands/terminal.h"
#include "app/workspace.h"
#include "models/items/words.h"
#include "models/session/notify_test.h"
#include "models/session/system_clock.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin {

namespace {

QString namesOf(const std::vector<ChannelConfig> &channels)
{
    QStringList names;
    for (const ChannelConfig &channel : channels)
        names << QString::fromStdString(channel.name);
    return names.join(QStringLiteral(", "));
}

ExitStatus refuse(const QString &sentence)
{
    complain(sentence + QLatin1Char('\n'));
    return ExitStatus::Usage;
}

} // namespace

ExitStatus runNotifyTestCommand(const CommandLine &line)
{
    const SystemClock clock;
    const Workspace workspace = openWorkspace(line, clock);
    if (const QString why = whyNothingIsWatched(workspace); !why.isEmpty()) {
        complain(why);
        return ExitStatus::BadConfiguration;
    }
    complain(problemText(workspace.problems));
    const std::vector<ChannelConfig> &channels = workspace.config.channels;
    const auto channel = std::find_if(channels.begin(), channels.end(),
        [&](const ChannelConfig &each) { return QString::fromStdString(each.name) == line.channel; });
    if (channels.empty())
        return refuse(QCoreApplication::translate("NotifyCommand", "The configuration has no channels."));
    if (channel == channels.end())
        return refuse(QCoreApplication::translate("NotifyCommand", "There is no channel \"%1\"; there are: %2.")
                          .arg(line.channel, namesOf(channels)));
    const std::string to = line.to.toStdString();
    if (const std::string problem = to.empty() ? std::string() : addressProblem(*channel, to); !problem.empty())
        return refuse(QStringLiteral("--to: ") + QString::fromStdString(problem));
    const NotifyTest test = testChannelOnce(
        workspace.config, *channel, to, clock, [](const Reason &step) { print(words::sentence(step) + QLatin1Char('\n')); });
    if (test.isTaken)
        return ExitStatus::Ok;
    complain(words::sentence(test.problem) + QLatin1Char('\n'));
    return ExitStatus::Down;
}

} // namespace tocsin
