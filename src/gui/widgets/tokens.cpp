#include "gui/widgets/tokens.h"

#include <array>

namespace tieout::gui {
namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Tokens lightTokens()
{
    Tokens t;
    t.background = rgb(0xf6f7f9);
    t.panel = rgb(0xffffff);
    t.line = rgb(0xdfe3e8);
    t.text = rgb(0x1d2733);
    t.muted = rgb(0x5c6775);
    t.accent = rgb(0x0f6fde);
    t.accentSoft = rgb(0xe7f0fd);
    t.onAccent = rgb(0xffffff);
    t.ok = rgb(0x1a7a42);
    t.okSoft = rgb(0xe5f4eb);
    t.warn = rgb(0x965c00);
    t.warnSoft = rgb(0xfdf1dc);
    t.bad = rgb(0xb3261e);
    t.badSoft = rgb(0xfbe9e7);
    t.row = rgb(0xfafbfc);
    t.selection = rgb(0xe7f0fd);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.background = rgb(0x16191d);
    t.panel = rgb(0x1e2227);
    t.line = rgb(0x343b44);
    t.text = rgb(0xe6eaef);
    t.muted = rgb(0x9ba7b4);
    t.accent = rgb(0x5aa2ff);
    t.accentSoft = rgb(0x1c2f49);
    t.onAccent = rgb(0x0b1320);
    t.ok = rgb(0x5fce8d);
    t.okSoft = rgb(0x18352a);
    t.warn = rgb(0xf0b455);
    t.warnSoft = rgb(0x3a2d14);
    t.bad = rgb(0xff8a80);
    t.badSoft = rgb(0x3d2020);
    t.row = rgb(0x22272d);
    t.selection = rgb(0x1c2f49);
    return t;
}

Tokens contrastTokens()
{
    Tokens t;
    t.background = rgb(0x000000);
    t.panel = rgb(0x050505);
    t.line = rgb(0xb8b8b8);
    t.text = rgb(0xffffff);
    t.muted = rgb(0xe4e4e4);
    t.accent = rgb(0xffd400);
    t.accentSoft = rgb(0x332b00);
    t.onAccent = rgb(0x000000);
    t.ok = rgb(0x7dff9c);
    t.okSoft = rgb(0x00260c);
    t.warn = rgb(0xffc457);
    t.warnSoft = rgb(0x2b1c00);
    t.bad = rgb(0xff9d94);
    t.badSoft = rgb(0x330000);
    t.row = rgb(0x141414);
    t.selection = rgb(0x332b00);
    return t;
}

} // namespace

const Tokens& tokens(Look look)
{
    static const std::array<Tokens, 3> all{lightTokens(), darkTokens(), contrastTokens()};
    return all[size_t(look)];
}

const Tokens& tokensOf(const QPalette& palette)
{
    // The style sheet rewrites most roles of the widgets it dresses; it never touches this one.
    const QColor mark = palette.color(QPalette::Active, QPalette::Shadow);
    for (const Look look : {Look::Dark, Look::HighContrast}) {
        if (tokens(look).background == mark) return tokens(look);
    }
    return tokens(Look::Light);
}

QPalette paletteOf(Look look)
{
    const Tokens& t = tokens(look);
    QPalette palette;
    palette.setColor(QPalette::Window, t.background);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.panel);
    palette.setColor(QPalette::AlternateBase, t.row);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.panel);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.bad);
    palette.setColor(QPalette::ToolTipBase, t.panel);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.panel);
    palette.setColor(QPalette::Midlight, t.line);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.muted);
    palette.setColor(QPalette::Shadow, t.background);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    return palette;
}

QColor foregroundOf(const Tokens& t, Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return t.text;
    case Tone::Ok:
        return t.ok;
    case Tone::Warn:
        return t.warn;
    case Tone::Bad:
        return t.bad;
    case Tone::Muted:
        return t.muted;
    case Tone::Accent:
        return t.accent;
    }
    return t.text;
}

QColor backgroundOf(const Tokens& t, Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return t.panel;
    case Tone::Ok:
        return t.okSoft;
    case Tone::Warn:
        return t.warnSoft;
    case Tone::Bad:
        return t.badSoft;
    case Tone::Muted:
        return t.row;
    case Tone::Accent:
        return t.accentSoft;
    }
    return t.panel;
}

QColor bandColour(const QPalette& palette, int index)
{
    // Told apart by lightness too, so that they differ without colour vision; each is named beside its band.
    static constexpr std::array<QRgb, 8> light{0x7a3fb8, 0x0b7a75, 0xb5530a, 0x2456a6,
                                               0xa3195b, 0x4d6b12, 0x6b4a2b, 0x3d4852};
    static constexpr std::array<QRgb, 8> dark{0xb98be8, 0x4fc4bd, 0xf09a4f, 0x7fb0f5,
                                              0xf07fb4, 0xa9cc5c, 0xc9a27c, 0xa7b4c0};
    const bool onDark = tokensOf(palette).background.lightness() < 128;
    const size_t slot = size_t(std::max(0, index)) % light.size();
    return rgb(onDark ? dark[slot] : light[slot]);
}

} // namespace tieout::gui
