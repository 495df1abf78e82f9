#pragma once

#include "gui/mapping/canvas/canvascontent.h"
#include "gui/widgets/tokens.h"

#include <QLocale>

namespace tieout::gui {

// Every text on the canvas. Pure.

/// Names and values of other systems on one line, shortened when they are longer than anybody reads.
[[nodiscard]] QString oneLine(const QString& text, int most = 200);

/// What a person wrote, in lines of a tooltip's width.
[[nodiscard]] QString folded(const QString& text);

/// "ROUND 4", "+ Payment terms", "each line →"; empty for a plain copy.
[[nodiscard]] QString chipText(const CanvasContent& content, const mapping::Chip& chip);
/// Rows → one document.
[[nodiscard]] QString rowsChipText(const CanvasContent& content);
/// Its keys, and what is wrong with them and the totals.
[[nodiscard]] QString rowsTooltip(const CanvasContent& content);
[[nodiscard]] QString bundleText(int wires);
/// "↑ Close date", "Due date ↓ +2".
[[nodiscard]] QString stubText(const QString& label, int where, int wires);

/// What a row of a tree says.
struct RowLook {
    enum class Mark : quint8 { None, Amber, Problem };
    QString label;
    QString value;
    Tone valueTone = Tone::Muted;
    Mark mark = Mark::None;
    bool required = false;
    bool ghost = false;
    bool note = false; ///< a person wrote something about its rule
};

/// What the scene knows about a field beside the content.
struct RowFacts {
    bool mapped = false;        ///< target: has a rule; source: has a wire
    bool missing = false;       ///< target: must have a rule and has none
    bool incomplete = false;    ///< target: a group around mapped fields that lacks required ones
    bool problemInside = false; ///< a closed group hides a problem
    bool missingInside = false;
};

[[nodiscard]] RowLook rowLook(const CanvasContent& content, Side side, const mapping::TreeNode& node,
                              const RowFacts& facts, const QLocale& locale);

/// The worst thing said about a target as one sentence; empty when all is well.
[[nodiscard]] QString problemAt(const CanvasContent& content, const QString& target);
/// "From Close date, Payment terms", "Fills Date and Due date", "Not mapped".
[[nodiscard]] QString linkWords(const CanvasContent& content, Side side, const QString& key);
/// For tooltips (with the API name) and for screen readers.
[[nodiscard]] QString tooltip(const CanvasContent& content, Side side, const mapping::TreeNode& node);
/// Names of other systems are shown as they are, never read as markup.
[[nodiscard]] QString asToolTip(const QString& text);
[[nodiscard]] QString description(const CanvasContent& content, Side side, const mapping::TreeNode& node,
                                  const RowFacts& facts);

/// "Click where “Close date” should go".
[[nodiscard]] QString pickedUpHint(const CanvasContent& content, Side side, const QString& key);
/// "“Contact” still needs: Name"; empty when nothing is missing in it.
[[nodiscard]] QString lackingHint(const CanvasContent& content, const QString& group);
[[nodiscard]] QString movingHint(const CanvasContent& content, Side side, const QString& key);

} // namespace tieout::gui
