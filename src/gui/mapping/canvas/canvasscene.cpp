#include "gui/mapping/canvas/canvasscene.h"

#include <QCoreApplication>

#include <utility>

namespace tieout::gui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MappingCanvas)
};

} // namespace

CanvasScene::CanvasScene()
    : m_content(std::make_shared<const CanvasContent>())
{
    setContent(m_content);
}

const mapping::FieldTree& CanvasScene::tree(Side side) const
{
    return side == Side::Source ? m_content->source : m_content->target;
}

void CanvasScene::setContent(std::shared_ptr<const CanvasContent> content)
{
    const std::shared_ptr<const CanvasContent> before = std::exchange(m_content, std::move(content));
    readWires();
    readTargets();
    rollUp(Side::Source);
    rollUp(Side::Target);
    m_source.setTree(&m_content->source, !m_content->sourceTitle.isEmpty());
    m_target.setTree(&m_content->target, !m_content->targetTitle.isEmpty());
    if (m_kept != Kept::All) setKept(m_kept);
    light();
}

void CanvasScene::readWires()
{
    m_flags[0].assign(m_content->source.nodes().size(), {});
    m_flags[1].assign(m_content->target.nodes().size(), {});
    m_nodes.clear();
    m_nodes.reserve(size_t(m_content->wiring.wires.size()));
    for (const mapping::Wire& wire : m_content->wiring.wires) {
        const WireNodes nodes{m_content->source.indexOf(wire.source), m_content->target.indexOf(wire.target)};
        m_nodes.push_back(nodes);
        if (nodes.source >= 0) m_flags[0][size_t(nodes.source)].mapped = true;
        if (nodes.target >= 0) m_flags[1][size_t(nodes.target)].mapped = true;
    }
    for (auto chip = m_content->wiring.chipOf.cbegin(); chip != m_content->wiring.chipOf.cend(); ++chip) {
        const int node = m_content->target.indexOf(chip.key());
        if (node >= 0) m_flags[1][size_t(node)].mapped = true;
    }
}

void CanvasScene::readTargets()
{
    const auto& nodes = m_content->target.nodes();
    std::vector<Flags>& flags = m_flags[1];
    for (size_t i = 0; i < nodes.size(); ++i) {
        flags[i].problem = nodes[i].ghost || !problemAt(*m_content, nodes[i].key).isEmpty();
    }
    for (const QString& key : m_content->wiring.missing) {
        const int node = m_content->target.indexOf(key);
        if (node < 0) continue;
        flags[size_t(node)].missing = true;
    }
    for (const QString& key : m_content->wiring.missingParents) {
        const int node = m_content->target.indexOf(key);
        if (node >= 0) flags[size_t(node)].incomplete = true;
    }
    const auto& sources = m_content->source.nodes();
    for (size_t i = 0; i < sources.size(); ++i)
        m_flags[0][i].problem = sources[i].ghost;
}

void CanvasScene::rollUp(Side side)
{
    const auto& nodes = tree(side).nodes();
    std::vector<Flags>& flags = m_flags[size_t(side)];
    for (size_t i = nodes.size(); i-- > 0;) {
        if (nodes[i].parent < 0) continue;
        Flags& parent = flags[size_t(nodes[i].parent)];
        parent.problemInside = parent.problemInside || flags[i].problem || flags[i].problemInside;
        parent.missingInside = parent.missingInside || flags[i].missing || flags[i].missingInside;
    }
}

RowFacts CanvasScene::facts(Side side, int node, bool open) const
{
    if (node < 0 || size_t(node) >= m_flags[size_t(side)].size()) return {};
    const Flags& flags = m_flags[size_t(side)][size_t(node)];
    return {flags.mapped, flags.missing, flags.incomplete, !open && flags.problemInside,
            !open && flags.missingInside};
}

RowLook CanvasScene::look(Side side, int row, const QLocale& locale) const
{
    const TreeColumn& column = this->column(side);
    const mapping::TreeNode* node = column.nodeAt(row);
    if (node) {
        const TreeColumn::Row& place = column.rows()[size_t(row)];
        return rowLook(*m_content, side, *node, facts(side, place.node, place.open), locale);
    }
    RowLook title;
    title.label = side == Side::Source ? m_content->sourceTitle : m_content->targetTitle;
    if (side == Side::Source) title.value = m_content->sampleTitle;
    return title;
}

Spot CanvasScene::spotAt(Side side, int row) const
{
    const TreeColumn& column = this->column(side);
    if (row < 0 || row >= column.rowCount()) return {side, {}, false};
    const QString key = column.keyAt(row);
    return {side, key, key.isEmpty()};
}

int CanvasScene::rowOf(const Spot& spot) const
{
    if (spot.title) return column(spot.side).rowOf(TreeColumn::kTitle);
    return column(spot.side).rowOf(spot.key);
}

void CanvasScene::setCurrent(const Spot& spot)
{
    m_current[size_t(spot.side)] = spot;
    light();
}

void CanvasScene::setActiveSide(Side side)
{
    m_active = side;
    light();
}

void CanvasScene::light()
{
    m_lit.assign(m_nodes.size(), 0);
    m_linked = {};
    m_fading = false;
    const Spot& spot = m_current[size_t(m_active)];
    const int node = tree(m_active).indexOf(spot.key);
    if (spot.key.isEmpty() || node < 0) return;
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        if ((m_active == Side::Source ? m_nodes[i].source : m_nodes[i].target) != node) continue;
        m_lit[i] = 1;
        m_fading = true;
        if (m_active == Side::Source)
            m_linked[1].insert(m_nodes[i].target);
        else
            m_linked[0].insert(m_nodes[i].source);
    }
}

bool CanvasScene::isFading() const
{
    if (!m_fading) return false;
    const int node = tree(m_active).indexOf(m_current[size_t(m_active)].key);
    return column(m_active).standIn(node) != TreeColumn::kNoRow;
}

bool CanvasScene::isLinked(Side side, int row) const
{
    const TreeColumn& column = this->column(side);
    return row >= 0 && row < column.rowCount() &&
           m_linked[size_t(side)].contains(column.rows()[size_t(row)].node);
}

QStringList CanvasScene::chosenTargets() const
{
    QStringList keys;
    for (const mapping::TreeNode& node : m_content->target.nodes()) {
        const bool chosen = m_marked.contains(node.key) || node.key == current(Side::Target).key;
        if (chosen && hasRule(node.key)) keys += node.key;
    }
    return keys;
}

bool CanvasScene::isMapped(int targetNode) const
{
    return targetNode >= 0 && size_t(targetNode) < m_flags[1].size() && m_flags[1][size_t(targetNode)].mapped;
}

bool CanvasScene::hasRule(const QString& target) const
{
    return isMapped(m_content->target.indexOf(target));
}

QStringList CanvasScene::linkedTo(const Spot& spot) const
{
    QStringList keys;
    for (const mapping::Wire& wire : m_content->wiring.wires) {
        if ((spot.side == Side::Source ? wire.source : wire.target) != spot.key) continue;
        const QString& other = spot.side == Side::Source ? wire.target : wire.source;
        if (!keys.contains(other)) keys += other;
    }
    return keys;
}

WireLayout CanvasScene::layout(double width, const std::function<double(const QString&)>& textWidth) const
{
    return WireLayout::of(
        {m_content.get(), &m_source, &m_target, &m_nodes, &m_lit, m_metrics, width, textWidth});
}

void CanvasScene::setKept(Kept kept)
{
    m_kept = kept;
    m_source.setKept(keptKeys(Side::Source));
    m_target.setKept(keptKeys(Side::Target));
}

std::optional<QSet<QString>> CanvasScene::keptKeys(Side side) const
{
    if (m_kept == Kept::All || (m_kept == Kept::Required && side == Side::Source)) return std::nullopt;
    QSet<QString> keys;
    const auto& nodes = tree(side).nodes();
    const std::vector<Flags>& flags = m_flags[size_t(side)];
    for (size_t i = 0; i < nodes.size(); ++i) {
        const bool unmapped =
            !flags[i].mapped && !nodes[i].isGroup() && (side == Side::Source || !nodes[i].readOnly);
        const bool problem = flags[i].problem || flags[i].missing || flags[i].incomplete;
        const bool keep = m_kept == Kept::Unmapped   ? unmapped
                          : m_kept == Kept::Required ? nodes[i].required
                                                     : problem;
        if (keep) keys.insert(nodes[i].key);
    }
    if (m_kept != Kept::Problems || side == Side::Target) return keys;
    // What feeds the targets with problems stays in sight.
    for (const WireNodes& wire : m_nodes) {
        if (wire.source >= 0 && wire.target >= 0 && m_flags[1][size_t(wire.target)].problem)
            keys.insert(nodes[size_t(wire.source)].key);
    }
    return keys;
}

QString nothingWords(const CanvasScene& scene, Side side)
{
    const QString& search = scene.column(side).search();
    if (!search.isEmpty()) return Words::tr("No field with “%1” is shown").arg(oneLine(search));
    switch (scene.kept()) {
    case CanvasScene::Kept::Unmapped:
        return side == Side::Source ? Words::tr("Every field is used") : Words::tr("Every field is filled");
    case CanvasScene::Kept::Required:
        return Words::tr("No field is required");
    case CanvasScene::Kept::Problems:
        return Words::tr("No problems here");
    case CanvasScene::Kept::All:
        break;
    }
    return {};
}

} // namespace tieout::gui
