#include "gui/mapping/canvas/treecolumn.h"

namespace tieout::gui {
namespace {

bool anyWordBegins(const QString& label, const QString& text)
{
    if (label.startsWith(text, Qt::CaseInsensitive)) return true;
    for (qsizetype at = label.indexOf(u' '); at >= 0; at = label.indexOf(u' ', at + 1)) {
        if (QStringView(label).mid(at + 1).startsWith(text, Qt::CaseInsensitive)) return true;
    }
    return false;
}

} // namespace

void TreeColumn::setTree(const mapping::FieldTree* tree, bool titled)
{
    m_tree = tree;
    m_titled = titled;
    rebuild();
}

void TreeColumn::setOpen(const QString& key, bool open)
{
    if (open == isOpen(key)) return;
    if (open)
        m_closed.remove(key);
    else
        m_closed.insert(key);
    rebuild();
}

void TreeColumn::setSearch(const QString& text)
{
    if (text.trimmed() == m_search) return;
    m_search = text.trimmed();
    rebuild();
}

void TreeColumn::setKept(std::optional<QSet<QString>> keys)
{
    m_kept = std::move(keys);
    rebuild();
}

std::vector<char> TreeColumn::wanted() const
{
    const auto& nodes = m_tree->nodes();
    std::vector<char> wanted(nodes.size(), isNarrowed() ? 0 : 1);
    if (!isNarrowed()) return wanted;
    std::vector<char> found(nodes.size(), 0); // of the search: the members of a found group are found too
    for (size_t i = 0; i < nodes.size(); ++i) {
        const mapping::TreeNode& node = nodes[i];
        const bool within = node.parent >= 0 && found[size_t(node.parent)];
        found[i] = m_search.isEmpty() || within || node.label.contains(m_search, Qt::CaseInsensitive) ||
                   node.name.contains(m_search, Qt::CaseInsensitive);
        wanted[i] = found[i] && (!m_kept || m_kept->contains(node.key));
    }
    for (size_t i = nodes.size(); i-- > 0;) {
        if (wanted[i] && nodes[i].parent >= 0) wanted[size_t(nodes[i].parent)] = 1;
    }
    return wanted;
}

void TreeColumn::rebuild()
{
    m_rows.clear();
    m_rowOf.clear();
    m_standIn.clear();
    if (!m_tree) return;
    const auto& nodes = m_tree->nodes();
    m_rows.reserve(nodes.size() + 1);
    m_rowOf.assign(nodes.size(), kNoRow);
    m_standIn.assign(nodes.size(), kNoRow);
    if (m_titled) m_rows.push_back({kTitle, 0, true, true});
    const std::vector<char> kept = wanted();
    for (size_t i = 0; i < nodes.size(); ++i) {
        const mapping::TreeNode& node = nodes[i];
        if (!kept[i]) continue;
        const auto parent = size_t(std::max(0, node.parent));
        const int parentRow = node.parent >= 0 ? m_rowOf[parent] : kNoRow;
        const bool hidden = node.parent >= 0 && (parentRow == kNoRow || !m_rows[size_t(parentRow)].open);
        if (hidden) {
            m_standIn[i] = m_standIn[parent];
            continue;
        }
        m_rowOf[i] = m_standIn[i] = rowCount();
        const bool group = node.isGroup();
        // What a search or filter found is in sight, whatever was closed before.
        const bool open = group && (isNarrowed() || isOpen(node.key));
        m_rows.push_back({int(i), node.depth + (m_titled ? 1 : 0), group, open});
    }
    setScroll(m_scroll);
}

int TreeColumn::rowOf(int node) const
{
    if (node == kTitle) return m_titled ? 0 : kNoRow;
    return node >= 0 && size_t(node) < m_rowOf.size() ? m_rowOf[size_t(node)] : kNoRow;
}

int TreeColumn::rowOf(const QString& key) const
{
    if (!m_tree || key.isEmpty()) return kNoRow;
    const int node = m_tree->indexOf(key);
    return node < 0 ? kNoRow : rowOf(node);
}

int TreeColumn::standIn(int node) const
{
    if (node == kTitle) return m_titled ? 0 : kNoRow;
    return node >= 0 && size_t(node) < m_standIn.size() ? m_standIn[size_t(node)] : kNoRow;
}

QString TreeColumn::keyAt(int row) const
{
    const mapping::TreeNode* node = nodeAt(row);
    return node ? node->key : QString();
}

const mapping::TreeNode* TreeColumn::nodeAt(int row) const
{
    if (!m_tree || row < 0 || row >= rowCount() || m_rows[size_t(row)].node < 0) return nullptr;
    return &m_tree->nodes()[size_t(m_rows[size_t(row)].node)];
}

int TreeColumn::rowOfParent(int row) const
{
    const mapping::TreeNode* node = nodeAt(row);
    if (!node) return kNoRow;
    return node->parent >= 0 ? rowOf(node->parent) : rowOf(kTitle);
}

bool TreeColumn::unfold(const QString& key)
{
    if (!m_tree) return false;
    const int node = m_tree->indexOf(key);
    if (node < 0) return false;
    if (rowOf(node) != kNoRow) return true;
    const auto& nodes = m_tree->nodes();
    bool opened = false;
    for (int i = nodes[size_t(node)].parent; i >= 0; i = nodes[size_t(i)].parent)
        opened = m_closed.remove(nodes[size_t(i)].key) || opened;
    if (opened) rebuild();
    return rowOf(node) != kNoRow;
}

std::vector<int> TreeColumn::memberRows(int row) const
{
    std::vector<int> members;
    if (row < 0 || row >= rowCount() || !m_rows[size_t(row)].open) return members;
    const int depth = m_rows[size_t(row)].depth;
    for (int i = row + 1; i < rowCount() && m_rows[size_t(i)].depth > depth; ++i) {
        if (m_rows[size_t(i)].depth == depth + 1) members.push_back(i);
    }
    return members;
}

int TreeColumn::findAhead(const QString& text, int from) const
{
    if (text.isEmpty() || rowCount() == 0) return kNoRow;
    for (int step = 0; step < rowCount(); ++step) {
        const int row = (std::max(0, from) + step) % rowCount();
        const mapping::TreeNode* node = nodeAt(row);
        if (node && anyWordBegins(node->label, text)) return row;
    }
    return kNoRow;
}

void TreeColumn::setHeights(int row, int view)
{
    if (row != m_rowHeight && m_rowHeight > 0) m_scroll = int(qint64(m_scroll) * row / m_rowHeight);
    m_rowHeight = std::max(1, row);
    m_viewHeight = std::max(0, view);
    setScroll(m_scroll);
}

int TreeColumn::maxScroll() const
{
    return std::max(0, contentHeight() - m_viewHeight);
}

void TreeColumn::setScroll(int offset)
{
    m_scroll = std::clamp(offset, 0, maxScroll());
}

void TreeColumn::show(int row)
{
    if (row < 0 || row >= rowCount()) return;
    if (top(row) < 0)
        setScroll(row * m_rowHeight);
    else if (top(row) + m_rowHeight > m_viewHeight)
        setScroll((row + 1) * m_rowHeight - m_viewHeight);
}

int TreeColumn::rowAt(int y) const
{
    if (y < 0 || y >= m_viewHeight) return kNoRow;
    const int row = (y + m_scroll) / m_rowHeight;
    return row < rowCount() ? row : kNoRow;
}

int TreeColumn::lastInView() const
{
    return std::min(rowCount() - 1, (m_scroll + std::max(0, m_viewHeight - 1)) / m_rowHeight);
}

int TreeColumn::whereIs(int row) const
{
    const double y = centre(row);
    return y < 0 ? -1 : y >= m_viewHeight ? 1 : 0;
}

} // namespace tieout::gui
