#pragma once

#include <QColor>
#include <QPalette>

namespace tieout::gui {

enum class Look : quint8 { Light, Dark, HighContrast };

/// What a state means to the reader. Always shown as a shape and a word as well, never by colour alone.
enum class Tone : quint8 { Plain, Ok, Warn, Bad, Muted, Accent };

/// The colours of one look; everything painted or styled takes its colours from here.
struct Tokens {
    QColor background, panel, line, text, muted, accent, accentSoft, onAccent;
    QColor ok, okSoft, warn, warnSoft, bad, badSoft, row, selection;
};

[[nodiscard]] const Tokens& tokens(Look look);
/// The tokens behind a palette made by paletteOf(): painted widgets follow their palette, so nothing needs to
/// be told when the look changes.
[[nodiscard]] const Tokens& tokensOf(const QPalette& palette);
[[nodiscard]] QPalette paletteOf(Look look);

[[nodiscard]] QColor foregroundOf(const Tokens& tokens, Tone tone);
[[nodiscard]] QColor backgroundOf(const Tokens& tokens, Tone tone);
/// The colour band of an organisation; `index` is model::Connection::colour.
[[nodiscard]] QColor bandColour(const QPalette& palette, int index);

} // namespace tieout::gui
