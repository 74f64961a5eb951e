// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/quick_line.h"

#include "models/items/incident_words.h"
#include "models/items/time_words.h"
#include "models/items/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tocsin {

namespace {

using Read = tl::expected<IncidentAct, QString>;

QString translated(const char *text)
{
    return QCoreApplication::translate("QuickLine", text);
}

auto problem(const char *text, std::initializer_list<QString> arguments = {})
{
    return tl::unexpected(words::fill(translated(text), arguments));
}

/// The first word, which is taken away, and the rest without blanks around it.
QString takeWord(QString &rest)
{
    rest = rest.trimmed();
    const auto end = std::find_if(rest.begin(), rest.end(), [](QChar c) { return c.isSpace(); });
    const QString word(rest.constData(), end - rest.begin());
    rest = rest.mid(word.size()).trimmed();
    return word;
}

struct RoleAlias {
    const char *word;
    const RoleId &role;
};

const std::array kAliases{RoleAlias{"ic", roles::commander}, RoleAlias{"commander", roles::commander},
    RoleAlias{"deputy", roles::deputy}, RoleAlias{"scribe", roles::scribe}, RoleAlias{"ops", roles::operations},
    RoleAlias{"customer", roles::customerLiaison}, RoleAlias{"internal", roles::internalLiaison},
    RoleAlias{"legal", roles::legal}};

std::optional<RoleId> roleFrom(const QString &word)
{
    for (const RoleAlias &alias : kAliases) {
        if (word.compare(QLatin1String(alias.word), Qt::CaseInsensitive) == 0 || word.toStdString() == alias.role.text())
            return alias.role;
    }
    return std::nullopt;
}

QStringList roleWords(const IncidentRules &rules)
{
    QStringList all;
    for (const RoleAlias &alias : kAliases) {
        if (qstrcmp(alias.word, "ic") != 0)
            all << QLatin1String(alias.word);
    }
    for (const RoleId &role : rules.ownRoles)
        all << QString::fromStdString(role.text());
    return all;
}

/// `me` is who acts here, `-` is nobody.
std::string personFrom(const QString &word, const QuickContext &context)
{
    if (word.isEmpty() || word == QLatin1String("me"))
        return context.me;
    return word == QLatin1String("-") ? std::string() : word.toStdString();
}

/// `12:49`, `12:49:20` in the reader's zone: the last such moment that is not in the future; or RFC 3339.
std::optional<Instant> instantFrom(const QString &word, const QuickContext &context)
{
    if (const std::optional<Instant> instant = parseRfc3339(word.toStdString()))
        return instant;
    QTime time = QTime::fromString(word, QStringLiteral("H:mm:ss"));
    if (!time.isValid())
        time = QTime::fromString(word, QStringLiteral("H:mm"));
    if (!time.isValid())
        return std::nullopt;
    const QDateTime now = words::dateTime(context.now, context.zone);
    QDateTime at(now.date(), time, context.zone);
    if (at > now)
        at = QDateTime(now.date().addDays(-1), time, context.zone);
    return Instant(Duration(at.toMSecsSinceEpoch()));
}

template<NoteKind kind> Read readNote(QString rest, const QuickContext &)
{
    if (rest.isEmpty())
        return problem(QT_TRANSLATE_NOOP("QuickLine", "There is nothing to write down"));
    return acts::AddNote{kind, rest.toStdString()};
}

/// A role of the shop's own may be several words.
std::optional<RoleId> takeOwnRole(QString &rest, const IncidentRules &rules)
{
    for (const RoleId &role : rules.ownRoles) {
        const QString name = QString::fromStdString(role.text());
        const bool isNamed
            = rest.startsWith(name, Qt::CaseInsensitive) && (rest.size() == name.size() || rest.at(name.size()).isSpace());
        if (!isNamed)
            continue;
        rest = rest.mid(name.size()).trimmed();
        return role;
    }
    return std::nullopt;
}

Read readRole(QString rest, const QuickContext &context)
{
    if (const std::optional<RoleId> own = takeOwnRole(rest, context.rules))
        return acts::GiveRole{*own, personFrom(rest, context), {}};
    const QString word = takeWord(rest);
    const std::optional<RoleId> role = roleFrom(word);
    if (!role)
        return problem(QT_TRANSLATE_NOOP("QuickLine", "No role is called \"%1\": there are %2"),
            {word, roleWords(context.rules).join(QStringLiteral(", "))});
    return acts::GiveRole{*role, personFrom(rest, context), {}};
}

Read readHandover(QString rest, const QuickContext &context)
{
    if (rest.isEmpty())
        return problem(QT_TRANSLATE_NOOP("QuickLine", "To whom? /handover NAME"));
    return acts::GiveRole{
        roles::commander, personFrom(rest, context), words::briefText(*context.incident).trimmed().toStdString()};
}

Read readSeverity(QString rest, const QuickContext &)
{
    const QString word = takeWord(rest);
    const std::optional<IncidentSeverity> severity = incidentSeverityFrom(word.toStdString());
    if (!severity)
        return problem(QT_TRANSLATE_NOOP("QuickLine", "A severity is a number from 1, the worst, to 5, not \"%1\""), {word});
    return acts::SetSeverity{*severity, rest.toStdString()};
}

Read readStatus(QString rest, const QuickContext &)
{
    const QString word = takeWord(rest);
    const std::optional<IncidentStatus> status = incidentStatusFrom(word.toLower().toStdString());
    if (!status)
        return problem(
            QT_TRANSLATE_NOOP("QuickLine", "A status is investigating, identified, monitoring, resolved or closed, not \"%1\""),
            {word});
    return acts::SetStatus{*status, rest.toStdString()};
}

template<IncidentStatus status> Read readOneStatus(QString rest, const QuickContext &)
{
    return acts::SetStatus{status, rest.toStdString()};
}

Read readTitle(QString rest, const QuickContext &)
{
    return acts::SetTitle{rest.toStdString()};
}

Read readTime(QString rest, const QuickContext &context)
{
    const QString name = takeWord(rest);
    const std::optional<MilestoneKind> milestone = milestoneFrom(name.toLower().toStdString());
    if (!milestone)
        return problem(QT_TRANSLATE_NOOP("QuickLine",
                           "The moments are started, detected, acknowledged, first_update, mitigated and resolved, not \"%1\""),
            {name});
    const QString when = takeWord(rest);
    const bool isBack = when == QLatin1String("-");
    const std::optional<Instant> at = instantFrom(when, context);
    if (!at && !isBack)
        return problem(
            QT_TRANSLATE_NOOP("QuickLine", "A time is 12:49 or 12:49:20, or - for what the evidence says, not \"%1\""), {when});
    return acts::SetMilestone{*milestone, at, rest.toStdString()};
}

Read readMerge(QString rest, const QuickContext &context)
{
    const QString wanted = takeWord(rest);
    for (const auto &[id, incident] : context.all) {
        if (wanted.compare(QString::fromStdString(shortName(id)), Qt::CaseInsensitive) == 0)
            return acts::Merge{id};
    }
    return problem(QT_TRANSLATE_NOOP("QuickLine", "No incident is called \"%1\""), {wanted});
}

struct QuickCommand {
    const char *word;
    const char *arguments;
    const char *help;
    Read (*read)(QString rest, const QuickContext &context);
};

constexpr QuickCommand kCommands[] = {
    {"note", "TEXT", QT_TRANSLATE_NOOP("QuickLine", "write something down"), readNote<NoteKind::Note>},
    {"decision", "TEXT", QT_TRANSLATE_NOOP("QuickLine", "what was decided"), readNote<NoteKind::Decision>},
    {"action", "TEXT", QT_TRANSLATE_NOOP("QuickLine", "what you are doing"), readNote<NoteKind::Action>},
    {"need", "TEXT", QT_TRANSLATE_NOOP("QuickLine", "what is missing"), readNote<NoteKind::Need>},
    {"role", "ROLE [NAME]", QT_TRANSLATE_NOOP("QuickLine", "give a role, or take it; - leaves it open"), readRole},
    {"handover", "NAME", QT_TRANSLATE_NOOP("QuickLine", "hand the command over, with a brief from the timeline"), readHandover},
    {"sev", "N [REASON]", QT_TRANSLATE_NOOP("QuickLine", "severity, from 1, the worst, to 5"), readSeverity},
    {"status", "STATUS [REASON]", QT_TRANSLATE_NOOP("QuickLine", "how far it has come"), readStatus},
    {"resolve", "[REASON]", QT_TRANSLATE_NOOP("QuickLine", "it is over"), readOneStatus<IncidentStatus::Resolved>},
    {"close", "[REASON]", QT_TRANSLATE_NOOP("QuickLine", "nothing is left to do"), readOneStatus<IncidentStatus::Closed>},
    {"reopen", "[REASON]", QT_TRANSLATE_NOOP("QuickLine", "it is not over"), readOneStatus<IncidentStatus::Investigating>},
    {"title", "TEXT", QT_TRANSLATE_NOOP("QuickLine", "name it anew"), readTitle},
    {"time", "MOMENT WHEN REASON", QT_TRANSLATE_NOOP("QuickLine", "correct when it started, was resolved ..."), readTime},
    {"merge", "INC-...", QT_TRANSLATE_NOOP("QuickLine", "it goes on in another incident"), readMerge},
    {"well", "TEXT", QT_TRANSLATE_NOOP("QuickLine", "what went well"), readNote<NoteKind::WentWell>},
    {"badly", "TEXT", QT_TRANSLATE_NOOP("QuickLine", "what went badly"), readNote<NoteKind::WentBadly>},
    {"todo", "TEXT", QT_TRANSLATE_NOOP("QuickLine", "what is to follow"), readNote<NoteKind::FollowUp>},
};

QStringList choicesFor(const QString &command, int place, const QuickContext &context)
{
    if (command == QLatin1String("role") && place == 0)
        return roleWords(context.rules);
    const bool takesPerson = (command == QLatin1String("role") && place == 1) || command == QLatin1String("handover");
    if (takesPerson) {
        QStringList people;
        for (const std::string &person : context.people)
            people << QString::fromStdString(person);
        return people;
    }
    if (command == QLatin1String("status") && place == 0)
        return {QStringLiteral("investigating"), QStringLiteral("identified"), QStringLiteral("monitoring"),
            QStringLiteral("resolved"), QStringLiteral("closed")};
    if (command == QLatin1String("time") && place == 0)
        return {QStringLiteral("started"), QStringLiteral("detected"), QStringLiteral("acknowledged"),
            QStringLiteral("first_update"), QStringLiteral("mitigated"), QStringLiteral("resolved")};
    if (command == QLatin1String("sev") && place == 0)
        return {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("5")};
    if (command == QLatin1String("merge") && place == 0) {
        QStringList others;
        for (const auto &[id, incident] : context.all) {
            if (incident->isOpen() && context.incident && id != context.incident->id)
                others << QString::fromStdString(shortName(id));
        }
        return others;
    }
    return {};
}

} // namespace

Read readQuickLine(const QString &line, const QuickContext &context)
{
    QString rest = line.trimmed();
    if (!rest.startsWith(QLatin1Char('/')))
        return readNote<NoteKind::Note>(rest, context);
    const QString word = takeWord(rest).mid(1);
    for (const QuickCommand &command : kCommands) {
        if (word.compare(QLatin1String(command.word), Qt::CaseInsensitive) == 0)
            return command.read(rest, context);
    }
    return problem(QT_TRANSLATE_NOOP("QuickLine", "There is no command /%1"), {word});
}

QStringList completeQuickLine(const QString &line, const QuickContext &context)
{
    if (!line.startsWith(QLatin1Char('/')))
        return {};
    QStringList parts = line.split(QLatin1Char(' '));
    const QString begun = parts.takeLast();
    QStringList choices;
    if (parts.isEmpty()) {
        for (const QuickCommand &command : kCommands)
            choices << QLatin1Char('/') + QLatin1String(command.word);
    } else {
        choices = choicesFor(parts.first().mid(1), static_cast<int>(parts.size()) - 1, context);
    }
    QStringList lines;
    for (const QString &choice : choices) {
        if (choice.startsWith(begun, Qt::CaseInsensitive) && choice != begun)
            lines << (parts + QStringList(choice)).join(QLatin1Char(' ')) + QLatin1Char(' ');
    }
    return lines;
}

QString quickLineUsage(const QString &line)
{
    QString rest = line.trimmed();
    const QString word = takeWord(rest);
    for (const QuickCommand &command : kCommands) {
        if (word == QLatin1Char('/') + QLatin1String(command.word))
            return QStringLiteral("%1 %2  –  %3").arg(word, QLatin1String(command.arguments), translated(command.help));
    }
    return {};
}

} // namespace tocsin
