// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>
#include <optional>

namespace tocsin {

namespace {

using Command = CommandLine::Command;

struct CommandWord {
    const char *word;
    Command command;
    const char *usage;
    const char *help;
};

constexpr std::array kCommands{
    CommandWord{"check", Command::Check, "check [NAME...] [--json]",
        QT_TRANSLATE_NOOP(
            "CommandLine", "one pass of every check and source; prints a table, ends with 0 ok, 1 degraded, 2 down, 3 unknown")},
    CommandWord{"validate", Command::Validate, "validate [FILE-OR-FOLDER]",
        QT_TRANSLATE_NOOP("CommandLine", "tells every mistake in a configuration, with file, line and column")},
    CommandWord{"schema", Command::Schema, "schema",
        QT_TRANSLATE_NOOP("CommandLine", "prints the JSON Schema of the configuration, for editors")},
    CommandWord{"shop", Command::Shop, "shop [--port N]",
        QT_TRANSLATE_NOOP("CommandLine", "runs the simulated shop on loopback until interrupted")},
    CommandWord{"watch", Command::Watch, "watch", QT_TRANSLATE_NOOP("CommandLine", "a station without a window")},
    CommandWord{"report", Command::Report, "report [INCIDENT] [--format md|json]",
        QT_TRANSLATE_NOOP("CommandLine", "the report of an incident, by its name or \"last\"; without one, a list of all")},
    CommandWord{"journal", Command::Journal, "journal",
        QT_TRANSLATE_NOOP("CommandLine", "every event of the journal, one JSON object a line")},
    CommandWord{"notify-test", Command::NotifyTest, "notify-test CHANNEL [--to ADDRESS]",
        QT_TRANSLATE_NOOP("CommandLine", "sends a test message through a channel, and tells how far it came")},
    CommandWord{"snapshot", Command::Snapshot, "snapshot --view overview|alerts|incident|wall --out FILE",
        QT_TRANSLATE_NOOP("CommandLine", "polls for real, then writes a picture, without a display")},
    CommandWord{"help", Command::Help, "help", QT_TRANSLATE_NOOP("CommandLine", "this text")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// The options, declared once for reading and for help.
class Options
{
public:
    Options()
    {
        add("config", QT_TRANSLATE_NOOP("CommandLine", "configuration file or folder"), "PATH");
        add("data", QT_TRANSLATE_NOOP("CommandLine", "folder for journal and history"), "FOLDER");
        add("profile", QT_TRANSLATE_NOOP("CommandLine", "a second set of configuration and data"), "NAME");
        add("simulated", QT_TRANSLATE_NOOP("CommandLine", "watch the built-in simulated shop"));
        add("theme", QT_TRANSLATE_NOOP("CommandLine", "dark, light or contrast"), "THEME");
        add("language", QT_TRANSLATE_NOOP("CommandLine", "language of the screens, e.g. de"), "CODE");
        add("json", QT_TRANSLATE_NOOP("CommandLine", "check: one JSON object instead of a table"));
        add("wall", QT_TRANSLATE_NOOP("CommandLine", "the wall display"));
        add("screen", QT_TRANSLATE_NOOP("CommandLine", "wall: name of the screen"), "NAME");
        add("rotate", QT_TRANSLATE_NOOP("CommandLine", "wall: time per page, e.g. 30s"), "DURATION");
        add("one-page", QT_TRANSLATE_NOOP("CommandLine", "wall: everything on one page"));
        add("night-dim", QT_TRANSLATE_NOOP("CommandLine", "wall: percent darker from 22 to 6 while nothing is down, 0 to 80"),
            "N");
        add("view", QT_TRANSLATE_NOOP("CommandLine", "snapshot: overview, alerts, incident or wall"), "VIEW");
        add("size", QT_TRANSLATE_NOOP("CommandLine", "snapshot: width and height, e.g. 1920x1080"), "WxH");
        add("after", QT_TRANSLATE_NOOP("CommandLine", "snapshot: how long to watch first, e.g. 30s"), "DURATION");
        add("out", QT_TRANSLATE_NOOP("CommandLine", "snapshot, report: the file to write"), "FILE");
        add("format", QT_TRANSLATE_NOOP("CommandLine", "report: md or json"), "FORMAT");
        add("to", QT_TRANSLATE_NOOP("CommandLine", "notify-test: to this address instead of the channel's own"), "ADDRESS");
        add("port", QT_TRANSLATE_NOOP("CommandLine", "shop: port to listen on"), "N");
        add("help", QT_TRANSLATE_NOOP("CommandLine", "this text"), nullptr, "h");
        add("version", QT_TRANSLATE_NOOP("CommandLine", "the version"), nullptr, "v");
    }

    QCommandLineParser parser;
    struct Row {
        QString left;
        QString right;
    };
    QList<Row> rows;

private:
    void add(const char *name, const char *help, const char *value = nullptr, const char *letter = nullptr)
    {
        const QString option = QString::fromLatin1(name);
        const QString valueName = QString::fromLatin1(value ? value : "");
        QStringList names{option};
        QString left = QStringLiteral("--") + option + (value ? QLatin1Char(' ') + valueName : QString());
        if (letter) {
            names.append(QString::fromLatin1(letter));
            left.prepend(QLatin1Char('-') + names.last() + QStringLiteral(", "));
        }
        parser.addOption(QCommandLineOption(names, translated(help), valueName));
        rows.append({left, translated(help)});
    }
};

std::optional<QSize> parseSize(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    constexpr int kLargest = 16384;
    if (parts.size() != 2)
        return std::nullopt;
    const QSize size(parts[0].toInt(), parts[1].toInt());
    const bool isSane = size.width() >= 64 && size.height() >= 64 && size.width() <= kLargest && size.height() <= kLargest;
    return isSane ? std::optional(size) : std::nullopt;
}

/// Reads one option's value into `target`; says what is wrong with it.
class ValueReader
{
public:
    explicit ValueReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    void duration(const char *name, Duration &target)
    {
        if (const QString text = value(name); !text.isEmpty()) {
            const std::optional<Duration> duration = parseDuration(text.toStdString());
            if (duration)
                target = *duration;
            else
                complain(QCoreApplication::translate("CommandLine", "--%1 takes a duration such as 30s, not \"%2\"")
                             .arg(QString::fromLatin1(name), text));
        }
    }

    void choice(const char *name, const QStringList &choices, QString &target)
    {
        const QString text = value(name);
        if (text.isEmpty())
            return;
        target = text;
        if (!choices.contains(text))
            complain(QCoreApplication::translate("CommandLine", "--%1 is one of %2, not \"%3\"")
                         .arg(QString::fromLatin1(name), choices.join(QStringLiteral(", ")), text));
    }

    QString value(const char *name) const { return m_parser.value(QString::fromLatin1(name)); }
    void complain(const QString &sentence)
    {
        if (m_error.isEmpty())
            m_error = sentence;
    }
    const QString &error() const { return m_error; }

private:
    const QCommandLineParser &m_parser;
    QString m_error;
};

void readValues(ValueReader &reader, CommandLine &line)
{
    line.config = reader.value("config").toStdString();
    line.data = reader.value("data").toStdString();
    line.profile = reader.value("profile");
    if (line.profile.contains(QLatin1Char('/')) || line.profile.startsWith(QLatin1Char('.')))
        reader.complain(
            QCoreApplication::translate("CommandLine", "--profile is a plain name, not a path such as \"%1\"").arg(line.profile));
    line.language = reader.value("language");
    line.screen = reader.value("screen");
    line.out = reader.value("out");
    line.to = reader.value("to");
    reader.duration("rotate", line.rotate);
    reader.duration("after", line.after);
    reader.choice("theme", {QStringLiteral("dark"), QStringLiteral("light"), QStringLiteral("contrast")}, line.theme);
    reader.choice("view",
        {QStringLiteral("overview"), QStringLiteral("alerts"), QStringLiteral("incident"), QStringLiteral("wall")}, line.view);
    reader.choice("format", {QStringLiteral("md"), QStringLiteral("json")}, line.format);
    if (const QString text = reader.value("size"); !text.isEmpty()) {
        const std::optional<QSize> size = parseSize(text);
        line.size = size.value_or(line.size);
        if (!size)
            reader.complain(
                QCoreApplication::translate("CommandLine", "--size is width and height such as 1920x1080, not \"%1\"").arg(text));
    }
    if (const QString text = reader.value("night-dim"); !text.isEmpty()) {
        bool isNumber = false;
        line.nightDim = text.toInt(&isNumber);
        if (!isNumber || line.nightDim < 0 || line.nightDim > 80)
            reader.complain(
                QCoreApplication::translate("CommandLine", "--night-dim is a number from 0 to 80, not \"%1\"").arg(text));
    }
    if (const QString text = reader.value("port"); !text.isEmpty()) {
        line.port = text.toUShort();
        if (line.port == 0)
            reader.complain(
                QCoreApplication::translate("CommandLine", "--port is a number from 1 to 65535, not \"%1\"").arg(text));
    }
}

std::optional<Command> commandOf(const QString &word)
{
    for (const CommandWord &known : kCommands) {
        if (word == QLatin1String(known.word))
            return known.command;
    }
    return std::nullopt;
}

/// Takes the command's word and what belongs to it from the arguments that are not options.
void readWords(ValueReader &reader, QStringList words, CommandLine &line)
{
    if (words.isEmpty())
        return;
    const QString word = words.takeFirst();
    const std::optional<Command> command = commandOf(word);
    if (!command)
        return reader.complain(QCoreApplication::translate("CommandLine", "\"%1\" is not a command").arg(word));
    line.command = *command;
    if (line.command == Command::Check) {
        line.names = words;
        return;
    }
    if (line.command == Command::Report && !words.isEmpty())
        line.incident = words.takeFirst();
    if (line.command == Command::NotifyTest && words.isEmpty())
        return reader.complain(QCoreApplication::translate("CommandLine", "notify-test needs the name of a channel"));
    if (line.command == Command::NotifyTest)
        line.channel = words.takeFirst();
    if (line.command == Command::Validate && !words.isEmpty())
        line.config = words.takeFirst().toStdString();
    if (!words.isEmpty())
        reader.complain(QCoreApplication::translate("CommandLine", "\"%1\" is one word too many").arg(words.first()));
}

} // namespace

tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments)
{
    Options options;
    // QCommandLineParser takes the first argument for the program's name.
    if (!options.parser.parse(QStringList(QStringLiteral("tocsin")) + arguments))
        return tl::unexpected(options.parser.errorText());
    CommandLine line;
    ValueReader reader(options.parser);
    readValues(reader, line);
    readWords(reader, options.parser.positionalArguments(), line);
    line.simulated = options.parser.isSet(QStringLiteral("simulated"));
    line.json = options.parser.isSet(QStringLiteral("json"));
    line.onePage = options.parser.isSet(QStringLiteral("one-page"));
    if (options.parser.isSet(QStringLiteral("wall"))) {
        if (line.command != Command::Desk)
            reader.complain(QCoreApplication::translate("CommandLine", "--wall stands without a command"));
        line.command = Command::Wall;
    }
    if (line.json && line.command != Command::Check)
        reader.complain(QCoreApplication::translate("CommandLine", "--json goes with check only"));
    if (options.parser.isSet(QStringLiteral("help")))
        line.command = Command::Help;
    if (options.parser.isSet(QStringLiteral("version")))
        line.command = Command::Version;
    if (line.command == Command::Snapshot && line.out.isEmpty())
        reader.complain(QCoreApplication::translate("CommandLine", "snapshot needs --out FILE"));
    if (!reader.error().isEmpty())
        return tl::unexpected(reader.error());
    return line;
}

QString helpText()
{
    QString text = QCoreApplication::translate("CommandLine", "Tocsin, the war room of an online shop.")
        + QStringLiteral("\n\n  tocsin [--wall]\n");
    const auto addRow = [&text](const QString &left, const QString &right) {
        text += QStringLiteral("  ") + left.leftJustified(34) + QLatin1Char(' ') + right + QLatin1Char('\n');
    };
    for (const CommandWord &command : kCommands)
        addRow(QStringLiteral("tocsin ") + QLatin1String(command.usage), translated(command.help));
    text += QLatin1Char('\n');
    const Options options;
    for (const Options::Row &row : options.rows)
        addRow(row.left, row.right);
    return text;
}

} // namespace tocsin
