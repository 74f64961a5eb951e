// SPDX-FileCopyrightText: 2026 The Tocsin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/palette.h"

#include <array>

namespace tocsin {

namespace {

/// The tones of the five states that have a colour, and what tiles in them stand on.
struct StateColours {
    QRgb ok, degraded, down, unknown, maintenance;
    QRgb degradedGround, downGround, ownedGround, hatch;
    QRgb degradedLine, unknownLine;
    QRgb downText, downMuted, downTone;         ///< on a filled DOWN tile of the desk
    QRgb wallDown, wallDownText, wallDownMuted; ///< on a filled DOWN tile of the wall
    QRgb spark;
};

constexpr StateColours kDark{0x35a58a, 0xf5b83d, 0xff5c57, 0x8d99a9, 0x5b9dff, //
    0x2b2312, 0x52181b, 0x241418, 0x1f262f,                                    //
    0x7d6127, 0x4b5766,                                                        //
    0xffffff, 0xe6c4c5, 0xff9a95,                                              //
    0xc62f2b, 0xffffff, 0xffe9e8,                                              //
    0x25705f};
constexpr StateColours kLight{0x0a7a66, 0x9a5b00, 0xb3140f, 0x586578, 0x1a5fd0, //
    0xfff3dc, 0xfcd9d6, 0xfff4f3, 0xe9edf2,                                     //
    0xd9a441, 0xa9b4c2,                                                         //
    0x16202c, 0x5c3a3c, 0xa1120d,                                               //
    0xb3140f, 0xffffff, 0xffe9e8,                                               //
    0x63ab9c};
constexpr StateColours kHighContrast{0x4be3bd, 0xffd24d, 0xff8b86, 0xc3ccd8, 0x8dbbff, //
    0x2b2000, 0x4d0000, 0x140000, 0x262c34,                                            //
    0xffd24d, 0xc3ccd8,                                                                //
    0xffffff, 0xffffff, 0xffb9b5,                                                      //
    0x9c0000, 0xffffff, 0xffffff,                                                      //
    0x4be3bd};

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

const StateColours &stateColours(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Dark:
        return kDark;
    case ThemeKind::Light:
        return kLight;
    case ThemeKind::HighContrast:
        break;
    }
    return kHighContrast;
}

Palette makeDark()
{
    Palette p;
    p.kind = ThemeKind::Dark;
    p.ground = rgb(0x0e1217);
    p.surface = rgb(0x161b22);
    p.raised = rgb(0x1d242d);
    p.line = rgb(0x29323d);
    p.lineStrong = rgb(0x465262);
    p.text = rgb(0xe8ecf2);
    p.muted = rgb(0x9aa7b8);
    p.focus = rgb(0x7db1ff);
    p.action = rgb(0x2563d0);
    p.actionText = rgb(0xffffff);
    p.selection = rgb(0x1c2b42);
    p.codeGround = rgb(0x0e1217);
    p.phases = {rgb(0x5f8fc9), rgb(0x5fb3a1), rgb(0xb59ad6), rgb(0xd9a650), rgb(0x7b8796)};
    return p;
}

Palette makeLight()
{
    Palette p;
    p.kind = ThemeKind::Light;
    p.ground = rgb(0xf5f7fa);
    p.surface = rgb(0xffffff);
    p.raised = rgb(0xeef1f5);
    p.line = rgb(0xd9dfe7);
    p.lineStrong = rgb(0xa9b4c2);
    p.text = rgb(0x16202c);
    p.muted = rgb(0x55637a);
    p.focus = rgb(0x1a5fd0);
    p.action = rgb(0x1a5fd0);
    p.actionText = rgb(0xffffff);
    p.selection = rgb(0xeaf1fc);
    p.codeGround = rgb(0xf5f7fa);
    p.phases = {rgb(0x3f78bd), rgb(0x2f8f7c), rgb(0x8a67b5), rgb(0xbd7f1a), rgb(0x6d7887)};
    return p;
}

Palette makeHighContrast()
{
    Palette p;
    p.kind = ThemeKind::HighContrast;
    p.ground = rgb(0x000000);
    p.surface = rgb(0x000000);
    p.raised = rgb(0x14181e);
    p.line = rgb(0x8d99a9);
    p.lineStrong = rgb(0xffffff);
    p.text = rgb(0xffffff);
    p.muted = rgb(0xd5dce6);
    p.focus = rgb(0x9cc7ff);
    p.action = rgb(0x0b3f99);
    p.actionText = rgb(0xffffff);
    p.selection = rgb(0x061a3d);
    p.codeGround = rgb(0x000000);
    p.phases = {rgb(0x7fb4ff), rgb(0x4be3bd), rgb(0xd9bcff), rgb(0xffd24d), rgb(0xc3ccd8)};
    return p;
}

/// The quiet tile that the others are made from.
TileColours calmTile(const Palette &palette)
{
    TileColours tile;
    tile.ground = palette.surface;
    tile.border = palette.line;
    tile.text = palette.text;
    tile.muted = palette.muted;
    return tile;
}

TileColours downTile(TileColours tile, const StateColours &colours, bool owned, TileLoudness loudness)
{
    tile.borderWidth = 2;
    tile.border = rgb(colours.down);
    tile.spark = rgb(colours.down);
    if (owned) {
        tile.ground = rgb(colours.ownedGround);
        return tile;
    }
    if (loudness == TileLoudness::Wall) {
        tile.ground = rgb(colours.wallDown);
        tile.text = tile.tone = rgb(colours.wallDownText);
        tile.muted = tile.spark = rgb(colours.wallDownMuted);
        return tile;
    }
    tile.ground = rgb(colours.downGround);
    tile.text = rgb(colours.downText);
    tile.muted = rgb(colours.downMuted);
    tile.tone = rgb(colours.downTone);
    tile.borderWidth = 1;
    return tile;
}

} // namespace

std::string_view themeWord(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Dark:
        return "dark";
    case ThemeKind::Light:
        return "light";
    case ThemeKind::HighContrast:
        break;
    }
    return "contrast";
}

std::optional<ThemeKind> themeFromWord(std::string_view word)
{
    for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light, ThemeKind::HighContrast}) {
        if (themeWord(kind) == word)
            return kind;
    }
    return std::nullopt;
}

QColor Palette::tone(State state) const
{
    const StateColours &colours = stateColours(kind);
    switch (state) {
    case State::Ok:
        return rgb(colours.ok);
    case State::Degraded:
        return rgb(colours.degraded);
    case State::Down:
        return rgb(colours.down);
    case State::Unknown:
        return rgb(colours.unknown);
    case State::Maintenance:
        return rgb(colours.maintenance);
    case State::Pending:
        break;
    }
    return muted;
}

TileColours Palette::tile(State state, bool owned, TileLoudness loudness) const
{
    const StateColours &colours = stateColours(kind);
    TileColours tile = calmTile(*this);
    tile.tone = tone(state);
    tile.spark = tile.tone;
    switch (state) {
    case State::Down:
        return downTile(tile, colours, owned, loudness);
    case State::Degraded:
        tile.ground = owned ? tile.ground : rgb(colours.degradedGround);
        tile.border = loudness == TileLoudness::Wall || owned ? tile.tone : rgb(colours.degradedLine);
        tile.borderWidth = loudness == TileLoudness::Wall || owned ? 2 : 1;
        break;
    case State::Unknown:
        tile.border = rgb(colours.unknownLine);
        tile.hatch = rgb(colours.hatch);
        break;
    case State::Ok:
        tile.spark = rgb(colours.spark);
        break;
    case State::Maintenance:
    case State::Pending:
        break;
    }
    return tile;
}

const Palette &paletteOf(ThemeKind kind)
{
    static const std::array<Palette, 3> palettes{makeDark(), makeLight(), makeHighContrast()};
    return palettes[static_cast<std::size_t>(kind)];
}

std::vector<ColourPair> textPairs(const Palette &palette)
{
    constexpr std::array kStates{State::Ok, State::Maintenance, State::Pending, State::Unknown, State::Degraded, State::Down};
    std::vector<ColourPair> pairs;
    const auto add = [&](const QString &name, const QColor &text, const QColor &ground) {
        pairs.push_back({name, text, ground});
    };
    const std::pair<const char *, QColor> grounds[] = {{"ground", palette.ground}, {"surface", palette.surface},
        {"raised", palette.raised}, {"selection", palette.selection}, {"code", palette.codeGround}};
    for (const auto &[groundName, ground] : grounds) {
        const QString on = QStringLiteral(" on ") + QLatin1String(groundName);
        add(QStringLiteral("text") + on, palette.text, ground);
        add(QStringLiteral("muted") + on, palette.muted, ground);
        for (const State state : kStates)
            add(QString::fromStdString(std::string(stateWord(state))) + on, palette.tone(state), ground);
    }
    add(QStringLiteral("main action"), palette.actionText, palette.action);
    for (const State state : kStates) {
        for (const bool owned : {false, true}) {
            for (const TileLoudness loudness : {TileLoudness::Desk, TileLoudness::Wall}) {
                const TileColours tile = palette.tile(state, owned, loudness);
                const QString on = QStringLiteral(" on %1 tile, owned %2, loudness %3")
                                       .arg(QString::fromStdString(std::string(stateWord(state))))
                                       .arg(owned)
                                       .arg(static_cast<int>(loudness));
                add(QStringLiteral("text") + on, tile.text, tile.ground);
                add(QStringLiteral("muted") + on, tile.muted, tile.ground);
                add(QStringLiteral("tone") + on, tile.tone, tile.ground);
                if (tile.hatch.isValid())
                    add(QStringLiteral("muted on hatch") + on, tile.muted, tile.hatch);
            }
        }
    }
    return pairs;
}

} // namespace tocsin
