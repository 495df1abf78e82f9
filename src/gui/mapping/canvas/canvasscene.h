#pragma once

#include "gui/mapping/canvas/canvasmetrics.h"
#include "gui/mapping/canvas/canvaswords.h"
#include "gui/mapping/canvas/treecolumn.h"
#include "gui/mapping/canvas/wirelayout.h"

namespace tieout::gui {

/// One row named by its side and key; an empty key with `title` is the row of the tree's title.
struct Spot {
    Side side = Side::Source;
    QString key;
    bool title = false;
    [[nodiscard]] bool isNothing() const { return key.isEmpty() && !title; }
    bool operator==(const Spot&) const = default;
};

/// Keys of the ends of a wire; of a chip without wires `source` is empty.
struct WireEnds {
    QString source;
    QString target;
};

/// Everything that the panes of one canvas paint: the content, both columns, what is selected, picked up and
/// dropped on. No widgets. Owned by the canvas; main thread.
class CanvasScene final
{
  public:
    enum class Kept : quint8 { All, Unmapped, Required, Problems };

    CanvasScene();

    void setContent(std::shared_ptr<const CanvasContent> content);
    [[nodiscard]] const CanvasContent& content() const { return *m_content; }
    void setKept(Kept kept);
    [[nodiscard]] Kept kept() const { return m_kept; }
    void setMetrics(const CanvasMetrics& metrics) { m_metrics = metrics; }
    [[nodiscard]] const CanvasMetrics& metrics() const { return m_metrics; }

    [[nodiscard]] TreeColumn& column(Side side) { return side == Side::Source ? m_source : m_target; }
    [[nodiscard]] const TreeColumn& column(Side side) const
    {
        return side == Side::Source ? m_source : m_target;
    }
    [[nodiscard]] const mapping::FieldTree& tree(Side side) const;
    [[nodiscard]] Spot spotAt(Side side, int row) const;
    [[nodiscard]] int rowOf(const Spot& spot) const;
    [[nodiscard]] RowFacts facts(Side side, int node, bool open) const;
    [[nodiscard]] RowLook look(Side side, int row, const QLocale& locale) const;

    /// The row that each side's keys act on; the side touched last decides which wires are lit.
    [[nodiscard]] const Spot& current(Side side) const { return m_current[size_t(side)]; }
    void setCurrent(const Spot& spot);
    [[nodiscard]] Side activeSide() const { return m_active; }
    void setActiveSide(Side side);
    /// The row is at the other end of a lit wire.
    [[nodiscard]] bool isLinked(Side side, int row) const;
    /// The active row is in sight and has wires: the others fade.
    [[nodiscard]] bool isFading() const;
    /// Further targets that keys act on, beside the current one.
    [[nodiscard]] const QSet<QString>& marked() const { return m_marked; }
    void setMarked(QSet<QString> keys) { m_marked = std::move(keys); }
    [[nodiscard]] QStringList chosenTargets() const; ///< in the order of the tree, those with rules

    std::optional<Spot> pickedUp; ///< start of a wire whose other end is awaited
    bool moving = false;          ///< what is picked up is a ghost that gives its rules away
    std::optional<Spot> over;     ///< under a drag, or under the pointer while something is picked up
    bool overChip = false;        ///< `over` is its chip
    bool refused = false;         ///< `over` does not take it
    Spot pointed;                 ///< under the pointer; nothing = none

    [[nodiscard]] bool isMapped(int targetNode) const;
    [[nodiscard]] bool hasRule(const QString& target) const;
    [[nodiscard]] WireLayout layout(double width,
                                    const std::function<double(const QString&)>& textWidth) const;
    /// Keys at the other ends of a field's wires, in the order of the document.
    [[nodiscard]] QStringList linkedTo(const Spot& spot) const;

  private:
    struct Flags {
        bool mapped = false;
        bool missing = false;
        bool incomplete = false;
        bool problem = false;
        bool problemInside = false;
        bool missingInside = false;
    };
    void readWires();
    void readTargets();
    void rollUp(Side side);
    void light();
    [[nodiscard]] std::optional<QSet<QString>> keptKeys(Side side) const;

    std::shared_ptr<const CanvasContent> m_content;
    CanvasMetrics m_metrics;
    Kept m_kept = Kept::All;
    TreeColumn m_source;
    TreeColumn m_target;
    std::array<Spot, 2> m_current{Spot{Side::Source, {}, false}, Spot{Side::Target, {}, false}};
    Side m_active = Side::Target;
    QSet<QString> m_marked;
    bool m_fading = false;
    std::vector<WireNodes> m_nodes;            ///< of the content's wires
    std::vector<char> m_lit;                   ///< of the same
    std::array<std::vector<Flags>, 2> m_flags; ///< of the trees' nodes
    std::array<QSet<int>, 2> m_linked;         ///< nodes at ends of lit wires
};

/// Why a side shows no field: what was searched for, or which filter found none.
[[nodiscard]] QString nothingWords(const CanvasScene& scene, Side side);

} // namespace tieout::gui
