#pragma once

#include "mapping/edit/fieldtree.h"

#include <QSet>

#include <optional>

namespace tieout::gui {

/// Which fields of one tree are in sight and where: open groups, search, filter, rows of one height, scroll
/// place. Pure; whole pixels of the pane. Owned by the scene.
class TreeColumn final
{
  public:
    /// The row of the tree's title; fields have their index in the tree.
    static constexpr int kTitle = -1;
    static constexpr int kNoRow = -1;

    struct Row {
        int node = kTitle;
        int depth = 0;
        bool group = false;
        bool open = false;
        bool operator==(const Row&) const = default;
    };

    /// `tree` is borrowed until the next call. Open groups stay by key.
    void setTree(const mapping::FieldTree* tree, bool titled);
    [[nodiscard]] const mapping::FieldTree* tree() const { return m_tree; }
    void setOpen(const QString& key, bool open);
    [[nodiscard]] bool isOpen(const QString& key) const { return !m_closed.contains(key); }
    void setSearch(const QString& text);
    [[nodiscard]] const QString& search() const { return m_search; }
    [[nodiscard]] bool isNarrowed() const { return !m_search.isEmpty() || m_kept; }
    /// Only these keys and the groups around them; nothing = all.
    void setKept(std::optional<QSet<QString>> keys);

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] int rowCount() const { return int(m_rows.size()); }
    /// A search or filter leaves no field.
    [[nodiscard]] bool isNarrowedToNothing() const { return isNarrowed() && rowCount() <= int(m_titled); }
    /// Row of a field; kNoRow when it is not shown.
    [[nodiscard]] int rowOf(int node) const;
    [[nodiscard]] int rowOf(const QString& key) const;
    /// Row of the field or of the closed group that hides it; kNoRow when a search or filter hides it.
    [[nodiscard]] int standIn(int node) const;
    /// Empty for the title and outside.
    [[nodiscard]] QString keyAt(int row) const;
    [[nodiscard]] const mapping::TreeNode* nodeAt(int row) const;
    [[nodiscard]] int rowOfParent(int row) const;
    /// Opens the groups around a field. False when a search or filter hides it.
    bool unfold(const QString& key);
    /// Direct members in sight, as rows.
    [[nodiscard]] std::vector<int> memberRows(int row) const;
    /// The next row, from `from` on and around, whose label or one of its words begins with `text`.
    [[nodiscard]] int findAhead(const QString& text, int from) const;

    void setHeights(int row, int view);
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] int viewHeight() const { return m_viewHeight; }
    [[nodiscard]] int contentHeight() const { return rowCount() * m_rowHeight; }
    [[nodiscard]] int maxScroll() const;
    [[nodiscard]] int scroll() const { return m_scroll; }
    void setScroll(int offset);
    /// Scrolls as little as needed.
    void show(int row);
    [[nodiscard]] int top(int row) const { return row * m_rowHeight - m_scroll; }
    [[nodiscard]] double centre(int row) const { return top(row) + m_rowHeight / 2.0; }
    [[nodiscard]] int rowAt(int y) const;
    [[nodiscard]] int firstInView() const { return m_rowHeight > 0 ? m_scroll / m_rowHeight : 0; }
    [[nodiscard]] int lastInView() const;
    /// −1 above the view, 0 with its middle in it, 1 below.
    [[nodiscard]] int whereIs(int row) const;

  private:
    void rebuild();
    [[nodiscard]] std::vector<char> wanted() const;

    const mapping::FieldTree* m_tree = nullptr;
    bool m_titled = false;
    QSet<QString> m_closed;
    QString m_search;
    std::optional<QSet<QString>> m_kept;
    std::vector<Row> m_rows;
    std::vector<int> m_rowOf;
    std::vector<int> m_standIn;
    int m_rowHeight = 28;
    int m_viewHeight = 0;
    int m_scroll = 0;
};

} // namespace tieout::gui
